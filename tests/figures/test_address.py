"""The address of a figure is the address a reader can send: app, page, choice and figure, and nothing else."""

from __future__ import annotations

import pytest

from dashboard.figures.address import Context, base_of, choice_in_words
from dashboard.figures.registry import Asked
from dashboard.model.selection import FIRST_YEAR, Selection

WHOLE = Selection((), (), FIRST_YEAR, 2026)


@pytest.mark.parametrize(
    ("url", "page", "base"),
    [
        ("https://host/trade", "trade", "https://host/"),
        ("https://host/", "overview", "https://host/"),
        ("https://host/atlas/trade/", "trade", "https://host/atlas/"),
        ("https://host/atlas", "overview", "https://host/atlas/"),
        (None, "trade", ""),
    ],
)
def test_the_address_of_the_app_is_that_of_the_page_without_its_name(url: str | None, page: str, base: str) -> None:
    assert base_of(url, page) == base


def test_a_figure_is_reached_by_page_choice_and_anchor() -> None:
    context = Context("trade", "", {"theme": ["trade", "energy"]}, "https://host/")
    assert context.address("trade-lines") == "https://host/trade?theme=trade&theme=energy#trade-lines"
    assert context.embedding("trade-lines") == "https://host/trade?theme=trade&theme=energy&embed=true&figure=trade-lines"
    assert context.record("druzhba-2016") == "https://host/record?id=druzhba-2016"


def test_the_first_page_has_no_name_in_its_address() -> None:
    assert Context("overview", "", {}, "https://host/").address("timeline-strip") == "https://host/#timeline-strip"
    assert Context("overview", "", {"kind": ["news"]}, "https://host/").address() == "https://host/?kind=news"


def test_where_the_address_of_the_app_is_not_known_a_link_is_relative() -> None:
    assert Context("trade", "", {}).address("trade-lines") == "trade#trade-lines"


def test_the_choice_is_told_in_a_sentence() -> None:
    assert choice_in_words(WHOLE, 2026, {}) == "All themes; all years (1947–2026); all kinds of source"
    narrow = Selection(("defence", "energy"), ("news",), 2014, 2014)
    assert choice_in_words(narrow, 2026, {"direction": "to-russia"}) == "Defence and energy; 2014; only with a source of kind news; direction: to russia"


def test_the_values_of_a_choice_hold_the_options_that_the_link_leaves_out() -> None:
    context = Context("trade", "", {"theme": ["trade"]}, "", Asked(WHOLE, "light", (("direction", "total"), ("scale", ""))))
    assert context.values == {"direction": ["total"], "theme": ["trade"]}
