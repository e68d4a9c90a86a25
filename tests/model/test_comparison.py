"""A period has all the years between its ends."""

from dashboard.model.comparison import years_of


def test_both_ends_of_a_period_count() -> None:
    assert (years_of((2014, 2021)), years_of((1971, 1971))) == (8, 1)
