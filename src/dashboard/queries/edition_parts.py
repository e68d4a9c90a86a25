"""What changed between two editions in the rows that belong to a record of another table: values of a series,
milestones of a project, stops of a route, breaks, roll calls of an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dashboard.model.change import VALUE, Change, Part
from dashboard.queries.edition_pair import Pair

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]


def part_changes(part: Part, pair: Pair) -> Iterator[Change]:
    """The rows of one such table that differ, for records that both editions have."""
    old, new = _rows(part, pair.before), _rows(part, pair.after)
    for owner, key in dict.fromkeys((*new, *old)):
        was, now = old.get((owner, key)), new.get((owner, key))
        if owner in pair.in_both and was != now:
            field = f"{part.name} {' '.join(key)}"
            why, corrected = pair.reasons.of_value(owner, field)
            yield Change(
                owner, pair.tables[owner], "", VALUE, field, _words(was), _words(now), why, corrected
            )


def _rows(part: Part, edition: Tables) -> dict[tuple[str, tuple[str, ...]], tuple[str, ...]]:
    rows = {}
    for row in edition.get(part.table, ()):
        key = tuple(row.get(name, "") for name in part.key)
        rows[row[part.owner], key] = tuple(_plain(row.get(name, "")) for name in part.cells)
    return rows


def _plain(cell: str) -> str:
    """A cell, a number without the zeros that end it."""
    try:
        return f"{float(cell):.12g}"
    except ValueError:
        return cell


def _words(cells: tuple[str, ...] | None) -> str:
    if cells is None:
        return ""
    return "; ".join(filter(None, cells)) or "listed"
