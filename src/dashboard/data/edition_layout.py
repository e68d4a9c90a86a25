"""How the tables lie inside an edition: cells column by column, which takes a seventh less room than row by
row, and roll calls as what differs from those of an earlier edition.

A file `events.columns.csv` is the table `events.csv` turned on its side: a line for each column, its name
first. Where cells mostly repeat the one above them, the line has each once, and a line without a name below
it says how often. Tables of editions that were released before lie there as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import pyarrow
from pyarrow import parquet

from dashboard.model.schema.votes import VOTES

ROWS, COLUMNS = ".csv", ".columns.csv"
# The name of a line that says how often each cell of the line above it stands in turn.
TIMES = ""
# Bytes, or cells, of one column; more is no table but an attempt to fill the memory.
LARGEST_COLUMN = 64_000_000
# The edition whose roll calls these are but for those that lie beside, and where each run of rows is found:
# the place of its first among those of that edition and then the others, and how many follow each other.
BASE, ORDER = "votes_base", "votes_order"

Files = Mapping[str, bytes]


class Damaged(ValueError):
    """A file is no edition; the message says what is wrong with it."""


def laid_out(files: Files, base: tuple[str, bytes] = ("", b"")) -> dict[str, bytes]:
    """The files of an edition as they lie in it. `base` is the version of an earlier edition and its roll
    calls, which are used where they save room.
    """
    laid = {}
    for name, content in files.items():
        if name.endswith(ROWS):
            columns = zip(*cells_of(name, content), strict=True)
            laid[name.removesuffix(ROWS) + COLUMNS] = written(
                line for column in columns for line in _in_turn(column)
            )
        else:
            laid[name] = content
    version, votes = base
    return laid | _difference(files[VOTES.file], version, votes) if votes and VOTES.file in files else laid


def restored(laid: Files, votes: bytes) -> dict[str, bytes]:
    """The files of an edition from what lies in it; `votes` are the roll calls of its base.
    Raises Damaged.
    """
    files = {}
    for name, content in laid.items():
        if name.endswith(COLUMNS):
            files[name.removesuffix(COLUMNS) + ROWS] = written(zip(*columns_of(name, content), strict=True))
        elif name not in (BASE, ORDER):
            files[name] = content
    if BASE in laid:
        files[VOTES.file] = _joined(laid, votes)
    return files


def cells_of(name: str, content: bytes) -> list[list[str]]:
    """The lines of a table, its header first. Raises Damaged if it is none."""
    return _alike(name, _lines_of(name, content))


def columns_of(name: str, content: bytes) -> list[list[str]]:
    """The columns of a table that lies column by column, each with its name first. Raises Damaged if it is
    none.
    """
    columns: list[list[str]] = []
    for line in _lines_of(name, content):
        if columns and line[:1] == [TIMES]:
            columns[-1][1:] = _repeated(name, columns[-1][1:], line[1:])
        else:
            columns.append(line)
    return _alike(name, columns)


def _lines_of(name: str, content: bytes) -> list[list[str]]:
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


def plain_votes(table: pyarrow.Table) -> bytes:
    """Roll calls not compressed by themselves: all files of an edition together take less room so."""
    buffer = io.BytesIO()
    parquet.write_table(table, buffer, compression="NONE", use_dictionary=False, write_statistics=False)
    return buffer.getvalue()


def votes_table(content: bytes) -> pyarrow.Table:
    """Roll calls as a table. Raises Damaged if they are none."""
    try:
        return parquet.read_table(io.BytesIO(content))
    except (pyarrow.ArrowException, OSError) as error:
        raise Damaged(f"{VOTES.file} cannot be read: {error}") from error


def _difference(votes: bytes, version: str, base: bytes) -> dict[str, bytes]:
    """What lies in an edition instead of its roll calls; nothing where another base would serve as well as
    this: other columns, or more than half of the rows.
    """
    now, before = votes_table(votes), votes_table(base)
    if not now.schema.equals(before.schema) or VOTES.id_column not in now.column_names:
        return {}
    rows = {row[VOTES.id_column]: row for row in before.to_pylist()}
    changed = [place for place, row in enumerate(now.to_pylist()) if rows.get(row[VOTES.id_column]) != row]
    if len(changed) * 2 > len(now):
        return {}
    beside = {place: number for number, place in enumerate(changed, len(before))}
    theirs = {vote_id: place for place, vote_id in enumerate(_ids(before))}
    places = [
        beside[place] if place in beside else theirs[vote_id] for place, vote_id in enumerate(_ids(now))
    ]
    laid = {
        VOTES.file: plain_votes(now.take(pyarrow.array(changed, pyarrow.int64()))),
        BASE: version.encode(),
        ORDER: written(_runs(places)),
    }
    return laid if votes_table(_joined(laid, base)).equals(now) else {}


def _ids(votes: pyarrow.Table) -> list[str]:
    return [str(vote_id) for vote_id in votes[VOTES.id_column].to_pylist()]


def _runs(places: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Where each run of places that follow each other begins, and how many they are."""
    for _, run in groupby(enumerate(places), lambda at: at[1] - at[0]):
        stretch = [place for _, place in run]
        yield str(stretch[0]), str(len(stretch))


def _joined(laid: Files, base: bytes) -> bytes:
    """The roll calls of an edition: those of its base and those that it holds itself, in its order."""
    try:
        both = pyarrow.concat_tables([votes_table(base), votes_table(laid[VOTES.file])])
        runs = [(int(first), int(number)) for first, number in _lines_of(ORDER, laid[ORDER])]
        if any(first < 0 for first, _ in runs) or sum(number for _, number in runs) > len(both):
            raise ValueError("it names more than there are")
        places = [place for first, number in runs for place in range(first, first + number)]
        return plain_votes(both.take(places).combine_chunks())
    except (KeyError, ValueError, pyarrow.ArrowException) as error:
        raise Damaged(f"its roll calls do not fit those of its base: {error}") from error
