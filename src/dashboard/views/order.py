"""In which order a long table stands: the choices of a reader, and the header that says which was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.model.figure import Ordered


@dataclass(frozen=True)
class Order:
    """An order in words; `by` is the column of the frame, `header` that of the table. Without a column the
    table keeps its own order and its groups.
    """

    words: str
    by: str = ""
    header: str = ""
    ascending: bool = True


Orders = Mapping[str, Order]
"""Orders by their value in the link, the default first."""


def choices(orders: Orders) -> dict[str, str]:
    """The orders in words."""
    return {value: order.words for value, order in orders.items()}


def ordered(frame: pd.DataFrame, order: Order) -> pd.DataFrame:
    """The rows in an order, those without a value last; rows that are alike stay as they stood."""
    if not order.by:
        return frame
    keys = frame[order.by]
    if not pd.api.types.is_numeric_dtype(keys):
        keys = keys.str.casefold()
        keys = keys.mask(keys == "")
    return frame.loc[keys.sort_values(ascending=order.ascending, kind="stable", na_position="last").index]


def header(names: Sequence[str], order: Order) -> tuple[str, ...]:
    """The header of a table, in which the column that gives the order says so."""
    way = "ascending" if order.ascending else "descending"
    return tuple(Ordered(name, way) if name == order.header else name for name in names)
