"""Families of series: which stand together, what no line may join, and sums over whole stretches of time."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries import context as ask

ALL = (1900, 2100)
INDICATORS = pd.DataFrame(
    {"indicator_id": ["a", "b"], "label": ["A", "B"], "reporter": ["R", "S"], "unit": ["people", "people"]}
)


def observations(indicator_id: str, values: dict[int, float], doubtful: tuple[int, ...] = ()) -> pd.DataFrame:
    years = list(values)
    return pd.DataFrame(
        {
            "indicator_id": indicator_id,
            "period": [str(year) for year in years],
            "period_first": [pd.Timestamp(year, 1, 1) for year in years],
            "period_last": [pd.Timestamp(year, 12, 31) for year in years],
            "value": list(values.values()),
            "status": ["doubtful" if year in doubtful else "observed" for year in years],
        }
    )


FAMILY = ask.Family({"Panel": {"a": ""}})


@pytest.fixture(scope="module")
def families(atlas: Atlas) -> dict[str, ask.Family]:
    """The families of the real tables by name."""
    return ask.families(atlas["family_members"])


def test_members_with_a_factor_are_stated_numbers_and_the_others_series() -> None:
    members = pd.DataFrame(
        [("f", "P", "a", "sent", None), ("f", "P", "q", "", 0.5), ("g", "R", "b", "", None)],
        columns=["family", "panel", "member", "name", "factor"],
    )
    assert ask.families(members) == {
        "f": ask.Family({"P": {"a": "sent"}}, {"P": {"q": 0.5}}),
        "g": ask.Family({"R": {"b": ""}}),
    }


def test_the_subjects_are_those_of_stated_members_and_totals_each_once_in_order_of_the_families() -> None:
    families = pd.DataFrame({"family": ["f", "g", "h"], "stated": ["", "deaths", "aid"]})
    members = pd.DataFrame(
        [("h", "r"), ("f", "q"), ("f", "a")],
        columns=["family", "member"],
    )
    quantities = pd.DataFrame({"quantity_id": ["q", "r", "s"], "indicator": ["aid", "loss", "length"]})
    assert ask.subjects(families, members, quantities) == ["aid", "deaths", "loss"]


def segments(values: dict[int, float], doubtful: tuple[int, ...] = ()) -> list[int]:
    found = ask.observed(FAMILY, INDICATORS, observations("a", values, doubtful), *ALL)
    return list(found.groupby("segment", sort=False).size())


@pytest.mark.parametrize(
    ("values", "doubtful", "lengths"),
    [
        ({2001: 1, 2002: 2, 2003: 3}, (), [3]),
        ({2001: 1, 2003: 3, 2004: 4}, (), [1, 2]),
        ({2001: 1, 2002: 2, 2003: 3}, (2002,), [1, 1]),
    ],
)
def test_a_missing_or_doubtful_year_breaks_the_line(
    values: dict[int, float], doubtful: tuple[int, ...], lengths: list[int]
) -> None:
    assert segments(values, doubtful) == lengths


BREAKS = pd.DataFrame(
    [("a", pd.Timestamp(year, 1, 1), "coverage", "More is counted.") for year in (2001, 2002, 2004)],
    columns=["indicator_id", "period_first", "kind", "note"],
)


def test_a_line_does_not_run_across_a_break() -> None:
    found = ask.observed(FAMILY, INDICATORS, observations("a", {2001: 1, 2002: 2, 2003: 3}), *ALL, BREAKS)
    assert list(found.groupby("segment", sort=False).size()) == [1, 2]


def test_only_breaks_between_values_shown_are_breaks_of_a_figure() -> None:
    found = ask.breaks_in(
        ask.observed(FAMILY, INDICATORS, observations("a", {2001: 1, 2002: 2, 2003: 3}), *ALL), BREAKS
    )
    assert found[["panel", "label", "kind"]].values.tolist() == [["Panel", "A", "coverage"]]
    assert list(found["period_first"].dt.year) == [2002]


def test_two_series_of_a_panel_are_never_one_line() -> None:
    both = pd.concat([observations("a", {2001: 1}), observations("b", {2002: 2})])
    found = ask.observed(ask.Family({"Panel": {"a": "", "b": ""}}), INDICATORS, both, *ALL)
    assert found.groupby("segment")["indicator_id"].nunique().max() == 1
    assert found["segment"].nunique() == 2


def test_only_values_that_touch_the_years_are_shown() -> None:
    found = ask.observed(FAMILY, INDICATORS, observations("a", {2001: 1, 2002: 2, 2003: 3}), 2002, 2002)
    assert list(found["value"]) == [2]


@pytest.mark.parametrize(
    ("values", "sums"),
    [({2001: 1, 2002: 2}, [3]), ({2001: 1}, []), ({2000: 5, 2001: 1, 2002: 2, 2003: 9}, [3])],
)
def test_a_sum_needs_every_day_of_its_stretch(values: dict[int, float], sums: list[float]) -> None:
    assert (
        list(ask.summed(INDICATORS, observations("a", values), ["a"], "2001-01-01", "2002-12-31")["value"])
        == sums
    )


def test_the_sums_behind_the_checks_come_out_on_the_real_tables(atlas: Atlas) -> None:
    series = ("gtd-pakistan-terrorism-deaths", "ucdp-pakistan-conflict-deaths")
    found = ask.summed(atlas["indicators"], atlas["observations"], series, "2001-01-01", "2017-12-31")
    assert dict(zip(found["indicator_id"], found["value"], strict=True)) == dict(
        zip(series, (20426.0, 39931.0), strict=True)
    )
    loss = ask.summed(
        atlas["indicators"],
        atlas["observations"],
        ["economic-survey-pakistan-terrorism-loss"],
        "2001-07-01",
        "2017-03-31",
    )
    assert round(loss["value"].iloc[0], 2) == 123.13


def test_no_doubtful_value_is_shown(atlas: Atlas, families: dict[str, ask.Family]) -> None:
    for name, family in families.items():
        found = ask.observed(family, atlas["indicators"], atlas["observations"], *ALL)
        assert "doubtful" not in set(found["status"]), name
        assert len(found), name


def test_the_session_of_1964_and_china_before_1971_are_not_there(
    atlas: Atlas, families: dict[str, ask.Family]
) -> None:
    for name in ("votes-all", "votes-non-unanimous"):
        found = ask.observed(families[name], atlas["indicators"], atlas["observations"], *ALL)
        assert "1964" not in set(found["period"])
        assert found.loc[found["panel"] == "With China", "period_first"].dt.year.min() == 1971


def test_the_sum_of_seventeen_years_is_in_no_family(families: dict[str, ask.Family]) -> None:
    assert not any(
        "crs-2019-us-total-to-pakistan-2002-2018" in own
        for family in families.values()
        for own in family.panels.values()
    )


@pytest.mark.parametrize(
    ("name", "indicator_id", "years"),
    [
        ("nuclear", "owid-pakistan-nuclear-share-of-electricity", (2000,)),
        ("deaths", "gtd-pakistan-terrorism-deaths", (1994, 1998, 2008, 2012)),
    ],
)
def test_the_lines_break_where_the_sources_change(
    atlas: Atlas,
    families: dict[str, ask.Family],
    name: str,
    indicator_id: str,
    years: tuple[int, ...],
) -> None:
    found = ask.observed(families[name], atlas["indicators"], atlas["observations"], *ALL, atlas["breaks"])
    own = found[found["indicator_id"] == indicator_id]
    starts = set(own.groupby("segment")["period_first"].min().dt.year)
    assert set(years) <= starts


def test_a_stated_number_is_brought_to_the_unit_of_its_panel(
    atlas: Atlas, families: dict[str, ask.Family]
) -> None:
    found = ask.comparable(families["aid"], atlas["quantities"], *ALL)
    assert list(found["drawn"]) == [1300.0]
    assert ask.comparable(families["aid"], atlas["quantities"], 1950, 1960).empty


def test_breaks_of_one_day_stand_in_order_of_panels_and_their_series() -> None:
    shown = pd.DataFrame(
        [("Zeal", "b"), ("Zeal", "a"), ("Ardour", "a")], columns=["panel", "indicator_id"]
    ).assign(
        label=["B", "A", "A"], period_first=pd.Timestamp(2001, 1, 1), period_last=pd.Timestamp(2003, 12, 31)
    )
    day = pd.Timestamp(2002, 1, 1)
    breaks = pd.DataFrame([("a", day), ("b", day)], columns=["indicator_id", "period_first"])
    found = ask.breaks_in(shown, breaks)
    assert found[["panel", "label"]].values.tolist() == [["Zeal", "B"], ["Zeal", "A"], ["Ardour", "A"]]


@pytest.mark.parametrize(
    ("year", "day", "is_break"),
    [(2001, (1, 1), False), (2001, (1, 2), True), (2003, (12, 31), True), (2004, (1, 1), False)],
)
def test_a_break_lies_after_the_first_day_shown_and_up_to_the_last(
    year: int, day: tuple[int, int], is_break: bool
) -> None:
    shown = ask.observed(FAMILY, INDICATORS, observations("a", {2001: 1, 2002: 2, 2003: 3}), *ALL)
    breaks = pd.DataFrame({"indicator_id": ["a"], "period_first": [pd.Timestamp(year, *day)]})
    assert bool(len(ask.breaks_in(shown, breaks))) is is_break


@pytest.mark.parametrize(
    ("years", "drawn"), [((2001, 2001), 1), ((2003, 2003), 1), ((2004, 2005), 0), ((1999, 2000), 0)]
)
def test_a_stated_number_stands_where_its_period_touches_the_years(
    years: tuple[int, int], drawn: int
) -> None:
    family = ask.Family({"P": {}}, {"P": {"q": 0.5}})
    stated = pd.DataFrame(
        {
            "quantity_id": ["q"],
            "value": [3.0],
            "period_first": [pd.Timestamp(2001, 6, 1)],
            "period_last": [pd.Timestamp(2003, 6, 1)],
        }
    )
    assert list(ask.comparable(family, stated, *years)["drawn"]) == [1.5] * drawn
