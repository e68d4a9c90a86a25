"""What a view of a proof is: SQL over several rows of tables that stands beside the shown rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# A view with one row for each record.
BY_RECORD = (("record_id", "record_id"),)


@dataclass(frozen=True)
class View:
    """A view: its SQL, the columns that it reads by table, the column by which it stands beside the shown
    records, other views that it reads, and what it counts; `beside` are shown columns without which it is not
    looked at.
    """

    sql: str
    reads: Mapping[str, tuple[str, ...]]
    key: tuple[tuple[str, str], ...] = ()
    after: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    counts: bool = True
    beside: tuple[str, ...] = ()


def entries(cell: str) -> str:
    """The entries of a list in a cell as rows with the column `value`."""
    return f"""json_each('[' || replace(json_quote({cell} || ''), ';', '","') || ']')"""
