"""The desk by the command line: a document is laid into a folder, resumed, written, and two are compared."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.data.desk_folder import DeskFolder
from dashboard.desk.sitting import Record, Sitting

LETTER = Path(__file__).parents[1] / "desk" / "letter-2022.txt"


def run(data: Path, *words: str) -> int:
    return main(["--data", str(data), "desk", *words])


def test_a_new_document_is_read_and_what_may_be_known_is_counted(
    proved_small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(proved_small, str(LETTER), "--out", str(tmp_path / "a"), "--published", "2022-03", "--list") == 0
    )
    said = capsys.readouterr().out
    assert "letter-2022: 5 paragraphs" in said
    assert "event: 3 proposed, 1 of them may be in the record already" in said
    assert "9 sentences, 0 tied to a record, 6 with a year, number or project tied to none" in said
    assert said.index("= pipeline-agreement") < said.index("visit: Ada Minister, Southern Port (new)")
    assert "streamlit run desk.py" in said


def test_the_folder_is_resumed_and_rows_with_faults_are_named_and_not_written(
    proved_small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a"
    assert run(proved_small, str(LETTER), "--out", str(folder), "--published", "2022-03") == 0
    sitting = Sitting(Record.read(proved_small), DeskFolder(folder))
    sitting.accept(sitting.proposals[0])
    capsys.readouterr()
    assert run(proved_small, str(folder)) == 1
    said = capsys.readouterr()
    assert "1 accepted, 0 left out" in said.out
    assert "sources.csv:7 reliability" in said.err, "the document's own row is not whole yet"
    assert not (folder / "rows").exists()


def test_two_coders_of_one_document_are_compared(
    proved_small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = Record.read(proved_small)
    sittings = []
    for name in ("a", "b"):
        run(proved_small, str(LETTER), "--out", str(tmp_path / name), "--published", "2022-03")
        sittings.append(Sitting(record, DeskFolder(tmp_path / name)))
    for sitting in sittings:
        sitting.accept(next(p for p in sitting.proposals if p.kind == "event"))
    project = next(p for p in sittings[0].proposals if p.kind == "project")
    sittings[0].accept(project)
    sittings[1].reject(project)
    made = [sitting.written_for(*sitting.sentences[-1], "event") for sitting in sittings]
    for sitting, mine, record_id in zip(sittings, made, ("early-contact", "pipeline-agreement"), strict=True):
        sitting.accept(mine, sitting.rows_for(mine, record_id))
    capsys.readouterr()
    assert run(proved_small, "compare", str(tmp_path / "a"), str(tmp_path / "b")) == 0
    said = capsys.readouterr().out
    assert "event: 1 of 2 agreed (50%)" in said, "also what both made by hand is compared"
    assert "project: 0 of 1 agreed (0%)" in said
    assert "2 to be settled" in said
    with (tmp_path / "readings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["record_id"], row["field"], row["coder"], row["value"]) for row in rows] == [
        ("pipeline-agreement", "event", "A", "kept"),
        ("pipeline-agreement", "event", "B", "kept"),
        ("river-pipeline", "project", "A", "kept"),
        ("river-pipeline", "project", "B", "left-out"),
        ("early-contact", "event", "A", "kept"),
        ("early-contact", "event", "B", "left-out"),
    ]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("no-such-file.txt",), "the file is missing"),
        (("a", "b"), "not understood"),
        (("compare", "nowhere", "elsewhere"), "the file is missing"),
    ],
)
def test_what_is_not_understood_is_a_fault(
    proved_small: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], problem: str
) -> None:
    assert run(proved_small, *words) == 1
    assert problem in capsys.readouterr().err
