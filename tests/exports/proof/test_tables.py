"""Which rows of the tables are at hand for a proof, and how a table stands beside the shown rows."""

from __future__ import annotations

from dashboard.exports.proof.database import Texts
from dashboard.exports.proof.tables import around, beside
from dashboard.model.schema import BY_NAME


def texts_of(name: str, rows: list[dict[str, str]]) -> Texts:
    names = [column.name for column in BY_NAME[name].columns]
    return tuple(names), [tuple(row.get(cell, "") for cell in names) for row in rows]


def test_the_sections_of_a_shown_project_are_at_hand() -> None:
    rows = {"routes": [{"route_id": "line", "project_id": "road", "seq": "1", "place_id": "p"}]}
    tables = {**{name: texts_of(name, []) for name in BY_NAME}, "routes": texts_of("routes", rows["routes"])}
    found = around((("record_id",), [("road",)]), {"road"}, tables)
    assert found["routes"] == tables["routes"]
    assert "routes" not in around((("record_id",), [("dam",)]), {"dam"}, tables)


def test_a_table_stands_beside_the_shown_rows_by_its_rows_of_the_open_record_alone() -> None:
    steps = texts_of(
        "milestones",
        [{"project_id": "dam", "event_id": "a"}, {"project_id": "road", "event_id": "b"}],
    )
    shown = ("record_id",), [("a",), ("b",)]
    (join,) = beside("milestones", shown, steps, {"a"}, "dam")
    assert join.on == (("event_id", "shown.record_id"), ("project_id", "'dam'"))
    assert beside("milestones", shown, steps, {"b"}, "dam") == []
