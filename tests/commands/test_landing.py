"""`desk land` puts a document into the tables in one step, and changes nothing where anything is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.data.desk_folder import DETAILS, DeskFolder
from dashboard.data.manuscript import read_manuscript
from dashboard.desk.sitting import Record, Sitting
from dashboard.model.proposal import Row

LETTER = Path(__file__).parents[1] / "desk" / "letter-2022.txt"


@pytest.fixture
def sitting(small: Path, tmp_path: Path) -> Sitting:
    """The letter with one event accepted; its own row is not whole yet."""
    folder = DeskFolder(tmp_path / "work")
    details = {
        "source_id": "letter-2022",
        "title": "A letter",
        "author": "Cora Letter",
        "published": "2022-03",
    }
    folder.begin(read_manuscript(LETTER), {**dict.fromkeys(DETAILS, ""), **details})
    begun = Sitting(Record.read(small), folder)
    begun.accept(next(proposal for proposal in begun.proposals if proposal.kind == "event"))
    return begun


def complete(sitting: Sitting) -> None:
    more = {"publisher": "The Harbour Post", "country": "PAK", "reliability": "established"}
    sitting.describe_source(Row("sources", {**sitting.source_row.cells, **more}))


def land(small: Path, sitting: Sitting) -> int:
    return main(["--data", str(small), "desk", "land", str(sitting.folder.path)])


def files_of(data: Path) -> dict[str, bytes]:
    return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def test_a_document_lands_with_its_rows_its_fingerprint_and_the_descriptions(
    small: Path, sitting: Sitting, capsys: pytest.CaptureFixture[str]
) -> None:
    complete(sitting)
    before = files_of(small)
    assert land(small, sitting) == 0
    after = files_of(small)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "sources.csv",
        "evidence.csv",
        "fingerprints/letter-2022.json",
        "README.md",
        "datapackage.json",
    }
    assert after["evidence.csv"].startswith(before["evidence.csv"])
    assert after["evidence.csv"].count(b"letter-2022") == 1
    said = capsys.readouterr().out
    assert "letter-2022 has landed: 2 rows" in said
    assert f"{len(sitting.undecided)} proposals were left undecided" in said
    assert main(["--data", str(small), "check"]) == 0


def test_with_a_fault_nothing_is_changed_and_the_fault_is_named(
    small: Path, sitting: Sitting, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(small)
    assert land(small, sitting) == 1
    assert "reliability" in capsys.readouterr().err
    assert files_of(small) == before


def test_what_has_landed_does_not_land_again(
    small: Path, sitting: Sitting, capsys: pytest.CaptureFixture[str]
) -> None:
    complete(sitting)
    assert land(small, sitting) == 0
    before = files_of(small)
    assert land(small, sitting) == 1
    assert "the tables have them already" in capsys.readouterr().err
    assert files_of(small) == before


def test_a_folder_without_an_accepted_row_has_nothing_to_land(
    small: Path, sitting: Sitting, capsys: pytest.CaptureFixture[str]
) -> None:
    complete(sitting)
    sitting.take_back(next(key for key in sitting.decisions if key.startswith("event")))
    assert land(small, sitting) == 1
    assert "no row is accepted" in capsys.readouterr().err
