"""The numbers that stand first: each large, with its unit, its period and the records behind it."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Headline
from dashboard.views.formatting import number


def counted(figure_id: str, title: str, unit: str, record_ids: Collection[str]) -> Figure | EmptyFigure:
    """A headline that counts records."""
    if len(record_ids) == 0:
        return EmptyFigure(figure_id, title, f"0 {unit}.", "Widen the years or clear a filter.")
    shown = number(len(record_ids))
    return Figure(
        figure_id,
        title,
        Headline(shown, unit),
        pd.DataFrame({"record_id": list(record_ids)}),
        f"{shown} {unit}.",
    )


def latest(figure_id: str, title: str, series: pd.DataFrame) -> Figure | EmptyFigure:
    """A headline that repeats the latest observation of a trade series (million US dollars), with its
    reporter and year.
    """
    if series.empty:
        return EmptyFigure(figure_id, title, "No count of trade falls into these years.", "Widen the years.")
    last = series.sort_values("year").iloc[-1]
    unit = f"million US dollars of trade in {last['period_caption']}, as {last['reporter']} counts"
    rows = pd.DataFrame(
        {"record_id": [last["indicator_id"]], "period": [last["period_caption"]], "value": [last["value"]]}
    )
    return Figure(
        figure_id,
        title,
        Headline(number(round(last["value"])), unit),
        rows,
        f"{number(round(last['value']))} {unit}.",
    )
