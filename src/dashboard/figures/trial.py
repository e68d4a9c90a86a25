"""A trial of new tables: every figure is built from them once, before any reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dashboard.figures.dataset import Dataset
from dashboard.figures.find import RESULTS
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.figures.record import figures_of_record
from dashboard.figures.rendered import render
from dashboard.figures.spec import RECORD, SEARCH, FigureSpec
from dashboard.figures.tour_step import astray
from dashboard.figures.verify import STATEMENTS
from dashboard.model.fault import Fault


def trial_faults(dataset: Dataset, figures: Iterable[FigureSpec] | None = None) -> list[Fault]:
    """One fault for each figure that cannot be built as a reader without a choice of their own asks for it;
    without `figures`, all of the data set are tried.

    Figures of a record are built for the first record of each table, the results of a search for its title,
    which is also checked as a paragraph; so no reader waits for what is made of the data once.
    """
    faults = list(astray(dataset)) if figures is None else []
    tried = figures_in(dataset) if figures is None else {spec.figure_id: spec for spec in figures}
    for question in questions(dataset, tried):
        try:
            dict(render(question.answer(), dataset).spec)  # a chart is drawn when its specification is read
        except Exception as error:  # whatever a builder raises, readers keep the last good version
            faults.append(_fault(question, error))
    return faults


def questions(dataset: Dataset, figures: Mapping[str, FigureSpec]) -> Iterator[Question]:
    """All that is asked in a trial."""
    for spec in figures.values():
        yield Question(spec, dataset)
    for record_id, title in _first_records(dataset):
        options = {RECORD: (record_id,), SEARCH: (title,)}
        for spec in (RESULTS, STATEMENTS, *figures_of_record(dataset, record_id)):
            yield Question(figures[spec.figure_id], dataset, options=options, text=title)


def _first_records(dataset: Dataset) -> list[tuple[str, str]]:
    """The id and the title of one record of each table."""
    first = dataset.index.drop_duplicates("table")
    return list(zip(first["record_id"], first["title"], strict=True))


def _fault(question: Question, error: Exception) -> Fault:
    values = [value for values in question.chosen_options.values() for value in values]
    of_record = (
        f" of {values[0]}" if question.spec.options[:1] in ((RECORD,), (SEARCH,)) and values[0] else ""
    )
    found = f"{type(error).__name__}: {error}"
    problem = f"the figure{of_record} cannot be built from these tables"
    return Fault(question.spec.figure_id, 0, "", problem, found, "tables from which every page can be built")
