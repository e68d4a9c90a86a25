"""What rows owe each other: ids of their own, references that lead somewhere, evidence behind every record,
sound quotes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.atlas import read_texts
from dashboard.data.rules import rule_faults
from dashboard.data.table import ROW
from dashboard.model.schema import BY_NAME, TABLES, Column, Table, tables_with_ids

Found = set[tuple[str, int, str, str]]


@pytest.fixture(scope="module")
def frames(proved_small: Path) -> Mapping[str, pd.DataFrame]:
    return read_texts(proved_small)[0]


def faults_with(frames: Mapping[str, pd.DataFrame], table: str, frame: pd.DataFrame) -> Found:
    """The faults after one table was replaced: file, row, column, problem."""
    return {
        (fault.file, fault.row, fault.column, fault.problem)
        for fault in rule_faults({**frames, table: frame})
    }


def faults_after(frames: Mapping[str, pd.DataFrame], table: str, row: int, **cells: str) -> Found:
    """The faults after cells in one line (2 is the first row) were changed."""
    frame = frames[table].copy()
    for column, cell in cells.items():
        frame.loc[frame[ROW] == row, column] = cell
    return faults_with(frames, table, frame)


def test_the_small_atlas_keeps_every_rule(frames: Mapping[str, pd.DataFrame]) -> None:
    assert rule_faults(frames) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_that_stands_twice_is_named(frames: Mapping[str, pd.DataFrame], table: Table) -> None:
    frame = frames[table.name]
    twice = pd.concat([frame, frame.iloc[[0]].assign(**{ROW: len(frame) + 2})], ignore_index=True)
    assert (table.file, len(frame) + 2, table.key[0], "the row stands twice") in faults_with(
        frames, table.name, twice
    )


def test_a_vote_that_bears_the_id_of_a_record_is_named(frames: Mapping[str, pd.DataFrame]) -> None:
    votes = frames["votes"].assign(vote_id="river-pipeline")
    found = faults_with(frames, "votes", votes)
    assert ("votes.parquet", 0, "vote_id", "the id is taken by projects") in found


def test_the_row_that_owns_a_key_or_an_id_is_said(frames: Mapping[str, pd.DataFrame]) -> None:
    eras = pd.concat([frames["eras"], frames["eras"].assign(**{ROW: 9})], ignore_index=True)
    twice = [
        fault for fault in rule_faults({**frames, "eras": eras}) if fault.problem == "the row stands twice"
    ]
    assert [(fault.row, fault.expected) for fault in twice] == [
        (9, "one row for each era_id; row 2 is the first")
    ]
    taken = [
        fault
        for fault in rule_faults({**frames, "eras": frames["eras"].assign(era_id="trade")})
        if "taken" in fault.problem
    ]
    assert [fault.expected for fault in taken] == ["an id of its own; themes.csv:3 bears this one"]


@pytest.mark.parametrize(
    "table", [table for table in tables_with_ids() if table.name != "themes"], ids=lambda table: table.name
)
def test_an_id_that_another_table_has_is_named(frames: Mapping[str, pd.DataFrame], table: Table) -> None:
    found = faults_after(frames, table.name, 2, **{table.id_column: "trade"})
    assert (table.file, 2, table.id_column, "the id is taken by themes") in found


@pytest.mark.parametrize(
    ("table", "column"),
    [
        pytest.param(table, column, id=f"{table.name}-{column.name}")
        for table in TABLES
        for column in table.columns
        if column.points_to
    ],
)
def test_a_reference_that_leads_nowhere_is_named(
    frames: Mapping[str, pd.DataFrame], table: Table, column: Column
) -> None:
    assert (table.file, 2, column.name, "no such record") in faults_after(
        frames, table.name, 2, **{column.name: "no-such-record"}
    )


@pytest.mark.parametrize(
    ("table", "column"),
    [
        pytest.param(table, column, id=f"{table.name}-{column.name}")
        for table in TABLES
        for column in table.columns
        if column.points_to and column.points_to != ("*",) and "themes" not in column.points_to
    ],
)
def test_a_reference_to_the_wrong_kind_of_record_is_named(
    frames: Mapping[str, pd.DataFrame], table: Table, column: Column
) -> None:
    assert (table.file, 2, column.name, "no such record") in faults_after(
        frames, table.name, 2, **{column.name: "energy"}
    )


def test_the_bad_part_of_a_list_is_named_alone(frames: Mapping[str, pd.DataFrame]) -> None:
    frame = frames["events"].copy()
    frame.loc[frame[ROW] == 3, "actors"] = "pakistan-state;nobody"
    (fault,) = rule_faults({**frames, "events": frame})
    assert (fault.found, fault.expected) == ("nobody", "an id from actors.csv")


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table.needs_evidence], ids=lambda table: table.name
)
def test_a_record_without_evidence_is_named(frames: Mapping[str, pd.DataFrame], table: Table) -> None:
    lost = frames[table.name].iloc[0]
    evidence = frames["evidence"]
    without = evidence[evidence["record_id"] != lost[table.id_column]]
    assert (table.file, lost[ROW], table.id_column, "no evidence") in faults_with(frames, "evidence", without)


@pytest.mark.parametrize(
    "table", [table for table in tables_with_ids() if not table.needs_evidence], ids=lambda table: table.name
)
def test_no_other_record_needs_evidence(frames: Mapping[str, pd.DataFrame], table: Table) -> None:
    assert not set(frames[table.name][table.id_column]) & set(frames["evidence"]["record_id"])


@pytest.mark.parametrize(
    ("row", "cells", "column", "problem"),
    [
        (4, {"quote": "signed an"}, "quote", "a quote of the wrong length"),
        (
            4,
            {"quote": "one two three four five six seven eight nine ten eleven twelve thirteen"},
            "quote",
            "a quote of the wrong length",
        ),
        (4, {"quote": ""}, "quote", "a document without a quote"),
        (4, {"locator": ""}, "locator", "a quote without its paragraph"),
        (4, {"locator": "page 3"}, "locator", "a quote without its paragraph"),
        (3, {"quote": "signed the agreement"}, "quote", "quotes come from the documents only"),
    ],
)
def test_an_unsound_quote_is_named(
    frames: Mapping[str, pd.DataFrame], row: int, cells: dict[str, str], column: str, problem: str
) -> None:
    assert ("evidence.csv", row, column, problem) in faults_after(frames, "evidence", row, **cells)


def test_the_quotes_of_checks_owe_the_same(frames: Mapping[str, pd.DataFrame]) -> None:
    assert ("checks.csv", 2, "quote", "a quote of the wrong length") in faults_after(
        frames, "checks", 2, quote="in 2018"
    )
    assert ("checks.csv", 2, "quote", "quotes come from the documents only") in faults_after(
        frames, "checks", 2, source_id="gazette-2015"
    )


@pytest.mark.parametrize("missing", [table.name for table in TABLES])
def test_a_table_that_could_not_be_read_makes_no_second_fault(
    frames: Mapping[str, pd.DataFrame], missing: str
) -> None:
    """One bad file is one fault, not one for every row that points into it."""
    assert rule_faults({name: frame for name, frame in frames.items() if name != missing}) == []


def test_every_table_with_ids_is_in_the_schema_by_name() -> None:
    assert {table.name for table in tables_with_ids()} <= BY_NAME.keys()
