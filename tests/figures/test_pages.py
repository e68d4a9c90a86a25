"""The declaration of pages and figures: whole, without contradiction, and kept by every figure."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.compare import NUMBER
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, HOME, PAGES, figures_in, path_of
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
# Choices that differ from the whole in one filter alone; of the years once in the first and once in the last.
DIFFERING = {
    THEMES: [Selection((theme,), (), 1947, 2026) for theme in ("energy", "trade", "defence", "diplomacy")],
    KINDS: [Selection((), (kind,), 1947, 2026) for kind in VOCABULARIES["source kind"]],
    COUNTRIES: [Selection((), (), 1947, 2026, (code,)) for code in ("PAK", "RUS", "IND")],
    "first year": [Selection((), (), 1992, 2026), Selection((), (), 2026, 2026)],
    "last year": [Selection((), (), 1947, 1991), Selection((), (), 1947, 1948)],
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
}


@pytest.fixture(scope="module")
def dataset(atlas: Atlas) -> Dataset:
    """The real data."""
    return Dataset(atlas)


def values_of(option: Option, dataset: Dataset) -> list[str]:
    if option is RECORD:
        drawn = list(dataset.atlas["routes"]["project_id"].unique()[:3])
        tables = ("projects", "indicators", "events", "places", "sources", "series")
        return [*drawn, *(record_id for table in tables for record_id in dataset.atlas[table].iloc[:6, 0])]
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


def filled(spec: FigureSpec, dataset: Dataset) -> list[Options]:
    """Options under which the figure has something to show."""
    if NUMBER in spec.options:
        return [{NUMBER: ("events-1",)}]
    if SEARCH in spec.options:
        return [{SEARCH: ("pipeline",)}]
    if spec.options != (RECORD,):
        return [{}]
    tried: list[Options] = [{RECORD: (value,)} for value in values_of(RECORD, dataset)]
    found = [
        options for options in tried if isinstance(Question(spec, dataset, WHOLE, options).answer(), Figure)
    ]
    if not found:
        pytest.skip("the data hold nothing for it")
    return found


def test_names_and_ids_are_single_and_the_first_page_has_no_path(dataset: Dataset) -> None:
    assert len(BY_NAME) == len(PAGES)
    specs = {spec for page in PAGES for spec in page.figures_in(dataset)}
    assert len({spec.figure_id for spec in specs}) == len(specs)
    assert path_of(HOME.name) == ""
    assert path_of("trade") == "trade"


def test_pages_of_one_section_stand_together_in_the_menu() -> None:
    sections = [page.section for page in PAGES]
    runs = [section for place, section in enumerate(sections) if sections[place - 1 : place] != [section]]
    assert len(runs) == len(set(runs))


def test_an_option_changes_its_figure(dataset: Dataset, figure_id: str) -> None:
    spec = figures_in(dataset)[figure_id]
    given = filled(spec, dataset)[0]
    for option in spec.options:
        answers = (
            shown(dataset, spec, WHOLE, {**given, option: (value,)}) for value in values_of(option, dataset)
        )
        first = next(answers)
        if option.choices is None:
            assert any(answer != first for answer in answers), f"{option.name} changes nothing"
        else:
            distinct = {first, *answers}
            assert len(distinct) == len(values_of(option, dataset)), (
                f"two values of {option.name} show the same"
            )


def test_a_filter_that_a_figure_follows_changes_it_and_no_other_does(
    dataset: Dataset, figure_id: str
) -> None:
    spec = figures_in(dataset)[figure_id]
    may_change = set().union(*(MAY_CHANGE[part] for part in spec.follows))
    changing: set[str] = set()
    for given in filled(spec, dataset):
        before = shown(dataset, spec, WHOLE, given)
        for name, selections in DIFFERING.items():
            if any(shown(dataset, spec, selection, given) != before for selection in selections):
                changing.add(name)
    assert changing <= may_change
    assert may_change - changing <= {"first year"}
