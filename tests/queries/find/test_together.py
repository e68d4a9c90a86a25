"""What a question names together is answered only by a record that holds it together."""

from dataclasses import replace

import pytest

from dashboard.model.found import Passage
from dashboard.queries.find.answer import find
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import Group, read_question
from dashboard.queries.find.together import Names, demand_of, names_of

KNOWN = {
    "did": (),
    "in": (),
    "to": (),
    "and": (),
    "the": (),
    "between": (),
    "visited": ("visit",),
    "lisbon": ("portugal",),
    "treaty": ("agreement",),
    "met": ("meeting",),
}


def actor(name: str, kind: str = "person", **more: object) -> dict[str, object]:
    return {"table": "actors", "title": name, "kind": kind, **more}


def place(name: str, kind: str = "city") -> dict[str, object]:
    return {"table": "places", "title": name, "kind": kind}


def event(title: str, present: str, year: int = 2000, kind: str = "visit", **more: object):
    dated = {"first_year": year, "last_year": year, "kind": kind, "sentences": kind}
    return {"table": "events", "title": title, "present": present, "related": present, **dated, **more}


@pytest.fixture
def answered(filled):
    """Tells whether some records answer a question; others that hold none of its words stand beside them."""
    others = [{"table": "projects", "title": f"Canal {number}"} for number in range(30)]

    def found(text: str, *rows: dict[str, object]) -> bool:
        return find(Index(filled(*rows, *others)), read_question(text, KNOWN)).answered

    return found


PEOPLE = (actor("Ada Lovelace"), place("Lisbon"), place("Porto"))
STATES = (actor("Portugal", "state"), actor("Persia", "state"))


def test_a_person_at_a_place_is_answered_by_the_event_at_which_the_person_was_there(answered):
    assert answered("Lovelace in Lisbon", *PEOPLE, event("Talks", "Ada Lovelace · Lisbon"))
    assert not answered("Lovelace in Porto", *PEOPLE, event("Talks", "Ada Lovelace · Lisbon"))


def test_a_place_is_not_answered_by_the_country_that_its_name_may_mean(answered):
    portugal = event("Lovelace visits Portugal", "Ada Lovelace · Portugal")
    assert answered("Lovelace visited Portugal", *PEOPLE, portugal)
    assert not answered("Lovelace visited Lisbon", *PEOPLE, portugal)


def test_a_person_only_spoken_of_was_not_there(answered):
    related = "Envoy · Lovelace · Lisbon"
    letter = event("Envoy brings a letter of Lovelace", "Envoy · Lisbon", related=related)
    assert answered("letter of Lovelace", *PEOPLE, letter)
    assert not answered("Did Lovelace visit Lisbon", *PEOPLE, letter)


def test_what_stands_in_a_title_and_in_a_passage_is_not_together(answered):
    apart = event("Lovelace speaks", "Ada Lovelace", passages=(Passage("the fleet was at Lisbon"),))
    assert not answered("Lovelace in Lisbon", *PEOPLE, apart)


def test_an_act_at_a_place_needs_an_event_of_that_kind(answered):
    exercise = event("Games at sea", "Lisbon", kind="exercise")
    talks = event("Talks", "Lisbon", sentences="They spoke of an exercise.")
    assert answered("exercise in Lisbon", *PEOPLE, exercise)
    assert not answered("exercise in Lisbon", *PEOPLE, talks)


@pytest.mark.parametrize(("year", "so"), [(2000, True), (2001, False)])
def test_a_person_in_a_year_needs_a_record_of_that_year(answered, year, so):
    visit = event("Lovelace visits Lisbon", "Ada Lovelace · Lisbon")
    assert answered(f"Lovelace {year}", *PEOPLE, visit) is so


def test_two_persons_who_met_were_both_there(answered):
    people = (*PEOPLE, actor("Grace Hopper"))
    told = {"sentences": "visit", "related": "Ada Lovelace · Grace Hopper"}
    assert answered("Lovelace met Hopper", *people, event("They met", "Ada Lovelace · Grace Hopper", **told))
    assert not answered("Lovelace met Hopper", *people, event("They met", "Ada Lovelace", **told))


def test_a_treaty_of_two_states_has_both_as_parties_and_is_as_it_was_described(answered):
    pact = event("Mutual defence agreement", "Portugal", kind="agreement", sentences="Persia protested.")
    trade = event("Trade agreement", "Portugal · Persia", kind="agreement")
    question = "mutual defence treaty between Portugal and Persia"
    assert not answered(question, *STATES, pact)
    assert not answered(question, *STATES, trade)
    assert answered(question, *STATES, {**pact, "present": "Portugal · Persia"})
    assert answered("trade treaty between Portugal and Persia", *STATES, trade)


def test_words_that_are_also_written_small_are_no_names(filled):
    rows = [
        actor("Ambassador Lovelace"),
        place("Lisbon port"),
        place("Portugal", "country"),
        actor("Portugal", "state"),
        event("The ambassador comes", "", sentences="A port is built."),
        # Titles of others are written as they wrote them.
        {"table": "sources", "title": "what lisbon said to lovelace"},
        {"table": "votes", "title": "the question of lisbon and lovelace"},
    ]
    names = names_of(filled(*rows))
    assert names.persons == {"lovelace"}
    assert names.places == {"lisbon"}
    assert names.states == {"portugal"}


def test_a_name_in_another_script_or_a_misspelt_one_is_met_as_the_word_that_it_means():
    names = Names(frozenset(("lovelace",)), frozenset(), frozenset())
    question = read_question("lavlace", {})
    read = [Group("lavlace", ("lavlace", "lovelace")), Group("ада", ("ада", "lovelace"))]
    asked = replace(question, years=(2000, 2000))
    assert demand_of(asked, read[:1], names, ()) is None
    assert demand_of(asked, read[:1], names, {"lavlace"}).names == (Group("lavlace", ("lovelace",)),)
    assert demand_of(asked, read[1:], names, ()).names == (Group("ада", ("lovelace",)),)
    arabic = [Group("لولیس", ("لولیس", "lovelace"))]
    assert demand_of(asked, arabic, names, ()).names == (Group("لولیس", ("lovelace",)),)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("lovelace in lisbon", True),
        ("lovelace at lisbon", True),
        ("lovelace to lisbon", True),
        ("lovelace visits lisbon", True),
        ("lovelace visiting lisbon", True),
        ("lovelace lisbon", False),
        ("lisbon in lovelace", False),
        ("in lovelace lisbon", False),
    ],
)
def test_a_person_was_there_where_the_place_follows_a_word_that_says_so(text, there):
    names = Names(frozenset(("lovelace",)), frozenset(("lisbon",)), frozenset())
    question = read_question(text, KNOWN)
    assert demand_of(question, question.groups, names, ()).there is there


def test_one_person_who_met_is_no_meeting_of_two():
    names = Names(frozenset(("lovelace", "hopper")), frozenset(), frozenset())
    question = read_question("lovelace met", KNOWN)
    assert demand_of(question, question.groups, names, ()) is None
    question = read_question("lovelace met hopper", KNOWN)
    assert len(demand_of(question, question.groups, names, ()).names) == 2
