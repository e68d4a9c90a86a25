"""Where yearly series bend, and what happened then: the event of most weight, which nobody says was the
cause.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

# A bend turns the line by at least this share of the highest value of all series, from one year to the next.
LEAST = 0.12
# What changes trade by itself; a visit, a word or a paper does not.
KINDS = ("agreement", "policy", "delivery")


def bends(series: pd.DataFrame, least: float = LEAST) -> pd.DataFrame:
    """The years in which a line changes its course most (`series`: `indicator_id`, `year`, `value`): the same
    columns with `turn`, the change of slope, sharpest first. Only years between two known neighbours can be
    bends.
    """
    ordered = series.sort_values(["indicator_id", "year"])
    line = ordered.groupby("indicator_id")
    whole = (line["year"].diff() == 1) & (line["year"].diff(-1) == -1)
    turn = (line["value"].diff(-1) + line["value"].diff()).abs()
    found = ordered.assign(turn=turn)[whole & (turn >= least * series["value"].max())]
    return found.sort_values("turn", ascending=False, kind="stable")


def events_at(
    found: pd.DataFrame, events: pd.DataFrame, sources: pd.Series, theme: str, most: int = 5, apart: int = 3
) -> pd.DataFrame:
    """The bends with `event_id`, `title` and `date_caption` of an event of that year: a turning point, or
    else the agreement, rule or delivery of some weight on a theme with most `sources` (by event_id).

    Bends without such an event are left out, and those less than `apart` years from a sharper one; each event
    stands once.
    """
    within = events["date_first"].dt.year == events["date_last"].dt.year
    of_theme = pd.Series([theme in themes for themes in events["themes"]], events.index, dtype=bool)
    changing = of_theme & events["kind"].isin(KINDS) & (events["weight"] == 2)
    telling = (events["weight"] == 1) | changing
    dated = events[telling & within & (events["status"] == "happened")]
    dated = dated.assign(
        happened=dated["date_first"].dt.year, sources=dated["event_id"].map(sources).fillna(0)
    )
    dated = dated.sort_values(["weight", "sources", "date_first"], ascending=[True, False, True])
    first = dated.drop_duplicates("happened")[["happened", "event_id", "title", "date_caption"]]
    named = found.merge(first, left_on="year", right_on="happened")
    return named.loc[_spread(named, most, apart)].drop(columns="happened").reset_index(drop=True)


def _spread(named: pd.DataFrame, most: int, apart: int) -> Collection[int]:
    """The places of the first bends that lie so far apart."""
    taken: dict[int, int] = {}
    for place, year in named["year"].items():
        if len(taken) < most and all(abs(year - other) >= apart for other in taken.values()):
            taken[int(str(place))] = int(year)
    return list(taken)
