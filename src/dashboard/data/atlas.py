"""The Atlas: every table, read once, checked whole and typed; it exists without a fault or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.data.cells import cell_faults, split
from dashboard.data.consistency import consistency_faults
from dashboard.data.corrections import correction_faults
from dashboard.data.editions import Editions, edition_faults, read_editions, working_files
from dashboard.data.finding import SENTENCES, named_by_findings, with_findings
from dashboard.data.fingerprint import FOLDER, fingerprint_faults, read_coverage
from dashboard.data.plausibility import plausibility_faults
from dashboard.data.publishers import named_in_short
from dashboard.data.release import digest_of, read_release
from dashboard.data.rules import ids_of, rule_faults
from dashboard.data.subject import read_subject, unshown
from dashboard.data.table import ROW, read_table
from dashboard.data.votes import checked, misplaced, read_raw, sideless, votes_of
from dashboard.model.fault import Fault, FaultyData
from dashboard.model.period import parse_period
from dashboard.model.schema import BY_NAME, TABLES, Holds, Table, tables_with_ids
from dashboard.model.selection import Span
from dashboard.model.subject import Subject

# Words as Python's own: the figures read them row by row, which takes three times as long where Arrow holds
# them.
WORDS = pd.StringDtype("python", na_value=np.nan)


@dataclass(frozen=True)
class Atlas:
    """Typed frames by table name; each is handed out as a copy on write, so that no reader can change
    another's.

    Lists are tuples, numbers floats or ints (floats where the cell may be empty), empty texts stay empty. A
    date column `date` keeps its EDTF text and has four companions: `date_first`, `date_last` (days, both
    included; an open end is the year 9999), `date_approximate`, `date_caption`.
    """

    frames: Mapping[str, pd.DataFrame]
    table_of: Mapping[str, str]
    coverage: pd.DataFrame
    version: str
    released: date
    digest: str
    subject: Subject
    votes_file: bytes = field(default=b"", repr=False)
    editions: Editions = field(default=Editions((), {}), repr=False)

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.frames[table].copy(deep=False)

    @cached_property
    def votes(self) -> pd.DataFrame:
        """The recorded votes of the United Nations (see `votes_of`), made a frame when first asked for."""
        return votes_of(self.votes_file)

    @property
    def span(self) -> Span:
        """The years that a reader can choose."""
        return self.subject.first_year, self.horizon

    @property
    def horizon(self) -> int:
        """The last year that a reader can choose: the year of the release."""
        return self.released.year


def read_atlas(folder: Path) -> Atlas:
    """Read and check every table of a folder.

    Raises FaultyData with all faults of all tables at once.
    """
    # Taken first: should a file change meanwhile, the next look finds another digest.
    digest = digest_of(folder)
    frames, faults = read_texts(folder)
    subject, _ = read_subject(folder)
    if faults or subject is None:
        raise FaultyData(faults)
    version, released, _ = read_release(folder, date.today())
    counted = named_by_findings(frames["checks"])
    for table in SENTENCES:
        frames[table] = with_findings(frames, table)
    typed = {table.name: _typed(frames[table.name].drop(columns=ROW), table) for table in TABLES}
    typed["checks"] = typed["checks"].assign(counted=counted)
    typed["sources"] = named_in_short(typed["sources"], typed["publishers"])
    return Atlas(
        frames=typed,
        table_of={
            identifier: table.name
            for table in tables_with_ids()
            for identifier in frames[table.name][table.id_column]
        },
        coverage=read_coverage(folder / FOLDER, _documents(frames["sources"])),
        version=version,
        released=released,
        digest=digest,
        subject=subject,
        votes_file=read_raw(folder),
        editions=Editions(read_editions(folder), working_files(folder)),
    )


def read_texts(folder: Path, by_fingerprint: bool = True) -> tuple[dict[str, pd.DataFrame], list[Fault]]:
    """Every readable table as texts, the votes as they stand in their file, and every fault of all of them;
    quotes are proved by fingerprint unless the texts will do it.
    """
    today = date.today()
    version, released, faults = read_release(folder, today)
    faults += edition_faults(folder, version)
    subject, subject_faults = read_subject(folder)
    frames: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        frame, found = read_table(folder, table)
        faults += found
        if frame is not None:
            frames[table.name] = frame
            faults += cell_faults(frame, table)
    no_votes = misplaced(folder)
    faults += no_votes
    if {"sources", "vote_topics"} <= frames.keys() and not no_votes:
        votes, found = checked(read_raw(folder), _ids(frames, "sources"), _ids(frames, "vote_topics"))
        faults += found
        if votes is not None:
            frames["votes"] = votes
            faults += sideless(votes, [side.country for side in subject.sides] if subject else [])
    first_year, successors = (subject.first_year, subject.successors) if subject else (0, {})
    faults += subject_faults + row_faults(frames, released, today, first_year, successors)
    if subject and {table.name for table in tables_with_ids()} <= frames.keys():
        faults += unshown(subject, set().union(*ids_of(frames).values()))
    if {"corrections", "aliases"} <= frames.keys() and version:
        faults += correction_faults(frames, version, read_editions(folder))
    if by_fingerprint and {"evidence", "checks"} <= frames.keys():
        faults += fingerprint_faults(frames, folder / FOLDER)
    return frames, faults


def row_faults(
    frames: Mapping[str, pd.DataFrame],
    released: date,
    today: date,
    first_year: int,
    successors: Mapping[str, str],
) -> list[Fault]:
    """Every fault of whole rows: what they owe each other, what they say against one another, what cannot be
    true. `successors` are the states that follow those that are gone.
    """
    return [
        *rule_faults(frames),
        *consistency_faults(frames, released, successors),
        *plausibility_faults(frames, released, today, first_year),
    ]


def _ids(frames: Mapping[str, pd.DataFrame], table: str) -> set[str]:
    return set(frames[table][BY_NAME[table].id_column])


def _documents(sources: pd.DataFrame) -> list[str]:
    return list(sources.loc[sources["kind"] == "document", "source_id"])


def _typed(texts: pd.DataFrame, table: Table) -> pd.DataFrame:
    columns: dict[str, object] = {}
    for column in table.columns:
        cells = texts[column.name]
        if column.many:
            columns[column.name] = pd.Series([tuple(split(cell)) for cell in cells], dtype=object)
        elif column.holds is Holds.NUMBER or (column.holds is Holds.INTEGER and not column.required):
            columns[column.name] = pd.to_numeric(cells.where(cells != ""), errors="raise").astype(float)
        elif column.holds is Holds.INTEGER:
            columns[column.name] = cells.astype(int)
        else:
            columns[column.name] = cells.astype(WORDS)
        if column.holds is Holds.EDTF:
            columns |= _companions(column.name, cells)
    return pd.DataFrame(columns)


def _days(days: list[date | None]) -> pd.Series:
    return pd.Series(np.array(days, dtype="datetime64[s]"))


def _companions(name: str, cells: pd.Series) -> dict[str, object]:
    periods = [parse_period(cell) if cell else None for cell in cells]
    return {
        f"{name}_first": _days([period.first if period else None for period in periods]),
        f"{name}_last": _days([period.last if period else None for period in periods]),
        f"{name}_approximate": pd.Series(
            [bool(period and period.approximate) for period in periods], dtype=bool
        ),
        f"{name}_caption": pd.Series([period.caption if period else "" for period in periods], dtype=WORDS),
    }
