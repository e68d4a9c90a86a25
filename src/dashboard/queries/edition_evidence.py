"""What changed between two editions in the evidence of a record: passages added and withdrawn, stances that
changed, and values that a source is now read to state otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from dashboard.model.change import EVIDENCE_ADDED, EVIDENCE_WITHDRAWN, OF_EVIDENCE, STANCE, VALUE, Change
from dashboard.queries.edition_pair import Pair

Row = Mapping[str, str]
Passages = dict[str, list[Row]]

# By these a passage is the same one in both editions: first by all that it says, then by where it stands.
_KEYS = (
    ("source_id", "locator", "quote", "field", "value"),
    ("source_id", "locator", "field"),
)
_CELLS = ("quote", "field", "value", "speaker", "note")


def evidence_changes(pair: Pair) -> Iterator[Change]:
    """The changes in the evidence of the records that both editions have."""
    old, new = _by_record(pair.before.get("evidence", ())), _by_record(pair.after.get("evidence", ()))
    for record_id in dict.fromkeys(chain(new, old)):
        was, now = old.get(record_id, []), new.get(record_id, [])
        if record_id in pair.in_both and was != now:
            yield from _of_record(record_id, was, now, pair)


def _by_record(rows: Iterable[Row]) -> Passages:
    passages: Passages = {}
    for row in rows:
        passages.setdefault(row["record_id"], []).append(row)
    return passages


def _of_record(record_id: str, was: list[Row], now: list[Row], pair: Pair) -> Iterator[Change]:
    table = pair.tables[record_id]
    gone = [row for row in was if row not in now]
    come = [row for row in now if row not in was]
    for names in _KEYS:
        for old, new in _matched(gone, come, names):
            yield from _of_passage(record_id, old, new, pair)
    for row in come:
        yield Change(
            record_id, table, "", EVIDENCE_ADDED, row["source_id"], "", _words(row), row.get("note", "")
        )
    for row in gone:
        why, corrected = pair.reasons.of_evidence(record_id)
        yield Change(
            record_id, table, "", EVIDENCE_WITHDRAWN, row["source_id"], _words(row), "", why, corrected
        )


def _matched(gone: list[Row], come: list[Row], names: Sequence[str]) -> Iterator[tuple[Row, Row]]:
    """Pairs of passages that are alike in some columns, in the order in which they stand; they are taken out
    of both lists.
    """
    for old in list(gone):
        key = [old.get(name, "") for name in names]
        new = next((row for row in come if [row.get(name, "") for name in names] == key), None)
        if new is not None:
            gone.remove(old)
            come.remove(new)
            yield old, new


def _of_passage(record_id: str, old: Row, new: Row, pair: Pair) -> Iterator[Change]:
    source_id, table = new["source_id"], pair.tables[record_id]
    if old["stance"] != new["stance"]:
        why, corrected = pair.reasons.of_stance(record_id, source_id)
        said = why or new.get("note", "")
        yield Change(record_id, table, "", STANCE, source_id, old["stance"], new["stance"], said, corrected)
    for name in _CELLS:
        was, now = old.get(name, ""), new.get(name, "")
        if was != now:
            field = f"{name}{OF_EVIDENCE}{source_id}"
            why, corrected = pair.reasons.of_evidence(record_id)
            said = why or (new.get("note", "") if name != "note" else "")
            yield Change(record_id, table, "", VALUE, field, was, now, said, corrected)


def _words(row: Row) -> str:
    """A passage in a line: where it stands, what it says, its stance."""
    stated = f"{row['field']}: {row['value']}" if row["field"] and row["value"] else ""
    quote = f"“{row['quote']}”" if row["quote"] else ""
    return "; ".join(filter(None, (row["locator"], quote, stated, row["stance"])))
