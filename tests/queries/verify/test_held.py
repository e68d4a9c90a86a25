"""What the record holds for comparison is found by the words of a sentence."""

import pandas as pd
import pytest

from dashboard.queries.verify.held import Held, Quote, stems


@pytest.fixture(scope="module")
def held(atlas):
    return Held(atlas.frames)


def test_words_meet_in_their_other_forms():
    assert set(stems("He visited the offices of meetings in 2012")) == set(stems("he visits office meeting"))


def test_a_sentence_is_about_the_event_whose_title_it_holds(held):
    title = held.titles["fradkov-visit-2007"]
    assert held.about(f"As is known, {title} in the spring.")[0] == "fradkov-visit-2007"


def test_a_sentence_of_other_things_is_about_nothing(held):
    assert held.about("The cook put salt into the soup.") == []


def test_every_value_is_held_in_its_plain_unit(held):
    values = {value.record_id: value for value in held.values}
    assert (values["pakafuz-length-573"].value, values["pakafuz-length-573"].unit) == (573, "km")
    assert values["pakistan-stream-cost-2021-07-low"].value == 2.5e9


def with_rows(frame, *rows):
    """A table of some rows that are like its first one but for what they name."""
    return pd.DataFrame([{**frame.iloc[0], **row} for row in rows])


def titled(small_atlas, **titles):
    events = with_rows(
        small_atlas["events"], *({"event_id": key, "title": text} for key, text in titles.items())
    )
    return Held({**small_atlas.frames, "events": events, "checks": small_atlas["checks"].head(0)})


def test_a_word_loses_its_ending_only_where_four_letters_are_left():
    assert stems("The gas banks, the seeds, planes and lines of 2012") == [
        "gas",
        "bank",
        "seed",
        "plan",
        "line",
    ]
    assert stems("agreements") == ["agreem"]


def test_a_sentence_is_about_a_record_of_which_it_holds_seven_tenths(small_atlas):
    # "lamp" is rarer than the three other words, which are two thirds of the longer title together.
    held = titled(small_atlas, short="copper bolt quay", long="copper bolt quay lamp")
    assert held.about("Copper, bolt, quay") == ["short"]
    assert held.about("Copper, bolt, quay", 0.65) == ["short", "long"]
    assert held.about("Copper, bolt") == []
    assert held.about("Copper, bolt, quay, lamp") == ["long", "short"]


def test_of_records_that_a_sentence_holds_alike_the_first_by_id_comes_first(small_atlas):
    held = titled(small_atlas, b="copper bolt quay", a="copper bolt quay", c="copper bolt quay")
    assert held.about("copper bolt quay") == ["a", "b", "c"]


def test_the_last_word_of_a_persons_name_is_a_name_where_one_person_alone_has_it(small_atlas):
    actors = with_rows(
        small_atlas["actors"],
        {"actor_id": "ada", "name": "Ada Minister", "kind": "person", "aliases": ()},
        {"actor_id": "bob", "name": "Bob Minister", "kind": "person", "aliases": ()},
        {"actor_id": "cleo", "name": "Cleo Khan", "kind": "person", "aliases": ()},
        {"actor_id": "dan", "name": "Dan Lee", "kind": "person", "aliases": ()},
        {"actor_id": "bank", "name": "Northern Bank", "kind": "company", "aliases": ()},
        {"actor_id": "union", "name": "Southern Union", "kind": "state", "aliases": ()},
    )
    names = Held({**small_atlas.frames, "actors": actors}).names
    assert names[("khan",)] == "cleo"
    assert not {("minister",), ("lee",), ("bank",), ("union",)} & set(names)


def test_names_have_four_letters_or_more_and_a_short_name_of_the_map_goes_before_a_family_name(small_atlas):
    places = with_rows(
        small_atlas["places"],
        {"place_id": "oslo", "name": "Oslo"},
        {"place_id": "ulm", "name": "Ulm"},
        {"place_id": "u-an", "name": "U An"},
        {"place_id": "minister", "name": "Minister"},
    )
    names = Held({**small_atlas.frames, "places": places}).names
    assert names[("oslo",)] == "oslo"
    assert not {("ulm",), ("u", "an")} & set(names)
    assert names[("minister",)] == "minister"
    assert (names[("river", "line")], names[("north", "line")]) == ("river-pipeline", "river-pipeline")


def test_quotes_are_those_of_checks_and_of_passages_that_support(small_atlas):
    quotes = Held(small_atlas.frames).quotes
    assert [(quote.record_id, quote.source_id) for quote in quotes] == [
        ("check-trade-2018", "voice-2020"),
        ("pipeline-agreement", "voice-2020"),
        ("pipeline-agreement", "paper-2021"),
        ("visit-dropped", "paper-2021"),
        ("river-pipeline", "voice-2020"),
        ("trade-2018", "voice-2020"),
        ("pipeline-length", "voice-2020"),
        ("claim-interests", "voice-2020"),
    ]
    assert quotes[2] == Quote(
        "pipeline-agreement",
        "paper-2021",
        ("the", "agreement", "of", "2016"),
        frozenset(("the", "agreement", "of")),
    )


def test_a_record_has_its_days_the_years_that_sources_state_and_each_source_once(small_atlas):
    held = Held(small_atlas.frames)
    assert held.dates["pipeline-agreement"] == ("2015-10-16", "2015-10-16")
    assert held.dates["early-contact"] == ("1950-01-01", "1959-12-31")
    assert held.dates["trade-2018"] == ("2018-01-01", "2018-12-31")
    assert "pipeline-length" not in held.dates
    assert held.stated_years == {
        "pipeline-agreement": frozenset(("2015", "2016")),
        "visit-dropped": frozenset(("2017",)),
    }
    assert held.departing == {"pipeline-agreement"}
    assert held.sources["river-pipeline"] == ("voice-2020", "paper-2021")
    assert held.sources["pipeline-agreement"] == ("gazette-2015", "voice-2020", "paper-2021")


def test_a_value_is_said_as_the_table_has_it(small_atlas):
    values = {value.record_id: value for value in Held(small_atlas.frames).values}
    trade = values["trade-2018"]
    assert (trade.value, trade.unit, trade.caption, trade.subject) == (
        5e8,
        "USD",
        "500 USD million",
        "trade-round",
    )
    assert values["pipeline-length"].words == frozenset(("length",))


def test_a_word_is_known_by_its_first_six_letters(small_atlas):
    held = Held(small_atlas.frames)
    assert held.knows("pipelines")
    assert held.knows("kilometrage")
    assert not held.knows("pipers")


@pytest.mark.parametrize(
    ("stated", "departs"),
    [
        ("2015-10-16", False),
        ("2015-10", False),
        ("2015~", False),
        ("2014/2016", False),
        ("2015-10-17", True),
        ("2015-09", True),
        ("2016", True),
        ("2013/2014", True),
        ("unknown", False),
    ],
)
def test_a_record_is_departed_from_by_a_source_that_states_no_day_of_its_own(small_atlas, stated, departs):
    evidence = (
        small_atlas["evidence"].iloc[:1].assign(record_id="pipeline-agreement", field="date", value=stated)
    )
    held = Held({**small_atlas.frames, "evidence": evidence})
    assert held.departing == ({"pipeline-agreement"} if departs else frozenset())
