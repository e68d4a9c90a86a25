"""A quote stands word for word in its paragraph: proved against the text where it is at hand, by fingerprint
where it is not.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.__main__ import main
from dashboard.data.atlas import read_texts
from dashboard.data.coverage import coverage_of
from dashboard.data.document import Document, read_documents, verbatim_faults
from dashboard.data.fingerprint import FOLDER, fingerprint_faults
from dashboard.data.table import read_table
from dashboard.model.schema import BY_NAME

IDS = ("voice-2020", "paper-2021")
# The quote as it is in evidence.csv, and what it is damaged to.
DAMAGES = {
    "a word changed": ("In October 2015 the two countries", "In October 2016 the two countries"),
    "a word left out": ("In October 2015 the two countries", "In October the two countries"),
    "a word added": ("gas pipeline of 1100 kilometres", "new gas pipeline of 1100 kilometres"),
    "two words exchanged": ("shared interests bring the two sides", "interests shared bring the two sides"),
    "a capital lost": ("The agreement of 2016", "the agreement of 2016"),
    "words of another paragraph": ("The agreement of 2016", "Shared interests explain little"),
    "a sign added": ("gas pipeline of 1100 kilometres", "gas pipeline; of 1100 kilometres"),
    "a sign at the end": ("The agreement of 2016", "The agreement of 2016 !"),
    "a passage and its continuation far away": (
        "The agreement of 2016",
        "The agreement of 2016 remains 1000 kilometres",
    ),
}


def quoting(folder: Path) -> dict[str, pd.DataFrame]:
    """The two tables that quote, as they are read."""
    frames = {}
    for name in ("evidence", "checks"):
        frame, faults = read_table(folder, BY_NAME[name])
        assert frame is not None
        assert not faults
        frames[name] = frame
    return frames


def problems(folder: Path, by_text: bool) -> list[tuple[str, str, str]]:
    frames = quoting(folder)
    if by_text:
        texts, unread = read_documents(folder / "texts", IDS)
        assert not unread
        faults = verbatim_faults(frames, texts)
    else:
        faults = fingerprint_faults(frames, folder / FOLDER)
    return [(fault.file, fault.column, fault.problem) for fault in faults]


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "evidence.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


both_ways = pytest.mark.parametrize("by_text", [True, False], ids=["by text", "by fingerprint"])


@both_ways
def test_true_quotes_are_accepted(proved_small: Path, by_text: bool) -> None:
    assert problems(proved_small, by_text) == []


@both_ways
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_quote_that_was_changed_is_found(small: Path, damage: str, by_text: bool) -> None:
    change(small, *DAMAGES[damage])
    assert problems(small, by_text) == [
        ("evidence.csv", "quote", "the quote does not stand in that paragraph")
    ]


@both_ways
@pytest.mark.parametrize(
    ("old", "new"),
    [("“on paper”", '""on paper""'), ("remains 1000", "remains  1000")],
    ids=["typographic quotes", "white space"],
)
def test_typography_alone_is_no_fault(small: Path, old: str, new: str, by_text: bool) -> None:
    path = small / "evidence.csv"
    line = next(line for line in path.read_text("utf-8").splitlines() if "remains 1000" in line)
    quoted = line.replace("remains 1000 kilometres “on paper”", '"remains 1000 kilometres “on paper”"')
    change(small, line, quoted.replace(old, new))
    assert problems(small, by_text) == []


@both_ways
@pytest.mark.parametrize(
    "locator", ["para:9", "para:0", "para:x", "para:", "para:²", "para:02", "para:" + "9" * 5000]
)
def test_a_paragraph_that_does_not_exist_is_named(small: Path, locator: str, by_text: bool) -> None:
    change(small, "voice-2020,para:2,In October", f"voice-2020,{locator},In October")
    assert problems(small, by_text) == [("evidence.csv", "locator", "no such paragraph")]


@both_ways
def test_a_whole_sentence_is_refused(small: Path, by_text: bool) -> None:
    change(small, "In October 2015 the two countries", "It has not been built")
    assert problems(small, by_text) == [("evidence.csv", "quote", "the quote is a whole sentence")]


def test_paragraphs_are_blocks_between_blank_lines_counted_from_one(proved_small: Path) -> None:
    texts, faults = read_documents(proved_small / "texts", IDS)
    voice = texts["voice-2020"]
    assert not faults
    assert voice.paragraph("para:1") == "The pipeline and the port A comment"
    assert (voice.paragraph("para:3") or "").startswith("Observers argue")
    assert voice.paragraph("para:4") is None
    assert voice.paragraph("para:0") is None


def test_a_text_that_is_missing_or_not_utf_8_is_named(small: Path) -> None:
    (small / "texts" / "voice-2020.txt").unlink()
    (small / "texts" / "paper-2021.txt").write_bytes(b"\xff\xfe")
    texts, faults = read_documents(small / "texts", IDS)
    assert texts == {}
    assert [(fault.file, fault.problem) for fault in faults] == [
        ("voice-2020.txt", "the file is missing"),
        ("paper-2021.txt", "not UTF-8"),
    ]


def test_coverage_names_the_telling_sentences_that_are_tied_to_nothing(proved_small: Path) -> None:
    frames, _ = read_texts(proved_small)
    texts, _ = read_documents(proved_small / "texts", IDS)
    report = coverage_of(texts["voice-2020"], frames)
    assert report.sentences == 6
    assert report.tied == 3
    assert [(locator, sentence[:12]) for locator, sentence in report.untied] == [("para:2", "The minister")]


def test_a_word_quoted_twice_is_counted_once(proved_small: Path) -> None:
    frames, _ = read_texts(proved_small)
    text = Document(
        "voice-2020",
        (
            "head",
            "In October 2015 the two countries signed an agreement on a gas pipeline of 1100 kilometres.",
        ),
    )
    report = coverage_of(text, frames)
    assert (report.quoted, report.words) == (11, 17)


def test_too_much_of_a_document_may_not_be_quoted(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = small / "texts" / "paper-2021.txt"
    kept = [
        line
        for line in text.read_text("utf-8").splitlines()
        if "archive" not in line and "do not fit" not in line and "twenty years" not in line
    ]
    text.write_text("\n".join(kept).replace("Shared interests", "Shared\ninterests") + "\n", "utf-8")
    assert main(["--data", str(small), "check", "--documents", str(small / "texts")]) == 1
    assert "too much of paper-2021 is quoted" in capsys.readouterr().err
