"""Every rule between rows runs when its tables can be read, and a damaged row is named by the check as a
whole.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.atlas import read_texts
from dashboard.data.consistency import consistency_faults
from dashboard.data.table import ROW
from dashboard.model.schema import TABLES

RELEASED = date(2022, 6, 1)


@pytest.fixture(scope="module")
def frames(proved_small: Path) -> dict[str, pd.DataFrame]:
    return read_texts(proved_small)[0]


def test_the_small_atlas_does_not_contradict_itself(frames: dict[str, pd.DataFrame]) -> None:
    assert consistency_faults(frames, RELEASED, {}) == []


@pytest.mark.parametrize("missing", [*(table.name for table in TABLES), "votes"])
def test_a_table_that_could_not_be_read_silences_its_rules(
    frames: dict[str, pd.DataFrame], missing: str
) -> None:
    """One bad file is one fault, not one for every rule that asks for it."""
    assert (
        consistency_faults({name: frame for name, frame in frames.items() if name != missing}, RELEASED, {})
        == []
    )


@pytest.mark.parametrize(
    ("table", "row", "cells", "problem"),
    [
        ("checks", 2, {"verdict": "unverifiable", "about": "visit-dropped"}, "one document says so"),
        ("routes", 2, {"status": "operating"}, "river-line has another status than its project"),
        ("projects", 2, {"note": ""}, "another status than that of its last milestone"),
        ("events", 3, {"after": "trade-round"}, "said to follow trade-round"),
        ("events", 5, {"number": "1"}, "pipeline-agreement has this number"),
        ("events", 5, {"title": "First round of talks"}, "called the first"),
        ("events", 4, {"status": "planned"}, "a plan was never closed"),
        ("readings", 3, {"value": "disputes"}, "two readers differ"),
        ("sources", 6, {"origin": "customs-2022"}, "a source repeats itself"),
        ("evidence", 2, {"speaker": "no-such-actor"}, "no such actor"),
        ("families", 2, {"kind": "sum"}, "sum does not go with it"),
        ("families", 3, {"choice": "out"}, "the figure is chosen already"),
        ("events", 5, {"kind": "vote", "note": ""}, "a vote without its roll call"),
    ],
)
def test_a_damaged_row_is_named(
    frames: dict[str, pd.DataFrame], table: str, row: int, cells: dict[str, str], problem: str
) -> None:
    damaged = {name: frame.copy() for name, frame in frames.items()}
    visits = damaged["events"]["event_id"] == "visit-dropped"
    damaged["events"].loc[visits, "status"] = "happened"
    for column, cell in cells.items():
        damaged[table].loc[damaged[table][ROW] == row, column] = cell
    assert any(fault.problem.startswith(problem) for fault in consistency_faults(damaged, RELEASED, {}))


def test_two_holders_of_one_office_are_named(frames: dict[str, pd.DataFrame]) -> None:
    terms = frames["terms"]
    second = terms.assign(term_id="term-second", period="2015/2016", **{ROW: 3})
    (fault,) = consistency_faults(
        {**frames, "terms": pd.concat([terms, second], ignore_index=True)}, RELEASED, {}
    )
    assert (fault.file, fault.row) == ("terms.csv", 3)
