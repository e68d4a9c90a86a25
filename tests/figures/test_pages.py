"""The declaration of pages and figures: whole, without contradiction, and kept by every figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.figures.changes import SINCE
from dashboard.figures.compare import NUMBER
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, HOME, MENU, PAGES, figures_in, path_of
from dashboard.figures.question import Options, Question
from dashboard.figures.rendered import render
from dashboard.figures.spec import (
    COUNTRIES,
    KINDS,
    LAST_YEAR,
    RECORD,
    SEARCH,
    THEMES,
    YEARS,
    FigureSpec,
    Option,
)
from dashboard.model.figure import Figure
from dashboard.model.selection import Selection
from dashboard.model.vocabulary import VOCABULARIES

WHOLE = Selection((), (), 1947, 2026)
# For each part of a choice, choices that differ from the whole in that part alone.
DIFFERING: dict[str, tuple[dict[str, object], ...]] = {
    THEMES: tuple({"themes": (theme,)} for theme in ("energy", "trade", "defence", "diplomacy")),
    KINDS: tuple({"kinds": (kind,)} for kind in VOCABULARIES["source kind"]),
    COUNTRIES: tuple({"countries": (code,)} for code in ("PAK", "RUS", "IND")),
    "first year": ({"first_year": 1992}, {"first_year": 2026}),
    "last year": ({"last_year": 1991}, {"last_year": 1948}),
}
# Which of them may change a figure that follows a part. What is newest does not follow from where the years
# begin.
MAY_CHANGE = {
    THEMES: {THEMES},
    KINDS: {KINDS},
    COUNTRIES: {COUNTRIES},
    YEARS: {"first year", "last year"},
    LAST_YEAR: {"last year"},
}
# Values of the options whose values are not a few choices.
TEXTS = {
    SEARCH.name: ("pipeline", "talks"),
    "results": ("1", "2"),
    "compare": ("", "1965-1971,2014-2021"),
    "number": ("events-1", "events-2"),
    "find": ("", "moscow"),
    "words": ("", "afghanistan"),
    "part": ("1", "2"),
    "queue": ("1", "2"),
}


@pytest.fixture(scope="module")
def dataset(real: Dataset) -> Dataset:
    """The real data."""
    return real


Filling = dict[str, list[str]]


def values_of(option: Option, spec: FigureSpec, dataset: Dataset, filling: Filling) -> list[str]:
    if option is RECORD:
        return filling[spec.figure_id]
    return list(TEXTS.get(option.name, option.choices_in(dataset)))


def shown(
    dataset: Dataset, spec: FigureSpec, selection: Selection = WHOLE, options: Options | None = None
) -> object:
    """All that a reader sees of a figure and takes from it."""
    figure = Question(spec, dataset, selection, options).answer()
    html = render(figure, dataset)
    if not isinstance(figure, Figure):
        return str(html.before)
    return str(html.before), str(html.after), figure.rows.to_csv(), figure.message, repr(figure.drawing)


def filled(spec: FigureSpec, filling: Filling) -> list[Options]:
    """Options under which the figure has something to show."""
    if NUMBER in spec.options:
        return [{NUMBER: ("events-1",)}]
    if SINCE in spec.options:
        # Since the oldest edition most has changed; since the newest perhaps nothing yet.
        return [{SINCE: ("0.1.0",)}]
    if SEARCH in spec.options:
        return [{SEARCH: ("pipeline",)}, {SEARCH: ("disarmament",)}]
    if spec.options != (RECORD,):
        return [{}]
    return [{RECORD: (record_id,)} for record_id in filling[spec.figure_id]]


def test_names_and_ids_are_single_and_the_first_page_has_no_path(dataset: Dataset) -> None:
    assert len(BY_NAME) == len(PAGES)
    specs = {spec for page in PAGES for spec in page.figures_in(dataset)}
    assert len({spec.figure_id for spec in specs}) == len(specs)
    assert path_of(HOME.name) == ""
    assert path_of("trade") == "trade"


def test_every_section_of_the_menu_has_a_page_to_choose() -> None:
    for section, pages in MENU.items():
        assert any(page.listed for page in pages), section


def test_an_option_changes_its_figure(dataset: Dataset, filling: Filling, figure_id: str) -> None:
    spec = figures_in(dataset)[figure_id]
    given = filled(spec, filling)[0]
    for option in spec.options:
        values = values_of(option, spec, dataset, filling)
        answers = (shown(dataset, spec, WHOLE, {**given, option: (value,)}) for value in values)
        first = next(answers)
        if option.choices is None:
            assert any(answer != first for answer in answers), f"{option.name} changes nothing"
        else:
            distinct = {first, *answers}
            assert len(distinct) == len(values), f"two values of {option.name} show the same"


def test_a_filter_that_a_figure_follows_changes_it_and_no_other_does(
    dataset: Dataset, filling: Filling, figure_id: str
) -> None:
    spec = figures_in(dataset)[figure_id]
    given = filled(spec, filling)
    before = [shown(dataset, spec, WHOLE, options) for options in given]

    def changes(**parts: object) -> bool:
        narrowed = replace(WHOLE, **parts)
        return any(
            shown(dataset, spec, narrowed, options) != whole
            for options, whole in zip(given, before, strict=True)
        )

    followed = set().union(*(MAY_CHANGE[part] for part in spec.follows))
    still = {name for name in followed if not any(changes(**parts) for parts in DIFFERING[name])}
    assert still <= {"first year"}
    # All others at once: what none of them changes, no single one does.
    for place in (0, 1):
        others = [DIFFERING[name][place] for name in DIFFERING if name not in followed]
        assert not changes(**{name: value for parts in others for name, value in parts.items()})


def test_every_page_stands_in_the_menu_but_that_of_a_record_which_links_lead_to() -> None:
    assert [page.name for page in PAGES if not page.listed] == ["record"]
    assert [page.name for page in PAGES if page.of_record] == ["record"]
