"""How the tables lie inside an edition: cells column by column, which takes a seventh less room than row by
row, and roll calls as what differs from those of an earlier edition.

A file `events.columns.csv` is the table `events.csv` turned on its side: a line for each column, its name
first. Tables of editions that were released before lie there as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

import pyarrow
from pyarrow import parquet

from dashboard.model.schema.votes import VOTES

ROWS, COLUMNS = ".csv", ".columns.csv"
# The edition whose roll calls these are but for those that lie beside, and the ids of all in their order.
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
            laid[name.removesuffix(ROWS) + COLUMNS] = written(zip(*cells_of(name, content), strict=True))
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
            files[name.removesuffix(COLUMNS) + ROWS] = written(zip(*cells_of(name, content), strict=True))
        elif name not in (BASE, ORDER):
            files[name] = content
    if BASE in laid:
        files[VOTES.file] = _joined(laid, votes)
    return files


def cells_of(name: str, content: bytes) -> list[list[str]]:
    """The lines of a table, its header first. Raises Damaged if it is none."""
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (ValueError, csv.Error) as error:
        raise Damaged(f"{name} cannot be read: {error}") from error
    if not lines:
        raise Damaged(f"{name} cannot be read: it is empty")
    if any(len(line) != len(lines[0]) for line in lines):
        raise Damaged(f"{name} has rows of another length than its header")
    return lines


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
    order = "\n".join(now[VOTES.id_column].to_pylist())
    laid = {
        VOTES.file: plain_votes(now.take(pyarrow.array(changed, pyarrow.int64()))),
        BASE: version.encode(),
        ORDER: order.encode(),
    }
    return laid if votes_table(_joined(laid, base)).equals(now) else {}


def _joined(laid: Files, base: bytes) -> bytes:
    """The roll calls of an edition: those of its base but for those that it holds itself, in its order."""
    try:
        both = pyarrow.concat_tables([votes_table(base), votes_table(laid[VOTES.file])])
        # An id that stands in both is found at its later place, the edition's own.
        places = {vote_id: place for place, vote_id in enumerate(both[VOTES.id_column].to_pylist())}
        order = laid[ORDER].decode().split("\n")
        return plain_votes(both.take([places[vote_id] for vote_id in order]).combine_chunks())
    except (KeyError, ValueError, pyarrow.ArrowException) as error:
        raise Damaged(f"its roll calls do not fit those of its base: {error}") from error
