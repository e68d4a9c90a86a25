"""Rows that are well written and cannot be true are refused by the check as a whole, each at its cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.atlas import read_atlas, read_texts
from dashboard.data.plausibility import plausibility_faults
from dashboard.data.table import ROW
from dashboard.model.fault import FaultyData
from dashboard.model.schema import TABLES

RELEASED, TODAY = date(2022, 6, 1), date(2022, 6, 30)


@pytest.fixture(scope="module")
def frames(proved_small: Path) -> dict[str, pd.DataFrame]:
    return read_texts(proved_small)[0]


def faults_after(
    frames: dict[str, pd.DataFrame], table: str, row: int, **cells: str
) -> set[tuple[str, int, str, str]]:
    """The faults after cells in one line (2 is the first row) were changed: file, row, column, problem."""
    frame = frames[table].copy()
    for column, cell in cells.items():
        frame.loc[frame[ROW] == row, column] = cell
    faults = plausibility_faults({**frames, table: frame}, RELEASED, TODAY, 1947)
    return {(fault.file, fault.row, fault.column, fault.problem) for fault in faults}


def test_the_small_atlas_can_be_true(frames: dict[str, pd.DataFrame]) -> None:
    assert plausibility_faults(frames, RELEASED, TODAY, 1947) == []


@pytest.mark.parametrize("missing", [table.name for table in TABLES])
def test_a_table_that_could_not_be_read_silences_its_rules(
    frames: dict[str, pd.DataFrame], missing: str
) -> None:
    assert (
        plausibility_faults(
            {name: frame for name, frame in frames.items() if name != missing}, RELEASED, TODAY, 1947
        )
        == []
    )


def test_without_a_day_of_release_nothing_is_held_against_it(frames: dict[str, pd.DataFrame]) -> None:
    assert plausibility_faults(frames, date.min, TODAY, 1947) == []


@pytest.mark.parametrize("weight", ["0", "4", "", "12"])
def test_a_weight_is_one_two_or_three(frames: dict[str, pd.DataFrame], weight: str) -> None:
    assert faults_after(frames, "events", 3, weight=weight) == {("events.csv", 3, "weight", "no such weight")}


def test_trade_is_not_negative_unless_it_is_doubtful(frames: dict[str, pd.DataFrame]) -> None:
    wrong = ("observations.csv", 2, "value", "a negative value of exports")
    assert faults_after(frames, "observations", 2, value="-90") == {wrong}
    assert faults_after(frames, "observations", 2, value="-90", status="doubtful", note="reversed") == set()


def test_what_has_two_directions_may_be_negative(frames: dict[str, pd.DataFrame]) -> None:
    indicators = frames["indicators"].assign(flow="balance")
    observations = frames["observations"].assign(value="-1")
    assert (
        plausibility_faults(
            {**frames, "indicators": indicators, "observations": observations}, RELEASED, TODAY, 1947
        )
        == []
    )


def test_a_doubtful_value_says_why(frames: dict[str, pd.DataFrame]) -> None:
    wrong = ("observations.csv", 2, "note", "a doubtful value without a reason")
    assert faults_after(frames, "observations", 2, status="doubtful", note="") == {wrong}


def test_a_series_without_a_value_is_named(frames: dict[str, pd.DataFrame]) -> None:
    observations = frames["observations"]
    kept = observations[observations["indicator_id"] != "russia-imports"]
    (fault,) = plausibility_faults({**frames, "observations": kept}, RELEASED, TODAY, 1947)
    assert (fault.file, fault.row, fault.problem, fault.found) == (
        "indicators.csv",
        3,
        "a series without a value",
        "russia-imports",
    )


def test_a_former_id_is_not_used_again(frames: dict[str, pd.DataFrame]) -> None:
    wrong = ("aliases.csv", 2, "former_id", "a former id that a record bears")
    assert faults_after(frames, "aliases", 2, former_id="river-pipeline") == {wrong}


def test_a_subject_that_is_written_like_an_id_is_one(frames: dict[str, pd.DataFrame]) -> None:
    assert faults_after(frames, "quantities", 2, subject="no-such-record") == {
        ("quantities.csv", 2, "subject", "no such record")
    }
    assert faults_after(frames, "quantities", 2, subject="trade of both") == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("places.csv", "67.01,24.86", "67.01,240.86", "no place on the globe"),
        ("routes.csv", "schematic,2,", "schematic,3,", "a gap or a stop out of order in river-line"),
        (
            "events.csv",
            "early-contact,195X",
            "early-contact,1946",
            "before the first year that the Atlas shows",
        ),
        ("events.csv", "2015-10-16,", "2022-10-16,", "happened after the release"),
        ("projects.csv", "2021-12", "2023", "after the release"),
        ("sources.csv", "2018-12-30", "9998", "a day to come"),
        ("observations.csv", "exports,2016,", "exports,2015-12,", "counted twice in pakistan-exports"),
        ("evidence.csv", "length,1100 km", "girth,1100 km", "unknown field"),
    ],
)
def test_the_check_as_a_whole_refuses_what_cannot_be_true(
    small: Path, file: str, old: str, new: str, problem: str
) -> None:
    text = (small / file).read_text("utf-8")
    assert old in text
    (small / file).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(FaultyData) as refused:
        read_atlas(small)
    assert problem in {fault.problem for fault in refused.value.faults}
