"""The cells of two editions on which the changes between them rest, as they stand in the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.model.change import (
    EVIDENCE_ADDED,
    EVIDENCE_WITHDRAWN,
    OF_EVIDENCE,
    PARTS,
    STANCE,
    Change,
    Part,
)
from dashboard.queries.edition_pair import Pair

Row = Mapping[str, str]
Cells = tuple[str, ...]

PASSAGE = ("record_id", "source_id", "locator", "quote", "field", "value", "speaker", "stance", "note")


@dataclass(frozen=True)
class Moved:
    """What differs, by record: `cells` are table, record, entry (empty for the record's own row), field, and
    the value before and after; of each record that is there, or part of one, a cell `record_id` says so.
    `before` and `after` are the passages of the sources whose evidence on a record changed.
    """

    cells: Sequence[Cells]
    before: Sequence[Cells]
    after: Sequence[Cells]
    corrections: Sequence[Cells]
    readings: Sequence[Cells]
    aliases: Sequence[Cells]
    titles: Sequence[Cells]


def moved(changes: Sequence[Change], pair: Pair) -> Moved:
    """The cells of both editions behind changes."""
    ids = {change.record_id for change in changes}
    sources = {(change.record_id, _source(change)) for change in changes if _source(change)}
    before, after = (
        [
            tuple(row.get(name, "") for name in PASSAGE)
            for row in tables.get("evidence", ())
            if (row["record_id"], row["source_id"]) in sources
        ]
        for tables in (pair.before, pair.after)
    )
    return Moved(
        cells=list(dict.fromkeys(_cells(changes, pair))),
        before=before,
        after=after,
        corrections=[row for row in pair.reasons.corrections() if row[0] in ids],
        readings=[row for row in pair.reasons.readings() if row[0] in ids],
        aliases=[row for row in pair.reasons.aliases() if row[0] in ids],
        titles=sorted({(change.record_id, change.title) for change in changes if change.title}),
    )


def _source(change: Change) -> str:
    """The source whose evidence changed, if that is what did."""
    if change.kind in (STANCE, EVIDENCE_ADDED, EVIDENCE_WITHDRAWN):
        return change.field
    return change.field.partition(OF_EVIDENCE)[2]


def _cells(changes: Sequence[Change], pair: Pair) -> Iterator[Cells]:
    rows = {part.name: (_parts(part, pair.before), _parts(part, pair.after)) for part in PARTS}
    for change in changes:
        table, record_id, field = change.table, change.record_id, change.field
        old, new = (records[table].get(record_id) for records in (pair.old, pair.new))
        yield from _pairs(table, record_id, "", old, new, ("note",))
        if _source(change):
            continue
        part = next((part for part in PARTS if field.startswith(f"{part.name} ")), None)
        if part is None:
            yield from _pairs(table, record_id, "", old, new, (field,) if field else ())
        else:
            was, now = (known.get((record_id, field)) for known in rows[part.name])
            yield from _pairs(part.table, record_id, field, was, now, part.cells)


def _pairs(
    table: str, record_id: str, entry: str, old: Row | None, new: Row | None, names: Sequence[str]
) -> Iterator[Cells]:
    there = [record_id if row is not None else "" for row in (old, new)]
    yield (table, record_id, entry, "record_id", *there)
    for name in names:
        yield (table, record_id, entry, name, (old or {}).get(name, ""), (new or {}).get(name, ""))


def _parts(part: Part, tables: Mapping[str, Sequence[Row]]) -> dict[tuple[str, str], Row]:
    """The rows of a part by the record that they belong to and by how they are called."""
    return {
        (row[part.owner], f"{part.name} {' '.join(row.get(name, '') for name in part.key)}"): row
        for row in tables.get(part.table, ())
    }
