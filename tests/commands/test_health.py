"""The queue of work leaves by the command line as lines and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.__main__ import main


def test_lines_and_json_name_the_same_records_in_the_same_order(
    proved_small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(proved_small), "health"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["health", "--json", "--data", str(proved_small)]) == 0
    records = json.loads(capsys.readouterr().out)["records"]
    assert len(lines) == len(records) > 2
    for line, record in zip(lines, records, strict=True):
        assert f"[{record['id']}]" in line
        assert line.split()[0] == str(record["score"])
        assert record["score"] == record["weight"] * len(record["debts"])


def test_the_list_can_be_cut(proved_small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(proved_small), "health", "--limit", "2"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
