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
    assert printed["unmet"] == []
    assert 1 <= len(printed["results"]) <= 2
    assert set(printed["results"][0]) == {"id", "kind", "title", "date", "passage", "score"}


def test_what_the_record_cannot_answer_is_said(small, capsys):
    assert main(["find", "zeppelin hangar", "--data", str(small)]) == 0
    assert capsys.readouterr().out.startswith("Not in the record.")


def test_words_that_the_nearest_record_lacks_are_named_as_typed(small, capsys):
    assert main(["find", "Zeppelin of the pipeline", "--data", str(small), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["answered"], printed["unmet"]) == (False, ["Zeppelin"])
    assert main(["find", "Ada and the zeppelin", "--data", str(small)]) == 0
    first, second = capsys.readouterr().out.splitlines()[:2]
    assert first == "No record holds all of these words. The nearest records:"
    assert second == "Not found in the first: zeppelin."


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
