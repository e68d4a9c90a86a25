"""A record is supported by the kinds and countries of the sources behind it, which are found once."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.queries.support import Support

SOURCES = pd.DataFrame(
    [
        ("tass", "news", "RUS", ""),
        ("dawn", "news", "PAK", ""),
        ("dawn-reprint", "news", "PAK", "tass"),
        ("hindu", "book", "IND", ""),
        ("united-nations", "dataset", "", ""),
    ],
    columns=["source_id", "kind", "country", "origin"],
)
EVIDENCE = pd.DataFrame(
    [
        ("visit", "tass"),
        ("visit", "dawn"),
        ("visit", "hindu"),
        ("deal", "dawn-reprint"),
        ("vote", "dawn"),
        ("vote", "united-nations"),
    ],
    columns=["record_id", "source_id"],
)


@pytest.mark.parametrize(
    ("kinds", "countries", "supported"),
    [
        ((), (), {"visit", "deal", "vote"}),
        (("book",), (), {"visit"}),
        (("book", "dataset"), (), {"visit", "vote"}),
        (("film",), (), set()),
        ((), ("PAK",), {"visit", "vote"}),
        ((), ("RUS", "IND"), {"visit", "deal"}),
        ((), ("CHN",), set()),
        (("news",), ("IND",), {"visit"}),
        (("dataset",), ("IND",), set()),
    ],
)
def test_a_record_needs_a_source_of_a_named_kind_and_one_of_a_named_country(
    kinds: tuple[str, ...], countries: tuple[str, ...], supported: set[str]
) -> None:
    assert Support(EVIDENCE, SOURCES).behind(kinds, countries) == supported


def test_the_tables_are_read_once_for_all_choices() -> None:
    """To walk ten thousand rows of evidence for each kind took a sixth of a new choice."""
    evidence = EVIDENCE.copy()
    support = Support(evidence, SOURCES)
    evidence.loc[:, "record_id"] = "another"
    assert support.behind((), ("PAK",)) == {"visit", "vote"}
