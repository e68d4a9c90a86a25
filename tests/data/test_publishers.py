"""A short name of a publisher is one that a source needs, that is shorter and that names one publisher."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.publishers import misnamed, named_in_short
from dashboard.data.table import ROW

SOURCES = pd.DataFrame({"publisher": ["International Monetary Fund", "The Fund (copy)", "The Fund", ""]})


def table(*rows: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["publisher", "short", "note"])
    return frame.assign(**{ROW: range(2, len(frame) + 2)})


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([("International Monetary Fund", "IMF", "")], []),
        ([("World Bank Group", "WBG", "")], [(2, "publishes no source")]),
        ([("The Fund", "The Fund", "itself")], [(2, "the short name is no shorter")]),
        ([("The Fund", "Fund of all", "")], [(2, "the short name is no shorter")]),
        ([("The Fund (copy)", "The Fund", "")], [(2, "another publisher bears this name")]),
        ([("The Fund (copy)", "The Fund", "a copy of it")], []),
        (
            [("International Monetary Fund", "Fund", ""), ("The Fund", "Fund", "one fund")],
            [(2, "another publisher bears this name")],
        ),
    ],
)
def test_a_short_name_is_needed_shorter_and_of_one_publisher(
    rows: list[tuple[str, str, str]], faults: list[tuple[int, str]]
) -> None:
    found = misnamed({"publishers": table(*rows), "sources": SOURCES})
    assert [(fault.row, fault.problem) for fault in found] == faults


def test_a_publisher_without_a_short_name_keeps_its_own() -> None:
    named = named_in_short(SOURCES, table(("International Monetary Fund", "IMF", "")))
    assert named["publisher_short"].tolist() == ["IMF", "The Fund (copy)", "The Fund", ""]
