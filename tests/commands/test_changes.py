"""A release and what changed since: an edition is written, the tables change, and the command names it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.__main__ import main


def write(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def released(small: Path) -> Path:
    """The small tables after their release as 1.0.0: the next is 1.1.0."""
    (small / "VERSION").write_text("1.0.0 2022-06-01\n", "utf-8")
    assert main(["--data", str(small), "edition"]) == 0
    (small / "VERSION").write_text("1.1.0 2022-06-02\n", "utf-8")
    return small


def test_a_release_is_written_and_nothing_has_changed_since(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (released / "editions" / "1.0.0.tar.xz").is_file()
    capsys.readouterr()
    assert main(["--data", str(released), "changes", "--since", "1.0.0", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"since": "1.0.0", "edition": "1.1.0", "changes": []}


def test_a_change_is_named_with_its_old_and_new_value_and_its_reason(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(released, "events.csv", ",Early contacts", ",Early contacts again")
    write(released, "corrections.csv", "why\n", "why\nearly-contact,title,1.1.0,there were two\n")
    capsys.readouterr()
    assert main(["--data", str(released), "changes", "--since", "1.0.0", "--json"]) == 0
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["record_id"], change["kind"], change["field"]) == ("early-contact", "value", "title")
    assert (change["old"], change["new"]) == ("Early contacts", "Early contacts again")
    assert (change["why"], change["corrected"]) == ("there were two", True)
    assert main(["--data", str(released), "changes", "--since", "1.0.0"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "From edition 1.0.0 of 1 June 2022 to 1.1.0:"
    assert lines[1].startswith("new records: 0; records given up: 0; changed values: 1;")
    assert lines[2] == "of these, corrections: 1"
    assert lines[3] == "event early-contact: Early contacts again"
    assert lines[4] == "  title, corrected: Early contacts → Early contacts again (there were two)"


def test_an_edition_that_there_is_not_is_named_with_those_that_there_are(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    for version in ("0.9.0", "1.1.0"):
        assert main(["--data", str(released), "changes", "--since", version]) == 1
        assert f"There is no edition {version} before 1.1.0; there are 1.0.0." in capsys.readouterr().out


def test_tables_without_editions_say_so(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(small), "changes", "--since", "0.1.0"]) == 1
    assert "these tables have no edition before their own" in capsys.readouterr().out


def test_tables_that_changed_under_a_released_version_are_refused(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(small), "edition"]) == 0
    write(small, "events.csv", ",Early contacts", ",Early contacts again")
    assert main(["--data", str(small), "edition"]) == 1
    assert "the tables differ from the released edition of their version" in capsys.readouterr().err


def test_a_record_that_is_gone_without_an_alias_is_a_fault(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("eras.csv", "evidence.csv"):
        write(released, name, "quiet-years,", "still-years,")
    capsys.readouterr()
    assert main(["--data", str(released), "check"]) == 1
    assert 'aliases.csv:0 former_id: a record of edition 1.0.0 is gone, found "quiet-years"' in (
        capsys.readouterr().err
    )
