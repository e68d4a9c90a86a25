"""What surrounds the two countries, in numbers: which series belong together, which must never share a line,
and sums that test a statement.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import pandas as pd

Panels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Family:
    """Series that are drawn in one figure: for each panel its indicators, each with its name inside the
    panel.

    `stated` names the stated numbers that measure the same as a panel, by quantity_id, with the factor that
    brings them to its unit.
    """

    panels: Panels
    stated: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def families(members: pd.DataFrame) -> dict[str, Family]:
    """Every family by its name, from the rows of `family_members`: those with a factor are stated numbers."""
    return {str(name): _family(rows) for name, rows in members.groupby("family", sort=False)}


def _family(members: pd.DataFrame) -> Family:
    panels: dict[str, dict[str, str]] = {}
    stated: dict[str, dict[str, float]] = {}
    for row in members.to_dict("records"):
        if pd.isna(row["factor"]):
            panels.setdefault(row["panel"], {})[row["member"]] = row["name"]
        else:
            stated.setdefault(row["panel"], {})[row["member"]] = row["factor"]
    return Family(panels, stated)


def subjects(families: pd.DataFrame, members: pd.DataFrame, quantities: pd.DataFrame) -> list[str]:
    """What the stated numbers that stand beside the families count, in the order of the families."""
    indicators = quantities.set_index("quantity_id")["indicator"]
    beside = members.assign(indicator=members["member"].map(indicators)).dropna(subset="indicator")
    found: list[str] = []
    for family, stated in zip(families["family"], families["stated"], strict=True):
        found += [*beside.loc[beside["family"] == family, "indicator"], *([stated] if stated else [])]
    return list(dict.fromkeys(found))


NO_BREAKS = pd.DataFrame(columns=["indicator_id", "period_first"])


def observed(
    family: Family,
    indicators: pd.DataFrame,
    observations: pd.DataFrame,
    first_year: int,
    last_year: int,
    breaks: pd.DataFrame = NO_BREAKS,
) -> pd.DataFrame:
    """Every value of a family that touches the years, in order of panel and time, without doubtful ones.

    Columns of the observation and `panel`, `series`, `label`, `reporter`, `unit`, and `segment`: values of
    one segment follow each other without a gap and without a break (a row of `breaks`), so that a line may
    join them.
    """
    placed = pd.DataFrame(
        [
            (panel, indicator_id, name)
            for panel, series in family.panels.items()
            for indicator_id, name in series.items()
        ],
        columns=["panel", "indicator_id", "series"],
    )
    known = placed.merge(indicators[["indicator_id", "label", "reporter", "unit"]], on="indicator_id").merge(
        observations, on="indicator_id"
    )
    known = known[known["status"] != "doubtful"]
    known = known[(known["period_first"].dt.year <= last_year) & (known["period_last"].dt.year >= first_year)]
    order = {
        key: place
        for place, key in enumerate(placed[["panel", "indicator_id"]].itertuples(index=False, name=None))
    }
    places = [order[key] for key in known[["panel", "indicator_id"]].itertuples(index=False, name=None)]
    known = (
        known.assign(order=places).sort_values(["order", "period_first"], kind="stable").drop(columns="order")
    )
    return known.assign(segment=_segments(known, _keys(breaks))).reset_index(drop=True)


def breaks_in(observed: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """The breaks that lie within the values shown, with the `panel` and the `label` of their series, in order
    of time.

    `observed` as from the function of that name; a break before the first value or after the last one is
    none.
    """
    spans = observed.groupby(["panel", "indicator_id", "label"], as_index=False, sort=False).agg(
        first=("period_first", "min"), last=("period_last", "max")
    )
    found = spans.merge(breaks, on="indicator_id")
    within = (found["period_first"] > found["first"]) & (found["period_first"] <= found["last"])
    return (
        found[within]
        .drop(columns=["first", "last"])
        .sort_values("period_first", kind="stable")
        .reset_index(drop=True)
    )


def comparable(family: Family, quantities: pd.DataFrame, first_year: int, last_year: int) -> pd.DataFrame:
    """The stated numbers that stand on the family's axes: columns of the quantity, `panel`, and `drawn` (the
    value in the unit of the panel).
    """
    placed = pd.DataFrame(
        [
            (panel, quantity_id, factor)
            for panel, factors in family.stated.items()
            for quantity_id, factor in factors.items()
        ],
        columns=["panel", "quantity_id", "factor"],
    )
    factors = placed.merge(quantities, on="quantity_id")
    factors = factors[
        (factors["period_first"].dt.year <= last_year) & (factors["period_last"].dt.year >= first_year)
    ]
    return factors.assign(drawn=factors["value"] * factors["factor"])


def summed(
    indicators: pd.DataFrame,
    observations: pd.DataFrame,
    indicator_ids: Collection[str],
    first: str | pd.Timestamp,
    last: str | pd.Timestamp,
) -> pd.DataFrame:
    """The sum of each series from one day to another (both included), only where its values cover
    every day of it.

    Columns `indicator_id`, `label`, `reporter`, `unit`, `value`.
    """
    begin, end = pd.Timestamp(first), pd.Timestamp(last)
    values = observations[
        observations["indicator_id"].isin(list(indicator_ids)) & (observations["status"] != "doubtful")
    ]
    values = values[(values["period_first"] >= begin) & (values["period_last"] <= end)]
    days = (values["period_last"] - values["period_first"]).dt.days + 1
    covered = days.groupby(values["indicator_id"]).sum()
    whole = covered[covered == (end - begin).days + 1].index
    sums = values[values["indicator_id"].isin(whole)].groupby("indicator_id", as_index=False)["value"].sum()
    return indicators[["indicator_id", "label", "reporter", "unit"]].merge(sums, on="indicator_id")


def _keys(breaks: pd.DataFrame) -> frozenset[tuple[str, pd.Timestamp]]:
    return frozenset(zip(breaks["indicator_id"], breaks["period_first"], strict=True))


def _segments(known: pd.DataFrame, breaks: frozenset[tuple[str, pd.Timestamp]]) -> list[str]:
    segments: list[str] = []
    run, before = 0, ("", "", pd.Timestamp(0))
    for row in known.itertuples(index=False):
        panel, indicator_id = str(row.panel), str(row.indicator_id)
        follows = (panel, indicator_id) == before[:2] and row.period_first == before[2] + pd.Timedelta(days=1)
        run = run if follows and (indicator_id, row.period_first) not in breaks else run + 1
        before = (panel, indicator_id, row.period_last)
        segments.append(f"{indicator_id}-{run}")
    return segments
