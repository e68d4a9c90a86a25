"""The order of a long table: as asked, those without a value last, and said in the header."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import Cell, Grid
from dashboard.views import tables
from dashboard.views.order import Order, choices, header, ordered

ROWS = pd.DataFrame(
    {"name": ["b", "A", "c", "a"], "when": ["2017", "", "2016-05", "2017"], "number": [2, 9, 10, 2]}
)
OLDEST = Order("Oldest first", "when", "Published")
MOST = Order("Most first", "number", "Records", ascending=False)


def names(order: Order) -> str:
    return "".join(ordered(ROWS, order)["name"])


def test_rows_stand_as_asked_those_without_a_value_last_and_equals_as_they_were() -> None:
    assert names(OLDEST) == "cbaA"
    assert names(Order("Newest first", "when", "Published", ascending=False)) == "bacA"
    assert names(MOST) == "cAba"
    assert names(Order("By name", "name", "Name")) == "Aabc"
    assert names(Order("As they are")) == "bAca"


def test_the_header_that_gives_the_order_says_so_to_a_screen_reader_and_no_other_does() -> None:
    for order, said in ((OLDEST, "ascending"), (MOST, "descending"), (Order("As they are"), "")):
        head = header(("Source", "Published", "Records"), order)
        row = (Cell("one", "x"), Cell("2017"), Cell("2"))
        html = tables.grid(Grid(head, (row,)), {}, "Sources")
        assert head == ("Source", "Published", "Records")
        assert html.count("aria-sort") == bool(said)
        if said:
            assert f'aria-sort="{said}" class="atlas-number">{order.header}</th>' in html


def test_the_choices_are_the_orders_in_words() -> None:
    assert choices({"old": OLDEST, "most": MOST}) == {"old": "Oldest first", "most": "Most first"}
