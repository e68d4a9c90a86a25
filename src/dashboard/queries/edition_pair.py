"""Two editions side by side: which records each has, in which table, and why something changed between
them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from dashboard.model.schema import tables_with_ids
from dashboard.model.schema.votes import VOTES
from dashboard.queries.edition_reasons import Reasons

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
Records = dict[str, dict[str, Row]]


class Pair:
    """Rows of an older and a newer edition as texts by table, and the corrections made between them."""

    def __init__(self, before: Tables, after: Tables, corrections: Sequence[Row] = ()) -> None:
        self.before = before
        self.after = after
        self.reasons = Reasons(before, after, corrections)

    @cached_property
    def old(self) -> Records:
        """The first row of each record of the older edition, by table and id."""
        return _records(self.before)

    @cached_property
    def new(self) -> Records:
        """The same of the newer edition."""
        return _records(self.after)

    @cached_property
    def tables(self) -> dict[str, str]:
        """The table of each record, of the newer edition first."""
        known = [*self.new.items(), *self.old.items()]
        tables: dict[str, str] = {}
        for name, rows in known:
            for record_id in rows:
                tables.setdefault(record_id, name)
        return tables

    @cached_property
    def in_both(self) -> frozenset[str]:
        """The records that both editions have."""
        before = {record_id for rows in self.old.values() for record_id in rows}
        return frozenset(record_id for rows in self.new.values() for record_id in rows if record_id in before)


def _records(edition: Tables) -> Records:
    records: Records = {}
    for table in (*tables_with_ids(), VOTES):
        rows = records.setdefault(table.name, {})
        for row in edition.get(table.name, ()):
            rows.setdefault(row[table.id_column], row)
    return records
