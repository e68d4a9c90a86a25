"""The figures of trade."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.model.selection import Selection
from dashboard.queries import events as ask_events
from dashboard.queries import trade as ask_trade
from dashboard.ui.catalogue.asked import Answer, Asked, Builder
from dashboard.ui.library import Library
from dashboard.views import trade


def _trade_parts(library: Library, selection: Selection) -> tuple[pd.DataFrame, pd.DataFrame]:
    atlas = library.atlas
    series = ask_trade.plotted(ask_trade.trade_series(atlas["indicators"], atlas["observations"]))
    series = series[series["year"].between(selection.first_year, selection.last_year)]
    stated = ask_trade.stated_trade(atlas["quantities"])
    stated = ask_events.in_years(stated, "period", selection.first_year, selection.last_year)
    kinds = (
        atlas["evidence"]
        .merge(atlas["sources"][["source_id", "kind"]], on="source_id")
        .groupby("record_id")["kind"]
        .agg(lambda own: "document" if "document" in set(own) else "official")
    )
    return series, stated.assign(by=stated["quantity_id"].map(kinds))


def _trade_lines(library: Library, asked: Asked) -> Answer:
    series, stated = _trade_parts(library, asked.selection)
    direction = asked.option("direction", "to-russia")
    return trade.lines(
        series[series["direction"] == direction],
        stated[stated["direction"] == direction],
        ask_trade.DIRECTIONS[direction],
        (asked.selection.first_year, asked.selection.last_year),
        "log" if asked.option("scale") == "log" else "linear",
        asked.mode,
    )


def _trade_mirror(library: Library, asked: Asked) -> Answer:
    gaps, one, other = _mirror(library, asked)
    return trade.mirror(gaps, one, other, asked.mode)


def _trade_mirror_table(library: Library, asked: Asked) -> Answer:
    return trade.mirror_table(*_mirror(library, asked))


def _mirror(library: Library, asked: Asked) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    indicators = library.atlas["indicators"].set_index("indicator_id", drop=False)
    one, other = asked.option("one", "dots-russia-imports-from-pakistan"), asked.option("other", "comtrade-pakistan-exports-to-russia")
    series, _ = _trade_parts(library, asked.selection)
    return ask_trade.mirror_gap(series, one, other), indicators.loc[one], indicators.loc[other]


def _trade_statements(library: Library, asked: Asked) -> Answer:
    _, stated = _trade_parts(library, asked.selection)
    return trade.statements(stated, {})


FIGURES: Mapping[str, Builder] = {
    "trade-lines": _trade_lines,
    "trade-mirror": _trade_mirror,
    "trade-mirror-table": _trade_mirror_table,
    "trade-statements": _trade_statements,
}
