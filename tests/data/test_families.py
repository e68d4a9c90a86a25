"""Families of series are whole, of one unit a panel, and a link can tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd
import pytest

from dashboard.data import families as rules
from dashboard.data.table import ROW
from dashboard.model.fault import Fault

Rule = Callable[[rules.Frames], Iterator[Fault]]

FAMILY = dict.fromkeys(
    ("period", "stated", "option", "option_title", "choice", "choice_label", "note"), ""
) | {"family": "goods", "figure": "goods", "title": "Goods", "kind": "line", "scale": "own"}
MEMBER = {"family": "goods", "panel": "Out", "member": "sent", "name": "", "factor": ""}
OUT = {"option": "way", "option_title": "Way", "choice": "out", "choice_label": "Out"}
IN = OUT | {"family": "goods-in", "choice": "in", "choice_label": "In"}
TOTAL = {"kind": "sum", "period": "2015/2016", "stated": "trade"}


def texts(default: dict[str, str], changes: list[dict[str, str]]) -> pd.DataFrame:
    """Rows of texts that differ from a default, numbered from line 2."""
    return pd.DataFrame([default | change | {ROW: line} for line, change in enumerate(changes, 2)])


def faults(
    rule: Rule, families: list[dict[str, str]], members: list[dict[str, str]]
) -> list[tuple[str, int, str]]:
    frames = {
        "families": texts(FAMILY, families),
        "family_members": texts(MEMBER, members),
        "indicators": pd.DataFrame({"indicator_id": ["sent", "got", "tons"], "unit": ["USD", "USD", "t"]}),
        "quantities": pd.DataFrame({"quantity_id": ["said"], "indicator": ["trade"]}),
    }
    return [(fault.file, fault.row, fault.column) for fault in rule(frames)]


def test_a_member_names_a_family_that_has_a_row() -> None:
    found = faults(rules.without_family, [{}], [{}, {"family": "other"}])
    assert found == [("family_members.csv", 3, "family")]


def test_a_family_has_a_series_and_a_stated_number_is_none() -> None:
    found = faults(rules.incomplete, [{}, {"family": "bare"}], [{}, {"family": "bare", "factor": "1"}])
    assert found == [("families.csv", 3, "family")]


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        (TOTAL, []),
        (TOTAL | {"period": ""}, ["period"]),
        (TOTAL | {"stated": ""}, ["stated"]),
        (TOTAL | {"kind": "bar"}, ["period", "stated"]),
    ],
)
def test_a_sum_and_nothing_else_has_a_period_and_stated_totals(
    change: dict[str, str], columns: list[str]
) -> None:
    assert [column for _, _, column in faults(rules.incomplete, [change], [{}])] == columns


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        ({"member": "got"}, []),
        ({"member": "tons"}, ["member"]),
        ({"member": "tons", "panel": "In"}, []),
        ({"member": "got", "factor": "1"}, ["factor"]),
        ({"member": "said", "factor": "0.001"}, []),
        ({"member": "said"}, ["factor"]),
    ],
)
def test_a_panel_has_one_unit_and_stated_numbers_are_brought_to_it(
    change: dict[str, str], columns: list[str]
) -> None:
    assert [column for _, _, column in faults(rules.mismeasured, [{}], [{}, change])] == columns


def test_the_totals_beside_a_sum_are_stated_somewhere() -> None:
    assert faults(rules.mismeasured, [{"stated": "trade"}], [{}]) == []
    assert faults(rules.mismeasured, [{"stated": "aid"}], [{}]) == [("families.csv", 2, "stated")]


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        (OUT, []),
        ({"figure": "Goods"}, ["figure"]),
        ({"figure": "statements"}, ["figure"]),
        ({"option": "theme"}, ["option"]),
        ({"choice": "from here"}, ["choice"]),
    ],
)
def test_names_can_stand_in_a_link_and_mean_nothing_else_there(
    change: dict[str, str], columns: list[str]
) -> None:
    assert [column for _, _, column in faults(rules.misnamed, [change], [{}])] == columns


@pytest.mark.parametrize(
    ("second", "columns"),
    [
        (IN, []),
        (IN | {"choice": "out", "choice_label": "Out"}, ["choice"]),
        (IN | {"option": "road", "option_title": "Road"}, ["choice"]),
        (IN | {"option_title": "Road"}, ["option"]),
        (IN | {"choice_label": ""}, ["option"]),
        (IN | {"figure": "other", "choice": "out", "choice_label": "Outwards"}, ["option"]),
        (IN | {"figure": "other", "choice": "out", "choice_label": "Out"}, []),
        (FAMILY | {"family": "other", "figure": "other"}, []),
        (FAMILY | {"family": "other"}, ["choice"]),
    ],
)
def test_a_link_can_tell_the_families_of_a_figure_apart(second: dict[str, str], columns: list[str]) -> None:
    assert [column for _, _, column in faults(rules.choices_apart, [OUT, second], [{}])] == columns
