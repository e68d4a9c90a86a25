"""A link is told what the page does not take of it: names, second values, values too long."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, FIGURES, figures_in
from dashboard.figures.parameters import homes, misread, taken
from dashboard.model.selection import LONGEST


@pytest.fixture(scope="module")
def dataset(atlas: Atlas) -> Dataset:
    return Dataset(atlas)


@pytest.mark.parametrize(
    ("page", "params", "told"),
    [
        (
            "timeline",
            {"themes": ["energy"]},
            "The link asks for the parameter “themes”; perhaps theme is meant.",
        ),
        ("timeline", {"year": ["2014"]}, "The link asks for the parameter “year”; perhaps years is meant."),
        (
            "timeline",
            {"direction": ["total"]},
            "The link asks for the parameter “direction”; it belongs to the page Trade.",
        ),
        ("trade", {"flow": ["x"]}, "The link asks for the parameter “flow”; it belongs to the page Context."),
        (
            "overview",
            {"direction": ["total"]},
            "The link asks for the parameter “direction”; it belongs to the page Trade.",
        ),
        (
            "data",
            {"id": ["a", "b"]},
            "The link asks for id by more than one value “a, b”; one is possible, so the last is taken.",
        ),
        (
            "trade",
            {"direction": ["x" * 6000]},
            f"The link asks for direction “{'x' * 59}…”; a value has at most 100 characters, "
            "this one has 6,000.",
        ),
    ],
)
def test_what_a_page_does_not_take_is_named_with_what_would_be_right(
    dataset: Dataset, page: str, params: dict[str, list[str]], told: str
) -> None:
    assert [str(problem) for problem in misread(BY_NAME[page], params, dataset)] == [told]


@pytest.mark.parametrize(
    "name", ["utm_source", "utm_campaign", "fbclid", "gclid", "msclkid", "wbraid", "mc_eid"]
)
def test_what_other_sites_hang_on_to_a_link_is_passed_over(dataset: Dataset, name: str) -> None:
    params = {name: ["x" * 6000, "y"], "theme": ["energy"]}
    assert misread(BY_NAME["timeline"], params, dataset) == ()
    assert taken(BY_NAME["timeline"], params, dataset) == {"theme": ["energy"]}


@pytest.mark.parametrize("name", ["utm", "utm_", "xutm_source", "clid", "fbclid2"])
def test_what_only_looks_so_is_named(dataset: Dataset, name: str) -> None:
    assert [problem.found for problem in misread(BY_NAME["timeline"], {name: ["x"]}, dataset)] == [name]


def test_a_name_like_no_other_is_answered_with_all_names(dataset: Dataset) -> None:
    (problem,) = misread(BY_NAME["timeline"], {"zzz\ufdd0": ["1"]}, dataset)
    assert problem.found == "zzz"
    assert problem.expected.startswith("there are theme, years, kind, country, id")


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "overview"])
def test_every_option_of_a_page_and_every_filter_is_taken_without_a_word(dataset: Dataset, name: str) -> None:
    page = BY_NAME[name]
    names = [option.name for figure in page.figures_in(dataset) for option in figure.options]
    params = {
        name: ["a"]
        for name in (*names, "theme", "years", "kind", "country", "id", "edition", "paper", "figure", "embed")
    }
    assert misread(page, params, dataset) == ()
    assert taken(page, params, dataset) == params


def test_the_link_to_the_page_repeats_neither_unknown_names_nor_endless_values(dataset: Dataset) -> None:
    link = {
        "themes": ["energy"],
        "theme": ["energy", "x" * 101],
        "direction": ["x" * 6000],
        "years": ["2014", "2021"],
    }
    assert taken(BY_NAME["trade"], link, dataset) == {"theme": ["energy"], "years": ["2014", "2021"]}


def test_no_id_and_no_choice_of_the_atlas_is_too_long_for_a_link(atlas: Atlas, dataset: Dataset) -> None:
    options = {option for figure in figures_in(dataset).values() for option in figure.options}
    values = [value for option in options for value in option.choices_in(dataset)]
    assert max(map(len, (*values, *dataset.titles, *atlas["aliases"]["former_id"]))) <= LONGEST


def test_a_figure_has_the_pages_that_show_it(dataset: Dataset) -> None:
    assert [page.name for page in homes(FIGURES["trade-mirror"], dataset)] == ["trade"]
    assert [page.name for page in homes(FIGURES["search-results"], dataset)] == ["find"]
