"""Who says so by country: by theme or era, only of the chosen events."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.capitals import BY, BY_COUNTRY, ONE_COUNTRY
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]


def test_by_era_only_the_chosen_events_are_counted(ask: Ask) -> None:
    whole = ask(BY_COUNTRY, options={BY: "era"})
    later = ask(BY_COUNTRY, years=(1960, 2022), options={BY: "era"})
    assert isinstance(whole, Figure)
    assert isinstance(later, Figure)
    # The quiet years end in 1999: contacts of the fifties, a treaty of 1960, words of 1971.
    assert set(whole.rows["record_id"]) == {"early-contact", "treaty-1960", "border-1971"}
    assert set(later.rows["record_id"]) == {"treaty-1960", "border-1971"}


def test_what_sources_of_one_country_alone_tell_goes_with_the_choice(ask: Ask) -> None:
    whole, trade = ask(ONE_COUNTRY), ask(ONE_COUNTRY, themes=("trade",))
    assert isinstance(whole, Figure)
    assert isinstance(trade, Figure)
    told = dict(zip(whole.rows["record_id"], whole.rows["country"], strict=True))
    assert told == {
        "early-contact": "GBR",
        "border-1971": "IND",
        "trade-round": "GBR",
        "visit-dropped": "RUS",
        "plan-2021": "GBR",
    }
    assert set(trade.rows["record_id"]) == {"trade-round"}
