"""What a short name of a publisher owes, and how publishers are named where there is little room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault

Frames = Mapping[str, pd.DataFrame]
FILE = "publishers.csv"


def misnamed(frames: Frames) -> Iterator[Fault]:
    """Short names of publishers who publish no source, that are no shorter, or that another publisher bears
    too without a note that says why.
    """
    named, publishers = frames["publishers"], set(frames["sources"]["publisher"])
    borne = named["short"].value_counts()
    for publisher, short, note, line in named[["publisher", "short", "note", ROW]].itertuples(index=False):
        if publisher not in publishers:
            expected = "a publisher as in sources.csv"
            yield Fault(FILE, int(line), "publisher", "publishes no source", publisher, expected)
        if len(short) >= len(publisher):
            expected = f"fewer letters than {publisher}"
            yield Fault(FILE, int(line), "short", "the short name is no shorter", short, expected)
        if not note and (borne[short] > 1 or short in publishers):
            expected = "a note that says why, or another short name"
            yield Fault(FILE, int(line), "short", "another publisher bears this name", short, expected)


def named_in_short(sources: pd.DataFrame, publishers: pd.DataFrame) -> pd.DataFrame:
    """The sources with `publisher_short`: the short name of the publisher, or else the whole one."""
    short = dict(zip(publishers["publisher"], publishers["short"], strict=True))
    names = sources["publisher"].map(short)
    names = names.where(names.notna(), sources["publisher"])
    return sources.assign(publisher_short=names.astype(sources["publisher"].dtype))
