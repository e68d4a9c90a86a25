"""The queue of work comes in parts of twenty-five, and each row leads to its record."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.views.health import queue

DEBTS = {"one-origin": "one origin", "coarse-date": "date no finer than a year"}
FOUND = pd.DataFrame(
    {
        "record_id": [f"e{number}" for number in range(60)],
        "table": "events",
        "weight": 3,
        "debts": [("one-origin", "coarse-date")] * 10 + [("one-origin",)] * 50,
        "score": [6] * 10 + [3] * 50,
    }
)
TITLES = {f"e{number}": f"Event {number}" for number in range(60)}


def grid(part: int) -> tuple[Figure, Grid]:
    figure = queue(FOUND, TITLES, DEBTS, part)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return figure, figure.drawing


def test_a_part_has_twenty_five_records_and_the_last_the_rest() -> None:
    assert [len(grid(part)[1].rows) for part in (1, 2, 3)] == [25, 25, 10]
    assert grid(3)[0].title == "Where work would help most: records 51–60 of 60 that owe something"
    assert grid(99)[0].title == grid(3)[0].title, "a part beyond the end is the last"
    assert grid(0)[0].title == grid(1)[0].title


def test_each_row_leads_to_its_record_and_says_what_it_owes_and_how_it_counts() -> None:
    first, eleventh = grid(1)[1].rows[0], grid(1)[1].rows[10]
    assert (first[0].text, first[0].record_id) == ("Event 0", "e0")
    assert [cell.text for cell in first[1:]] == [
        "Event",
        "one origin; date no finer than a year",
        "3 × 2 = 6",
    ]
    assert [cell.text for cell in eleventh[1:]] == ["Event", "one origin", "3 × 1 = 3"]


def test_the_ways_lead_to_the_other_parts_and_the_present_one_leads_nowhere() -> None:
    (ways,) = grid(2)[1].further
    assert [(cell.text, cell.params) for cell in ways.cells] == [
        ("1", (("queue", "1"),)),
        ("2", ()),
        ("3", (("queue", "3"),)),
    ]


def test_the_note_counts_each_debt_over_all_records() -> None:
    assert grid(3)[0].note.startswith("Of all records: one origin: 60; date no finer than a year: 10. ")


def test_a_record_without_debts_is_said_to_owe_nothing() -> None:
    assert isinstance(queue(FOUND.iloc[:0], TITLES, DEBTS, 1), EmptyFigure)
