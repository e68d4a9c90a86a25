"""What a chart finds, as its title: counted from what is drawn, so that it is never older than it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.views.formatting import count, joined, number

_SMALL = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine"}
# With these a panel's name goes on as a part of the sentence.
_PREPOSITIONS = frozenset({"From", "To", "With", "In", "By", "For"})
# Below this many events, or years, a share of them says nothing.
FEWEST_EVENTS, FEWEST_YEARS = 20, 5
# Of fewer places, or of fewer records of any kind, none is set off against the others.
FEWEST_PLACES = FEWEST = 5


def counts_differ(series: pd.DataFrame, unit: str) -> str:
    """How far the counts of one flow lie apart in the year in which they lie furthest apart, or else the
    highest of them (`series`: `year`, `value`, one row a count and year).
    """
    by_year = series.groupby("year")["value"]
    spread = (by_year.max() - by_year.min())[by_year.size() > 1]
    if len(spread) and spread.max() >= 1:
        year = int(spread.idxmax())
        counts = int(by_year.size()[year])
        gap = number(round(float(spread.max())))
        return f"{_SMALL.get(counts, str(counts))} counts of {year} differ by {gap} {unit}"
    highest = series.loc[series["value"].idxmax()]
    value = number(round(float(highest["value"]), 1))
    return f"The highest count is {value} {unit}, in {int(highest['year'])}"


def peak(observed: pd.DataFrame) -> str:
    """The highest value and where it stands (`observed` as from queries.context.observed)."""
    value = observed["value"].max()
    highest = observed[observed["value"] == value].sort_values("period_first", kind="stable")
    first = highest.iloc[0]
    several = observed["panel"].nunique() > 1
    where = f", {_within(str(first['panel']))}" if several else ""
    when = "in" if len(highest) == 1 else "first in"
    return f"highest {when} {first['period_caption']}, {_short(value)}{where}"


def change(observed: pd.DataFrame) -> str:
    """The first and the last value of the first series."""
    series = observed[observed["indicator_id"] == observed["indicator_id"].iloc[0]]
    ends = series.sort_values("period_first", kind="stable").iloc[[0, -1]].to_dict("records")
    said = [f"{_short(end['value'])} in {end['period_caption']}" for end in ends]
    return ", ".join(dict.fromkeys(said))


def order(observed: pd.DataFrame) -> str:
    """The highest and the lowest panel in the last period that all panels have, by the first series of each;
    the peak where they share no period.
    """
    leading = observed.drop_duplicates("panel")["indicator_id"]
    rows = observed[observed["indicator_id"].isin(set(leading))]
    panels = rows["panel"].nunique()
    shared = rows.groupby("period_caption").agg(panels=("panel", "nunique"), day=("period_first", "min"))
    shared = shared[shared["panels"] == panels]
    if panels < 2 or shared.empty:
        return peak(observed)
    last = str(shared["day"].idxmax())
    ranked = rows[rows["period_caption"] == last].sort_values("value", kind="stable")
    low, high = ranked.iloc[0], ranked.iloc[-1]
    return (
        f"in {last} highest {_within(str(high['panel']))}, {_short(high['value'])}, "
        f"lowest {_within(str(low['panel']))}, {_short(low['value'])}"
    )


def peaks(observed: pd.DataFrame) -> str:
    """The highest value of each panel, for panels of different units."""
    panels = [
        f"{_within(str(panel))} {_short(value)} in {when}"
        for panel, value, when in (_highest(rows) for _, rows in observed.groupby("panel", sort=False))
    ]
    return f"highest {joined(panels)}"


def _highest(rows: pd.DataFrame) -> tuple[str, float, str]:
    first = rows.sort_values(["value", "period_first"], ascending=[False, True], kind="stable").iloc[0]
    return str(first["panel"]), float(first["value"]), str(first["period_caption"])


def distance(observed: pd.DataFrame) -> str:
    """The panels whose two lines lie nearest to each other and furthest apart, in the last period in which
    all panels have both; the only one there is, or that there is none.
    """
    pairs = observed.groupby(["period_first", "panel"]).agg(
        lines=("value", "size"), low=("value", "min"), high=("value", "max"), when=("period_caption", "first")
    )
    pairs = pairs[pairs["lines"] == 2].reset_index()
    if pairs.empty:
        return "no year has both values of a pair"
    panels = pairs.groupby("period_first")["panel"].transform("size")
    shared = pairs[panels == panels.max()]
    last = shared[shared["period_first"] == shared["period_first"].max()]
    ranked = last.assign(apart=last["high"] - last["low"]).sort_values("apart", kind="stable")
    near, far = ranked.iloc[0], ranked.iloc[-1]
    nearest = f"{near['panel']}, {_short(near['apart'])} apart"
    if len(ranked) == 1:
        return f"in {near['when']} {nearest}"
    return f"in {near['when']} nearest {nearest}, furthest {far['panel']}, {_short(far['apart'])}"


def yes(observed: pd.DataFrame) -> str:
    """In how many of the periods counted the first series is 1, from the first to the last of them."""
    series = observed[observed["indicator_id"] == observed["indicator_id"].iloc[0]]
    series = series.sort_values("period_first", kind="stable")
    captions = [str(series["period_caption"].iloc[place]) for place in (0, -1)]
    when = "–".join(dict.fromkeys(captions))
    met, counted = int((series["value"] == 1).sum()), len(series)
    if counted == 1:
        return f"yes in {when}, the one year counted" if met else f"no in {when}, the one year counted"
    years = count(counted, "year")
    if met in (0, counted):
        return f"in {'each' if met else 'none'} of the {years} counted, {when}"
    return f"in {met} of the {years} counted, {when}"


FINDINGS = {
    "peak": peak,
    "peaks": peaks,
    "change": change,
    "order": order,
    "distance": distance,
    "yes": yes,
}


def found(subject: str, finding: str, observed: pd.DataFrame) -> str:
    """The title of a family of series: its subject, and what the values shown say of it; `finding` names what
    is said, nothing for nothing.
    """
    return f"{subject}: {FINDINGS[finding](observed)}" if finding else subject


def spread(subject: str, bars: pd.DataFrame) -> str:
    """The title of sums and totals: from the least to the most (`bars`: `value`, `words`)."""
    ordered = bars.sort_values("value", kind="stable")["words"]
    if len(ordered) < 2:
        return subject
    return f"{subject}: from {ordered.iloc[0]} to {ordered.iloc[-1]}"


def half_of(events: pd.DataFrame, years: tuple[int, int]) -> str:
    """Since when half of the events have begun, or only how many there are (`events`: `from`)."""
    whole = count(len(events), "event")
    begun = sorted(int(str(day)[:4]) for day in events["from"])
    since = begun[len(begun) // 2] if begun else years[0]
    if len(begun) < FEWEST_EVENTS or years[1] - years[0] < FEWEST_YEARS or since == years[0]:
        return f"{whole} in {years[0]}" if years[0] == years[1] else f"{whole} from {years[0]} to {years[1]}"
    later = sum(year >= since for year in begun)
    return f"{number(later)} of {whole} fall into the years since {since}"


def leader(held: Mapping[Any, int]) -> tuple[str, int] | None:
    """What has the most, and how many; None where another has as many, or where there is nothing."""
    *others, most = sorted(held.values()) or [0]
    if not held or others[-1:] == [most]:
        return None
    return next((str(name), int(number_of)) for name, number_of in held.items() if number_of == most)


def half_held(places: Sequence[Collection[str]]) -> str:
    """How few of some places, in their order, hold half of what all of them hold; nothing said of few."""
    whole = {record for held in places for record in held}
    if len(places) < FEWEST_PLACES or len(whole) < FEWEST_EVENTS:
        return ""
    seen, few = set[str](), 0
    while 2 * len(seen) < len(whole):
        seen.update(places[few])
        few += 1
    verb = "holds" if few == 1 else "hold"
    share = f"{_SMALL.get(few, number(few))} of {count(len(places), 'place')}"
    return f"{share} {verb} half of the events with a place"


def _short(value: float) -> str:
    """A value as in a title: whole from a hundred on, with two decimals below."""
    return number(round(float(value), 0 if abs(value) >= 100 else 2))


def _within(panel: str) -> str:
    """The name of a panel inside a sentence; one that does not go on by itself stands in quotation marks."""
    first, _, rest = panel.partition(" ")
    return f"{first.lower()} {rest}" if first in _PREPOSITIONS else f"for “{panel}”"
