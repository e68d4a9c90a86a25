"""`python -m dashboard verify` holds a file against the record, for people and for programs, and leaves
nothing behind.
"""

import io
import json

from dashboard.__main__ import main


def test_json_holds_each_sentence_with_what_was_found(small, tmp_path, capsys):
    text = tmp_path / "mine.txt"
    text.write_text("Nothing known happened in 1984.", "utf-8")
    assert main(["--data", str(small), "verify", str(text), "--json"]) == 0
    [sentence] = json.loads(capsys.readouterr().out)["sentences"]
    assert sentence["text"] == "Nothing known happened in 1984."
    assert set(sentence["findings"][0]) == {
        "kind",
        "text",
        "begin",
        "end",
        "verdict",
        "record_id",
        "ours",
        "sources",
    }


def test_lines_say_the_verdict_beside_the_words(small, tmp_path, capsys):
    text = tmp_path / "mine.txt"
    text.write_text("Nothing known happened in 1984.", "utf-8")
    assert main(["verify", str(text), "--data", str(small)]) == 0
    assert "not in the record: date “1984”" in capsys.readouterr().out


def test_nothing_is_written(small, tmp_path, capsys):
    text = tmp_path / "mine.txt"
    text.write_text("A secret sentence of 1984.", "utf-8")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    main(["--data", str(small), "verify", str(text)])
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_missing_or_too_long_file_is_one_clear_sentence(small, tmp_path, capsys):
    long = tmp_path / "long.txt"
    long.write_text("word " * 1001, "utf-8")
    assert main(["--data", str(small), "verify", str(tmp_path / "none.txt")]) == 1
    assert main(["--data", str(small), "verify", str(long)]) == 1
    told = capsys.readouterr().err
    assert "none.txt:0: the file is missing" in told
    assert "1,001 words" in told


def test_signs_that_steer_a_terminal_are_shown_and_not_printed(small, tmp_path, capsys):
    text = tmp_path / "mine.txt"
    text.write_text("In \u202e1984 \x1b[31mnothing happened.", "utf-8")
    assert main(["--data", str(small), "verify", str(text)]) == 0
    told = capsys.readouterr().out
    assert "[U+202E]1984 [U+001B][31mnothing" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_a_hyphen_stands_for_what_comes_in(small, monkeypatch, capsys):
    incoming = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfNothing known happened in 1984."))
    monkeypatch.setattr("sys.stdin", incoming)
    assert main(["--data", str(small), "verify", "-"]) == 0
    assert "not in the record: date “1984”" in capsys.readouterr().out


def test_what_comes_in_and_is_no_text_is_told(small, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    assert main(["--data", str(small), "verify", "-"]) == 1
    assert "not UTF-8" in capsys.readouterr().err
