"""What the steps of a guided tour owe each other: a name for links, one title, numbers from 1 without a gap,
and records for all that their sentences name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

import pandas as pd

from dashboard.data.cells import split
from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.finding import named
from dashboard.model.selection import DRAWN, EDITION, STEP, TOUR

Frames = Mapping[str, pd.DataFrame]

_FILE = "tours.csv"
# What the address of a step holds beside its view, and what says how a page is drawn.
_RESERVED = frozenset({TOUR, STEP, EDITION, *DRAWN})
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def tour_faults(frames: Frames) -> Iterator[Fault]:
    """Every fault of a step beside its view, which the pages judge."""
    if "tours" not in frames:
        return
    titles: dict[str, str] = {}
    steps: dict[str, int] = {}
    for row in frames["tours"].to_dict("records"):
        tour, line = str(row["tour"]), int(row[ROW])
        title, step = titles.setdefault(tour, row["title"]), steps.get(tour, 0) + 1
        steps[tour] = step
        if not _NAME.fullmatch(tour):
            yield Fault(_FILE, line, "tour", "not a name for a link", tour, "small letters, digits, hyphens")
        if row["title"] != title:
            yield Fault(_FILE, line, "title", "a second title of one tour", row["title"], title)
        if row["step"] != str(step):
            yield Fault(_FILE, line, "step", "a step out of order", row["step"], f"{step}")
        yield from _misled(str(row["query"]), line)
        unnamed = [name for name in named(row["sentence"]) if name not in split(row["records"])]
        if unnamed:
            expected = "every record that the sentence names"
            yield Fault(_FILE, line, "records", "a record is missing", "; ".join(unnamed), expected)


def _misled(query: str, line: int) -> Iterator[Fault]:
    """What a step cannot choose: parameters of the tour itself or of how a page is drawn, and empty ones."""
    parts = [part for part in query.split("&") if query]
    whole = {name for part in parts for name, value in parse_qsl(part) if value}
    reserved = sorted(whole & _RESERVED)
    if reserved:
        expected = "a view without them: the tour sets them itself"
        yield Fault(_FILE, line, "query", f"chooses {', '.join(reserved)}", query, expected)
    if any(not parse_qsl(part) for part in parts):
        yield Fault(_FILE, line, "query", "an empty choice", query, "name=value, joined by &")
