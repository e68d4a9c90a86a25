"""A part of the results holds what was asked for, with true numbers around it, and only what was chosen."""

import pytest

from dashboard.model.found import PART, Passage
from dashboard.model.period import EARLIEST
from dashboard.queries.find.answer import find
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import read_question
from dashboard.queries.find.results import Choice, found, results_of

ALL_YEARS = (1947, 2026)


@pytest.fixture
def index_of(filled):
    """Makes an index of some records."""
    return lambda *rows: Index(filled(*rows))


def event(title: str, year: int = 2000, **more: object) -> dict[str, object]:
    return {"table": "events", "title": title, "first_year": year, "last_year": year, **more}


def asked(index: Index, text: str, events: object = None, table: str = "", part: int = 1, **choice: object):
    events = set(index.ids) if events is None else events
    chosen = Choice(**{"years": ALL_YEARS, "themes": (), "events": events, **choice})
    return results_of(index, find(index, read_question(text, {})), chosen, table, part)


def ids(results) -> list[str]:
    return [record.record_id for record in results.records]


def test_parts_follow_one_another_and_a_part_that_is_not_there_is_the_nearest(index_of):
    index = index_of(*(event(f"Pipeline number {number}") for number in range(PART + 5)))
    first, second = asked(index, "pipeline"), asked(index, "pipeline", part=2)
    assert (first.total, len(first.records), len(second.records)) == (PART + 5, 20, 5)
    assert set(ids(first)).isdisjoint(ids(second))
    assert ids(asked(index, "pipeline", part=99)) == ids(second)
    assert ids(asked(index, "pipeline", part=-3)) == ids(first)


def test_kinds_are_counted_before_and_decades_after_a_kind_is_chosen(index_of):
    index = index_of(
        event("River talks", 1961),
        event("River pact", 1965),
        event("River until a day", EARLIEST.year),
        {"table": "places", "title": "River"},
    )
    results = asked(index, "river", table="events", years=(EARLIEST.year, 2026))
    assert results.tables == {"events": 3, "places": 1}
    assert (results.total, results.decades) == (3, {1960: 2})


def test_only_events_of_the_choice_and_other_records_of_its_years_themes_and_sources_are_found(index_of):
    index = index_of(
        event("River talks"),
        {"table": "quantities", "title": "River depth", "first_year": 1950, "last_year": 1950},
        {"table": "projects", "title": "River dam", "themes": ("energy",)},
        {"table": "actors", "title": "River people"},
    )
    assert set(ids(asked(index, "river", events=()))) == {"r1", "r2", "r3"}
    assert "r1" not in ids(asked(index, "river", years=(1990, 2000)))
    assert "r2" not in ids(asked(index, "river", themes=("trade",)))
    assert ids(asked(index, "river", supported={"r3"}, events=())) == ["r3"]
    assert asked(index, "river", events=(), supported=()).without_choice == 4


def test_a_record_that_holds_less_than_half_is_near_and_not_found(index_of):
    index = index_of(event("River talks"), event("Harbour"), event("Mountain"))
    results = asked(index, "river zeppelin hangar")
    assert not results.answered
    assert ids(results) == ["r0"]
    assert results.passages == ()


def test_where_none_answers_the_next_nearest_stand_beside_the_one_that_holds_more_than_half(index_of):
    report = event("Report on the river dam", 2026)
    index = index_of(report, event("River dam", 1980), *(event(f"River {name}") for name in "abcdefg"))
    results = asked(index, "river dam 2026 zeppelin")
    assert not results.answered
    assert ids(results)[:2] == ["r0", "r1"]
    assert len(results.records) == 5


def test_the_passage_is_the_one_with_most_of_the_words(index_of):
    passages = (Passage("the river froze", "paper", "para:2"), Passage("talks at the river", "book"))
    index = index_of(event("Talks", sentences="They met. · visit", passages=passages))
    result = find(index, read_question("talks river", {}))
    record = found(index, result.hits[0], result.marker())
    assert record.passage == passages[1]
    assert [record.passage.text[begin:end] for begin, end in record.marks] == ["talks", "river"]


def test_a_record_whose_title_alone_matches_shows_its_first_sentence_and_never_its_kind(index_of):
    index = index_of(event("Talks", sentences="They met in winter. · visit"))
    result = find(index, read_question("talks", {}))
    assert found(index, result.hits[0], result.marker()).passage.text == "They met in winter."


@pytest.mark.parametrize(("text", "numbers"), [("length river", ("r1",)), ("river", ())])
def test_stated_numbers_stand_first_only_where_one_is_asked_for(index_of, text, numbers):
    index = index_of(
        {"table": "places", "title": "River"},
        {"table": "quantities", "title": "As surveyed", "related": "River", "sentences": "length · km"},
    )
    assert asked(index, text).numbers == numbers


def test_a_passage_of_two_records_stands_once_and_under_the_better_one(index_of):
    passage = (Passage("talks at the river", "paper", "para:2"),)
    index = index_of(event("River talks", passages=passage), event("Talks", passages=passage))
    (best,) = asked(index, "river talks").passages
    assert best.record_id == "r0"


def test_what_the_first_record_lacks_is_named_in_the_first_part_alone(index_of):
    others = ({"table": "places", "title": f"Canal {number}"} for number in range(200))
    index = index_of(*(event(f"Pipeline talks {number}") for number in range(PART + 5)), *others)
    first, second = (asked(index, "Pipeline talks, rivers", part=part) for part in (1, 2))
    assert (first.part, second.part) == (1, 2)
    assert (first.unmet, second.unmet) == (("rivers",), ())
