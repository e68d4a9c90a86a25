"""What people state of trade as a table, each number with its period, its speaker and its check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.views.formatting import count, joined, number, quantity
from dashboard.views.order import Order, Orders, header, ordered
from dashboard.views.theme import VERDICT_TONES

_BY_SPEAKER = "speaker"
ORDERS: Orders = {
    _BY_SPEAKER: Order("The documents first"),
    "earliest": Order("Earliest period first", "period", "Period"),
    "latest": Order("Latest period first", "period", "Period", ascending=False),
}


def statements(
    stated: pd.DataFrame, verdicts: Mapping[str, tuple[str, str, str]], order: str = _BY_SPEAKER
) -> Figure | EmptyFigure:
    """What people state of trade, each number with its period and speaker, documents first (`by`: document or
    official; `said_by`: who says it, and in which sources, in words), or in another of ORDERS.

    `verdicts`: for a quantity_id the check that holds it against other evidence, its verdict and that verdict
    in words.
    """
    if stated.empty:
        return EmptyFigure(
            "trade-statements",
            "What people state",
            "Nobody states a number in these years and words.",
            "Widen the years or use other words.",
        )
    by_speaker = pd.concat([stated[stated["by"] == "document"], stated[stated["by"] != "document"]])
    first_other = int((by_speaker["by"] == "document").sum())
    listed = ordered(by_speaker, ORDERS[order])
    rows = tuple(
        (
            Cell(row["period_caption"] or "no year given"),
            Cell(quantity(row["value"], row["unit"], row["qualifier"]), row["quantity_id"]),
            Cell(row["summary"]),
            Cell(row["said_by"]),
            _verdict(verdicts.get(row["quantity_id"])),
        )
        for row in listed.to_dict("records")
    )
    groups = {0: "In the documents"} if first_other else {}
    if first_other < len(rows):
        groups[first_other] = "By officials, chambers and the press"
    shown = listed.rename(columns={"quantity_id": "record_id", "period_caption": "when"})
    return Figure(
        figure_id="trade-statements",
        title=f"{count(len(listed), 'stated number')} of trade; "
        + _checked([verdicts[stated_id] for stated_id in listed["quantity_id"] if stated_id in verdicts]),
        drawing=Grid(
            header(("Period", "Stated", "What is stated", "Who says it", "Check"), ORDERS[order]),
            rows,
            groups if order == _BY_SPEAKER else {},
        ),
        rows=shown[["record_id", "when", "indicator", "value", "unit", "qualifier", "summary", "said_by"]],
        message=f"A table of {count(len(listed), 'number')} that documents, officials and reports state.",
        note="A ten-month figure is not a year, and a fiscal year (July to June) is not a calendar "
        "year. Only what the documents state is checked.",
    )


def _checked(found: Sequence[tuple[str, str, str]]) -> str:
    """How many were held against other evidence, and how many came out how."""
    if not found:
        return "none is checked"
    called = {verdict: words for _, verdict, words in found}
    numbers = Counter(verdict for _, verdict, _ in found)
    parts = [f"{number(numbers[name])} {called[name]}" for name in VERDICT_TONES if name in numbers]
    return f"{number(len(found))} checked: {joined(parts)}"


def _verdict(found: tuple[str, str, str] | None) -> Cell:
    if found is None:
        return Cell("–", tone="silent")
    check_id, verdict, words = found
    return Cell(words, check_id, VERDICT_TONES[verdict])
