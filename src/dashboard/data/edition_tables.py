"""The rows of two editions as they are compared: texts as a reader sees them, findings filled with their
numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from io import BytesIO

import pandas as pd
import pyarrow
from pyarrow import parquet

from dashboard.data.edition_layout import Files
from dashboard.data.editions import tables_of
from dashboard.data.finding import COLUMNS, with_findings
from dashboard.data.table import ROW
from dashboard.model.finding import Unresolved
from dashboard.model.schema.votes import VOTES

Rows = list[dict[str, str]]
Tables = dict[str, Rows]

_NUMBERED = ("observations", "quantities", "vote_topics")


def compared(before: Files, after: Files) -> tuple[Tables, Tables]:
    """The rows of both editions by table. Of the roll calls, ten thousand in a file, only those that are not
    alike in both; findings are filled where they were written anew, each with the numbers of its edition.
    """
    old, new = tables_of(before), tables_of(after)
    alike = set(map(_values, old.get("checks", ()))) & set(map(_values, new.get("checks", ())))
    for tables, files in ((old, before), (new, after)):
        if "checks" in tables:
            tables["checks"] = _filled(tables, files.get(VOTES.file, b""), alike)
    votes = _differing_votes(before.get(VOTES.file, b""), after.get(VOTES.file, b""))
    old[VOTES.name], new[VOTES.name] = votes
    return old, new


def _values(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.values())


def _filled(tables: Mapping[str, Rows], votes: bytes, alike: AbstractSet[tuple[str, ...]]) -> Rows:
    """The checks, those that are not `alike` in both editions with their numbers; as they stand where a later
    rule is missing there.
    """
    checks = tables["checks"]
    written = [row for row in checks if _values(row) not in alike and _has_places(row)]
    if not written:
        return checks
    frames = {name: pd.DataFrame(tables[name], dtype=object) for name in _NUMBERED if name in tables}
    frames |= {"checks": pd.DataFrame(written, dtype=object), "votes": _frame(votes)}
    frames = {name: frame.assign(**{ROW: range(len(frame))}) for name, frame in frames.items()}
    try:
        filled = with_findings(frames)[["check_id", *COLUMNS]].to_dict("records")
    except (KeyError, Unresolved):
        return checks
    texts = {found["check_id"]: {name: str(found[name]) for name in COLUMNS} for found in filled}
    return [{**row, **texts.get(row["check_id"], {})} for row in checks]


def _has_places(row: Mapping[str, str]) -> bool:
    return any("{" in row.get(name, "") for name in COLUMNS)


def _frame(votes: bytes) -> pd.DataFrame:
    return _table(votes).to_pandas() if votes else pd.DataFrame()


def _table(votes: bytes) -> pyarrow.Table:
    return parquet.read_table(BytesIO(votes))


def _differing_votes(before: bytes, after: bytes) -> tuple[Rows, Rows]:
    if before == after or (before and after and _table(before).equals(_table(after))):
        return [], []
    old, new = _votes(before), _votes(after)
    old_by_id = {row["vote_id"]: row for row in old}
    alike = {row["vote_id"] for row in new if old_by_id.get(row["vote_id"]) == row}
    return (
        [row for row in old if row["vote_id"] not in alike],
        [row for row in new if row["vote_id"] not in alike],
    )


def _votes(content: bytes) -> Rows:
    if not content:
        return []
    texts = {}
    for name, cells in _table(content).to_pydict().items():
        texts[name] = ["" if cell is None else str(cell) for cell in cells]
    return [dict(zip(texts, row, strict=True)) for row in zip(*texts.values(), strict=True)]
