"""What a coder may choose for a cell, so that no id has to be looked up: records by their names, and words
that the tables have already.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.model.schema import Column, Table

_NAMES = {"themes": "label", "actors": "name", "places": "name", "projects": "name", "events": "title"}
# Columns of free words that are better said as the tables say them already.
_WORDS = {("quantities", "indicator"), ("quantities", "subject"), ("quantities", "unit")}
_WORDS |= {("sources", "publisher")}


def records_for(column: Column, frames: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Ids that the column may hold with the names of their records; none where its ids lead to several tables
    or to one whose records have no name.
    """
    table = column.points_to[0] if len(column.points_to) == 1 else ""
    if table not in _NAMES:
        return {}
    frame = frames[table]
    pairs = zip(frame[frame.columns[0]], frame[_NAMES[table]], strict=True)
    return dict(sorted(pairs, key=lambda pair: pair[1].casefold()))


def words_for(table: Table, column: Column, frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Words that the column has already, those that stand there most often first; none where every row has
    words of its own.
    """
    if (table.name, column.name) not in _WORDS:
        return []
    counts = frames[table.name][column.name].value_counts()
    return [str(word) for word in counts.index if word]
