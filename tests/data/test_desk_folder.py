"""A coder's work lies in its folder, whole at any moment, and goes on where it stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.desk_folder import DECISIONS, DETAILS, DeskFolder
from dashboard.model.fault import FaultyData
from dashboard.model.proposal import ACCEPTED, OPEN, REJECTED, Decision, Row

DETAILS_OF_LETTER = {**dict.fromkeys(DETAILS, ""), "source_id": "letter-2022", "published": "2022-03"}
ROW_OF_EVENT = Row("evidence", {"record_id": "e", "quote": "ä, “b”\nc"})


@pytest.fixture
def folder(tmp_path: Path) -> DeskFolder:
    begun = DeskFolder(tmp_path / "work" / "a")
    begun.begin("A letter\n\nThey met.\n", DETAILS_OF_LETTER)
    return begun


def test_what_was_decided_is_there_when_the_folder_is_opened_again(folder: DeskFolder) -> None:
    folder.decide(Decision("k1", ACCEPTED, (ROW_OF_EVENT,)))
    folder.decide(Decision("k2", REJECTED))
    again = DeskFolder(folder.path)
    assert again.decisions() == {
        "k1": Decision("k1", ACCEPTED, (ROW_OF_EVENT,)),
        "k2": Decision("k2", REJECTED),
    }
    assert again.document.paragraphs == ("A letter", "They met.")
    assert again.details["published"] == "2022-03"


def test_the_last_decision_counts_and_one_taken_back_is_none(folder: DeskFolder) -> None:
    for verdict in (ACCEPTED, REJECTED):
        folder.decide(Decision("k1", verdict))
    folder.decide(Decision("k2", ACCEPTED))
    folder.decide(Decision("k2", OPEN))
    assert folder.decisions() == {"k1": Decision("k1", REJECTED)}


def test_a_line_that_was_cut_short_spoils_no_other(folder: DeskFolder) -> None:
    folder.decide(Decision("k1", ACCEPTED))
    path = folder.path / DECISIONS
    path.write_bytes(path.read_bytes() + b'{"key": "k2", "verd')
    assert list(folder.decisions()) == ["k1"]
    folder.decide(Decision("k3", REJECTED))
    assert list(folder.decisions()) == ["k1", "k3"]


def test_the_same_document_can_be_laid_in_again_and_another_cannot(folder: DeskFolder) -> None:
    folder.decide(Decision("k1", ACCEPTED))
    folder.begin("A letter\n\nThey met.\n", {**DETAILS_OF_LETTER, "title": "A letter"})
    assert folder.details["title"] == "A letter"
    assert list(folder.decisions()) == ["k1"]
    with pytest.raises(FaultyData, match="another document"):
        folder.begin("Another\n", DETAILS_OF_LETTER)


def test_rows_are_written_under_the_whole_header_and_withdrawn_again(folder: DeskFolder) -> None:
    written = folder.write_rows(
        [ROW_OF_EVENT], dict.fromkeys(("sentences", "tied", "untied", "words", "quoted"), 0)
    )
    assert [path.relative_to(folder.path).as_posix() for path in written] == [
        "rows/evidence.csv",
        "fingerprints/letter-2022.json",
    ]
    lines = written[0].read_text("utf-8").splitlines()
    assert lines[0] == "record_id,source_id,locator,quote,field,value,speaker,stance,note"
    folder.withdraw_rows()
    assert not any(path.exists() for path in written)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c"])
def test_a_sign_that_parts_lines_within_a_text_parts_no_decision(folder: DeskFolder, sign: str) -> None:
    decision = Decision("k1", ACCEPTED, (Row("evidence", {"quote": f"They met{sign}in March."}),))
    folder.decide(decision)
    assert folder.decisions() == {"k1": decision}


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"\xef\xbb\xbf", b""), (b"", '{"key": "Ж'.encode()[:-1]), (b"", b"\0\0\0"), (b"\n", b"\r\n\r\n")],
)
def test_what_a_crash_or_an_editor_leaves_around_decisions_takes_none(
    folder: DeskFolder, before: bytes, after: bytes
) -> None:
    folder.decide(Decision("k1", REJECTED))
    path = folder.path / DECISIONS
    path.write_bytes(before + path.read_bytes() + after)
    assert list(folder.decisions()) == ["k1"]


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe{",
        b"<<<<<<< HEAD",
        b"[" * 100_000,
        b"[]",
        b"null",
        b'{"key": null, "verdict": "accepted", "rows": []}',
        b'{"key": "k2", "verdict": "maybe", "rows": []}',
        b'{"key": "k2", "verdict": "accepted", "rows": null}',
        b'{"key": "k2", "verdict": "accepted", "rows": [{"table": "../x", "cells": {}}]}',
        b'{"key": "k2", "verdict": "accepted", "rows": [{"table": "evidence", "cells": {"x": "1"}}]}',
        b'{"key": "k2", "verdict": "accepted", "rows": [{"table": "evidence", "cells": {"quote": 1}}]}',
        b'{"key": "k2", "verdict": "accepted", "rows": [{"table": "evidence", "cells": [["quote", "a"]]}]}',
    ],
)
def test_a_line_that_the_desk_never_wrote_is_told_with_its_number(folder: DeskFolder, line: bytes) -> None:
    folder.decide(Decision("k1", REJECTED))
    path = folder.path / DECISIONS
    path.write_bytes(path.read_bytes() + line + b"\n")
    with pytest.raises(FaultyData) as told:
        folder.decisions()
    (fault,) = told.value.faults
    assert (fault.file, fault.row, fault.problem) == (f"a/{DECISIONS}", 2, "no decision")


def test_a_folder_in_place_of_the_decisions_is_told(folder: DeskFolder) -> None:
    (folder.path / DECISIONS).mkdir()
    with pytest.raises(FaultyData, match="cannot be read"):
        folder.decisions()


def test_details_nested_too_deep_are_told(folder: DeskFolder) -> None:
    (folder.path / "document.json").write_text("[" * 100_000)
    with pytest.raises(FaultyData, match="cannot be read"):
        _ = folder.details
