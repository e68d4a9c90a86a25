"""Every way of damaging a row, a table or a file is told as a fault at its place; none passes in silence,
none raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.__main__ import main
from dashboard.data.atlas import read_texts, row_faults
from dashboard.data.cells import cell_faults
from dashboard.data.fingerprint import FOLDER, fingerprint_faults
from dashboard.data.table import ROW, read_table
from dashboard.model.fault import Fault
from dashboard.model.schema import TABLES, Column, Holds, Table
from dashboard.model.sign import unseen

RELEASED, TODAY, FIRST_YEAR = date(2022, 6, 1), date(2022, 6, 30), 1947

# What a sound cell may become where it may not be so: for every column, or for those of one kind.
HIDDEN = {
    "a control sign": "{}\x07",
    "a nought": "{}\x00",
    "two lines": "{}\nand more",
    "a tab": "{}\tx",
    "an escape": "\x1b[31m{}",
    "direction reversed": "\u202e{}",
    "a direction isolated": "\u2066{}",
    "a mark of direction": "{}\u200f",
    "no width": "{}\u200bx",
    "a joiner": "x\u2060{}",
    "a joiner between Latin letters": "a\u200db{}",
    "a soft hyphen": "{}\u00adx",
    "a byte order mark": "\ufeff{}",
    "a filler": "{}\u3164x",
    "a tag": "{}\U000e0041",
    "a lost sign": "{}\ufffdx",
    "no character": "{}\uffffx",
    "a private sign": "{}\ue000x",
    "a space before": " {}x",
    "a space behind": "x{} ",
    "a hard space behind": "x{}\u00a0",
}
EMPTY = {
    "nothing": "",
    "a space": " ",
    "a hard space": "\u00a0",
    "only what nobody sees": "\u200b",
    "only fillers": "\u3164\u2800",
    "only a mark": "\u0301",
}
WRONG: Mapping[Holds, tuple[str, ...]] = {
    Holds.ID: ("No Such", "no_such", "дружба", "no--such", "-no"),
    Holds.EDTF: (
        "soon",
        "2016-13",
        "2016-02-30",
        "2016-9",
        "2017/2016",
        "0000",
        "..",
        "٢٠١٦",
        "2016-09-24T12:00",
        "9" * 4300,
    ),
    Holds.NUMBER: (
        "plenty",
        "1,100",
        "nan",
        "inf",
        "٣",
        "0x10",
        "9" * 4300,
        str(2**63),
        "1e300",
        "1e-9999",
        "--1",
    ),
    Holds.INTEGER: ("one", "1.5", "-1", "²", "٣", "9" * 4300, str(2**63)),
    Holds.URL: (
        "javascript:alert(1)",
        "example.org",
        "https://a b",
        "https://a<b>",
        "https://a\u202eb",
        "https://",
        "https:///path",
        "https://[a",
        "https://a:99999/",
        "https://a:port/",
    ),
    Holds.LANGUAGE: ("English", "xx", "e", "en_GB"),
    Holds.COUNTRY: ("ZZZ", "Pakistan", "PK", "pak"),
    Holds.COLOUR: ("red", "#fff", "#1F5A96", "1f5a96", "#1f5a96;"),
    Holds.TEXT: (),
}


@dataclass(frozen=True)
class Damage:
    """One cell of the first row of a table becomes something else."""

    table: Table
    column: Column
    name: str
    cell: str


def damages(table: Table, frame: pd.DataFrame) -> Iterator[Damage]:
    """Every damage to each column of a table, given its sound rows."""
    for column in table.columns:
        sound = str(frame.loc[0, column.name])
        for name, cell in _cells(column, sound):
            if cell != sound:
                yield Damage(table, column, name, cell)


def _cells(column: Column, sound: str) -> Iterator[tuple[str, str]]:
    yield from ((name, form.format(sound)) for name, form in HIDDEN.items())
    empty = EMPTY if column.required else {name: cell for name, cell in EMPTY.items() if cell}
    yield from empty.items()
    if column.vocabulary:
        yield "an unknown word", "sport"
    else:
        yield from ((f"wrong: {cell[:12]}", cell) for cell in WRONG[column.holds])
    if column.many:
        part = sound.partition(";")[0] or "x"
        yield from (
            ("a part twice", f"{part};{part}"),
            ("a part missing", f"{part};"),
            ("parts missing", f";;{part}"),
        )
    if column.points_to:
        yield "no record", "no-such-record"
    if column.points_to and column.points_to != ("*",):
        yield "a record of another kind", "trade" if "themes" not in column.points_to else "southern-port"


@pytest.fixture(scope="module")
def frames(proved_small: Path) -> dict[str, pd.DataFrame]:
    return read_texts(proved_small)[0]


every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def damaged(frames: Mapping[str, pd.DataFrame], damage: Damage) -> dict[str, pd.DataFrame]:
    frame = frames[damage.table.name].copy()
    frame.loc[0, damage.column.name] = damage.cell
    return {**frames, damage.table.name: frame}


@every_table
def test_every_damage_to_a_cell_is_told_at_its_place(
    frames: dict[str, pd.DataFrame], proved_small: Path, table: Table
) -> None:
    """Whole rows are judged only where the cell alone is no fault: what the check tells is all of both."""
    silent = []
    for damage in damages(table, frames[table.name]):
        after = damaged(frames, damage)
        faults = cell_faults(after[table.name], table)
        if not faults:
            faults = [
                *row_faults(after, RELEASED, TODAY, FIRST_YEAR, {}),
                *fingerprint_faults(after, proved_small / FOLDER),
            ]
        places = {(fault.file, fault.row, fault.column) for fault in faults}
        if (table.file, 2, damage.column.name) not in places:
            silent.append((table.name, damage.column.name, damage.name))
    assert silent == []


@every_table
def test_no_damage_to_a_cell_raises_where_whole_rows_are_judged(
    frames: dict[str, pd.DataFrame], proved_small: Path, table: Table
) -> None:
    """Each damage stands in a row of its own, and the rules see them all at once."""
    frame = frames[table.name]
    rows = [{**frame.iloc[0].to_dict(), damage.column.name: damage.cell} for damage in damages(table, frame)]
    many = pd.concat([frame, pd.DataFrame(rows)], ignore_index=True).astype(frame.dtypes)
    after = {**frames, table.name: many.assign(**{ROW: range(2, len(many) + 2)})}
    faults = [
        *row_faults(after, RELEASED, TODAY, FIRST_YEAR, {}),
        *fingerprint_faults(after, proved_small / FOLDER),
    ]
    assert faults
    assert {unseen(str(fault)) for fault in faults} == {""}


def test_the_damages_are_some_thousands(frames: dict[str, pd.DataFrame]) -> None:
    assert sum(len(list(damages(table, frames[table.name]))) for table in TABLES) > 4000


# Row (from 2), cells that are changed, and the column in which the fault is told.
ROWS: tuple[tuple[str, int, dict[str, str], str], ...] = (
    ("places", 2, {"latitude": "240.86"}, "latitude"),
    ("places", 2, {"longitude": "-181"}, "longitude"),
    ("places", 2, {"longitude": ""}, "longitude"),
    ("places", 2, {"latitude": ""}, "latitude"),
    ("places", 2, {"coordinate_source": "none found"}, "coordinate_source"),
    ("routes", 3, {"seq": "3"}, "seq"),
    ("routes", 3, {"seq": "1"}, "seq"),
    ("routes", 2, {"seq": "0"}, "seq"),
    ("routes", 3, {"place_id": "southern-port"}, "place_id"),
    ("routes", 3, {"place_id": "somewhere"}, "place_id"),
    ("routes", 3, {"status": "operating"}, "status"),
    ("routes", 3, {"name": "Another line"}, "name"),
    ("routes", 3, {"route_id": "other-line"}, "seq"),
    ("events", 2, {"weight": "0"}, "weight"),
    ("events", 2, {"weight": "4"}, "weight"),
    ("events", 3, {"date": "1946-05-01"}, "date"),
    ("events", 3, {"date": "2022-06-02"}, "date"),
    ("events", 3, {"date": "2030-01-15", "status": "planned"}, "date"),
    ("events", 3, {"after": "pipeline-agreement"}, "after"),
    ("events", 3, {"after": "trade-round"}, "after"),
    ("events", 3, {"series": ""}, "number"),
    ("events", 3, {"number": "3"}, "number"),
    ("events", 5, {"number": "1"}, "number"),
    ("projects", 2, {"status_as_of": "2022-07"}, "status_as_of"),
    ("sources", 2, {"published": "2022-07-02"}, "published"),
    ("sources", 3, {"seen": "2023"}, "seen"),
    ("sources", 4, {"origin": "gazette-2015"}, "origin"),
    ("observations", 2, {"value": "-90"}, "value"),
    ("observations", 3, {"period": "2015"}, "indicator_id"),
    ("observations", 3, {"period": "2015-07/2016-06"}, "period"),
    ("observations", 2, {"period": "2023"}, "period"),
    ("observations", 5, {"note": ""}, "note"),
    ("aliases", 2, {"former_id": "river-pipeline"}, "former_id"),
    ("evidence", 3, {"field": "colour"}, "field"),
    ("evidence", 3, {"value": ""}, "value"),
    ("evidence", 3, {"field": ""}, "field"),
    ("evidence", 3, {"value": "the autumn of 2015"}, "value"),
    ("evidence", 4, {"quote": "In October 2015, the two countries"}, "quote"),
    ("evidence", 4, {"quote": "In October 2015 the two countries!"}, "quote"),
    ("evidence", 4, {"quote": ""}, "quote"),
    ("evidence", 4, {"locator": "para:²"}, "locator"),
    ("evidence", 4, {"locator": "para:9"}, "locator"),
    ("evidence", 4, {"locator": ""}, "locator"),
    ("evidence", 3, {"quote": "words of a newspaper"}, "quote"),
    ("evidence", 3, {"note": "Told “two months ago” there."}, "note"),
    ("evidence", 3, {"speaker": "no-such-actor"}, "speaker"),
    ("checks", 2, {"finding": "It was {value:russia-imports@9999/..:1}."}, "finding"),
    ("checks", 2, {"finding": "It was {value:no-such@2016:1}."}, "finding"),
    ("checks", 2, {"finding": "It was {."}, "finding"),
    ("checks", 2, {"source_id": "gazette-2015"}, "quote"),
    ("quantities", 2, {"subject": "no-such-record"}, "subject"),
    ("eras", 2, {"era_id": "trade"}, "era_id"),
    ("eras", 2, {"period": "1900/1999"}, "period"),
    ("eras", 2, {"period": "../1999"}, "period"),
    ("eras", 2, {"period": "2022-07/2100"}, "period"),
    ("terms", 2, {"period": "2099/.."}, "period"),
    ("breaks", 2, {"period": "1990"}, "period"),
    ("breaks", 2, {"period": "2021"}, "period"),
    ("breaks", 2, {"period": "../2014"}, "period"),
    ("agreements", 2, {"in_force": "2014"}, "in_force"),
    ("agreements", 2, {"in_force": "../2015-01"}, "in_force"),
    ("readings", 3, {"coder": "later", "value": "maybe"}, "value"),
    ("readings", 3, {"coder": "later", "value": "supports"}, "value"),
    ("readings", 3, {"coder": "audit"}, "field"),
    ("readings", 3, {"coder": "audit", "field": "audit of 2020-05-05", "value": "kept"}, "value"),
    ("pairs", 2, {"second": "russia-imports"}, "second"),
    ("vote_topics", 2, {"rule": "("}, "rule"),
    ("vote_topics", 2, {"rule": "river{99999999999}"}, "rule"),
    ("vote_topics", 2, {"rule": "(?P<a>x)(?P<a>y)"}, "rule"),
    ("vote_topics", 2, {"rule": "river|"}, "rule"),
    ("vote_topics", 2, {"rule": "x*"}, "rule"),
    ("families", 4, {"period": "1800/1801"}, "period"),
    ("families", 4, {"period": "2015/.."}, "period"),
    ("families", 4, {"period": "201X"}, "period"),
    ("families", 2, {"option": "embed"}, "option"),
    ("families", 2, {"option": "edition"}, "option"),
    ("families", 2, {"option": "step"}, "option"),
    ("family_members", 4, {"factor": "0"}, "factor"),
    ("family_members", 4, {"factor": "-0.5"}, "factor"),
)


@pytest.mark.parametrize(("table", "row", "cells", "column"), ROWS, ids=lambda value: str(value)[:60])
def test_every_damage_to_a_row_is_told_at_its_place(
    frames: dict[str, pd.DataFrame],
    proved_small: Path,
    table: str,
    row: int,
    cells: dict[str, str],
    column: str,
) -> None:
    frame = frames[table].copy()
    for name, cell in cells.items():
        frame.loc[frame[ROW] == row, name] = cell
    after = {**frames, table: frame}
    faults = [
        *row_faults(after, RELEASED, TODAY, FIRST_YEAR, {}),
        *fingerprint_faults(after, proved_small / FOLDER),
    ]
    assert (f"{table}.csv", row, column) in {(fault.file, fault.row, fault.column) for fault in faults}


@every_table
def test_a_row_that_stands_twice_is_told(frames: dict[str, pd.DataFrame], table: Table) -> None:
    frame = frames[table.name]
    twice = pd.concat([frame, frame.iloc[[0]].assign(**{ROW: 99})], ignore_index=True)
    assert (table.file, 99) in {
        (fault.file, fault.row)
        for fault in row_faults({**frames, table.name: twice}, RELEASED, TODAY, FIRST_YEAR, {})
    }


Change = Callable[[bytes], bytes]
FILES: Mapping[str, Change] = {
    "nothing": lambda raw: b"",
    "blank lines": lambda raw: b"\n \n",
    "no header": lambda raw: raw.partition(b"\n")[2],
    "a column renamed": lambda raw: b"x" + raw,
    "a column too many": lambda raw: raw.replace(b"\n", b",more\n", 1),
    "columns exchanged": lambda raw: (
        b",".join(reversed(raw.partition(b"\n")[0].split(b","))) + b"\n" + raw.partition(b"\n")[2]
    ),
    "a quote left open": lambda raw: raw + b'"',
    "a row cut off": lambda raw: raw[: raw.rstrip().rindex(b",")] + b"\n",
    "a row too long": lambda raw: raw + b"," * 50 + b"\n",
    "an empty row": lambda raw: raw + b"\n",
    "semicolons": lambda raw: raw.replace(b",", b";"),
    "Latin 1": lambda raw: raw.replace(b"\n", b"\n\xe9", 1),
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "a cell of a megabyte": lambda raw: raw + b"x" * 1_000_000,
    "noughts": lambda raw: bytes(len(raw)),
    "a program": lambda raw: b"\x7fELF\x02\x01" + bytes(range(256)) * 8,
}


@every_table
def test_every_damage_to_a_file_is_told(small: Path, table: Table) -> None:
    path = small / table.file
    sound = path.read_bytes()
    told = {}
    for name, change in FILES.items():
        path.write_bytes(change(sound))
        told[name] = {fault.file for fault in read_table(small, table)[1]}
    assert {name: files for name, files in told.items() if files != {table.file}} == {}


def test_the_check_tells_of_a_folder_in_place_of_each_file(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in [*small.glob("*.csv"), small / "VERSION", *small.glob("fingerprints/*.json")]:
        path.unlink()
        path.mkdir()
    assert main(["--data", str(small), "check"]) == 1
    told = capsys.readouterr().err
    assert all(table.file in told for table in TABLES)
    assert "VERSION" in told


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_bytes_stand_in_the_folder_the_check_tells_or_accepts_and_never_raises(
    small: Path, data: st.DataObject
) -> None:
    names = [*(table.file for table in TABLES), "VERSION", "fingerprints/voice-2020.json"]
    name = data.draw(st.sampled_from(names))
    path = small / name
    before = path.read_bytes()
    at = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(at, len(before)))
    path.write_bytes(before[:at] + data.draw(st.binary(max_size=12)) + before[end:])
    try:
        assert main(["--data", str(small), "check"]) in (0, 1)
    finally:
        path.write_bytes(before)


def test_the_faults_of_a_folder_are_all_of_its_cells_and_rows(
    small: Path, frames: dict[str, pd.DataFrame]
) -> None:
    """What is proved above of cells and rows apart holds of the check as a whole."""
    events = (small / "events.csv").read_text("utf-8")
    (small / "events.csv").write_text(
        events.replace("2017,Visit", "soon,Vis\u202eit").replace(",1,early", ",7,early"), "utf-8"
    )
    after, faults = read_texts(small)
    apart: list[Fault] = [fault for table in TABLES for fault in cell_faults(after[table.name], table)]
    apart += [*row_faults(after, RELEASED, TODAY, FIRST_YEAR, {}), *fingerprint_faults(after, small / FOLDER)]
    assert set(faults) == set(apart)
    assert len(apart) >= 3
