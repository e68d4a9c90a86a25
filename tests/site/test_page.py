"""The pages of the menu: where each figure is at home, and the ways into parts of the record."""

from __future__ import annotations

import re

import pytest

from dashboard.figures.pages import BY_NAME
from dashboard.site.page import figures_of, head_of, pages_of
from dashboard.site.publication import SHOWN, Publication


def test_a_figure_of_several_pages_is_at_home_on_the_first_of_them(publication: Publication) -> None:
    homes = {spec.figure_id: page.name for spec, page in figures_of(SHOWN, publication)}
    assert homes["map-routes"] == "overview"
    assert homes["map-table"] == "map"
    for page in SHOWN:
        assert {spec.figure_id for spec in page.figures_in(publication.dataset)} <= homes.keys()


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("timeline", {"theme/energy.html", "decade/2010s.html", "era/quiet-years.html"}),
        ("overview", {"theme/energy.html", "decade/2010s.html", "era/quiet-years.html"}),
        ("votes", {"votes/1.html"}),
        ("series", set()),
    ],
)
def test_parts_of_the_record_are_entered_where_a_reader_looks_for_them(
    publication: Publication, name: str, ways: set[str]
) -> None:
    ((_, content),) = pages_of(BY_NAME[name], publication)
    found = set(re.findall(r'href="((?:theme|decade|era|votes)/[^"]*)"', content.decode("utf-8")))
    assert ways <= found
    assert bool(found) == bool(ways)


@pytest.mark.parametrize(
    ("name", "title", "description", "kinds"),
    [
        ("overview", "A small Atlas", "What happened between two neighbours, and who says so.", ["Dataset"]),
        (
            "data",
            "Data",
            "May I have it? What happened between two neighbours, and who says so.",
            ["Dataset", "BreadcrumbList"],
        ),
        (
            "trade",
            "Trade",
            "How much, by whose count? What happened between two neighbours, and who says so.",
            ["BreadcrumbList"],
        ),
    ],
)
def test_a_page_says_its_question_and_the_first_and_the_data_page_that_the_whole_is_a_data_set(
    publication: Publication, name: str, title: str, description: str, kinds: list[str]
) -> None:
    head = head_of(BY_NAME[name], publication, publication.page(name))
    assert (head.title, head.description, head.kind) == (title, description, "Collection")
    assert [part["@type"] for part in head.linked] == kinds
    assert head.address == publication.address(publication.page(name))
