"""Whether the rule of a topic of votes can be read and chooses anything at all, and whether the years in
which it is followed have votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import EARLIEST, LATEST, period_or_none

Frames = Mapping[str, pd.DataFrame]

_FILE = "vote_topics.csv"


def unreadable(frames: Frames) -> Iterator[Fault]:
    """Rules that are no regular expression, or that every vote meets because they find nothing in it."""
    for rule, line in zip(frames["vote_topics"]["rule"], frames["vote_topics"][ROW], strict=True):
        try:
            finds_nothing = re.compile(rule, re.IGNORECASE).search("") is not None
        except (re.error, OverflowError, RecursionError) as error:
            expected = f"a regular expression ({error})"
            yield Fault(_FILE, int(line), "rule", "not a rule", rule, expected)
            continue
        if finds_nothing:
            problem, expected = "a rule that every vote meets", "a rule that asks for a word"
            yield Fault(_FILE, int(line), "rule", problem, rule, expected)


def idle(frames: Frames) -> Iterator[Fault]:
    """Rules that no vote meets; what is no rule is told elsewhere."""
    votes = frames["votes"]
    texts = ("\n".join(row) for row in zip(votes["symbol"], votes["title"], votes["subjects"], strict=True))
    held = list(texts)
    for rule, line in zip(frames["vote_topics"]["rule"], frames["vote_topics"][ROW], strict=True):
        try:
            sought = re.compile(rule, re.IGNORECASE)
        except (re.error, OverflowError, RecursionError):
            continue
        if not any(map(sought.search, held)):
            yield Fault(_FILE, int(line), "rule", "a rule that no vote meets", rule, "a rule for votes held")


def followed_outside(frames: Frames) -> Iterator[Fault]:
    """Topics that are followed from before the first vote or to after the last; an open end is neither."""
    years = frames["votes"]["date"].str[:4]
    if years.empty:
        return
    first, last = years.min(), years.max()
    for cell, line in zip(frames["vote_topics"]["followed"], frames["vote_topics"][ROW], strict=True):
        period = period_or_none(cell)
        ends = (
            [edge.year for edge in (period.first, period.last) if edge not in (EARLIEST, LATEST)]
            if period
            else []
        )
        if any(not int(first) <= year <= int(last) for year in ends):
            problem, expected = "years of which no votes are held", f"years from {first} to {last}"
            yield Fault(_FILE, int(line), "followed", problem, cell, expected)
