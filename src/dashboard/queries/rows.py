"""The rows of any table that hold some words."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.records import folded


def holding(frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """The rows in which every word stands in some cell, whatever its case or accents; no words means every
    row.
    """
    wanted = folded(words).split()
    if not wanted:
        return frame
    texts = [folded(" ".join(str(cell) for cell in row)) for row in frame.itertuples(index=False, name=None)]
    return frame[[all(word in text for word in wanted) for text in texts]]
