"""What an edition shares with an earlier one, its base: roll calls, and cells that stand there alike.

A cell that is the same in the row of the base with the same key is written as one sign, which leaves out a
fifth of an edition.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dashboard.data.edition_layout import LARGEST_COLUMN, Damaged, Files, cells_of, written
from dashboard.data.edition_votes import ORDER, joined_votes, unlike_base
from dashboard.model.schema import TABLES
from dashboard.model.schema.votes import VOTES

# Stands for the cell of the base; a cell that begins with it has it once more.
SAME = "="

# What is written for a cell beside the cell of the base, which is None where there is none.
Writing = Callable[[str, str | None], str]

_KEYS = {table.file: table.key for table in TABLES}


def unlike(files: Files, base: Files) -> dict[str, bytes]:
    """The files of an edition without what its base holds alike."""
    laid = {name: _rewritten(name, content, base, _marked) for name, content in files.items()}
    if VOTES.file in files and VOTES.file in base:
        laid |= unlike_base(files[VOTES.file], base[VOTES.file])
    return laid


def joined(laid: Files, base: Files) -> dict[str, bytes]:
    """The files of an edition from what its base does not hold. Raises Damaged if they do not fit it."""
    files = {
        name: _rewritten(name, content, base, _unmarked) for name, content in laid.items() if name != ORDER
    }
    if ORDER in laid:
        files[VOTES.file] = joined_votes(laid, base.get(VOTES.file, b""))
    return files


def _rewritten(name: str, content: bytes, base: Files, writing: Writing) -> bytes:
    """A table whose cells outside of its key are written with regard to those of the base."""
    key = _KEYS.get(name, ())
    if not key or name not in base:
        return content
    header, *rows = cells_of(name, content)
    theirs, *others = cells_of(name, base[name])
    if not {*key} <= {*header} & {*theirs}:
        return content
    known = {_values(theirs, row, key): dict(zip(theirs, row, strict=True)) for row in others}
    lines = [header]
    size = 0
    for row in rows:
        like: Mapping[str, str] = known.get(_values(header, row, key), {})
        line = [
            cell if column in key else writing(cell, like.get(column))
            for column, cell in zip(header, row, strict=True)
        ]
        size += sum(map(len, line))
        if size > LARGEST_COLUMN:
            raise Damaged(f"{name} is too large when unpacked")
        lines.append(line)
    return written(lines)


def _values(header: Sequence[str], row: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(row[header.index(column)] for column in columns)


def _marked(cell: str, like: str | None) -> str:
    if cell and cell == like:
        return SAME
    return SAME + cell if cell.startswith(SAME) else cell


def _unmarked(cell: str, like: str | None) -> str:
    if cell == SAME and like is None:
        raise Damaged("a cell is said to be that of its base, which has none")
    return like or "" if cell == SAME else cell.removeprefix(SAME)
