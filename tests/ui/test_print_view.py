"""A page for paper leads back to the page for the screen, and lists its sources by the alphabet."""

from __future__ import annotations

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from dashboard.figures.dataset import Dataset
from dashboard.ui.print_view import _references

Open = Callable[..., AppTest]


def words_of(app: AppTest) -> str:
    return " ".join(str(html.proto.body) for html in app.get("html"))


def test_the_way_to_paper_and_the_way_back_keep_the_choice(open_small: Open) -> None:
    screen = words_of(open_small("timeline", years=["2015", "2016"]))
    assert re.findall(r'href="([^"]*)"[^>]*>Print version', screen) == [
        "timeline?years=2015&amp;years=2016&amp;paper=true"
    ]
    paper = words_of(open_small("timeline", years=["2015", "2016"], paper=["true"]))
    assert re.findall(r'href="([^"]*)"[^>]*>Back to the page for the screen', paper) == [
        "timeline?years=2015&amp;years=2016"
    ]


def test_references_stand_in_the_order_of_the_alphabet_whatever_their_capitals(
    small_dataset: Dataset,
) -> None:
    sources = small_dataset.atlas["sources"]
    named = sources.assign(author="", title=["the b", "An a", "Of d", "on c", "zero"])
    firsts = [reference.split(" (")[0].split(".")[0] for reference in _references(named)]
    assert firsts == sorted(firsts, key=str.casefold)
    assert firsts[0] == "An a"
