"""A judgement has two readers and a third where they differ; a repeat leads to a first report; a speaker is
known.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.judgements import audited, repeated_repeats, unfinished, unknown_speakers
from dashboard.data.table import ROW


def frame(columns: str, *rows: tuple[str, ...]) -> pd.DataFrame:
    """Rows of texts, numbered from line 2."""
    return pd.DataFrame([(*row, line) for line, row in enumerate(rows, 2)], columns=[*columns.split(), ROW])


@pytest.mark.parametrize(
    ("coded", "problem"),
    [
        ({"A": "supports", "B": "supports"}, ""),
        ({"A": "supports", "B": "silent", "settled": "silent"}, ""),
        ({"A": "supports", "B": "silent"}, "two readers differ and nobody settled it"),
        ({"A": "supports"}, "no reading by B"),
        ({"B": "supports"}, "no reading by A"),
        ({"settled": "supports"}, "no reading by A"),
        ({"later": "kept"}, ""),
        ({"audit": "right"}, ""),
        ({"A": "kept", "B": "changed", "later": "kept"}, "two readers differ and nobody settled it"),
    ],
)
def test_a_judgement_is_read_twice_and_settled_where_the_readers_differ(
    coded: dict[str, str], problem: str
) -> None:
    rows = [("claim", "essay", "para:1", "stance", coder, value) for coder, value in coded.items()]
    readings = frame("record_id source_id locator field coder value", *rows)
    assert [(fault.row, fault.problem) for fault in unfinished({"readings": readings})] == (
        [(2, problem)] if problem else []
    )


@pytest.mark.parametrize(
    "other", [("claim", "essay", "para:2", "stance"), ("claim", "paper", "para:1", "stance")]
)
def test_readings_of_another_passage_do_not_count(other: tuple[str, ...]) -> None:
    rows = [("claim", "essay", "para:1", "stance", "A", "supports"), (*other, "B", "supports")]
    readings = frame("record_id source_id locator field coder value", *rows)
    assert [fault.problem for fault in unfinished({"readings": readings})] == [
        "no reading by B",
        "no reading by A",
    ]


@pytest.mark.parametrize(
    ("origin", "problem", "expected"),
    [
        ("agency", "", ""),
        ("", "", ""),
        ("copy", "a source repeats itself", "an empty cell: its own report"),
        ("reprint", "the first report is itself a repeat", "agency"),
    ],
)
def test_a_repeat_names_the_first_report(origin: str, problem: str, expected: str) -> None:
    rows = [("agency", ""), ("reprint", "agency"), ("copy", origin)]
    found = [
        (fault.row, fault.problem, fault.expected)
        for fault in repeated_repeats({"sources": frame("source_id origin", *rows)})
    ]
    assert found == ([(4, problem, expected)] if problem else [])


@pytest.mark.parametrize(
    ("speaker", "known"),
    [
        ("tehmina-janjua", True),
        ("tehmina-jan", False),
        ("A colonel", True),
        ("Dawn", True),
        ("", True),
        ("dawn", True),
    ],
)
def test_a_speaker_that_looks_like_an_id_is_an_actor(speaker: str, known: bool) -> None:
    frames = {"actors": frame("actor_id", ("tehmina-janjua",)), "evidence": frame("speaker", (speaker,))}
    assert [fault.found for fault in unknown_speakers(frames)] == ([] if known else [speaker])


@pytest.mark.parametrize(
    ("field", "coder", "value", "column"),
    [
        ("audit of 2021-01-02", "audit", "small fault", ""),
        ("audit of 2021-01-02", "audit", "not found again", ""),
        ("stance", "A", "wrong", ""),
        ("audit of 2021-01-02", "audit", "kept", "value"),
        ("audit 2 of 2021-01-02", "audit", "right", ""),
        ("audit", "audit", "right", "field"),
        ("audit of 2021-01-02", "later", "right", "field"),
    ],
)
def test_an_audit_has_a_day_and_a_verdict_of_its_own(field: str, coder: str, value: str, column: str) -> None:
    readings = frame("record_id field coder value", ("visit", field, coder, value))
    assert [fault.column for fault in audited({"readings": readings})] == ([column] if column else [])
