"""The numbers that stand first: each large, with its unit, its period and the records behind it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.model.figure import Absence, Figure, Headline
from dashboard.views.words import count, number


def counted(figure_id: str, title: str, unit: str, record_ids: Sequence[str], note: str = "") -> Figure | Absence:
    """A headline that counts records."""
    if not len(record_ids):
        return Absence(figure_id, title, "Nothing fits this choice.", "Widen the years or clear a filter.")
    return Figure(
        figure_id, title, Headline(number(len(record_ids)), unit), pd.DataFrame({"record_id": list(record_ids)}), f"{number(len(record_ids))} {unit}.", note
    )


def stated(figure_id: str, title: str, value: float, unit: str, record_id: str, note: str = "") -> Figure:
    """A headline that repeats one observation or one stated number."""
    return Figure(
        figure_id, title, Headline(number(round(value, 1)), unit), pd.DataFrame({"record_id": [record_id]}), f"{number(round(value, 1))} {unit}.", note
    )


def summary(events: int, sources: int) -> str:
    """How far the record reaches, in a phrase."""
    return f"{count(events, 'event')} from {count(sources, 'source')}"
