"""Verbs and nouns tell what kind of happening a sentence holds, and whether it is planned."""

from __future__ import annotations

import pytest

from dashboard.queries.desk.act import acts_in, status_of


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The minister visited the town.", "visit"),
        ("They signed a memorandum.", "agreement"),
        ("Joint drills began in the hills.", "exercise"),
        ("The leaders held a phone call.", "call"),
        ("The council voted for the text.", "vote"),
        ("The embargo was lifted.", "policy"),
    ],
)
def test_the_words_of_a_sentence_tell_its_kind(sentence: str, kind: str) -> None:
    assert kind in {act.kind for act in acts_in(sentence)}


def test_an_act_says_where_its_word_stands() -> None:
    (act,) = acts_in("The minister visited the town.")
    assert "The minister visited the town."[act.begin : act.end] == "visited"


def test_a_sentence_without_an_act_has_none() -> None:
    assert acts_in("The region is of great weight to all of them.") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("They met in town.", "happened"),
        ("They will meet in town.", "planned"),
        ("The visit was postponed.", "did-not-happen"),
    ],
)
def test_the_verbs_tell_the_status(sentence: str, status: str) -> None:
    assert status_of(sentence) == status
