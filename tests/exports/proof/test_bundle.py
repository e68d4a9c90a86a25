"""A proof bundle proves: its script of twenty lines computes the shown cells again, and fails when a cell is
changed, of what is shown or of a table behind it.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.exports.proof.bundle import SCRIPT, proof_of
from dashboard.exports.proof.database import Texts
from dashboard.exports.proof.scope import Scope
from dashboard.exports.proof.taken import Query
from dashboard.exports.reference import Edition
from dashboard.model.figure import Cell, Figure, Grid
from dashboard.model.schema import BY_NAME

ROWS: dict[str, list[dict[str, str]]] = {
    "events": [
        {"event_id": "a", "date": "1950-05", "date_caption": "May 1950", "actors": "x;y", "places": "p"},
        {"event_id": "b", "date": "1960", "date_caption": "1960", "actors": "y", "weight": "2"},
        {"event_id": "c", "date": "1971", "date_caption": "1971", "places": "q;p", "note": "one, two"},
    ],
    "places": [
        {"place_id": "p", "name": "Port"},
        {"place_id": "q", "name": "Quarry"},
        {"place_id": "r", "name": "River"},
    ],
    "evidence": [
        {"record_id": "a", "source_id": "s", "stance": "supports"},
        {"record_id": "a", "source_id": "t", "stance": "supports"},
        {"record_id": "a", "source_id": "u", "stance": "disputes"},
        {"record_id": "b", "source_id": "t", "stance": "supports"},
        {"record_id": "c", "source_id": "s", "stance": "supports"},
    ],
    "sources": [
        {"source_id": "s", "publisher": "Star"},
        {"source_id": "t", "publisher": "Times"},
        {"source_id": "u", "publisher": "Copy", "origin": "t"},
    ],
    "indicators": [
        {"indicator_id": "i", "label": "Deaths", "unit": "persons"},
        {"indicator_id": "j", "label": "Losses", "unit": "persons"},
        {"indicator_id": "k", "label": "Exports to Avaria (customs)", "partner": "Avaria"},
    ],
    "quantities": [
        {"quantity_id": "n", "value": "1500", "unit": "USD million", "qualifier": "up-to"},
        {"quantity_id": "o", "value": "2.5", "unit": "km", "qualifier": "exact"},
    ],
    "observations": [
        {"indicator_id": "i", "period": "2000", "value": "100"},
        {"indicator_id": "i", "period": "2001", "value": "2.5"},
        {"indicator_id": "i", "period": "2002", "value": "4"},
        {"indicator_id": "j", "period": "2001", "value": "7"},
        {"indicator_id": "j", "period": "2002", "value": "8"},
        {"indicator_id": "k", "period": "2001", "value": "1"},
        {"indicator_id": "k", "period": "2002", "value": "2"},
    ],
}
SHOWN = pd.DataFrame(
    {
        "record_id": ["a", "b", "c"],
        "date": ["1950-05", "1960", "1971"],
        "when": ["May 1950", "1960", "1971"],
        "year": [1950, 1960, 1971],
        "actors": ["x;y", "y", ""],
        "place": ["Port", "", "Quarry, Port"],
        "one": ["x", "y", ""],
        "sources": [2, 1, 1],
        "disputing": [1, 0, 0],
        "more": [1, 1, 1],
        "length": [3.0, 4.0, 5.0],
        "width": [1.5, 1.0, 2.0],
        "ratio": [2.0, 4.0, 2.5],
        "gap": [1.5, 3.0, 3.0],
    }
)


def held(name: str) -> Texts:
    return texts_of(name, ROWS.get(name, []))


def texts_of(name: str, rows: list[dict[str, str]]) -> Texts:
    names = [column.name for column in BY_NAME[name].columns]
    names += ["date_caption"] if name == "events" else []
    return tuple(names), [tuple(row.get(cell, "") for cell in names) for row in rows]


def unpacked(
    shown: pd.DataFrame,
    folder: Path,
    figure_id: str = "f",
    written: Query | None = None,
    events: list[dict[str, str]] | None = None,
) -> Path:
    figure = Figure(figure_id, "Three events", Grid(("a",), ((Cell("1"),),)), shown, "Three.")
    tables = {name: held(name) for name in BY_NAME}
    tables["countries"] = ("country", "name", "counts_for"), []
    if events is not None:
        tables["events"] = texts_of("events", events)
    scope = Scope((1950, 1999))
    content = proof_of(figure, tables, Edition("Atlas", "1.0.0", date(2026, 1, 2)), scope, written)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return unpacked(SHOWN, tmp_path)


def checked(folder: Path) -> tuple[int, list[str]]:
    # Isolated: nothing but the standard library can be imported.
    command = [sys.executable, "-I", "-S", "check.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert not done.stderr
    return done.returncode, done.stdout.splitlines()


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def changed(path: Path, row: int, name: str, value: str) -> None:
    rows = rows_of(path)
    assert rows[row][name] != value
    rows[row][name] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def fails_once_changed(folder: Path, table: str, row: int, name: str, value: str) -> None:
    """The script passes on a bundle as it is, and no longer when one cell of it is another."""
    assert checked(folder)[0] == 0
    changed(folder / f"{table}.csv", row, name, value)
    assert checked(folder)[0] == 1


def test_the_script_is_read_in_a_minute(bundle: Path) -> None:
    written = (bundle / "check.py").read_text("utf-8")
    lines = [line for line in written.splitlines() if line.strip()]
    assert len(lines) <= 20
    assert max(map(len, lines)) <= 110
    assert ";" not in written.replace('";"', "")
    format_ = [sys.executable, "-m", "ruff", "format", "--check", str(SCRIPT)]
    assert subprocess.run(format_, capture_output=True).returncode == 0


def test_the_script_computes_every_cell_that_follows_from_the_tables(bundle: Path) -> None:
    assert checked(bundle)[0] == 0
    taken = rows_of(bundle / "taken.csv")
    assert set(taken[0]) == {"row", "more", "length", "width"}


@pytest.mark.parametrize("row", [0, 1, 2])
@pytest.mark.parametrize("name", list(SHOWN.columns))
def test_the_script_fails_when_what_is_shown_is_changed(bundle: Path, name: str, row: int) -> None:
    changed(bundle / "shown.csv", row, name, "7")
    code, words = checked(bundle)
    assert code == 1
    assert any(line.startswith(f"shown.csv, row {row + 2}: ") for line in words)


@pytest.mark.parametrize("name", list(SHOWN.columns))
def test_the_script_fails_when_a_shown_cell_is_emptied(bundle: Path, name: str) -> None:
    changed(bundle / "shown.csv", 0, name, "")
    assert checked(bundle)[0] == 1


@pytest.mark.parametrize("change", [lambda rows: rows[:-1], lambda rows: [*rows, rows[-1]]])
def test_the_script_fails_when_a_shown_row_is_added_to_or_lost_from_a_taken_column(
    bundle: Path, change: object
) -> None:
    path = bundle / "taken.csv"
    header, *rows = path.read_text("utf-8").splitlines()
    assert callable(change)
    path.write_text("\n".join([header, *change(rows), ""]), "utf-8")
    assert checked(bundle)[0] == 1


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("change", [lambda rows: rows[1:], lambda rows: [*rows, rows[0]]])
@pytest.mark.parametrize("figure_id", ["f", "timeline-list"])
def test_the_script_fails_when_a_row_is_missing_or_added(
    tmp_path: Path, figure_id: str, change: object
) -> None:
    folder = unpacked(SHOWN[["record_id", "date"]], tmp_path, figure_id)
    assert checked(folder)[0] == 0
    header, *rows = lines_of(folder / "shown.csv")
    assert callable(change)
    (folder / "shown.csv").write_text("\n".join([header, *change(rows), ""]), "utf-8")
    assert checked(folder)[0] == 1


def test_rows_that_no_rule_gives_are_listed_and_the_bundle_says_so(bundle: Path) -> None:
    assert [row["record_id"] for row in rows_of(bundle / "listed.csv")] == ["a", "b", "c"]
    assert "- 3 of 3 rows are taken as they are" in (bundle / "README.txt").read_text("utf-8")


def test_a_row_of_a_whole_table_that_is_not_shown_is_noticed(tmp_path: Path) -> None:
    folder = unpacked(SHOWN[["record_id", "date"]], tmp_path, "timeline-list")
    assert not (folder / "listed.csv").exists()
    words = (folder / "README.txt").read_text("utf-8")
    assert "- 3 of 3 rows are computed, by the tables whose names begin with all_:" in words
    assert checked(folder)[0] == 0
    with (folder / "all_events.csv").open("a", encoding="utf-8") as file:
        file.write("d,1980,\n")
    code, lines = checked(folder)
    assert code == 1
    assert "shown.csv, row 5: None is shown, d is computed" in lines


@pytest.mark.parametrize(
    ("table", "row", "name", "value"),
    [
        ("events", 0, "event_id", "z"),
        ("events", 0, "date", "1951-05"),
        ("events", 0, "date_caption", "May 1951"),
        ("events", 0, "actors", "x;z"),
        ("events", 2, "places", "p;q"),
        ("places", 0, "name", "Harbour"),
        ("evidence", 0, "source_id", "t"),
        ("evidence", 2, "stance", "supports"),
        ("sources", 2, "origin", ""),
        ("taken", 0, "length", "3.1"),
    ],
)
def test_the_script_fails_when_a_cell_of_a_table_is_changed(
    bundle: Path, table: str, row: int, name: str, value: str
) -> None:
    changed(bundle / f"{table}.csv", row, name, value)
    assert checked(bundle)[0] == 1


def test_cells_of_one_row_are_not_gathered_from_two(tmp_path: Path) -> None:
    shown = pd.DataFrame({"record_id": ["i", "i"], "period": ["2001", "2002"], "value": [2.5, 4.0]})
    fails_once_changed(unpacked(shown, tmp_path), "shown", 0, "value", "4")


def test_the_table_of_a_record_and_what_such_a_record_is_called_are_no_words_of_the_screen(
    tmp_path: Path,
) -> None:
    shown = pd.DataFrame(
        {
            "record_id": ["a", "b"],
            "table": ["events", "events"],
            "kind": ["event", "event"],
            "code": ["x", ""],
        }
    )
    folder = unpacked(shown, tmp_path)
    assert set(rows_of(folder / "taken.csv")[0]) == {"row", "code"}
    fails_once_changed(folder, "events", 1, "event_id", "z")


def test_a_sum_is_added_up_again_over_its_years(tmp_path: Path) -> None:
    years = ["2001–2002", "2001–2002"]
    totals = pd.DataFrame({"record_id": ["i", "j"], "when": years, "value": [6.5, 15.0]})
    folder = unpacked(totals, tmp_path)
    assert set(rows_of(folder / "taken.csv")[0]) == {"row", "when"}
    fails_once_changed(folder, "observations", 2, "value", "4.5")


def test_a_cell_that_is_empty_on_purpose_is_taken_as_empty(tmp_path: Path) -> None:
    shown = pd.DataFrame({"record_id": ["a", "b", "c"], "date": ["1950-05", "", "1971"]})
    folder = unpacked(shown, tmp_path)
    assert [row["date"] for row in rows_of(folder / "taken.csv")] == ["(empty)"]
    fails_once_changed(folder, "shown", 1, "date", "1960")


def test_the_bundle_says_of_each_column_what_is_computed_and_what_is_taken_as_it_is(bundle: Path) -> None:
    computed, _, taken = (bundle / "README.txt").read_text("utf-8").partition("Taken as they are")
    assert "Atlas, version 1.0.0 of 2 January 2026." in computed
    for line in ("- year: 3 of 3 cells", "- place: 2 of 2 cells", "- ratio: 3 of 3 cells"):
        assert line in computed.splitlines()
    assert "- more: 3 of 3 cells (the tables hold nothing of this name)" in taken.splitlines()


def test_the_bundle_says_of_each_taken_column_why(tmp_path: Path) -> None:
    shown = pd.DataFrame({"record_id": ["a", "b"], "date": ["1950-05", "1960"], "who": ["A lady", "Two men"]})
    words = (unpacked(shown, tmp_path) / "README.txt").read_text("utf-8")
    assert "- who: 2 of 2 cells (words composed for the screen)" in words.splitlines()


def test_the_query_is_to_be_read(bundle: Path) -> None:
    query = (bundle / "query.sql").read_text("utf-8")
    assert 'events."date" AS "date"' in query
    assert 'backing."origins" AS "sources"' in query
    assert 'CAST(substr(events."date", 1, 4) AS INTEGER) AS "year"' in query


def test_the_bundle_holds_only_the_rows_and_columns_that_the_query_reads(bundle: Path) -> None:
    assert [row["place_id"] for row in rows_of(bundle / "places.csv")] == ["p", "q"]
    assert set(rows_of(bundle / "places.csv")[0]) == {"place_id", "name"}
    assert "indicators.csv" not in {path.name for path in bundle.iterdir()}


def test_a_column_that_is_computed_in_part_counts_its_cells_on_both_sides(tmp_path: Path) -> None:
    shown = pd.DataFrame({"record_id": ["a", "b", "c"], "date": ["1950-05", "1961", "1971"]})
    words = (unpacked(shown, tmp_path) / "README.txt").read_text("utf-8")
    computed, _, taken = words.partition("Taken as they are")
    assert "- date: 2 of 3 cells" in computed.splitlines()
    assert any(line.startswith("- date: 1 of 3 cells (") for line in taken.splitlines())


def test_where_a_rule_gives_every_row_none_is_said_to_be_taken(tmp_path: Path) -> None:
    folder = unpacked(SHOWN[["record_id", "date"]], tmp_path, "data-table")
    words = (folder / "README.txt").read_text("utf-8")
    assert "  every row of events" in words.splitlines()
    assert "rows are taken as they are" not in words


def test_a_number_in_words_is_computed_with_its_qualifier_its_thousands_and_its_unit(tmp_path: Path) -> None:
    shown = pd.DataFrame(
        {
            "record_id": ["n", "o"],
            "value": [1500.0, 2.5],
            "words": ["up to 1\u202f500 million US dollars", "2.5 km"],
        }
    )
    folder = unpacked(shown, tmp_path)
    assert not (folder / "taken.csv").exists()
    fails_once_changed(folder, "quantities", 0, "qualifier", "about")


def test_a_count_in_words_is_computed_with_the_unit_of_its_series(tmp_path: Path) -> None:
    shown = pd.DataFrame({"record_id": ["i", "j"], "value": [7.0, 8.0], "words": ["7 persons", "8 persons"]})
    folder = unpacked(shown, tmp_path)
    assert set(rows_of(folder / "taken.csv")[0]) == {"row", "value"}
    fails_once_changed(folder, "indicators", 0, "unit", "men")


def test_the_label_of_a_series_is_computed_without_the_partner(tmp_path: Path) -> None:
    shown = pd.DataFrame(
        {
            "record_id": ["k", "k"],
            "period": ["2001", "2002"],
            "value": [1.0, 2.0],
            "who": ["Exports (customs)", "Exports (customs)"],
        }
    )
    folder = unpacked(shown, tmp_path)
    assert set(rows_of(folder / "taken.csv")[0]) == {"row", "record_id"}
    fails_once_changed(folder, "indicators", 0, "partner", "Bavaria")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT event_id FROM events",
        "SELECT event_id, date, date FROM events",
        "SELECT event_id, date FROM events LIMIT 2",
        "SELECT date, event_id FROM events",
    ],
)
def test_a_written_query_that_gives_other_rows_is_left(tmp_path: Path, sql: str) -> None:
    written = Query(sql, reads={"events": frozenset(("event_id", "date"))}, complete=True)
    folder = unpacked(SHOWN[["record_id", "date"]], tmp_path, written=written)
    assert sql not in (folder / "query.sql").read_text("utf-8")
    assert checked(folder)[0] == 0


def test_a_written_query_that_gives_the_rows_is_the_proof(tmp_path: Path) -> None:
    sql = "SELECT event_id, date FROM events"
    written = Query(sql, reads={"events": frozenset(("event_id", "date"))}, complete=True)
    folder = unpacked(SHOWN[["record_id", "date"]], tmp_path, written=written)
    assert (folder / "query.sql").read_text("utf-8") == sql
    fails_once_changed(folder, "events", 1, "date", "1961")


@pytest.mark.parametrize(("rows", "taken"), [(10, "(empty)"), (9, None)])
def test_a_written_query_may_leave_a_tenth_of_the_cells_to_be_taken(
    tmp_path: Path, rows: int, taken: str | None
) -> None:
    record_ids = [f"e{number}" for number in range(rows)]
    shown = pd.DataFrame({"record_id": record_ids, "note": ["", "7", *["same"] * (rows - 2)]})
    events = [{"event_id": name, "note": "same"} for name in record_ids]
    sql = "SELECT event_id AS record_id, note FROM events ORDER BY event_id"
    written = Query(sql, reads={"events": frozenset(("event_id", "note"))}, complete=True)
    folder = unpacked(shown, tmp_path, written=written, events=events)
    assert (sql in (folder / "query.sql").read_text("utf-8")) is (taken is not None)
    assert checked(folder)[0] == 0
    if taken is not None:
        assert (folder / "taken.csv").read_text("utf-8") == f"row,note\n1,{taken}\n2,7\n"
        fails_once_changed(folder, "taken", 1, "note", "8")
