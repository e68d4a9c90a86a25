"""The menu by section, every page, and every figure by its id: a new page is one more line here."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.figures import (
    agreements,
    arguments,
    changes,
    checks,
    compare,
    context,
    data,
    find,
    method,
    overview,
    people,
    record,
    series,
    sources,
    timeline,
    tours,
    trade,
    verify,
    votes,
)
from dashboard.figures import map as map_figures
from dashboard.figures.dataset import Dataset
from dashboard.figures.spec import RECORD, FigureSpec, PageSpec
from dashboard.model.subject import Subject

# The sections of the menu, and in each its pages; what is not listed is reached by links only.
MENU: Mapping[str, tuple[PageSpec, ...]] = {
    "The story": (
        overview.PAGE,
        tours.PAGE,
        find.PAGE,
        timeline.PAGE,
        map_figures.PAGE,
        compare.PAGE,
    ),
    "The numbers": (trade.PAGE, votes.PAGE, context.PAGE),
    "The documents": (arguments.PAGE, checks.PAGE, verify.PAGE, sources.PAGE),
    "The record": (agreements.PAGE, people.PAGE, series.PAGE, data.PAGE),
    "About": (method.PAGE, changes.PAGE, record.PAGE),
}
PAGES: tuple[PageSpec, ...] = tuple(page for pages in MENU.values() for page in pages)

BY_NAME: Mapping[str, PageSpec] = {page.name: page for page in PAGES}
HOME = PAGES[0]

# Figures that the data name are not among these.
FIGURES: Mapping[str, FigureSpec] = {spec.figure_id: spec for page in PAGES for spec in page.figures}


def figures_in(dataset: Dataset) -> dict[str, FigureSpec]:
    """Every figure of one data set by its id, those that the data name too."""
    return {
        **FIGURES,
        **{spec.figure_id: spec for page in PAGES for spec in page.of_data(dataset)},
    }


def followed_on(page: PageSpec, dataset: Dataset) -> frozenset[str]:
    """The filters that at least one figure of a page obeys."""
    return frozenset().union(*(spec.follows for spec in page.figures_in(dataset)))


def example(page: PageSpec, subject: Subject) -> dict[str, list[str]]:
    """The parameters of the link under which a page is pictured and measured."""
    record = {RECORD.name: subject.example_record} if page.of_record and subject.example_record else {}
    return {name: [value] for name, value in {**page.example, **record}.items()}


def path_of(page: str) -> str:
    """The path of a page: the first has none."""
    return "" if page == HOME.name else page
