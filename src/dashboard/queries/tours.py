"""Guided tours: their names and steps in order."""

from __future__ import annotations

import pandas as pd


def names(tours: pd.DataFrame) -> dict[str, str]:
    """The title of every tour by its name, in the order of the table."""
    first = tours.drop_duplicates("tour")
    return dict(zip(first["tour"], first["title"], strict=True))


def steps(tours: pd.DataFrame, tour: str) -> pd.DataFrame:
    """The steps of a tour in order; none for a name that there is not."""
    return tours[tours["tour"] == tour].sort_values("step").reset_index(drop=True)
