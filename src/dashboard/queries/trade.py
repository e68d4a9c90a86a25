"""How much, by whose count: trade series by reporter, the mirror gap between two of them, and what people
state.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.model.subject import Direction, Subject

_MILLIONS = {
    "USD million": 1.0,
    "USD billion": 1000.0,
    "USD million per year": 1.0,
    "USD billion per year": 1000.0,
}


def trade_series(indicators: pd.DataFrame, observations: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Every observation of trade between the two sides with its direction of flow, in US dollars, million.

    Columns of the observation and `label`, `reporter`, `valuation`, `direction`, `year` (the first year of
    its period).
    """
    in_dollars = indicators[indicators["unit"] == "USD million"]
    flows = zip(in_dollars["reporter"], in_dollars["partner"], in_dollars["flow"], strict=True)
    in_dollars = in_dollars.assign(
        direction=[_direction(reporter, partner, flow, subject) for reporter, partner, flow in flows]
    )
    in_dollars = in_dollars[in_dollars["direction"] != ""]
    columns = ["indicator_id", "label", "reporter", "partner", "flow", "valuation", "source_id", "direction"]
    joined = observations.merge(in_dollars[columns], on="indicator_id", how="inner")
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


def mirror_gap(series: pd.DataFrame, first: str, other: str) -> pd.DataFrame:
    """Two counts of the same flow side by side, for the years that both have.

    Columns `period`, `year`, `one`, `other`, `gap` (one − other) and `ratio` (one ÷ other; NaN where other is
    0).
    """
    left = plotted(series[series["indicator_id"] == first]).set_index("year")
    right = plotted(series[series["indicator_id"] == other]).set_index("year")
    years = left.index.intersection(right.index).sort_values()
    both = pd.DataFrame({"one": left.loc[years, "value"], "other": right.loc[years, "value"]})
    both["gap"] = both["one"] - both["other"]
    both["ratio"] = both["one"] / both["other"].where(both["other"] != 0)
    return both.rename_axis("year").reset_index()


def widest_counts(series: pd.DataFrame) -> pd.DataFrame:
    """The counts of the one flow and year of which the highest and the lowest lie furthest apart; none where
    no flow was counted twice.
    """
    flows = series.groupby(["direction", "year"])["value"]
    spread = flows.transform("max") - flows.transform("min")
    if series.empty or spread.max() == 0:
        return series.iloc[:0]
    widest = series.loc[spread.idxmax()]
    return series[(series["direction"] == widest["direction"]) & (series["year"] == widest["year"])]


def stated_trade(quantities: pd.DataFrame, directions: Sequence[Direction]) -> pd.DataFrame:
    """What documents and officials state of trade, in US dollars, million, with `direction`; only numbers
    with a period.

    An average of some years (“per year”) stands for each year of its period; forecasts and increases are no
    counts and are left out.
    """
    direction = quantities["indicator"].map(_direction_by_indicator(directions))
    stated = quantities[direction.notna() & (quantities["period"] != "")]
    millions = stated["value"] * stated["unit"].map(_MILLIONS).astype(float)
    stated = stated.assign(direction=direction, million=millions)
    return stated[stated["million"].notna()].sort_values(["period_first", "quantity_id"])


def told_of_trade(quantities: pd.DataFrame, directions: Sequence[Direction]) -> pd.DataFrame:
    """Every number in US dollars or tonnes that is stated of trade or of a product: counts, forecasts and
    increases, with a period or without; in order of time, those without last.
    """
    counted = tuple(_direction_by_indicator(directions))
    kinds = [indicator.endswith(counted) for indicator in quantities["indicator"]]
    stated = quantities[
        pd.Series(kinds, index=quantities.index, dtype=bool) & quantities["unit"].isin([*_MILLIONS, "tonnes"])
    ]
    return stated.sort_values(["period_first", "quantity_id"], na_position="last")


def _direction_by_indicator(directions: Sequence[Direction]) -> dict[str, str]:
    """The direction that each stated indicator counts."""
    return {indicator: direction.id for direction in directions for indicator in direction.stated}


def _direction(reporter: str, partner: str, flow: str, subject: Subject) -> str:
    """Where the goods go: exports of one side and imports of the other are one flow seen from two sides."""
    sides = subject.side_of(reporter), subject.side_of(partner)
    if not all(sides) or sides[0] == sides[1]:
        return ""
    flow = flow.lower()
    if flow.startswith("export"):
        sender = sides[0]
    elif flow.startswith("import"):
        sender = sides[1]
    elif flow.startswith("total"):
        sender = ""
    else:
        return ""
    return next((direction.id for direction in subject.directions if direction.sender == sender), "")
