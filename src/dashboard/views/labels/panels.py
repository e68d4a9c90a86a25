"""Where the names of series stand in panels that hold more than one series each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import pandas as pd

from dashboard.views.labels import beside
from dashboard.views.labels import lines as line_labels
from dashboard.views.panel_layout import PanelBand

OTHER_STATE = "the state named"
_ABOVE = 8


def of_panels(
    rows: pd.DataFrame,
    stated: pd.DataFrame,
    panels: Sequence[PanelBand],
    bars: bool,
    years: tuple[int, int],
    total: float,
    ruled: pd.DataFrame,
) -> pd.DataFrame:
    """The names of the series, as from line_labels.rows (`rows` and `stated` as from panels.placed and
    .stated_placed), in a drawing `total` pixels high, clear of the words of breaks (`ruled`).

    A panel whose series were all named in one above it says nothing again: the same look is the same series.
    """
    moments: dict[beside.Point, tuple[object, float]] = {}
    lines: list[beside.Line] = []
    for panel in panels:
        in_panel = rows[rows["y"].between(panel.foot, panel.foot + panel.height) & (rows["series"] != "")]
        named = list(_lines(in_panel, panel, years, total, moments, bars))
        if {line.words for line in named} - {line.words for line in lines}:
            lines += named
    in_the_way = [_box(row, row["y"] + 6, row["y"] - 6, years, total) for row in stated.to_dict("records")]
    if bars:
        in_the_way += [_box(row, row["y"], row["foot"], years, total) for row in rows.to_dict("records")]
    breaks = beside.around_breaks(ruled, years, lambda row: total - row["y"], lambda row: total - row["foot"])
    return line_labels.rows(
        beside.beside(lines, [*in_the_way, *breaks]), moments, {line.key: line.key for line in lines}
    )


def _lines(
    in_panel: pd.DataFrame,
    panel: PanelBand,
    years: tuple[int, int],
    total: float,
    moments: dict[beside.Point, tuple[object, float]],
    bars: bool,
) -> Iterator[beside.Line]:
    for series, rows in in_panel.groupby("series", sort=False):
        runs: dict[str, list[beside.Point]] = {}
        for segment, x, y in rows[["segment", "x", "y"]].itertuples(index=False, name=None):
            at = (_share(x, years), total - y)
            runs.setdefault(x if bars else segment, []).append(at)
            moments[at] = (x, y)
        words = f"{panel.name.partition(' and ')[2]} (dashed)" if series == OTHER_STATE else str(series)
        yield beside.Line(
            str(series),
            words,
            list(runs.values()),
            total - panel.foot - panel.height - _ABOVE,
            total - panel.foot,
            beside.in_lines(words),
        )


def _box(
    row: dict[str, object], top: float, foot: float, years: tuple[int, int], total: float
) -> tuple[float, float, float, float]:
    return _share(str(row["from"]), years), _share(str(row["to"]), years), total - top, total - foot


def _share(moment: str, years: tuple[int, int]) -> float:
    return beside.share(datetime.fromisoformat(moment), years)
