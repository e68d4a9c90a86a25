"""Tables with rows appended that nobody has landed yet, and every fault that they would have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from dashboard.data.atlas import read_texts, row_faults
from dashboard.data.cells import cell_faults
from dashboard.data.coverage import MOST_QUOTED, Coverage, coverage_of
from dashboard.data.document import Document, verbatim_faults
from dashboard.data.release import read_release
from dashboard.data.subject import read_subject
from dashboard.data.table import ROW
from dashboard.model.fault import Fault, FaultyData
from dashboard.model.proposal import Row
from dashboard.model.quote import words
from dashboard.model.schema import BY_NAME

Frames = Mapping[str, pd.DataFrame]

# Quotes that a report names as those to shorten.
_LONGEST = 3


class Tables:
    """The tables of a folder as texts, ready to have rows appended. Raises FaultyData if they have faults of
    their own.
    """

    def __init__(self, folder: Path) -> None:
        self.frames, faults = read_texts(folder)
        subject, _ = read_subject(folder)
        if faults or subject is None:
            raise FaultyData(faults)
        self._subject = subject
        self._released = read_release(folder, date.today())[1]

    def faults_of(self, rows: Sequence[Row], document: Document) -> list[Fault]:
        """What would be wrong with the tables once the rows stood in them; quotes are proved against the
        document's text.
        """
        whole = with_rows(self.frames, rows)
        faults = self.cells_of(rows)
        if not faults:
            first_year, successors = self._subject.first_year, self._subject.successors
            faults += row_faults(whole, self._released, date.today(), first_year, successors)
        faults += verbatim_faults(whole, {document.source_id: document})
        share = coverage_of(document, whole).share_quoted
        if share >= MOST_QUOTED:
            problem = f"too much of {document.source_id} is quoted"
            expected = f"under {MOST_QUOTED:.0%}; shorten the longest: {_longest(rows)}"
            faults.append(Fault("evidence.csv", 0, "quote", problem, f"{share:.0%}", expected))
        return sorted(set(faults))

    def cells_of(self, rows: Sequence[Row]) -> list[Fault]:
        """The cells of some rows that do not hold what their columns demand."""
        whole = with_rows(self.frames, rows)
        faults: list[Fault] = []
        for table in dict.fromkeys(row.table for row in rows):
            fresh = whole[table].iloc[len(self.frames[table]) :]
            faults += cell_faults(fresh, BY_NAME[table])
        return faults

    def coverage(self, rows: Sequence[Row], document: Document) -> Coverage:
        """How far the document is coded with the rows."""
        return coverage_of(document, with_rows(self.frames, rows))


def _longest(rows: Sequence[Row]) -> str:
    """The longest quotes of some rows, for a coder who has to shorten them."""
    quotes = {row.cells["quote"] for row in rows if row.cells.get("quote")}
    longest = sorted(quotes, key=lambda quote: (-len(words(quote)), quote))[:_LONGEST]
    return ", ".join(f"“{quote}”" for quote in longest)


def with_rows(frames: Frames, rows: Sequence[Row]) -> dict[str, pd.DataFrame]:
    """The tables with rows at their end, numbered as they will stand in the files. KeyError for a table or a
    column that is not there.
    """
    added: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        names = [column.name for column in BY_NAME[row.table].columns]
        unknown = set(row.cells) - set(names)
        if unknown:
            raise KeyError(f"{row.table} has no column {', '.join(sorted(unknown))}")
        line = len(frames[row.table]) + len(added[row.table]) + 2
        added[row.table].append({**{name: row.cells.get(name, "") for name in names}, ROW: line})
    whole = dict(frames)
    for table, cells in added.items():
        fresh = pd.DataFrame(cells, dtype=object).astype({ROW: "int64"})
        whole[table] = pd.concat([frames[table], fresh], ignore_index=True)
    return whole
