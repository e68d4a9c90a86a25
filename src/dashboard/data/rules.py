"""What rows owe each other: ids that are unique, references that resolve, evidence behind every record, sound
quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.cells import split
from dashboard.data.finding import finding_faults
from dashboard.data.table import ROW
from dashboard.data.tours import tour_faults
from dashboard.model.fault import Fault, at_most
from dashboard.model.quote import FEWEST_WORDS, MOST_WORDS, words
from dashboard.model.schema import BY_NAME, TABLES, Column, Table, tables_with_ids
from dashboard.model.schema.votes import VOTES

Frames = Mapping[str, pd.DataFrame]


def rule_faults(frames: Frames) -> list[Fault]:
    """Every fault between rows. Rules that need a table which could not be read are left out, so that one bad
    file is one fault.
    """
    rules = [
        _repeated_keys(frames),
        _repeated_ids(frames),
        _dangling(frames),
        finding_faults(frames),
        tour_faults(frames),
    ]
    if "evidence" in frames:
        rules += [_without_evidence(frames), _unsound_quotes(frames)]
    return [fault for rule in rules for fault in at_most(rule)]


def ids_of(frames: Frames) -> dict[str, set[str]]:
    """The ids that each table of records defines."""
    return {
        table.name: set(frames[table.name][table.id_column])
        for table in tables_with_ids()
        if table.name in frames
    }


def _repeated_keys(frames: Frames) -> Iterator[Fault]:
    for table in TABLES:
        if table.name not in frames:
            continue
        frame = frames[table.name]
        columns = list(table.key)
        if not frame.duplicated(columns).any():
            continue
        first: dict[tuple[str, ...], int] = {}
        for row in frame[frame.duplicated(columns, keep=False)].to_dict("records"):
            key = tuple(row[name] for name in columns)
            if key in first:
                found, named = " + ".join(filter(None, key)), " + ".join(columns)
                expected = f"one row for each {named}; row {first[key]} is the first"
                yield Fault(table.file, row[ROW], columns[0], "the row stands twice", found, expected)
            first.setdefault(key, row[ROW])


def _repeated_ids(frames: Frames) -> Iterator[Fault]:
    owners: dict[str, tuple[str, int]] = {}
    for table in tables_with_ids():
        if table.name not in frames:
            continue
        frame = frames[table.name].drop_duplicates(table.id_column)
        for identifier, row in zip(frame[table.id_column], frame[ROW], strict=True):
            owner, line = owners.setdefault(identifier, (table.name, row))
            if owner != table.name:
                expected = f"an id of its own; {owner}.csv:{line} bears this one"
                yield Fault(
                    table.file, row, table.id_column, f"the id is taken by {owner}", identifier, expected
                )
    for vote_id in frames[VOTES.name]["vote_id"] if VOTES.name in frames else ():
        if vote_id in owners:
            owner, line = owners[vote_id]
            expected = f"an id of its own; {owner}.csv:{line} bears this one"
            yield Fault(VOTES.file, 0, "vote_id", f"the id is taken by {owner}", vote_id, expected)


def _dangling(frames: Frames) -> Iterator[Fault]:
    known = ids_of(frames)
    complete = {table.name for table in tables_with_ids()} <= frames.keys()
    for table in TABLES:
        for column in table.columns:
            targets = _targets(column, known, frames)
            if (
                table.name not in frames
                or not column.points_to
                or targets is None
                or (column.points_to == ("*",) and not complete)
            ):
                continue
            yield from _unknown_ids(frames[table.name], table, column, targets)


def _targets(column: Column, known: Mapping[str, set[str]], frames: Frames) -> set[str] | None:
    """The ids to which a column may lead; None where a table of them could not be read."""
    if column.points_to == ("*",):
        return set().union(*known.values())
    # Votes have ids, but they are no records of the kind that evidence and quantities are about.
    if column.points_to == (VOTES.name,):
        return set(frames[VOTES.name]["vote_id"]) if VOTES.name in frames else None
    if not set(column.points_to) <= known.keys():
        return None
    return set().union(*(known[name] for name in column.points_to))


def _unknown_ids(frame: pd.DataFrame, table: Table, column: Column, targets: set[str]) -> Iterator[Fault]:
    where = ", ".join(BY_NAME[name].file for name in column.points_to if name != "*") or "any table"
    for cell, row in zip(frame[column.name], frame[ROW], strict=True):
        for identifier in split(cell) if column.many else [cell]:
            if identifier and identifier not in targets:
                yield Fault(table.file, row, column.name, "no such record", identifier, f"an id from {where}")


def _without_evidence(frames: Frames) -> Iterator[Fault]:
    behind = set(frames["evidence"]["record_id"])
    for table in TABLES:
        if not table.needs_evidence or table.name not in frames:
            continue
        frame = frames[table.name]
        for identifier, row in zip(frame[table.id_column], frame[ROW], strict=True):
            if identifier not in behind:
                yield Fault(
                    table.file,
                    row,
                    table.id_column,
                    "no evidence",
                    identifier,
                    "at least one row in evidence.csv",
                )


def _unsound_quotes(frames: Frames) -> Iterator[Fault]:
    documents: set[str] | None = None
    if "sources" in frames:
        sources = frames["sources"]
        documents = set(sources.loc[sources["kind"] == "document", "source_id"])
    for name in ("evidence", "checks"):
        if name not in frames:
            continue
        frame = frames[name][["source_id", "locator", "quote", ROW]]
        quoting = (frame["quote"] != "") | frame["source_id"].isin(documents or ())
        for row in frame[quoting].to_dict("records"):
            yield from _unsound_quote(BY_NAME[name].file, row, documents)


def _unsound_quote(file: str, row: dict[str, object], documents: set[str] | None) -> Iterator[Fault]:
    quote, number = str(row["quote"]), int(str(row[ROW]))
    is_document = documents is None or row["source_id"] in documents
    if not quote:
        if documents is not None and is_document:
            yield Fault(
                file,
                number,
                "quote",
                "a document without a quote",
                str(row["source_id"]),
                "3 to 12 words, verbatim",
            )
        return
    if not is_document:
        yield Fault(file, number, "quote", "quotes come from the documents only", quote, "an empty cell")
    if not FEWEST_WORDS <= len(words(quote)) <= MOST_WORDS:
        yield Fault(
            file,
            number,
            "quote",
            "a quote of the wrong length",
            f"{len(words(quote))} words",
            "3 to 12 words",
        )
    if not str(row["locator"]).startswith("para:"):
        yield Fault(
            file,
            number,
            "locator",
            "a quote without its paragraph",
            str(row["locator"]) or "nothing",
            "para: and a number",
        )
