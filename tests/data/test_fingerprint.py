"""Fingerprints stand for a document whose text is not at hand: whole, of this document, and of no use to read
it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.__main__ import main
from dashboard.data.atlas import read_atlas, read_texts
from dashboard.data.coverage import coverage_of
from dashboard.data.document import read_documents
from dashboard.data.fingerprint import FOLDER, fingerprints_of
from dashboard.model.fault import Fault, FaultyData

IDS = ("voice-2020", "paper-2021")
VOICE = "fingerprints/voice-2020.json"
CONTENTS = [
    "",
    "[]",
    "{}",
    "3",
    '{"paragraphs": 3}',
    '{"paragraphs": [{}]}',
    "[" * 100_000,
    '{"source_id": ' + "9" * 5000 + "}",
]


def faults_of(folder: Path) -> list[Fault]:
    with pytest.raises(FaultyData) as refused:
        read_atlas(folder)
    return list(refused.value.faults)


def changed(folder: Path, **parts: Any) -> list[Fault]:
    """The faults after parts of one document's fingerprints were replaced; None takes a part out."""
    path = folder / VOICE
    stored = {**json.loads(path.read_text("utf-8")), **parts}
    path.write_text(json.dumps({name: part for name, part in stored.items() if part is not None}), "utf-8")
    return faults_of(folder)


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content[:16] or "nothing")
def test_fingerprints_that_cannot_be_read_are_named(small: Path, content: str) -> None:
    (small / VOICE).write_text(content, "utf-8")
    (fault,) = faults_of(small)
    assert (fault.file, fault.problem) == (VOICE, "the fingerprints cannot be read")


@pytest.mark.parametrize(
    "coverage",
    [None, 3, [], {}, {"sentences": 1}, {"sentences": -1, "tied": 0, "untied": 0, "words": 0, "quoted": 0}],
)
def test_fingerprints_without_counts_of_coverage_are_named(small: Path, coverage: object) -> None:
    (fault, *_) = changed(small, coverage=coverage)
    assert (fault.file, fault.problem) == (VOICE, "the fingerprints cannot be read")
    assert fault.column.startswith("coverage")


def test_fingerprints_of_another_document_are_named(small: Path) -> None:
    (fault, *_) = changed(small, source_id="paper-2021")
    assert (fault.file, fault.problem, fault.found, fault.expected) == (
        VOICE,
        "fingerprints of another document",
        "paper-2021",
        "voice-2020",
    )


def test_a_document_without_fingerprints_is_named_even_if_nobody_quotes_it(small: Path) -> None:
    sources = small / "sources.csv"
    sources.write_text(
        sources.read_text("utf-8").replace("gazette-2018,news", "gazette-2018,document"), "utf-8"
    )
    missing = {(fault.file, fault.problem) for fault in faults_of(small)}
    assert ("fingerprints/gazette-2018.json", "the file is missing") in missing


def test_fingerprints_hold_no_word_of_the_text(proved_small: Path) -> None:
    stored = (proved_small / FOLDER / "voice-2020.json").read_text("utf-8")
    assert not any(word in stored for word in ("pipeline", "October", "1100"))
    assert all(
        set(paragraph) == {"words", "passages", "sentences"} for paragraph in json.loads(stored)["paragraphs"]
    )


def test_the_same_text_always_has_the_same_fingerprints(proved_small: Path) -> None:
    frames, _ = read_texts(proved_small, by_fingerprint=False)
    texts, _ = read_documents(proved_small / "texts", IDS)
    for source_id, text in texts.items():
        assert fingerprints_of(text, coverage_of(text, frames).counts) == (
            proved_small / FOLDER / f"{source_id}.json"
        ).read_text("utf-8")


def test_fingerprints_are_rewritten_only_when_every_quote_is_proved(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (small / FOLDER / "voice-2020.json").read_text("utf-8")
    text = small / "texts" / "voice-2020.txt"
    text.write_text(text.read_text("utf-8").replace("October", "November"), "utf-8")
    assert main(["--data", str(small), "check", "--documents", str(small / "texts")]) == 1
    assert (small / FOLDER / "voice-2020.json").read_text("utf-8") == before
    assert "the quote does not stand in that paragraph" in capsys.readouterr().err
