"""Whether the rule of a topic of votes can be read, and chooses anything at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault

Frames = Mapping[str, pd.DataFrame]


def unreadable(frames: Frames) -> Iterator[Fault]:
    """Rules that are no regular expression, or that every vote meets because they find nothing in it."""
    for rule, line in zip(frames["vote_topics"]["rule"], frames["vote_topics"][ROW], strict=True):
        try:
            finds_nothing = re.compile(rule, re.IGNORECASE).search("") is not None
        except (re.error, OverflowError, RecursionError) as error:
            expected = f"a regular expression ({error})"
            yield Fault("vote_topics.csv", int(line), "rule", "not a rule", rule, expected)
            continue
        if finds_nothing:
            problem, expected = "a rule that every vote meets", "a rule that asks for a word"
            yield Fault("vote_topics.csv", int(line), "rule", problem, rule, expected)
