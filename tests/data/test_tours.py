"""Tours of the small Atlas: filled when it is read, and what is wrong with a step named with file and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.trial import trial_faults
from dashboard.model.fault import FaultyData


def damage(folder: Path, old: str, new: str) -> None:
    path = folder / "tours.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_every_reader_of_the_atlas_sees_the_sentences_filled(small: Path) -> None:
    assert list(read_atlas(small)["tours"]["sentence"]) == [
        "On 16 October 2015 the two governments agreed to build it.",
        "The status of the line is: stalled.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "row", "column", "problem", "found"),
    [
        ("river,The river pipeline,2", "river,The river pipeline,3", 3, "step", "a step out of order", "3"),
        ("river,The river pipeline,2", "river,Trade,2", 3, "title", "a second title of one tour", "Trade"),
        ("}.,river-pipeline", "}.,trade-2018", 3, "records", "a record is missing", "river-pipeline"),
        ("river,The river pipeline,1", "R1,The river pipeline,1", 2, "tour", "not a name for a link", "R1"),
        ("id=pipeline-agreement", "tour=river", 2, "query", "chooses tour", "tour=river"),
        ("id=pipeline-agreement", "edition=1.0.0", 2, "query", "chooses edition", "edition=1.0.0"),
        ("id=pipeline-agreement", "id=", 2, "query", "an empty choice", "id="),
        ("id=pipeline-agreement", "id=a&", 2, "query", "an empty choice", "id=a&"),
        ("{date:pipeline-agreement}", "{date:no-event}", 2, "sentence", "no such event", "{date:no-event}"),
    ],
)
def test_what_is_wrong_with_a_step_is_named(
    small: Path, old: str, new: str, row: int, column: str, problem: str, found: str
) -> None:
    damage(small, old, new)
    with pytest.raises(FaultyData) as refused:
        read_atlas(small)
    faults = {
        (fault.file, fault.row, fault.column, fault.problem, fault.found) for fault in refused.value.faults
    }
    assert ("tours.csv", row, column, problem, found) in faults


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("1,record,id=pipeline-agreement", "1,elsewhere,", "page elsewhere"),
        ("id=pipeline-agreement", "id=no-record", "no-record"),
        ("years=2015&years=2016", "years=2015&years=1900", "1900"),
        ("years=2015&years=2016", "direction=sideways", "sideways"),
        ("years=2015&years=2016", "colour=red", "colour"),
    ],
)
def test_a_step_that_leads_to_no_view_refuses_the_tables(small: Path, old: str, new: str, found: str) -> None:
    damage(small, old, new)
    (fault,) = [fault for fault in trial_faults(Dataset(read_atlas(small))) if fault.file == "tours.csv"]
    assert found in fault.found
