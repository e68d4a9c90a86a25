"""Facts of other tables: ranges of stated numbers, statuses in time, stances, offices, meetings."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import Cell
from dashboard.views import facts

THIN = "\u202f"


def test_a_measure_is_said_from_its_lowest_to_its_highest_number_the_most_stated_first() -> None:
    stated = pd.DataFrame(
        {
            "quantity_id": ["length", "cost-1", "cost-2"],
            "indicator": ["length", "cost", "cost"],
            "unit": ["km", "USD billion", "USD billion"],
            "value": [1100.0, 2.0, 3.5],
        }
    )
    assert facts.sizes(stated) == [
        ("Cost", (Cell("2 to 3.5 billion US dollars (2 statements)"),)),
        ("Length", (Cell(f"1{THIN}100 km", "length"),)),
    ]


def test_a_status_that_is_only_stated_again_is_no_step() -> None:
    milestones = pd.DataFrame(
        {
            "event_id": ["signed", "renamed", "halted"],
            "status": ["agreed", "agreed", "stalled"],
            "date_caption": ["2015", "2021", "2023"],
        }
    )
    assert facts.life(milestones) == [
        ("Through time", (Cell("agreed 2015", "signed"), Cell("stalled 2023", "halted")))
    ]
    assert facts.life(milestones.iloc[:0]) == []


def test_who_supports_disputes_and_only_reports_stands_apart() -> None:
    told = pd.DataFrame(
        {
            "source_id": ["a", "b", "c"],
            "stance": ["supports", "disputes", "supports"],
            "quoted": [False, False, True],
        }
    )
    names = {"a": "A 2019", "b": "B 2020", "c": "C 2021"}
    assert facts.stances(told, names) == [
        ("Supported by", (Cell("A 2019", "a"),)),
        ("Disputed by", (Cell("B 2020", "b"),)),
        ("Reported as others’ words by", (Cell("C 2021", "c"),)),
    ]


def test_of_the_persons_met_the_first_few_are_named_and_the_others_counted() -> None:
    met = pd.DataFrame(
        {
            "record_id": list("abcdefgh"),
            "title": list("ABCDEFGH"),
            "times": [9, 5, 4, 3, 2, 2, 1, 1],
        }
    )
    nothing = pd.DataFrame({"date_caption": []})
    ((heading, cells),) = facts.person(pd.DataFrame(), nothing, met)
    assert heading == "Met"
    assert [cell.text for cell in cells] == ["A (9)", "B (5)", "C (4)", "D (3)", "E (2)", "F (2)", "2 others"]


def test_an_office_is_named_with_its_term() -> None:
    offices = pd.DataFrame({"term_id": ["t"], "title": ["Minister"], "period_caption": ["1999 – 2002"]})
    one_event = pd.DataFrame({"date_caption": ["May 2000"]})
    assert facts.person(offices, one_event, pd.DataFrame()) == [
        ("Offices", (Cell("Minister, 1999 – 2002", "t"),)),
        ("Events", (Cell("May 2000"),)),
    ]
