"""Which parameters a link to a page may have, and what to say of other names, of more values than fit and of
values that are too long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from dashboard.figures.address import Parameters
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import HOME, PAGES
from dashboard.figures.spec import FigureSpec, PageSpec
from dashboard.model.selection import (
    COUNTRY,
    EDITION,
    EMBED,
    FIGURE,
    KIND,
    LONGEST,
    MARK,
    PAPER,
    RECORD,
    SEARCH,
    STEP,
    THEME,
    TOUR,
    YEARS,
    LinkProblem,
    refused,
    shown,
)

_EVERYWHERE = (THEME, YEARS, KIND, COUNTRY, RECORD, EDITION, PAPER, EMBED, FIGURE, TOUR, STEP)
_SINGLE = (SEARCH, RECORD, MARK, FIGURE, EDITION, TOUR, STEP)
# What other sites hang on to an address to count their own readers: it asks nothing of the Atlas, and whoever
# followed the link did not write it.
_COUNTING = re.compile("utm_[a-z_]+|(fb|g|d|ms|tw|y)clk?id|[gw]braid|mc_[ce]id|igshid")


def misread(page: PageSpec, params: Parameters, dataset: Dataset) -> tuple[LinkProblem, ...]:
    """What a link asks for that the page does not take: unknown names, a second value where there is one, a
    value too long.
    """
    return tuple(_problems(page, params, dataset))


def taken(page: PageSpec, params: Parameters, dataset: Dataset) -> dict[str, list[str]]:
    """The parameters of a link that the page takes, without values that are too long."""
    short = {
        name: [value for value in params[name] if len(value) <= LONGEST]
        for name in _names(page, dataset)
        if name in params
    }
    return {name: values for name, values in short.items() if values}


def homes(figure: FigureSpec, dataset: Dataset) -> tuple[PageSpec, ...]:
    """The pages on which a figure stands, in the order of the menu."""
    return tuple(page for page in PAGES if figure in page.figures_in(dataset))


def _problems(page: PageSpec, params: Parameters, dataset: Dataset) -> Iterator[LinkProblem]:
    known = _names(page, dataset)
    for name, values in params.items():
        if name not in known and not _COUNTING.fullmatch(name):
            yield LinkProblem("the parameter", refused(name, known), _meant(name, known, dataset))
        elif name in _SINGLE and len(values) > 1:
            yield LinkProblem(
                f"{name} by more than one value",
                shown(", ".join(values)),
                "one is possible, so the last is taken",
            )
        yield from _too_long(name, values if name in known else ())


def _too_long(name: str, values: Iterable[str]) -> Iterator[LinkProblem]:
    for value in values:
        if len(value) > LONGEST:
            yield LinkProblem(
                name, shown(value), f"a value has at most {LONGEST} characters, this one has {len(value):,}"
            )


def _meant(name: str, known: Iterable[str], dataset: Dataset) -> str:
    """What would be right in place of an unknown name."""
    other = [page.title for page in PAGES if name in _options(page, dataset)]
    if other:
        return f"it belongs to the page {other[0]}"
    near = get_close_matches(name[:LONGEST].lower(), list(known), n=1)
    return f"perhaps {near[0]} is meant" if near else f"there are {', '.join(known)}"


def _names(page: PageSpec, dataset: Dataset) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*_EVERYWHERE, *_options(page, dataset))))


def _options(page: PageSpec, dataset: Dataset) -> list[str]:
    """The options that a page asks, and a mark where its figures have such; the first page shows the figures
    of others, each at its default.
    """
    if page is HOME:
        return []
    figures = page.figures_in(dataset)
    named = [MARK for figure in figures if figure.glance]
    return [*(option.name for figure in figures for option in figure.options), *named]
