"""An empty data folder is a start: everything is there, and the check says what is still needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.model.schema import TABLES


def test_every_table_is_there_and_the_check_names_only_what_is_still_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert f"--data {folder} check" in capsys.readouterr().out
    assert {path.name for path in folder.iterdir()} == {
        *(table.file for table in TABLES),
        "atlas.toml",
        "VERSION",
    }
    assert main(["--data", str(folder), "check"]) == 1
    faults = capsys.readouterr().err.splitlines()[:-1]
    needed = [
        fault
        for fault in faults
        if "the table has no rows" in fault or fault.startswith("atlas.toml:0 sides")
    ]
    assert faults == needed


def test_what_is_there_already_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "events.csv").write_text("mine", "utf-8")
    assert main(["new", str(tmp_path)]) == 1
    assert "something is there already" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


@pytest.mark.parametrize("name", ["n" * 300, "file/beneath"])
@pytest.mark.parametrize("command", [["new"], ["site"], ["--data"]])
def test_a_place_that_the_system_refuses_is_told_and_never_raised(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, command: list[str]
) -> None:
    (tmp_path / "file").write_text("a file", "utf-8")
    place = str(tmp_path / name)
    arguments = [*command, place, "check"] if command == ["--data"] else [*command, place]
    before = [] if command == ["--data"] else ["--data", str(small)]
    assert main([*before, *arguments]) == 1
    assert capsys.readouterr().err.splitlines()
