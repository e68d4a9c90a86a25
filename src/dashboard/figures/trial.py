"""A trial of new tables: every figure is built from them once, before any reader sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Builder
from dashboard.figures.registry import FIGURES, Asked, figures_of_record
from dashboard.figures.rendered import render
from dashboard.model.fault import Fault
from dashboard.model.selection import FIRST_YEAR, Selection

Question = tuple[str, tuple[tuple[str, str], ...]]
"""A figure and the options with which it is asked for."""


def trial_faults(dataset: Dataset, figures: Mapping[str, Builder] = FIGURES) -> list[Fault]:
    """One fault for each figure that cannot be built as a reader without a choice of their own asks for it.

    Figures of a record are built for the first record of each table, the results of a search for its title.
    """
    chosen = Selection((), (), FIRST_YEAR, dataset.atlas.horizon)
    faults = []
    for figure_id, options in _questions(dataset, figures):
        try:
            render(figures[figure_id](dataset, Asked(chosen, "light", options)), dataset)
        except Exception as error:  # whatever a builder raises, readers keep the last good version
            faults.append(_fault(figure_id, options, error))
    return faults


def _questions(dataset: Dataset, figures: Mapping[str, Builder]) -> Iterator[Question]:
    yield from ((figure_id, ()) for figure_id in figures)
    for record_id, title in _first_records(dataset):
        yield "search-results", (("query", title),)
        for figure_id in figures_of_record(dataset, record_id):
            yield figure_id, (("record", record_id),)


def _first_records(dataset: Dataset) -> list[tuple[str, str]]:
    """The id and the title of one record of each table."""
    first = dataset.index.drop_duplicates("table")
    return list(zip(first["record_id"], first["title"], strict=True))


def _fault(figure_id: str, options: tuple[tuple[str, str], ...], error: Exception) -> Fault:
    of_record = "".join(f" of {value}" for _, value in options)
    found = f"{type(error).__name__}: {error}"
    return Fault(figure_id, 0, "", f"the figure{of_record} cannot be built from these tables", found, "tables from which every page can be built")
