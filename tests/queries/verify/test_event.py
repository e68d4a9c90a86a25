"""Sentences meet events by all of their words, and only few events are sure to be meant."""

import pandas as pd
import pytest

from dashboard.queries.find.documents import documents
from dashboard.queries.verify.event import (
    COUNTED,
    Events,
    Meant,
    Parties,
    dates_of,
    near_best,
    overlap,
    sure,
    without,
)
from dashboard.queries.verify.statement import Stated


@pytest.fixture(scope="module")
def events(small_atlas):
    return Events(documents(small_atlas.frames), small_atlas["glossary"])


def test_an_event_is_met_by_its_summary_as_by_its_title(events):
    assert [event.event_id for event in events.meant_by("officials spoke tariffs")] == ["trade-round"]


def test_an_event_holds_words_that_stand_in_it_one_after_the_other(events):
    assert events.holds("pipeline-agreement", "two governments")
    assert not events.holds("pipeline-agreement", "governments two")


def test_a_title_has_words_only_as_they_stand_in_it(events):
    assert events.titled("trade-round", "talks on trade")
    assert not events.titled("trade-round", "spoke of tariffs")


def test_a_first_narrows_to_the_events_that_are_called_so(events):
    both = [Meant("trade-round", 1.0), Meant("visit-dropped", 0.9)]
    assert events.called(both, ["Round"]) == both[:1]
    assert events.called(both, ["only"]) == both


def test_number_words_of_a_title_are_told_by_their_kind(small_atlas):
    frames = dict(small_atlas.frames)
    frames["events"] = frames["events"].assign(title="Third meeting of two sides")
    events = Events(documents(frames), frames["glossary"])
    assert [events.counted_in("trade-round", kind) for kind in COUNTED] == [["two"], ["third"]]


def test_of_many_events_alike_none_is_sure_and_none_that_holds_too_little():
    assert sure([Meant("a", 0.9), Meant("b", 0.85), Meant("c", 0.7)]) == [Meant("a", 0.9), Meant("b", 0.85)]
    assert sure([Meant(name, 0.9) for name in "abcdef"]) == [Meant(name, 0.9) for name in "abcdef"]
    assert sure([Meant(name, 0.9) for name in "abcdefg"]) == []
    assert sure([Meant("a", 0.65)]) == [Meant("a", 0.65)]
    assert sure([Meant("a", 0.64)]) == []


def test_an_event_that_holds_a_tenth_less_than_the_best_is_not_near_it():
    assert near_best([Meant("a", 1.0), Meant("b", 0.91), Meant("c", 0.9)]) == [
        Meant("a", 1.0),
        Meant("b", 0.91),
    ]
    assert near_best([]) == []


def test_a_person_stands_in_place_of_persons_and_a_place_of_places():
    frames = {
        "actors": pd.DataFrame(
            {
                "actor_id": ["ada", "bob", "land"],
                "name": ["Ada", "Bob", "Land"],
                "kind": ["person", "person", "state"],
            }
        ),
        "places": pd.DataFrame(
            {
                "place_id": ["port", "town", "isle"],
                "name": ["Port", "Town", "Isle"],
                "kind": ["port", "town", "country"],
            }
        ),
        "events": pd.DataFrame({"event_id": ["e"], "actors": [("ada", "land")], "places": [("port",)]}),
    }
    parties = Parties(frames)
    assert (parties.in_place_of("bob", "e"), parties.in_place_of("town", "e")) == ("Ada", "Port")
    assert [parties.in_place_of(one, "e") for one in ("ada", "port", "land", "isle", "nobody")] == [""] * 5
    assert parties.in_place_of("bob", "no-event") == ""
    assert [parties.is_place(one) for one in ("port", "town", "isle", "bob")] == [True, True, False, False]


def test_several_persons_of_an_event_are_named_in_order_of_the_alphabet():
    people = pd.DataFrame({"actor_id": ["a", "b", "c"], "name": ["Zoe", "Ada", "Bob"], "kind": "person"})
    sites = pd.DataFrame({"place_id": ["port"], "name": ["Port"], "kind": ["region"]})
    events = pd.DataFrame({"event_id": ["e"], "actors": [("a", "b")], "places": [("port",)]})
    parties = Parties({"actors": people, "places": sites, "events": events})
    assert parties.in_place_of("c", "e") == "Ada, Zoe"
    assert not parties.is_place("port")


def test_a_sentence_is_blank_where_a_part_is_left_out():
    assert without("on 1 May we met", [(3, 8)]) == "on       we met"


def test_the_dates_of_a_sentence_are_its_places_without_numbers_and_firsts():
    things = [
        Stated("number", "5", 0, 1),
        Stated("date", "2016", 5, 9),
        Stated("superlative", "first", 12, 17),
    ]
    assert dates_of(things) == [(5, 9)]


@pytest.mark.parametrize(
    ("days", "meets"),
    [
        (("2016-01-01", "2016-05-01"), True),
        (("2016-05-01", "2016-12-31"), True),
        (("2016-05-02", "2016-12-31"), False),
        (("2016-01-01", "2016-04-30"), False),
    ],
)
def test_a_date_meets_days_of_which_one_is_its_own(days, meets):
    assert overlap(Stated("date", "", 0, 0, first="2016-05-01", last="2016-05-01"), days) is meets
