"""A question that names who did something is not answered by what another state did."""

import pytest

from dashboard.queries.find.doer import Doer, doer_of, done_by_another
from dashboard.queries.find.question import Group, read_question

STATES = frozenset(["aland", "bland", "north cland"])
SEND = Doer(("aland",), ("send", "dispatch"))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Did Aland send ships?", ("aland",)),
        ("When did the North Cland send ships", ("north", "cland")),
        ("Will Bland send ships", ("bland",)),
    ],
)
def test_a_question_names_its_doer_before_the_verb(text, state):
    groups = (Group("send", ("send", "dispatch", "ship out")), Group("ships", ("ships",)))
    assert doer_of(text, groups, STATES) == Doer(state, ("send", "dispatch"))


@pytest.mark.parametrize(
    "text", ["Aland sends ships", "Did ships leave Aland", "Did Aland", "Did Dland send"]
)
def test_no_doer_is_read_into_other_questions(text):
    assert doer_of(text, read_question(text, {"did": ()}).groups[:0], STATES) is None
    groups = tuple(
        group for group in read_question(text, {"did": ()}).groups if group.text in ("send", "leave")
    )
    assert doer_of(text, groups, STATES) is None


@pytest.mark.parametrize(
    ("sentences", "another"),
    [
        ("Bland sends ships.", True),
        ("North Cland dispatched ships.", True),
        ("Aland sends ships.", False),
        ("On the day Bland sends ships Aland sends none.", False),
        ("Ships are sent.", False),
        ("The minister sends ships.", False),
    ],
)
def test_a_record_tells_of_another_where_each_verb_follows_another_name(sentences, another):
    assert done_by_another(SEND, sentences, STATES) is another
