"""Rows are checked as if they stood in the tables already, by every rule, and the tables stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.appended import Tables, with_rows
from dashboard.data.document import Document
from dashboard.data.table import ROW
from dashboard.model.fault import FaultyData
from dashboard.model.proposal import Row

LETTER = Document(
    "letter-2022",
    (
        "They signed the agreement in town on that day. "
        "Then it rained for a week and nobody was seen outside.",
    ),
)
SOURCE = Row(
    "sources",
    {
        "source_id": "letter-2022", "kind": "document", "title": "A letter", "reliability": "established",
        "published": "2022-03", "seen": "2022-05-30", "language": "en", "note": "", "country": "PAK",
    },
)  # fmt: skip
EVIDENCE = Row(
    "evidence",
    {
        "record_id": "pipeline-agreement", "source_id": "letter-2022", "locator": "para:1",
        "quote": "signed the agreement in town", "stance": "supports",
    },
)  # fmt: skip


@pytest.fixture(scope="module")
def tables(proved_small: Path) -> Tables:
    return Tables(proved_small)


def test_sound_rows_have_no_fault(tables: Tables) -> None:
    assert tables.faults_of([SOURCE, EVIDENCE], LETTER) == []


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"quote": "signed a treaty in town"}, "quote"),
        ({"locator": "para:2"}, "locator"),
        ({"record_id": "no-such-record"}, "record_id"),
        ({"stance": "perhaps"}, "stance"),
    ],
)
def test_a_fault_of_a_row_is_named_where_it_would_stand(
    tables: Tables, cells: dict[str, str], column: str
) -> None:
    faults = tables.faults_of([SOURCE, Row("evidence", {**EVIDENCE.cells, **cells})], LETTER)
    line = len(tables.frames["evidence"]) + 2
    assert ("evidence.csv", line, column) in {(fault.file, fault.row, fault.column) for fault in faults}


def test_without_its_source_a_row_of_evidence_has_a_fault(tables: Tables) -> None:
    faults = tables.faults_of([EVIDENCE], LETTER)
    assert ("evidence.csv", "source_id", "no such record") in {(f.file, f.column, f.problem) for f in faults}


def test_too_much_quoted_is_a_fault_before_anything_is_written(tables: Tables) -> None:
    quotes = ("They signed the agreement", "agreement in town on that")
    rows = [Row("evidence", {**EVIDENCE.cells, "quote": quote}) for quote in quotes]
    faults = tables.faults_of([SOURCE, *rows], LETTER)
    (quoted,) = [fault for fault in faults if fault.problem == "too much of letter-2022 is quoted"]
    assert quoted.expected == (
        "under 30%; shorten the longest: “agreement in town on that”, “They signed the agreement”"
    )


def test_the_tables_stay_as_they_are(tables: Tables) -> None:
    before = len(tables.frames["evidence"])
    whole = with_rows(tables.frames, [EVIDENCE, EVIDENCE])
    assert list(whole["evidence"][ROW].tail(2)) == [before + 2, before + 3]
    assert len(tables.frames["evidence"]) == before


def test_a_column_that_is_not_there_is_refused(tables: Tables) -> None:
    with pytest.raises(KeyError, match="colour"):
        with_rows(tables.frames, [Row("evidence", {"colour": "red"})])


def test_faulty_tables_are_refused(small: Path) -> None:
    (small / "events.csv").unlink()
    with pytest.raises(FaultyData):
        Tables(small)
