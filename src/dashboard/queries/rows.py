"""The rows of any table that hold some words."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.find.words import tokens


def holding(frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """The rows in which every word stands in some cell, whatever its case or accents; no words means every
    row.
    """
    wanted = tokens(words)
    if not wanted:
        return frame
    texts = [" ".join(map(str, cells)) for cells in frame.itertuples(index=False, name=None)]
    folded = [" ".join(tokens(text)) for text in texts]
    return frame[[all(word in text for word in wanted) for text in folded]]
