"""The method: agreement, weaknesses and reach are worked out from the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.method import AGREEMENT, AUDIT, HEALTH, PART, REACH, WEAK_RECORDS, WEAKNESS, WEAKNESSES
from dashboard.model.figure import EmptyFigure, Figure, Grid

Ask = Callable[..., Figure | EmptyFigure]


def test_the_agreement_of_two_readers_is_counted(ask: Ask) -> None:
    assert ask(AGREEMENT).title == "Two readers agree on 1 of 1 judgement"


def test_an_audit_that_nobody_made_is_said_to_be_none(ask: Ask) -> None:
    assert isinstance(ask(AUDIT), EmptyFigure)


def test_the_record_reaches_from_its_first_to_its_last_event(ask: Ask) -> None:
    assert ask(REACH).title == "The record reaches from 1950s to 15 January 2020"


@pytest.mark.parametrize(
    "weakness",
    [
        "one-origin",
        "one-country",
        "planned-past",
        "superlatives",
        "weak-sources",
        "not-rated",
        "missing-numbers",
    ],
)
def test_the_list_of_a_weakness_is_as_long_as_its_number(ask: Ask, weakness: str) -> None:
    counted, listed = ask(WEAKNESSES), ask(WEAK_RECORDS, options={WEAKNESS: weakness})
    assert isinstance(counted, Figure)
    assert isinstance(counted.drawing, Grid)
    (number,) = [row[1].text for row in counted.drawing.rows if row[1].params == (("weakness", weakness),)]
    assert number == str(len(listed.rows) if isinstance(listed, Figure) else 0)


def test_a_plan_whose_year_is_over_is_a_weakness(ask: Ask) -> None:
    figure = ask(WEAK_RECORDS, options={WEAKNESS: "planned-past"})
    assert isinstance(figure, Figure)
    assert figure.record_ids == ("plan-2021",)


def test_the_queue_starts_at_its_first_part_whatever_the_link_asks(ask: Ask) -> None:
    first = ask(HEALTH)
    assert isinstance(first, Figure)
    for odd in ("", "٣", "-1", "1e3"):
        again = ask(HEALTH, options={PART: odd})
        assert isinstance(again, Figure)
        assert again.title == first.title
    assert len(first.rows) <= 25
