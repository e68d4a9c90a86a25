"""How the tables lie inside an edition: cells column by column, which takes a seventh less room than row by
row.

A file `events.columns.csv` is the table `events.csv` turned on its side: a line for each column, its name
first. Where cells mostly repeat the one above them, the line has each once, and a line without a name below
it says how often. Tables of editions that were released before lie there as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

ROWS, COLUMNS = ".csv", ".columns.csv"
# The name of a line that says how often each cell of the line above it stands in turn.
TIMES = ""
# Bytes, or cells, of one column; more is no table but an attempt to fill the memory.
LARGEST_COLUMN = 64_000_000

Files = Mapping[str, bytes]


class Damaged(ValueError):
    """A file is no edition; the message says what is wrong with it."""


def laid_out(files: Files) -> dict[str, bytes]:
    """The files of an edition as they lie in it."""
    laid = {}
    for name, content in files.items():
        if name.endswith(ROWS):
            columns = zip(*cells_of(name, content), strict=True)
            laid[name.removesuffix(ROWS) + COLUMNS] = written(
                line for column in columns for line in _in_turn(column)
            )
        else:
            laid[name] = content
    return laid


def restored(laid: Files) -> dict[str, bytes]:
    """The files of an edition from what lies in it. Raises Damaged."""
    files = {}
    for name, content in laid.items():
        if name.endswith(COLUMNS):
            files[name.removesuffix(COLUMNS) + ROWS] = written(zip(*columns_of(name, content), strict=True))
        else:
            files[name] = content
    return files


def cells_of(name: str, content: bytes) -> list[list[str]]:
    """The lines of a table, its header first. Raises Damaged if it is none."""
    return _alike(name, lines_of(name, content))


def columns_of(name: str, content: bytes) -> list[list[str]]:
    """The columns of a table that lies column by column, each with its name first. Raises Damaged if it is
    none.
    """
    columns: list[list[str]] = []
    for line in lines_of(name, content):
        if columns and line[:1] == [TIMES]:
            columns[-1][1:] = _repeated(name, columns[-1][1:], line[1:])
        else:
            columns.append(line)
    return _alike(name, columns)


def lines_of(name: str, content: bytes) -> list[list[str]]:
    """The lines of a table, of any length. Raises Damaged if it has none."""
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (ValueError, csv.Error) as error:
        raise Damaged(f"{name} cannot be read: {error}") from error
    if not lines:
        raise Damaged(f"{name} cannot be read: it is empty")
    return lines


def _alike(name: str, lines: list[list[str]]) -> list[list[str]]:
    if any(len(line) != len(lines[0]) for line in lines):
        raise Damaged(f"{name} has rows of another length than its header")
    return lines


def _in_turn(column: Sequence[str]) -> Iterator[Sequence[str]]:
    """A column, and how often each of its cells stands in turn where that leaves less than half of them."""
    turns = [(cell, len(list(same))) for cell, same in groupby(column[1:])]
    if len(turns) * 2 >= len(column) - 1:
        yield column
        return
    yield column[0], *(cell for cell, _ in turns)
    yield TIMES, *(str(times) for _, times in turns)


def _repeated(name: str, cells: Sequence[str], times: Sequence[str]) -> list[str]:
    """Each cell as often as it stands in turn."""
    try:
        turns = [(cell, int(number)) for cell, number in zip(cells, times, strict=True)]
    except ValueError as error:
        raise Damaged(f"{name} says of its cells no number of times: {error}") from error
    if any(number < 1 for _, number in turns):
        raise Damaged(f"{name} has a cell that stands less than once")
    if sum((len(cell) + 1) * number for cell, number in turns) > LARGEST_COLUMN:
        raise Damaged(f"{name} is too large when unpacked")
    return [cell for cell, number in turns for _ in range(number)]


def written(lines: Iterable[Iterable[str]]) -> bytes:
    """Lines of cells as a table."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode("utf-8")
