"""Many sources on little paper: the few behind most of a page in full, and all others by publisher."""

from __future__ import annotations

import pandas as pd

from dashboard.views.formatting import count, number
from dashboard.views.markup import Markup, tag

# So many sources stand in full, each with its address, on a sheet or two; of more only the leading ones do.
MOST_IN_FULL, LEADING = 80, 30


def leading(sources: pd.DataFrame) -> pd.DataFrame:
    """The sources that stand in full: all where they are few, else those behind most records (`records`)."""
    if len(sources) <= MOST_IN_FULL:
        return sources
    return sources.sort_values("records", ascending=False, kind="stable").head(LEADING)


def by_publisher(sources: pd.DataFrame) -> Markup:
    """The publishers of sources in one paragraph, each with the number of its sources, the most first
    (`publisher`, or `author` where none is known); those with one source each are counted together.
    """
    names = sources["publisher"].where(sources["publisher"] != "", sources["author"])
    counted = names.where(names != "", "no publisher").value_counts()
    ordered = sorted(counted[counted > 1].items(), key=lambda pair: (-pair[1], str(pair[0]).casefold()))
    words = [f"{name} ({number(held)})" for name, held in ordered]
    single = int((counted == 1).sum())
    if single:
        words.append(f"{count(single, 'publisher')} with one source each")
    return tag("p", " · ".join(words), class_="atlas-publishers")
