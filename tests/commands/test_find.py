"""`python -m dashboard find` prints ranked records for people and for programs."""

import json
import subprocess
import sys

import pytest

from dashboard.__main__ import main


def test_json_holds_what_was_promised(small, capsys):
    assert main(["--data", str(small), "find", "pipeline", "--json", "--limit", "2"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["answered"] is True
    assert 1 <= len(printed["results"]) <= 2
    assert set(printed["results"][0]) == {"id", "kind", "title", "date", "passage", "score"}


def test_what_the_record_cannot_answer_is_said(small, capsys):
    assert main(["find", "zeppelin hangar", "--data", str(small)]) == 0
    assert capsys.readouterr().out.startswith("Not in the record.")


@pytest.mark.parametrize("limit", ["0", "101", "many"])
def test_a_limit_out_of_range_is_refused(limit, capsys):
    with pytest.raises(SystemExit):
        main(["find", "pipeline", "--limit", limit])
    assert "--limit" in capsys.readouterr().err


def test_a_reader_who_leaves_early_gets_no_traceback(small):
    command = [sys.executable, "-m", "dashboard", "find", "pipeline", "--json", "--data", str(small)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1
