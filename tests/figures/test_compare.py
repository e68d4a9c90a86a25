"""Two periods of the small Atlas face to face."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.compare import NUMBER, PERIODS, RECORDS, TABLE
from dashboard.model.figure import EmptyFigure, Figure, Grid

Ask = Callable[..., Figure | EmptyFigure]

ASKED = "1947-1999,2015-2022"


def lines(figure: Figure | EmptyFigure) -> dict[str, tuple[str, ...]]:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return {row[0].text: tuple(cell.text for cell in row[1:]) for row in figure.drawing.rows}


def test_events_agreements_and_sources_of_two_periods_are_counted(ask: Ask) -> None:
    rows = lines(ask(TABLE, options={PERIODS: ASKED}))
    assert rows["Events"] == ("0.06 a year (3)", "0.62 a year (5)")
    assert rows["Texts signed, exchanged or drawn up"] == ("0", "0.12 a year (1)")
    assert rows["Sources that tell of events"][1].endswith("(6)")


def test_trade_is_a_mean_of_the_years_that_have_a_value(ask: Ask) -> None:
    rows = lines(ask(TABLE, options={PERIODS: ASKED}))
    first, second = rows["Russia: total trade with Pakistan (customs), million US dollars"]
    assert (first, second) == ("–", "225.7 (mean of 2 years)")


def test_votes_alike_are_a_mean_of_yearly_shares_in_per_cent(ask: Ask) -> None:
    # Apart on the one whole text of 2015, alike on the one of 2016.
    rows = lines(ask(TABLE, options={PERIODS: ASKED}))
    votes = rows["Pakistan and Russia: identical votes in the General Assembly, percent"]
    assert votes == ("–", "50 (mean of 2 years)")


def test_a_number_opens_its_records_and_another_none(ask: Ask) -> None:
    found = ask(RECORDS, options={PERIODS: ASKED, NUMBER: "signed-2"})
    assert isinstance(found, Figure)
    assert found.record_ids == ("river-agreement",)
    for number in ("signed-1", "signed-9", "nothing"):
        assert isinstance(ask(RECORDS, options={PERIODS: ASKED, NUMBER: number}), EmptyFigure)


def test_without_a_choice_the_first_and_the_last_era_are_compared(ask: Ask) -> None:
    # Three events begin in 53 years.
    rate = "0.06 a year in 1947–1999"
    assert ask(TABLE).title == f"Events on record: {rate}, {rate}"


def test_a_choice_that_is_none_is_said(ask: Ask) -> None:
    assert ask(TABLE, options={PERIODS: "soon"}).title == "“soon” is not two ranges of years"
