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


def placed(family: Family, indicators: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Every value of a family in order of panel and time, without doubtful ones.

    Columns of the observation and `panel`, `series`, `label`, `reporter`, `unit`, and `first_year` and
    `last_year` of its period.
    """
    members = pd.DataFrame(
        [
            (panel, indicator_id, name)
            for panel, series in family.panels.items()
            for indicator_id, name in series.items()
        ],
        columns=["panel", "indicator_id", "series"],
    )
    known = members.merge(indicators[["indicator_id", "label", "reporter", "unit"]], on="indicator_id").merge(
        observations, on="indicator_id"
    )
    known = known[known["status"] != "doubtful"]
    order = {
        key: place
        for place, key in enumerate(members[["panel", "indicator_id"]].itertuples(index=False, name=None))
    }
    places = [order[key] for key in known[["panel", "indicator_id"]].itertuples(index=False, name=None)]
    known = (
        known.assign(order=places).sort_values(["order", "period_first"], kind="stable").drop(columns="order")
    )
    return _with_years(known.reset_index(drop=True))


def within(
    placed: pd.DataFrame, first_year: int, last_year: int, breaks: pd.DataFrame = NO_BREAKS
) -> pd.DataFrame:
    """The values of a family (as from `placed`) that touch the years, with `segment`: values of one segment
    follow each other without a gap and without a break (a row of `breaks`), so that a line may join them.
    """
    known = in_years(placed, first_year, last_year).reset_index(drop=True)
    return known.assign(segment=_segments(known, _keys(breaks)))


def observed(
    family: Family,
    indicators: pd.DataFrame,
    observations: pd.DataFrame,
    first_year: int,
    last_year: int,
    breaks: pd.DataFrame = NO_BREAKS,
) -> pd.DataFrame:
    """Every value of a family that touches the years (see `placed` and `within`)."""
    return within(placed(family, indicators, observations), first_year, last_year, breaks)


def breaks_in(observed: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """The breaks that lie within the values shown, with the `panel` and the `label` of their series, in order
    of time.

    `observed` as from the function of that name; a break before the first value or after the last one is
    none.
    """
    columns = [observed[name].tolist() for name in ("panel", "indicator_id", "label")]
    days = zip(_days(observed["period_first"]), _days(observed["period_last"]), strict=True)
    spans: dict[tuple[str, str, str], tuple[int, int]] = {}
    for series, (first, last) in zip(zip(*columns, strict=True), days, strict=True):
        earliest, latest = spans.get(series, (first, last))
        spans[series] = min(earliest, first), max(latest, last)
    broken = list(zip(breaks["indicator_id"].tolist(), _days(breaks["period_first"]), strict=True))
    found = [
        (place, panel, label)
        for (panel, indicator_id, label), (first, last) in spans.items()
        for place, (of_series, day) in enumerate(broken)
        if of_series == indicator_id and first < day <= last
    ]
    places, panels, labels = zip(*found, strict=True) if found else ((), (), ())
    rows = breaks.iloc[list(places)].assign(panel=list(panels), label=list(labels))
    return rows.sort_values("period_first", kind="stable").reset_index(drop=True)


def stated_beside(family: Family, quantities: pd.DataFrame) -> pd.DataFrame:
    """The stated numbers that stand on the axes of a family: columns of the quantity, `panel`, `drawn` (value
    in the unit of the panel), and `first_year` and `last_year` of its period.
    """
    members = pd.DataFrame(
        [
            (panel, quantity_id, factor)
            for panel, factors in family.stated.items()
            for quantity_id, factor in factors.items()
        ],
        columns=["panel", "quantity_id", "factor"],
    )
    factors = members.merge(quantities, on="quantity_id")
    return _with_years(factors.assign(drawn=factors["value"] * factors["factor"]))


def in_years(rows: pd.DataFrame, first_year: int, last_year: int) -> pd.DataFrame:
    """Those rows whose period touches the years; `first_year` and `last_year` are theirs."""
    touches = (rows["first_year"].to_numpy() <= last_year) & (rows["last_year"].to_numpy() >= first_year)
    return rows[touches]


def comparable(family: Family, quantities: pd.DataFrame, first_year: int, last_year: int) -> pd.DataFrame:
    """The stated numbers on the family's axes whose period touches the years (see `stated_beside`)."""
    return in_years(stated_beside(family, quantities), first_year, last_year)


def _with_years(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(first_year=rows["period_first"].dt.year, last_year=rows["period_last"].dt.year)


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


def _keys(breaks: pd.DataFrame) -> frozenset[tuple[str, int]]:
    """Series and day of each break."""
    return frozenset(zip(breaks["indicator_id"].tolist(), _days(breaks["period_first"]), strict=True))


def _segments(known: pd.DataFrame, breaks: frozenset[tuple[str, int]]) -> list[str]:
    segments: list[str] = []
    run, before = 0, ("", "", 0)
    values = zip(
        known["panel"].tolist(),
        known["indicator_id"].tolist(),
        _days(known["period_first"]),
        _days(known["period_last"]),
        strict=True,
    )
    for panel, indicator_id, first, last in values:
        follows = (panel, indicator_id, first - 1) == before
        run = run if follows and (indicator_id, first) not in breaks else run + 1
        before = (panel, indicator_id, last)
        segments.append(f"{indicator_id}-{run}")
    return segments


def _days(stamps: pd.Series) -> list[int]:
    """Days as numbers in their order."""
    days: list[int] = stamps.to_numpy("datetime64[D]").astype(int).tolist()
    return days
