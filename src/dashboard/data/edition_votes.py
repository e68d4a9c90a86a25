"""The roll calls of an edition: not compressed by themselves, and as what differs from those of its base."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby

import pyarrow
from pyarrow import parquet

from dashboard.data.edition_layout import Damaged, Files, lines_of, written
from dashboard.model.schema.votes import VOTES

# The file that says where each run of roll calls is found: the place of its first among those of the base and
# then those that lie beside, and how many follow each other.
ORDER = "votes_order"


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


def unlike_base(votes: bytes, base: bytes) -> dict[str, bytes]:
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
        ORDER: written(_runs(places)),
    }
    return laid if votes_table(joined_votes(laid, base)).equals(now) else {}


def _ids(votes: pyarrow.Table) -> list[str]:
    return [str(vote_id) for vote_id in votes[VOTES.id_column].to_pylist()]


def _runs(places: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Where each run of places that follow each other begins, and how many they are."""
    for _, run in groupby(enumerate(places), lambda at: at[1] - at[0]):
        stretch = [place for _, place in run]
        yield str(stretch[0]), str(len(stretch))


def joined_votes(laid: Files, base: bytes) -> bytes:
    """The roll calls of an edition: those of its base and those that it holds itself, in its order."""
    try:
        both = pyarrow.concat_tables([votes_table(base), votes_table(laid[VOTES.file])])
        runs = [(int(first), int(number)) for first, number in lines_of(ORDER, laid[ORDER])]
        if any(first < 0 for first, _ in runs) or sum(number for _, number in runs) > len(both):
            raise ValueError("it names more than there are")
        places = [place for first, number in runs for place in range(first, first + number)]
        return plain_votes(both.take(places).combine_chunks())
    except (KeyError, ValueError, pyarrow.ArrowException) as error:
        raise Damaged(f"its roll calls do not fit those of its base: {error}") from error
