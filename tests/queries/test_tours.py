"""Tours by name, and their steps in the order of their numbers."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.tours import names, steps

TOURS = pd.DataFrame(
    {
        "tour": ["river", "river", "border", "river"],
        "title": ["The river", "The river", "The border", "The river"],
        "step": [3, 1, 1, 2],
        "page": ["map", "record", "votes", "trade"],
    }
)


def test_each_tour_has_one_title_in_the_order_of_the_table() -> None:
    assert list(names(TOURS).items()) == [("river", "The river"), ("border", "The border")]


def test_steps_stand_in_their_order_whatever_that_of_the_table() -> None:
    assert list(steps(TOURS, "river")["page"]) == ["record", "trade", "map"]
    assert list(steps(TOURS, "river").index) == [0, 1, 2]
    assert steps(TOURS, "sea").empty
