"""How much, by whose count: trade series by reporter, the mirror gap between two of them, and what people state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

DIRECTIONS = {
    "to-russia": "Pakistan to Russia or the USSR",
    "to-pakistan": "Russia or the USSR to Pakistan",
    "total": "Both directions",
}

_RUSSIA = ("Russia", "Soviet Union", "Russia/USSR", "USSR", "Russian Federation")


@dataclass(frozen=True)
class Pair:
    """Two counts of one flow (indicator ids), the first less the second being the gap; `beware` is what the two share, if anything."""

    one: str
    other: str
    beware: str = ""


_MIRRORS_EXPORTS = "Before 1991 the first count mostly repeats what Pakistan reported as its exports, so agreement proves little."
PAIRS: Mapping[str, Pair] = {
    "imf-comtrade": Pair("dots-russia-imports-from-pakistan", "comtrade-pakistan-exports-to-russia"),
    "cow-comtrade": Pair("cow-russia-imports-from-pakistan", "comtrade-pakistan-exports-to-russia"),
    "cow-comtrade-ussr": Pair("cow-russia-imports-from-pakistan", "comtrade-pakistan-exports-to-ussr", _MIRRORS_EXPORTS),
    "cow-imf": Pair(
        "cow-russia-imports-from-pakistan",
        "dots-russia-imports-from-pakistan",
        "The two are not independent: from 2010 on the first is the second, rounded to whole millions.",
    ),
    "cow-imf-to-pakistan": Pair("cow-pakistan-imports-from-russia", "dots-russia-exports-to-pakistan"),
    "cow-comtrade-to-pakistan": Pair("cow-pakistan-imports-from-russia", "comtrade-russia-exports-to-pakistan"),
    "imf-comtrade-to-pakistan": Pair(
        "dots-russia-exports-to-pakistan",
        "comtrade-russia-exports-to-pakistan",
        "Both are Russia’s own count of its exports, passed on by two organisations.",
    ),
}

_STATED = {
    "exports to Russia": "to-russia",
    "Russian imports from Pakistan": "to-russia",
    "exports to the Soviet Union": "to-russia",
    "imports from Russia": "to-pakistan",
    "Russian exports to Pakistan": "to-pakistan",
    "imports from the Soviet Union": "to-pakistan",
    "bilateral trade": "total",
}
_MILLIONS = {"USD million": 1.0, "USD billion": 1000.0, "USD million per year": 1.0, "USD billion per year": 1000.0}


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


def breaks_in(series: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """The breaks that lie within the years shown of each series, with its `label`, in order of time."""
    spans = series.groupby(["indicator_id", "label"], as_index=False)["year"].agg(["min", "max"])
    found = spans.merge(breaks, on="indicator_id")
    years = found["period_first"].dt.year
    return found[(years > found["min"]) & (years <= found["max"])].sort_values("period_first", kind="stable")


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
    """What documents and officials state of trade, in US dollars, million, with `direction`; only numbers with a period.

    An average of some years (“per year”) stands for each year of its period; forecasts and increases are no counts and are left out.
    """
    own = quantities[quantities["indicator"].isin(list(_STATED)) & (quantities["period"] != "")]
    own = own.assign(direction=own["indicator"].map(_STATED), million=own["value"] * own["unit"].map(_MILLIONS).astype(float))
    return own[own["million"].notna()].sort_values(["period_first", "quantity_id"])


def told_of_trade(quantities: pd.DataFrame) -> pd.DataFrame:
    """Every number in US dollars that is stated of trade: counts, forecasts and increases, with a period or without; in order of time, those without last."""
    kinds = [any(indicator.endswith(kind) for kind in _STATED) for indicator in quantities["indicator"]]
    own = quantities[pd.Series(kinds, index=quantities.index, dtype=bool) & quantities["unit"].isin(list(_MILLIONS))]
    return own.sort_values(["period_first", "quantity_id"], na_position="last")


def _direction(reporter: str, partner: str, flow: str) -> str:
    """Where the goods go: exports of Pakistan and imports of Russia are one flow seen from two sides."""
    flow = flow.lower()
    if {reporter, partner} & {"Pakistan"} and (reporter in _RUSSIA or partner in _RUSSIA):
        if flow.startswith("total"):
            return "total"
        sender = reporter if flow.startswith("export") else partner if flow.startswith("import") else ""
        return {"": ""}.get(sender, "to-russia" if sender == "Pakistan" else "to-pakistan")
    return ""
