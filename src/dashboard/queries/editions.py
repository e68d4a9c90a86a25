"""What differs between two editions of the tables: records that are new or given up, values, verdicts and
stances that changed, evidence added and withdrawn, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dashboard.model.change import ADDED, EXPLAINED, PARTS, REMOVED, VALUE, VERDICT, Change
from dashboard.model.schema import BY_NAME, Holds, Table
from dashboard.queries.edition_evidence import evidence_changes
from dashboard.queries.edition_pair import Pair
from dashboard.queries.edition_parts import part_changes
from dashboard.queries.edition_reasons import Reasons
from dashboard.queries.records import TITLE_COLUMNS

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]


def changes(before: Tables, after: Tables, corrections: Sequence[Row] = ()) -> tuple[Change, ...]:
    """Every change of every record, by table and record; `corrections` are those made between the two.

    Compared are the records and what belongs to them: evidence, values of series, milestones, stops, breaks.
    How something is drawn or coded (colours, families of series, readings, the glossary) is no record.
    """
    return changes_of(Pair(before, after, corrections))


def changes_of(pair: Pair) -> tuple[Change, ...]:
    """Every change between two editions, by table and record."""
    parts = [change for part in PARTS for change in part_changes(part, pair)]
    return tuple(_in_order([*_record_changes(pair), *parts, *evidence_changes(pair)], pair))


def made_between(corrections: Sequence[Row], versions: Sequence[str]) -> list[Row]:
    """The corrections that were made in one of some editions."""
    return [row for row in corrections if row["edition"] in versions]


def _record_changes(pair: Pair) -> Iterator[Change]:
    for name, rows in pair.new.items():
        known = pair.old[name]
        for record_id, row in rows.items():
            if record_id not in known:
                yield Change(record_id, name, _title(name, row), ADDED, why=row.get("note", ""))
            elif row != known[record_id]:
                yield from _value_changes(BY_NAME[name], record_id, known[record_id], row, pair.reasons)
    for name, rows in pair.old.items():
        for record_id, row in rows.items():
            if record_id not in pair.new[name]:
                successor, why = pair.reasons.successor(record_id)
                yield Change(record_id, name, _title(name, row), REMOVED, why=why, successor=successor)


def _value_changes(table: Table, record_id: str, old: Row, new: Row, reasons: Reasons) -> Iterator[Change]:
    of_parts = {name for part in PARTS if part.table == table.name for name in (*part.key, *part.cells)}
    numbers = {column.name for column in table.columns if column.holds in (Holds.NUMBER, Holds.INTEGER)}
    note = new.get("note", "") if new.get("note", "") != old.get("note", "") else ""
    for name in dict.fromkeys((*new, *old)):
        was, now = old.get(name, ""), new.get(name, "")
        if name in of_parts or was == now or (name in numbers and same_number(was, now)):
            continue
        kind = VERDICT if (table.name, name) == ("checks", "verdict") else VALUE
        why, corrected = reasons.of_value(record_id, name)
        said = why or (note if name in EXPLAINED else "")
        title = _title(table.name, new)
        yield Change(record_id, table.name, title, kind, name, was, now, said, corrected)


def same_number(first: str, second: str) -> bool:
    """True for one number written in two ways."""
    try:
        return float(first) == float(second)
    except ValueError:
        return False


def _title(table: str, row: Row) -> str:
    """The title in a record's own row; a term of office has none there."""
    return row.get(TITLE_COLUMNS.get(table, "title"), "")


def _in_order(found: Sequence[Change], pair: Pair) -> list[Change]:
    """By table, by record in the order of its table, and of each record in the order in which they were
    found.
    """
    place = {record_id: at for at, record_id in enumerate(pair.tables)}
    names = {table: at for at, table in enumerate(BY_NAME)}
    return sorted(found, key=lambda change: (names[change.table], place[change.record_id]))
