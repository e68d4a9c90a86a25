"""A step of a guided tour as a view: its page, its parameters, its sentence; and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from dashboard.figures import parameters
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, HOME
from dashboard.model.fault import Fault
from dashboard.model.selection import KIND, RECORD, STEP, THEME, TOUR, YEARS, read_selection
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import tours as ask


@dataclass(frozen=True)
class Step:
    """One view of a tour: its number from 1, of how many."""

    tour: str
    title: str
    number: int
    of: int
    page: str
    sentence: str
    query: Mapping[str, list[str]]

    @property
    def params(self) -> dict[str, list[str]]:
        """The parameters of the view as a part of the tour."""
        return {**self.query, TOUR: [self.tour], STEP: [str(self.number)]}


def step_of(dataset: Dataset, tour: str, number: str) -> Step | None:
    """A step by the words of a link; None if there is no such step."""
    steps = steps_of(dataset, tour)
    known = {str(step.number): step for step in steps}
    return known.get(number)


def steps_of(dataset: Dataset, tour: str) -> list[Step]:
    """The steps of a tour in order; none for a name that there is not."""
    rows = ask.steps(dataset.atlas["tours"], tour)
    return [
        Step(tour, row.title, int(row.step), len(rows), row.page, row.sentence, parse_qs(row.query))
        for row in rows.itertuples()
    ]


def astray(dataset: Dataset) -> Iterator[Fault]:
    """Every step whose page there is not, or whose page does not take what the step chooses."""
    for tour in ask.names(dataset.atlas["tours"]):
        for step in steps_of(dataset, tour):
            found = _wrong(step, dataset)
            if found:
                expected = "a page with parameters that it takes"
                problem = f"step {step.number} of {tour} leads to no view"
                yield Fault("tours.csv", 0, "query", problem, found, expected)


def _wrong(step: Step, dataset: Dataset) -> str:
    if step.page not in BY_NAME or step.page == HOME.name:
        return f"page {step.page}"
    themes = list(dataset.atlas["themes"]["theme_id"])
    filters = {name: step.query.get(name, []) for name in (THEME, YEARS, KIND)}
    _, problems = read_selection(filters, themes, list(VOCABULARIES["source kind"]), dataset.atlas.span)
    page = BY_NAME[step.page]
    options = {option for figure in page.figures_in(dataset) for option in figure.options}
    unread = [
        problem
        for option in options
        if option.name in step.query and option.name != RECORD
        for problem in option.read(step.query[option.name], dataset)[1]
    ]
    unknown = [record for record in step.query.get(RECORD, []) if record not in dataset.titles]
    found = [*map(str, (*problems, *unread, *parameters.misread(page, step.query, dataset))), *unknown]
    return "; ".join(found)
