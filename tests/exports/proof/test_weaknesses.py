"""Weaknesses and debts are counted again by their definitions, worked out here by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.exports.proof.scope import Scope
from dashboard.exports.proof.written import written_for
from dashboard.model.weakness import WORDS

Computed = Callable[..., list[tuple[object, ...]]]
Answer = Callable[..., list[tuple[object, ...]]]

ROWS: dict[str, list[dict[str, str]]] = {
    "events": [
        {"event_id": "a", "date": "1950-05", "status": "happened", "series": "s", "number": "2"},
        {"event_id": "b", "date": "1960/1961", "status": "planned", "title": "A treaty"},
        {"event_id": "c", "date": "2026-02", "status": "planned"},
    ],
    "evidence": [
        {"record_id": "b", "source_id": "copy", "stance": "supports"},
        {"record_id": "b", "source_id": "star", "stance": "supports"},
        {"record_id": "a", "source_id": "star", "stance": "supports"},
        {"record_id": "a", "source_id": "old", "stance": "supports", "quote": "He came."},
        {"record_id": "c", "source_id": "weak", "stance": "supports"},
    ],
    "sources": [
        {"source_id": "star", "country": "AAA", "reliability": "established"},
        {"source_id": "copy", "country": "BBB", "origin": "star", "archived": "x"},
        {"source_id": "old", "country": "OLD", "kind": "document", "reliability": "weak"},
        {"source_id": "weak", "country": "BBB", "reliability": "weak"},
    ],
    "countries": [{"country": "OLD", "name": "Old", "counts_for": "AAA"}],
    "checks": [
        {
            "check_id": "k",
            "kind": "consistency",
            "finding": "The last one; not so. It was, in nine years, built.",
        }
    ],
    "series": [{"series_id": "s", "last_number": "3", "summary": "Their everlasting lastness"}],
    "readings": [
        {"record_id": "a", "coder": "A"},
        {"record_id": "a", "coder": "B"},
        {"record_id": "b", "coder": "A"},
        {"record_id": "b", "coder": "A"},
        {"record_id": "c", "coder": "later"},
    ],
}
for weight, event in zip("132", ROWS["events"], strict=True):
    event["weight"] = weight
for source in ROWS["sources"]:
    source.setdefault("kind", "news")
    source["url"] = "https://example.org"


@pytest.fixture
def computed(answer: Answer) -> Computed:
    """Computes a figure from the rows above."""

    def rows_of(figure_id: str, **options: str) -> list[tuple[object, ...]]:
        query = written_for(figure_id, Scope((1950, 2030), options=options, released="2026-02-03"))
        assert query
        return answer(query, ROWS)

    return rows_of


@pytest.mark.parametrize(
    ("name", "records"),
    [
        ("one-origin", [("b", None), ("c", None)]),
        ("one-country", [("a", None), ("b", None), ("c", None)]),
        ("planned-past", [("b", None)]),
        (
            "superlatives",
            [("k", "The last one;"), ("k", "It was, in nine years, built.")],
        ),
        ("weak-sources", [("c", None)]),
        ("not-rated", [("copy", None)]),
        ("missing-numbers", [("s", "Number 1"), ("s", "Number 3")]),
    ],
)
def test_a_weakness_has_its_records(
    computed: Computed, name: str, records: list[tuple[str, str | None]]
) -> None:
    found = computed("method-weak-records", weakness=name)
    assert found == [(record_id, WORDS[name], said) for record_id, said in records]


def test_all_weaknesses_follow_each_other(computed: Computed) -> None:
    found = computed("method-weaknesses")
    assert list(dict.fromkeys(weakness for _, weakness, _ in found)) == list(WORDS.values())
    assert len(found) == 12


def test_the_queue_names_every_debt_and_orders_by_weight_times_debts(computed: Computed) -> None:
    assert computed("method-health") == [
        ("c", "events", 2, "one-origin;weak-sources;no-archive", 6),
        ("b", "events", 1, "one-origin;coarse-date;planned-past;one-reading", 4),
        ("a", "events", 3, "no-archive", 3),
        ("k", "checks", 2, "one-reading", 2),
    ]


@pytest.mark.parametrize("part", ["", "0", "9", "x"])
def test_a_part_that_there_is_not_is_the_nearest(computed: Computed, part: str) -> None:
    assert len(computed("method-health", queue=part)) == 4


@pytest.mark.parametrize(
    ("kind", "archived", "url", "owes"),
    [
        ("news", "", "https://a.example", True),
        ("news", "https://copy.example", "https://a.example", False),
        ("news", "", "", False),
        ("dataset", "", "https://a.example", False),
        ("document", "", "https://a.example", False),
    ],
)
def test_only_what_can_go_from_the_web_owes_an_archived_copy(
    answer: Answer, kind: str, archived: str, url: str, owes: bool
) -> None:
    source = {"source_id": "s", "kind": kind, "archived": archived, "url": url, "country": "AAA"}
    rows = {
        "events": [{"event_id": "e", "date": "1950-05", "status": "happened", "weight": "1"}],
        "evidence": [{"record_id": "e", "source_id": "s", "stance": "supports", "quote": "q"}],
        "sources": [source],
    }
    query = written_for("method-health", Scope((1950, 2030), released="2026-02-03"))
    assert query
    ((_, _, _, debts, _),) = answer(query, rows)
    assert ("no-archive" in str(debts).split(";")) == owes
