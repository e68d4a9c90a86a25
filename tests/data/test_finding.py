"""Findings of the small Atlas: filled when it is read, and every place that cannot be filled named with file,
row and column.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.model.fault import FaultyData

SAID = "Customs returns give another number."


def damage(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / f"{table}.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def finding_of(folder: Path) -> str:
    (finding,) = read_atlas(folder)["checks"]["finding"]
    return str(finding)


def test_every_reader_of_the_atlas_sees_the_number_filled(small: Path) -> None:
    damage(small, "checks", SAID, "Customs returns give {value:russia-imports@2016:1} million dollars.")
    assert finding_of(small) == "Customs returns give 150.5 million dollars."


def test_a_check_keeps_the_names_of_the_series_that_its_finding_counts(small: Path) -> None:
    damage(small, "checks", SAID, "{value:russia-imports@2016:1} or {stated:trade-2018:0} million.")
    assert read_atlas(small)["checks"]["counted"].tolist() == [("russia-imports", "trade-2018")]


def test_a_finding_counts_the_recorded_votes(small: Path) -> None:
    counted = "They voted alike {votes:alike:PAK-RUS@2015/2016} time; the first {vote:a-res-1:RUS}."
    damage(small, "checks", SAID, counted)
    assert finding_of(small) == "They voted alike 1 time; the first voted against."


def test_a_finding_changes_with_its_observation(small: Path) -> None:
    damage(small, "checks", SAID, "Customs returns give {value:russia-imports@2016:1} million dollars.")
    damage(small, "observations", "russia-imports,2016,150.5", "russia-imports,2016,151.25")
    assert finding_of(small) == "Customs returns give 151.3 million dollars."


@pytest.mark.parametrize(
    ("placeholder", "problem"),
    [
        ("{value:russia-imports@1999:0}", "the series has no value for all of the period"),
        ("{value:no-such-series@2016:0}", "no such series or stated number"),
        ("{value:pakistan-exports@2019:0}", "the number is doubtful"),
        ("{sum:pakistan-exports@2015/2018:0}", "the series has no value for all of the period"),
        ("{nonsense}", "not a place for a number"),
        ("{votes:alike:PAK-CHN@2015/2016}", "no votes of CHN are held"),
        ("{votes:alike:PAK-RUS@2015/2016:topic-war}", "no such topic"),
        ("{vote:a-res-9:PAK}", "no such vote"),
    ],
)
def test_a_place_that_no_number_fits_is_a_fault_of_its_cell(
    small: Path, placeholder: str, problem: str
) -> None:
    damage(small, "checks", SAID, f"Customs returns give {placeholder}.")
    with pytest.raises(FaultyData) as refused:
        read_atlas(small)
    (fault,) = refused.value.faults
    assert (fault.file, fault.row, fault.column, fault.problem, fault.found) == (
        "checks.csv",
        2,
        "finding",
        problem,
        placeholder,
    )
    assert fault.expected


def test_an_observation_that_is_no_number_is_named_as_such_beside_the_finding_that_needs_it(
    small: Path,
) -> None:
    damage(small, "checks", SAID, "Customs returns give {value:russia-imports@2016:1} million dollars.")
    damage(small, "observations", "russia-imports,2016,150.5", "russia-imports,2016,many")
    with pytest.raises(FaultyData) as refused:
        read_atlas(small)
    assert {(fault.file, fault.column) for fault in refused.value.faults} == {
        ("observations.csv", "value"),
        ("checks.csv", "finding"),
    }
