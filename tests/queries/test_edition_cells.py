"""The cells on which a change rests: of a record's row or of a row that belongs to it, before and after."""

from __future__ import annotations

from dashboard.queries.edition_cells import Moved, moved
from dashboard.queries.edition_pair import Pair
from dashboard.queries.editions import changes

Rows = list[dict[str, str]]


def passage(record_id: str, source_id: str, stance: str = "supports") -> dict[str, str]:
    return {"record_id": record_id, "source_id": source_id, "locator": "para:1", "stance": stance}


def tables(date: str, value: str, stance: str, *more: str) -> dict[str, Rows]:
    events = [{"event_id": "visit", "date": date, "title": "A visit", "note": ""}]
    events += [{"event_id": name, "date": "1999", "title": name, "note": "Found late."} for name in more]
    return {
        "events": events,
        "indicators": [{"indicator_id": "exports", "label": "Exports"}],
        "observations": [{"indicator_id": "exports", "period": "2001", "value": value}],
        "evidence": [passage("visit", "paper", stance), passage("visit", "herald")],
    }


def between(before: dict[str, Rows], after: dict[str, Rows]) -> Moved:
    return moved(changes(before, after), Pair(before, after))


def test_a_changed_cell_stands_with_its_table_record_and_both_values() -> None:
    found = between(tables("1971", "5", "supports"), tables("1972", "5", "supports"))
    assert found.cells == [
        ("events", "visit", "", "record_id", "visit", "visit"),
        ("events", "visit", "", "note", "", ""),
        ("events", "visit", "", "date", "1971", "1972"),
    ]
    assert found.before == found.after == []


def test_a_value_of_a_series_stands_in_the_table_of_the_values_under_its_series() -> None:
    found = between(tables("1971", "5", "supports"), tables("1971", "7", "supports"))
    of_value = [cells for cells in found.cells if cells[2]]
    assert of_value[0] == ("observations", "exports", "value of 2001", "record_id", "exports", "exports")
    assert ("observations", "exports", "value of 2001", "value", "5", "7") in of_value


def test_of_a_new_record_only_the_newer_edition_has_a_cell() -> None:
    found = between(tables("1971", "5", "supports"), tables("1971", "5", "supports", "fresh"))
    assert found.cells == [
        ("events", "fresh", "", "record_id", "", "fresh"),
        ("events", "fresh", "", "note", "", "Found late."),
    ]
    assert found.titles == [("fresh", "fresh")]


def test_a_changed_stance_has_the_passages_of_its_source_alone_before_and_after() -> None:
    found = between(tables("1971", "5", "supports"), tables("1971", "5", "disputes"))
    said = ("visit", "paper", "para:1", "", "", "", "", "supports", "")
    assert found.before == [said]
    assert found.after == [(*said[:7], "disputes", "")]


def test_reasons_stand_with_the_record_and_the_field_that_they_explain() -> None:
    before, after = tables("1971", "5", "supports", "lost"), tables("1972", "5", "supports")
    settled = {"record_id": "visit", "source_id": "", "field": "date", "coder": "settled", "value": "1972"}
    after["readings"] = [{**settled, "locator": "", "why": "Read again."}]
    after["aliases"] = [{"former_id": "lost", "record_id": "visit", "reason": "The same visit."}]
    wrong = [{"record_id": "visit", "field": "date", "edition": "2", "why": "A slip."}]
    found = moved(changes(before, after, wrong), Pair(before, after, wrong))
    assert found.corrections == [("visit", "date", "A slip.")]
    assert found.readings == [("visit", "", "date", "Read again.")]
    assert found.aliases == [("lost", "visit", "The same visit.")]
