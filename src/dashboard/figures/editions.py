"""What changed since an edition, and the history of a record: compared when first asked for, once for a data
set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dashboard.data.edition_layout import Files
from dashboard.data.edition_tables import compared
from dashboard.data.editions import order_of
from dashboard.figures.dataset import Dataset
from dashboard.model.change import REMOVED, Change, Step
from dashboard.model.fault import Fault
from dashboard.model.schema import BY_NAME
from dashboard.model.selection import LinkProblem, refused
from dashboard.queries import editions as ask
from dashboard.queries.edition_cells import Moved, moved
from dashboard.queries.edition_pair import Pair
from dashboard.views.formatting import day_in_words

Days = Mapping[str, str]


def days_of(dataset: Dataset) -> Days:
    """The day of each edition before the present one in words, by its version, the newest first."""
    atlas = dataset.atlas
    return {
        snapshot.version: day_in_words(snapshot.day)
        for snapshot in reversed(atlas.editions.released)
        if order_of(snapshot.version) < order_of(atlas.version)
    }


def changes_since(dataset: Dataset, version: str) -> tuple[Change, ...]:
    """Every change from an edition to the present tables. KeyError if there is no such edition."""
    return _compared(dataset, version, dataset.atlas.version)


def steps_of(dataset: Dataset) -> tuple[Step, ...]:
    """The changes from each edition to the next, the oldest first, to the present tables."""
    versions = [*reversed(list(days_of(dataset))), dataset.atlas.version]
    return tuple(
        Step(since, version, _compared(dataset, since, version)) for since, version in pairwise(versions)
    )


def history_of(dataset: Dataset, record_id: str) -> tuple[Step, ...]:
    """The steps in which a record changed, each with the changes of that record alone."""
    by_record: dict[str, tuple[Step, ...]] = dataset.figures.answer(
        ("histories",), lambda: _histories(dataset)
    )
    return by_record.get(record_id, ())


def _histories(dataset: Dataset) -> dict[str, tuple[Step, ...]]:
    """The steps of every record that changed."""
    histories: dict[str, list[Step]] = {}
    for step in steps_of(dataset):
        changes: dict[str, list[Change]] = {}
        for change in step.changes:
            changes.setdefault(change.record, []).append(change)
        for record_id, found in changes.items():
            histories.setdefault(record_id, []).append(Step(step.since, step.version, tuple(found)))
    return {record_id: tuple(steps) for record_id, steps in histories.items()}


def named_edition(dataset: Dataset, values: Sequence[str]) -> tuple[str, tuple[LinkProblem, ...]]:
    """The earlier edition that a link names, or an empty text for none and for the present one, and what to
    say of a value that is no edition.
    """
    days, present = days_of(dataset), dataset.atlas.version
    there = f"there are {', '.join([present, *days])}" if days else f"there is only {present}"
    problems = tuple(
        LinkProblem("the edition", refused(value, (present, *days)), there)
        for value in values
        if value not in days and value != present
    )
    known = [value for value in values if value in days]
    return (known[-1] if known else ""), problems


def changes_of(dataset: Dataset, since: str, record_ids: Iterable[str]) -> list[Change]:
    """The changes since an edition in some records."""
    wanted = set(record_ids)
    return [change for change in changes_since(dataset, since) if change.record in wanted]


def themes_of(dataset: Dataset, record_id: str) -> tuple[str, ...]:
    """The themes of a record: its own, of an agreement those of its event, of a route those of its project,
    of a check those of what it is about; none for others.
    """
    if record_id not in dataset.atlas.table_of:
        return ()
    return _themes(dataset).get(record_id, ())


def _themes(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    themes: Mapping[str, tuple[str, ...]] = dataset.figures.answer(
        ("themes of records",), lambda: _with_themes(dataset)
    )
    return themes


def _with_themes(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    atlas = dataset.atlas
    themes: dict[str, tuple[str, ...]] = {}
    for table in ("events", "projects", "quantities", "claims"):
        frame = atlas[table]
        themes |= dict(zip(frame[BY_NAME[table].id_column], frame["themes"], strict=True))
    for table, column in (("agreements", "event_id"), ("routes", "project_id")):
        frame = atlas[table]
        ids = zip(frame[BY_NAME[table].id_column], frame[column], strict=True)
        themes |= {record_id: themes.get(owner, ()) for record_id, owner in ids}
    checks = zip(atlas["checks"]["check_id"], atlas["checks"]["about"], strict=True)
    for check_id, about in checks:
        found = [theme for record_id in about for theme in themes.get(record_id, ())]
        themes[check_id] = tuple(dict.fromkeys(found))
    return themes


def lost_records(dataset: Dataset) -> list[Fault]:
    """Records of the edition before that are gone without a record that takes their place: links to them
    would lead nowhere.
    """
    before = next(iter(days_of(dataset)), "")
    lost = [change for change in changes_since(dataset, before) if change.kind == REMOVED] if before else []
    return [
        Fault(
            "aliases.csv",
            0,
            "former_id",
            f"a record of edition {before} is gone",
            change.record_id,
            "the record itself, or a row that names the record in its place",
        )
        for change in lost
        if not change.successor
    ]


def moved_between(dataset: Dataset, since: str, version: str) -> Moved:
    """The cells of two editions on which the changes from one to the other rest."""
    return _both(dataset, since, version)[1]


def _compared(dataset: Dataset, since: str, version: str) -> tuple[Change, ...]:
    return _both(dataset, since, version)[0]


def _both(dataset: Dataset, since: str, version: str) -> tuple[tuple[Change, ...], Moved]:
    """The changes and their cells: while both editions are at hand, these cost little more."""
    both: tuple[tuple[Change, ...], Moved] = dataset.figures.answer(
        ("changes", since, version), lambda: _compare(_pair(dataset, since, version))
    )
    return both


def _compare(pair: Pair) -> tuple[tuple[Change, ...], Moved]:
    changes = ask.changes_of(pair)
    return changes, moved(changes, pair)


def _pair(dataset: Dataset, since: str, version: str) -> Pair:
    before, after = compared(_files(dataset, since), _files(dataset, version))
    between = [
        edition
        for edition in {*days_of(dataset), dataset.atlas.version}
        if order_of(since) < order_of(edition) <= order_of(version)
    ]
    corrections = dataset.atlas["corrections"].to_dict("records")
    return Pair(before, after, ask.made_between(corrections, between))


def _files(dataset: Dataset, version: str) -> Files:
    editions = dataset.atlas.editions
    return editions.working if version == dataset.atlas.version else editions.by_version[version].files
