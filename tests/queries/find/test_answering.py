"""What a question names decides whether a record answers it, its ordinary words do not, and what a record
lacks is named as the reader typed it.
"""

import pytest

from dashboard.queries.find.answer import Result, find
from dashboard.queries.find.answering import LIKE
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import read_question

KNOWN = {
    "did": (),
    "when": (),
    "the": (),
    "in": (),
    "of": (),
    "to": (),
    "порт": ("harbour",),
    "ада": ("ada",),
    "бела": ("bela",),
    "купила": ("buys",),
    "بندرگاہ": ("harbour",),
    "خط": ("letter",),
    "باغ": ("orchard",),
}


def event(title: str, year: int = 2000, **more: object) -> dict[str, object]:
    return {"table": "events", "title": title, "first_year": year, "last_year": year, **more}


def person(name: str) -> dict[str, object]:
    return {"table": "actors", "kind": "person", "title": name}


# Words that other records hold are no strange ones.
OTHERS = (
    *(person(name) for name in ("Ada", "Bela", "Cora")),
    event("An orchard", sentences="The orchard blooms beside a harbour."),
    event("A letter", sentences="Somebody writes a letter and buys stamps."),
    *({"table": "projects", "title": f"Canal {number}"} for number in range(60)),
)
PURCHASE = event("Ada buys Gwadar harbour")


@pytest.fixture
def ask(filled):
    """Asks some records, beside others that hold a word or two of the questions."""

    def asked(text: str, *rows: dict[str, object]) -> Result:
        return find(Index(filled(*(rows or (PURCHASE,)), *OTHERS)), read_question(text, KNOWN))

    return asked


def test_a_record_that_lacks_ordinary_words_answers_if_it_holds_all_that_is_named_and_is_like_the_question(
    ask,
):
    result = ask("When did Ada buy Gwadar harbour, orchard letter")
    assert result.hits[0].coverage < 0.74
    assert result.answering == {0}


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("Bela", "a person"),
        ("bela", "a person in a small letter"),
        ("Omega", "a name by its capital"),
        ("17", "a number"),
        ("zeppelin", "a word that no record knows"),
    ],
)
def test_what_decides_must_not_be_lacking_where_an_ordinary_word_may(ask, word, why):
    asked = "when did Ada buy Gwadar harbour, orchard {}"
    records = (PURCHASE, event("Numbers", sentences="17 of a kind for Omega"))
    assert ask(asked.format("letter"), *records).answered
    result = ask(asked.format(word), *records)
    assert not result.answered, why


def test_names_alone_do_not_answer_what_is_asked_of_them(ask):
    named = event("Gwadar: Ada, Bela, Cora")
    lacking = ask("when did Ada, Bela, Cora in Gwadar orchard letter", named)
    assert lacking.hits[0].coverage < 0.74
    assert lacking.hits[0].score > LIKE
    assert not lacking.answered
    assert ask("when did Ada, Bela, Cora in Gwadar", named).answered


def test_a_record_that_is_little_like_the_question_does_not_answer_it(ask):
    result = ask("Ada buys harbour, orchard letter", event("Cora", sentences="Ada buys a harbour."))
    best = result.hits[0]
    assert best.coverage > 0.5
    assert best.score < LIKE
    assert not result.answered


def test_a_title_that_the_question_says_counts_for_likeness(ask):
    rows = [
        event(title, sentences="Ada buys it") for title in ("harbour", "harbour on many a long river bank")
    ]
    said, unsaid = (ask("Ada buys harbour, orchard letter", row) for row in rows)
    assert said.answered
    assert not unsaid.answered


def test_a_record_of_which_the_words_stand_apart_is_not_like_the_question_nor_near(ask):
    place = {"table": "places", "kind": "town", "title": "Gwadar"}
    rows = [
        event("Ada visit Gwadar harbour", present=present, kind="visit")
        for present in ("Ada · Gwadar", "Ada")
    ]
    together, apart = (ask("visit of Ada to Gwadar, harbour letter", row, place) for row in rows)
    assert apart.judge.apart == {0}
    assert (together.answered, apart.answered) == (True, False)
    assert (together.near, apart.near) == (True, False)


def test_a_name_that_stands_everywhere_decides_nothing_nor_does_a_word_formed_from_it(filled):
    state = {"table": "actors", "kind": "state", "title": "Ruritania"}
    many = [{"table": "projects", "title": f"Ruritania canal {number}"} for number in range(40)]
    named = event("Gwadar Ruritania: Ada, Bela, Cora")
    index = Index(filled(PURCHASE, named, event("A Ruritanian"), state, *many, *OTHERS))
    for word in ("Ruritania", "Ruritanian"):
        assert find(index, read_question(f"Ada buys Gwadar harbour, {word} orchard letter", KNOWN)).answered
    for text in (
        "Ada buys Gwadar harbour, Bela orchard letter",
        "Ada, Bela, Cora, Gwadar Ruritania orchard letter",
    ):
        assert not find(index, read_question(text, KNOWN)).answered


def test_a_word_of_another_script_decides_if_it_means_a_name_and_one_of_no_meaning_if_it_has_a_capital(ask):
    lacking = ask("ада и бела купила порт Щжэ щфы").judge.held(0)
    assert (lacking.deciding, lacking.ordinary, lacking.met) == (("бела", "щжэ"), ("щфы",), 2)


def test_words_that_are_lacking_are_named_as_they_were_typed_and_in_their_order(ask):
    assert ask("orchard of Bela, Gwadar").judge.lacking(0) == ("orchard", "Bela")
    assert ask("باغ، بندرگاہ، خط").judge.lacking(0) == ("باغ", "خط")
    assert ask("Gwadar ۱۹۹۰").judge.lacking(0) == ("۱۹۹۰",)
    assert ask("Gwadar in the 1990s").judge.lacking(0) == ("1990s",)
    assert ask("Gwadar in the nineties").judge.lacking(0) == ("1990s",)


def test_near_is_what_holds_all_that_is_named_or_more_than_half_where_nothing_is(ask):
    assert ask("Ada orchard letter").near
    assert not ask("Ada Bela orchard letter").near
    assert not ask("Ada orchard letter 1990").near
    assert ask("buys harbour letter").near
    assert not ask("zeppelin hangar harbour").near


def test_years_alone_are_answered_by_every_record_of_them(ask):
    result = ask("2000")
    assert result.answering >= {0}
    assert result.judge.lacking(0) == ()
