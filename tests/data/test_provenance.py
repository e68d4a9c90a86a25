"""A source says where, when and in what language it speaks, or why that is not known; and its sentences stay
its own.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.provenance import quoted_in_notes, unexplained_blanks
from dashboard.data.table import ROW

WHOLE = {
    "source_id": "gazette",
    "country": "NOR",
    "published": "2015",
    "published_note": "",
    "title_en": "",
    "language": "en",
    "note": "",
    ROW: 2,
}


@pytest.mark.parametrize(
    ("changed", "columns"),
    [
        ({}, []),
        ({"country": ""}, ["country"]),
        ({"country": "", "note": "An international body."}, []),
        ({"country": "", "note": "Country of the publisher not known."}, []),
        ({"country": "", "note": "Read in a copy."}, ["country"]),
        ({"published": ""}, ["published"]),
        ({"published": "", "published_note": "no date shown"}, []),
        ({"language": "ru"}, ["title_en"]),
        ({"language": "ru", "title_en": "A title"}, []),
        ({"language": "en-GB"}, []),
        ({"country": "", "published": "", "language": "ur"}, ["country", "published", "title_en"]),
    ],
)
def test_a_blank_of_a_source_is_explained(changed: dict[str, str], columns: list[str]) -> None:
    frames = {"sources": pd.DataFrame([WHOLE | changed])}
    faults = list(unexplained_blanks(frames))
    assert [fault.column for fault in faults] == columns
    assert {(fault.row, fault.found) for fault in faults} <= {(2, "gazette")}


@pytest.mark.parametrize(
    ("source_id", "note", "found"),
    [
        ("gazette", "Says “signed on Monday”.", ["“signed on Monday”"]),
        ("gazette", "Has it signed on a Monday.", []),
        ("gazette", "Calls it “goodwill visit”.", []),
        ("essay", "The word “on” stands for “at the end of”.", []),
    ],
)
def test_only_the_documents_are_quoted_in_notes(source_id: str, note: str, found: list[str]) -> None:
    frames = {
        "sources": pd.DataFrame({"source_id": ["gazette", "essay"], "kind": ["news", "document"]}),
        "evidence": pd.DataFrame([{"source_id": source_id, "note": note, ROW: 2}]),
    }
    assert [fault.found for fault in quoted_in_notes(frames)] == found


def test_a_missing_country_says_which_words_a_note_needs() -> None:
    frames = {"sources": pd.DataFrame([WHOLE | {"country": "", "note": "Read in a copy."}])}
    (fault,) = unexplained_blanks(frames)
    assert "“country”" in fault.expected
    assert "“international”" in fault.expected
