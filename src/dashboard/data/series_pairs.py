"""What a pair of counts of one flow owes: two series, of one unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault

Frames = Mapping[str, pd.DataFrame]

_FILE = "pairs.csv"


def uneven(frames: Frames) -> Iterator[Fault]:
    """Pairs of a series with itself, of two units, or that stand twice under two names."""
    units = dict(zip(frames["indicators"]["indicator_id"], frames["indicators"]["unit"], strict=True))
    seen: dict[frozenset[str], str] = {}
    for row in frames["pairs"].to_dict("records"):
        first, second, line = row["first"], row["second"], int(row[ROW])
        other = seen.setdefault(frozenset((first, second)), row["pair"])
        if first == second:
            yield Fault(_FILE, line, "second", "a series beside itself", second, "another series")
        elif {first, second} <= units.keys() and units[first] != units[second]:
            expected = f"a series in {units[first]}"
            yield Fault(_FILE, line, "second", "a pair of two units", units[second], expected)
        elif other != row["pair"]:
            yield Fault(_FILE, line, "pair", "two names for one pair", row["pair"], other)
