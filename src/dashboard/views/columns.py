"""Which columns a table has, and how they stand: numbers right, brief words beside each other, all its parts
alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.model.figure import Cell, Grid

_NUMBER = re.compile(r"[−-]?[\d.\u202f]+(%| per cent)?")
_WORD = re.compile(r"\w+")
# What stands where there is no number.
_NO_NUMBER = frozenset({"–", ""})

# Letters of the longest cell of a column whose cells stand beside each other on a phone.
BRIEF = 14
# Letters from which on a cell has further lines rather than more width, and what a cell has beside its words.
WRAPPED, AROUND = 44, 3
# The share of a column's cells that its width has to suffice for.
MOST_CELLS = 0.9


@dataclass(frozen=True)
class Columns:
    """Of each column whether it holds numbers alone, whether its words are brief, the tone of the stretches
    of bars in it, and its part of the width in per cent; no widths where the browser is to find them.
    """

    numbers: tuple[bool, ...]
    brief: tuple[bool, ...]
    tones: tuple[str, ...]
    widths: tuple[int, ...] = ()


def columns_of(grid: Grid, in_parts: bool = False) -> Columns:
    """How the columns of a table stand. One that is drawn `in_parts` has widths, because a browser would find
    others for each part and the reader's eye would lose its column on the way down.
    """
    columns = list(zip(*grid.rows, strict=True)) or [()] * len(grid.header)
    tones = tuple(map(_tone_of_bars, columns))
    return Columns(
        tuple(at > 0 and _is_number(column) for at, column in enumerate(columns)),
        tuple(at > 0 and not any(tones) and _is_brief(column) for at, column in enumerate(columns)),
        tones,
        _widths(grid.header, columns) if in_parts else (),
    )


def _is_number(column: Sequence[Cell]) -> bool:
    """Whether it holds numbers alone, which stand right, one below the other; the first column never does,
    for it names its row.
    """
    words = {cell.text for cell in column} - _NO_NUMBER
    return bool(words) and all(map(_NUMBER.fullmatch, words))


def _tone_of_bars(column: Sequence[Cell]) -> str:
    """The tone of a column in whose cells bars have a stretch, so that its name can be their legend."""
    return next((cell.tone for cell in column if cell.share and cell.tone), "")


def _is_brief(column: Sequence[Cell]) -> bool:
    return all(len(cell.text) <= BRIEF for cell in column)


def _widths(header: Sequence[str], columns: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    needs = [_need(name, column) for name, column in zip(header, columns, strict=True)]
    return tuple(round(100 * need / sum(needs)) for need in needs)


def _need(name: str, column: Sequence[Cell]) -> int:
    """The letters of one line for which a column needs room."""
    lengths = sorted(len(cell.text) for cell in column)
    usual = lengths[int(MOST_CELLS * (len(lengths) - 1))] if lengths else 0
    return max(min(usual, WRAPPED), *map(len, name.split() or [""])) + AROUND


def told_once(rows: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """The rows without the columns that say again, in every row, what its record is called, or nearly: with
    words of its name alone.
    """
    called = [titles.get(record_id, record_id) for record_id in rows["record_id"]]
    words = [set(_WORD.findall(name)) for name in called]
    again = [
        name
        for name in rows.columns
        if name != "record_id" and (rows[name].tolist() == called or _says_again(rows[name], words))
    ]
    return rows.drop(columns=again)


def _says_again(column: pd.Series, called: Sequence[set[str]]) -> bool:
    """Whether each cell has only words of the name beside it, and several, for one may be a state among those
    of other rows.
    """
    cells = (set(_WORD.findall(str(cell))) for cell in column)
    return all(len(words) > 1 and words <= name for words, name in zip(cells, called, strict=True))
