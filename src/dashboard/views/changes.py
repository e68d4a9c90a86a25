"""What changed between editions: the records of a choice, the editions side by side, the history of a
record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress

import pandas as pd

from dashboard.model.change import ADDED, CORRECTIONS, KINDS, REMOVED, Change, Step
from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid, Item, Listing, Ways
from dashboard.model.selection import EDITION
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.views import change_words as words
from dashboard.views.formatting import count, number, several

LIST_ID, EDITIONS_ID, HISTORY_ID = "changes-list", "changes-editions", "record-history"
OF_KIND, SINCE = "change", EDITION

_NO_EDITIONS = "These tables have no released edition with which they can be compared."
_COLUMNS = ["record_id", "record", "kind", "edition", "what", "old", "new", "why", "correction", "former_id"]
_NOTE = (
    "Compared are the records and what belongs to them, not how they are drawn. A correction is a value that "
    "was wrong, not merely coarser or older. A record without a theme of its own stands in the list of all "
    "themes only."
)

Titles = Mapping[str, str]


def no_editions(figure_id: str, title: str) -> EmptyFigure:
    """What tables say that were never released before."""
    return EmptyFigure(figure_id, title, _NO_EDITIONS, "The first release makes one.")


def listing(
    changes: Sequence[Change], chosen: Sequence[Change], since: str, day: str, kind: str, titles: Titles
) -> Figure | EmptyFigure:
    """The records that changed since an edition, by kind of record; of the `changes` those `chosen`, by the
    kind of change where one is named.
    """
    named = _kind_in_words(kind)
    if not chosen:
        return EmptyFigure(
            LIST_ID,
            f"No {named} since edition {since}",
            f"Nothing of the kind differs from edition {since} of {day} in this choice.",
            "Choose an earlier edition, another kind of change or other themes.",
        )
    records = _by_record(chosen)
    groups: dict[str, list[Item]] = {}
    for record_id, held in sorted(records.items(), key=_rank):
        groups.setdefault(RECORD_NAMES[held[0].table], []).append(_item(record_id, held, titles))
    listed = tuple((several(name, len(items)), tuple(items)) for name, items in groups.items())
    title = f"{count(len(chosen), 'change')} in {count(len(records), 'record')} since edition {since}"
    return Figure(
        figure_id=LIST_ID,
        title=title + (f": {named}" if kind else ""),
        drawing=Listing(listed, ways=(_kinds(changes, since, kind),)),
        rows=rows_of(chosen, titles),
        message=f"A list of {count(len(records), 'record')} under {count(len(listed), 'kind')} of record, "
        f"each with what changed since edition {since} of {day}.",
        note=_NOTE,
    )


def editions(
    steps: Sequence[Step], days: Mapping[str, str], released: str, titles: Titles
) -> Figure | EmptyFigure:
    """Each edition with what changed in it since the one before, the newest first; `released` is the day of
    the present tables.
    """
    if not any(step.changes for step in steps):
        return EmptyFigure(
            EDITIONS_ID,
            "From edition to edition",
            "No record has changed yet.",
            "The first release is whole.",
        )
    rows = tuple(_edition_row(step, days.get(step.version, released)) for step in reversed(steps))
    first, last = steps[0].since, steps[-1].version
    return Figure(
        figure_id=EDITIONS_ID,
        title=f"From edition {first} to {last}",
        drawing=Grid(("Edition", "Day", "New", "Given up", "Changed records", "Corrections"), rows),
        rows=pd.concat(
            [rows_of(step.changes, titles, step.version) for step in steps if step.changes], ignore_index=True
        ),
        message=f"A table of {count(len(rows), 'edition')} with the number of records that are new, given up "
        "and changed in each, and of corrections.",
        note=f"The first edition at hand is {first} of {days[first]}. {last} are the tables as they are now.",
    )


def history(steps: Sequence[Step], days: Mapping[str, str], released: str, titles: Titles) -> Figure:
    """What changed in one record, the newest edition first."""
    rows: list[tuple[Cell, ...]] = []
    groups: dict[int, str] = {}
    for step in reversed(steps):
        groups[len(rows)] = f"Edition {step.version}, {days.get(step.version, released)}"
        rows += [_history_row(change, titles) for change in step.changes]
    named = [
        step.version + (", a correction" if any(change.corrected for change in step.changes) else "")
        for step in steps
    ]
    grid = _without_empty_columns(Grid(("What", "Before", "Now", "Why"), tuple(rows), groups))
    dashes = any(cell.text == words.NOTHING for row in grid.rows for cell in row)
    return Figure(
        figure_id=HISTORY_ID,
        title=f"Changed in edition {'; '.join(named)}" if not _is_new(steps) else _since(steps),
        drawing=grid,
        rows=pd.concat([rows_of(step.changes, titles, step.version) for step in steps], ignore_index=True),
        message=f"A table of {count(len(rows), 'change')} of this record, by edition.",
        note="A dash stands for an empty cell, and for a reason that the tables do not give."
        if dashes
        else "",
    )


def _without_empty_columns(grid: Grid) -> Grid:
    """A record that is new has nothing before it; a column of dashes would say no more than its absence."""
    says = [any(cell.text != words.NOTHING for cell in column) for column in zip(*grid.rows, strict=True)]
    return Grid(
        tuple(compress(grid.header, says)),
        tuple(tuple(compress(row, says)) for row in grid.rows),
        grid.groups,
    )


def _is_new(steps: Sequence[Step]) -> bool:
    return any(change.kind == ADDED for change in steps[0].changes)


def _since(steps: Sequence[Step]) -> str:
    """The title of the history of a record that the first edition did not have."""
    later = f", changed in {'; '.join(step.version for step in steps[1:])}" if steps[1:] else ""
    return f"New in edition {steps[0].version}{later}"


def rows_of(changes: Sequence[Change], titles: Titles, version: str = "") -> pd.DataFrame:
    """One row a change, as data: what is stated in the tables, not how it is worded on screen."""
    rows = [
        (
            change.record,
            titles.get(change.record, change.title),
            KINDS[change.kind],
            version,
            change.field,
            change.old or (change.title if change.kind == REMOVED else ""),
            change.new,
            change.why,
            change.corrected,
            change.record_id if change.successor else "",
        )
        for change in changes
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def of_kind(changes: Sequence[Change], kind: str) -> list[Change]:
    """The changes of one kind, of all without one."""
    if kind == CORRECTIONS:
        return [change for change in changes if change.corrected]
    return [change for change in changes if kind in ("", change.kind)]


def _kind_in_words(kind: str) -> str:
    return {"": "changes", CORRECTIONS: "corrections"}.get(kind) or KINDS[kind]


def _by_record(changes: Sequence[Change]) -> dict[str, list[Change]]:
    records: dict[str, list[Change]] = {}
    for change in changes:
        records.setdefault(change.record_id, []).append(change)
    return records


def _rank(record: tuple[str, Sequence[Change]]) -> tuple[int, bool, bool]:
    """Where a record stands: by its kind, sources last, among them what was corrected before what changed,
    and that before what is new.
    """
    first = record[1][0]
    table = list(RECORD_NAMES).index(first.table) if first.table != "sources" else len(RECORD_NAMES)
    return table, not any(change.corrected for change in record[1]), first.kind == ADDED


def _item(record_id: str, changes: Sequence[Change], titles: Titles) -> Item:
    first = changes[0]
    title = titles.get(first.record, first.title)
    tags = [("fails", "Correction")] if any(change.corrected for change in changes) else []
    said = f"{record_id}: {words.sentences(changes, titles)}" if first.kind == REMOVED else None
    new = [change for change in changes if change.kind == ADDED and not change.why]
    detail = said or ("New record." if new else words.sentences(changes, titles))
    return Item(first.record, title, detail=detail, tags=tuple(tags))


def _kinds(changes: Sequence[Change], since: str, chosen: str) -> Ways:
    """The kinds of change that there are, each with its number."""
    cells = []
    for kind in ("", *KINDS, CORRECTIONS):
        held = len(of_kind(changes, kind))
        if held:
            text = f"{'All changes' if not kind else _kind_in_words(kind).capitalize()} {number(held)}"
            params = ((SINCE, since), *(((OF_KIND, kind),) if kind else ()))
            cells.append(Cell(text, params=params if kind != chosen else ()))
    return Ways("Kind", tuple(cells))


def _edition_row(step: Step, day: str) -> tuple[Cell, ...]:
    changed = {change.record_id for change in step.changes if change.kind not in (ADDED, REMOVED)}
    numbers = (
        len(of_kind(step.changes, ADDED)),
        len(of_kind(step.changes, REMOVED)),
        len(changed),
        len(of_kind(step.changes, CORRECTIONS)),
    )
    since = ((SINCE, step.since),)
    name = Cell(step.version, params=since, to=LIST_ID)
    return (name, Cell(day), *(Cell(number(held)) for held in numbers))


def _history_row(change: Change, titles: Titles) -> tuple[Cell, ...]:
    return (
        Cell(words.what(change, titles)),
        Cell(words.old(change, titles)),
        Cell(words.new(change, titles)),
        Cell(words.why(change) or words.NOTHING, tone="fails" if change.corrected else ""),
    )
