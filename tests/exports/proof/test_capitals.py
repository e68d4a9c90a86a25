"""Events by the country of their sources follow from evidence and sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.exports.proof.scope import Scope
from dashboard.exports.proof.written import written_for

Computed = Callable[..., list[tuple[object, ...]]]
Answer = Callable[..., list[tuple[object, ...]]]

ROWS: dict[str, list[dict[str, str]]] = {
    "events": [
        {"event_id": "b", "date": "1960", "themes": "y", "title": "B"},
        {"event_id": "a", "date": "1950-05", "themes": "x;y", "title": "A"},
        {"event_id": "c", "date": "1999", "themes": "x", "title": "C"},
    ],
    "evidence": [
        {"record_id": "a", "source_id": "star"},
        {"record_id": "a", "source_id": "old"},
        {"record_id": "a", "source_id": "body"},
        {"record_id": "b", "source_id": "copy"},
        {"record_id": "c", "source_id": "star"},
    ],
    "sources": [
        {"source_id": "star", "country": "AAA"},
        {"source_id": "old", "country": "OLD"},
        {"source_id": "copy", "country": "AAA", "origin": "old"},
        {"source_id": "body", "country": ""},
    ],
    "countries": [
        {"country": "AAA", "name": "Aland"},
        {"country": "BBB", "name": "Bland"},
        {"country": "OLD", "name": "Oldland", "counts_for": "BBB"},
    ],
    "themes": [{"theme_id": "x", "label": "Exes"}, {"theme_id": "y", "label": "Whys"}],
    "eras": [
        {"era_id": "e", "label": "Early", "period": "1940/1959-12"},
        {"era_id": "l", "label": "Late", "period": "1960/2000"},
    ],
}


@pytest.fixture
def computed(answer: Answer) -> Computed:
    """Computes a figure from the rows above."""

    def rows_of(figure_id: str, themes: tuple[str, ...] = (), **options: str) -> list[tuple[object, ...]]:
        query = written_for(figure_id, Scope((1950, 1970), themes=themes, options=options))
        assert query
        return answer(query, ROWS)

    return rows_of


def test_an_event_counts_under_each_theme_and_for_each_country(computed: Computed) -> None:
    assert computed("sources-capitals") == [
        ("a", "Aland", "Exes"),
        ("a", "Bland", "Exes"),
        ("a", "Aland", "Whys"),
        ("a", "Bland", "Whys"),
        ("b", "Bland", "Whys"),
    ]


def test_an_event_counts_in_the_era_in_which_it_begins(computed: Computed) -> None:
    assert computed("sources-capitals", by="era") == [
        ("a", "Aland", "Early"),
        ("a", "Bland", "Early"),
        ("b", "Bland", "Late"),
    ]


def test_an_event_of_one_country_has_no_source_that_counts_for_none(computed: Computed) -> None:
    assert computed("sources-one-country") == [("b", "BBB", 1960, "B")]


@pytest.mark.parametrize(("theme", "number"), [("x", 4), ("y", 5)])
def test_only_events_of_the_chosen_themes_count(computed: Computed, theme: str, number: int) -> None:
    assert len(computed("sources-capitals", themes=(theme,))) == number


def test_the_twelve_countries_that_tell_of_most_events_stand_by_themselves(answer: Answer) -> None:
    # A to M tell of one event each; M of a second one, so that it comes first and L is left for the others.
    letters = "ABCDEFGHIJKLM"
    rows = {
        "events": [{"event_id": name, "date": "1950", "themes": "x"} for name in ("one", "two")],
        "evidence": [
            *({"record_id": "one", "source_id": letter} for letter in letters),
            {"record_id": "two", "source_id": "M"},
        ],
        "sources": [{"source_id": letter, "country": letter} for letter in letters],
        "countries": [{"country": letter, "name": f"Land {letter}"} for letter in letters],
        "themes": [{"theme_id": "x", "label": "Exes"}],
    }
    query = written_for("sources-capitals", Scope((1950, 1950)))
    assert query
    assert answer(query, rows) == [
        *(("one", f"Land {letter}", "Exes") for letter in "ABCDEFGHIJK"),
        ("one", "other countries", "Exes"),
        ("one", "Land M", "Exes"),
        ("two", "Land M", "Exes"),
    ]


def test_the_queries_give_every_row_by_themselves() -> None:
    for figure_id in ("sources-capitals", "sources-one-country"):
        query = written_for(figure_id, Scope((1950, 1999)))
        assert query is not None
        assert query.complete
