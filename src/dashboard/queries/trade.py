"""How much, by whose count: trade series by reporter, the mirror gap between two of them, and what people state."""

from __future__ import annotations

import pandas as pd

DIRECTIONS = {
    "to-russia": "Pakistan to Russia or the USSR",
    "to-pakistan": "Russia or the USSR to Pakistan",
    "total": "Both directions",
}

_RUSSIA = ("Russia", "Soviet Union", "Russia/USSR", "USSR", "Russian Federation")
_STATED = {
    "exports to Russia": "to-russia",
    "exports to the Soviet Union": "to-russia",
    "imports from Russia": "to-pakistan",
    "imports from the Soviet Union": "to-pakistan",
    "bilateral trade": "total",
}


def trade_series(indicators: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Every observation of Pakistan–Russia trade with its direction of flow, in US dollars, million.

    Columns of the observation and `label`, `reporter`, `valuation`, `direction`, `year` (the first year of its period).
    """
    own = indicators[indicators["unit"] == "USD million"]
    own = own.assign(direction=[_direction(*row) for row in own[["reporter", "partner", "flow"]].itertuples(index=False)])
    own = own[own["direction"] != ""]
    columns = ["indicator_id", "label", "reporter", "partner", "flow", "valuation", "source_id", "direction"]
    joined = observations.merge(own[columns], on="indicator_id", how="inner")
    return joined.assign(year=joined["period_first"].dt.year).sort_values(["indicator_id", "year"])


def plotted(series: pd.DataFrame) -> pd.DataFrame:
    """The observations that may be drawn as such: doubtful ones are left out."""
    return series[series["status"] != "doubtful"]


def mirror_gap(series: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """Two counts of the same flow side by side, for the years that both have.

    Columns `period`, `year`, `one`, `other`, `gap` (one − other) and `ratio` (one ÷ other; NaN where other is 0).
    """
    left = plotted(series[series["indicator_id"] == one]).set_index("year")
    right = plotted(series[series["indicator_id"] == other]).set_index("year")
    years = left.index.intersection(right.index).sort_values()
    both = pd.DataFrame({"one": left.loc[years, "value"], "other": right.loc[years, "value"]})
    both["gap"] = both["one"] - both["other"]
    both["ratio"] = both["one"] / both["other"].where(both["other"] != 0)
    return both.rename_axis("year").reset_index()


def stated_trade(quantities: pd.DataFrame) -> pd.DataFrame:
    """What documents and officials state of trade, in US dollars, million, with `direction`; only numbers with a period."""
    own = quantities[quantities["indicator"].isin(list(_STATED)) & (quantities["period"] != "")]
    factor = own["unit"].map({"USD million": 1.0, "USD billion": 1000.0})
    own = own.assign(direction=own["indicator"].map(_STATED), million=own["value"] * factor)
    return own[own["million"].notna()].sort_values(["period_first", "quantity_id"])


def _direction(reporter: str, partner: str, flow: str) -> str:
    """Where the goods go: exports of Pakistan and imports of Russia are one flow seen from two sides."""
    flow = flow.lower()
    if {reporter, partner} & {"Pakistan"} and (reporter in _RUSSIA or partner in _RUSSIA):
        if flow.startswith("total"):
            return "total"
        sender = reporter if flow.startswith("export") else partner if flow.startswith("import") else ""
        return {"": ""}.get(sender, "to-russia" if sender == "Pakistan" else "to-pakistan")
    return ""
