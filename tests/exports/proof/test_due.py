"""Which rows a figure owes: by a rule where the tables have one, else listed."""

from __future__ import annotations

import pytest

from dashboard.exports.proof.database import Texts
from dashboard.exports.proof.due import Due, due_of
from dashboard.exports.proof.scope import Scope
from dashboard.model.schema import BY_NAME

ROWS: dict[str, list[dict[str, str]]] = {
    "events": [
        {"event_id": "a", "date": "1950-05", "themes": "x;y", "places": "p;q", "projects": "road"},
        {"event_id": "b", "date": "1960", "themes": "y", "places": "p", "series": "talks"},
        {"event_id": "c", "date": "1958/1962", "themes": "z"},
    ],
    "places": [
        {"place_id": "p", "longitude": "1", "latitude": "1", "precision": "site"},
        {"place_id": "q", "longitude": "2", "latitude": "2", "precision": "country"},
        {"place_id": "r", "kind": "town"},
    ],
    "projects": [
        {"project_id": "road", "kind": "road", "themes": "x"},
        {"project_id": "dam", "kind": "dam"},
        {"project_id": "rail", "kind": "rail", "themes": "y"},
    ],
    "routes": [
        {"route_id": "r-1", "project_id": "rail", "seq": "1"},
        {"route_id": "r-1", "project_id": "rail", "seq": "2"},
        {"route_id": "r-2", "project_id": "rail", "seq": "1"},
    ],
    "indicators": [{"indicator_id": "i"}, {"indicator_id": "j"}],
    "observations": [
        {"indicator_id": "i", "period": "1950", "status": "observed"},
        {"indicator_id": "i", "period": "1951", "status": "doubtful"},
        {"indicator_id": "i", "period": "1952", "status": "observed"},
        {"indicator_id": "j", "period": "1950", "status": "observed"},
    ],
    "milestones": [
        {"project_id": "road", "event_id": "a", "status": "agreed"},
        {"project_id": "rail", "event_id": "b", "status": "agreed"},
    ],
    "families": [{"family": "lost", "figure": "losses", "kind": "sum", "stated": "loss"}],
    "family_members": [{"family": "lost", "member": "i"}],
    "quantities": [
        {"quantity_id": "m", "indicator": "loss", "period": "1950/1952"},
        {"quantity_id": "n", "indicator": "loss", "period": "1970"},
        {"quantity_id": "o", "indicator": "gain", "period": "1951"},
    ],
    "checks": [
        {"check_id": "k", "kind": "fact", "source_id": "doc"},
        {"check_id": "l", "kind": "consistency", "source_id": "doc"},
        {"check_id": "m", "kind": "consistency", "source_id": "paper"},
    ],
    "claims": [{"claim_id": "claim"}],
    "sources": [
        {"source_id": "doc", "kind": "document"},
        {"source_id": "news", "kind": "news"},
        {"source_id": "paper", "kind": "document"},
    ],
    "agreements": [{"agreement_id": "pact"}],
    "terms": [{"term_id": "term"}],
    "readings": [{"record_id": "a", "coder": "A"}, {"record_id": "a", "coder": "B"}],
}


def held() -> dict[str, Texts]:
    tables = {}
    for name, table in BY_NAME.items():
        names = tuple(column.name for column in table.columns)
        tables[name] = names, [tuple(row.get(cell, "") for cell in names) for row in ROWS.get(name, [])]
    return tables


def due(figure_id: str, *ids: str, record_id: str = "", themes: tuple[str, ...] = ()) -> Due:
    scope = Scope((1950, 1961), themes=themes, record_id=record_id)
    return due_of(figure_id, (("record_id",), [(name,) for name in ids]), held(), scope)


@pytest.mark.parametrize(
    ("figure_id", "ids"),
    [
        ("timeline-list", "a b c"),
        ("timeline-strip", "a b c"),
        ("series-list", "b"),
        ("data-table", "p q r"),
        ("map-events", "a b"),
        ("map-table", "rail rail"),
        ("map-routes", "rail rail p p"),
        ("map-unplaced", "road q r"),
        ("context-losses", "i m"),
        ("context-trade", "i i"),
        ("context-trade", "i i j"),
        ("arguments-matrix", "claim"),
        ("checks-verdicts", "k"),
        ("checks-list", "k"),
        ("checks-own", "l m"),
        ("sources-documents", "doc paper"),
        ("sources-table", "doc news paper"),
        ("agreements-table", "pact"),
        ("people-terms", "term"),
        ("method-agreement", "a a"),
        ("series-strip", "b"),
        ("timeline-lanes", "a b c"),
        ("sources-corroboration", "a b c"),
    ],
)
def test_a_rule_gives_all_rows(figure_id: str, ids: str) -> None:
    found = due(figure_id, *ids.split())
    assert found.rule
    assert not found.listed
    assert found.given == len(ids.split())


@pytest.mark.parametrize(("figure_id", "ids"), [("timeline-list", "a b"), ("trade-statements", "m n")])
def test_without_such_a_rule_the_records_are_listed(figure_id: str, ids: str) -> None:
    found = due(figure_id, *ids.split())
    assert found.rule is None
    assert found.listed == ids.split()


def test_rows_beside_those_of_a_rule_are_listed() -> None:
    found = due("context-trade", "i", "i", "j", "o")
    assert (found.given, found.listed) == (3, ["o"])


def test_events_of_other_themes_are_not_owed() -> None:
    assert due("timeline-list", "a", "b", themes=("y",)).given == 2


def test_the_slips_of_the_open_document_are_its_checks_of_itself() -> None:
    found = due("record-slips", "l", record_id="doc")
    assert (found.rule and found.rule.words, found.given) == ("every check of the document by itself", 1)


def test_what_names_the_open_record_is_owed() -> None:
    assert due("record-life", "a", record_id="road").rule
    assert due("record-around", "a", record_id="road").given == 1
    assert due("record-facts", "road", record_id="road").rule
