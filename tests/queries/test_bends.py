"""A bend is where a line changes its course; beside it stands what happened that year, never a mere visit."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.bends import bends, events_at


def series(values: dict[int, float], indicator: str = "exports") -> pd.DataFrame:
    return pd.DataFrame({"indicator_id": indicator, "year": list(values), "value": list(values.values())})


def event(
    name: str, year: int, weight: int = 2, kind: str = "agreement", **more: object
) -> dict[str, object]:
    day = pd.Timestamp(year, 5, 1)
    return {
        "event_id": name, "title": name.title(), "date_caption": f"May {year}", "date_first": day,
        "date_last": day, "themes": ("trade",), "kind": kind, "weight": weight, "status": "happened", **more,
    }  # fmt: skip


def test_a_steady_line_has_no_bend_and_a_peak_is_one() -> None:
    assert bends(series({2000: 10, 2001: 20, 2002: 30, 2003: 40})).empty
    peak = bends(series({2000: 10, 2001: 90, 2002: 20, 2003: 21}))
    assert peak[["year", "turn"]].values.tolist() == [[2001, 150], [2002, 71]]


def test_a_year_beside_a_gap_or_at_an_end_is_no_bend() -> None:
    assert bends(series({2000: 0, 2001: 90, 2003: 0, 2004: 90})).empty


def test_a_turn_that_is_small_beside_the_highest_value_is_no_bend() -> None:
    both = pd.concat([series({2000: 1, 2001: 9, 2002: 1}), series({2000: 900.0, 2001: 900.0}, "imports")])
    assert bends(both).empty
    assert list(bends(both, least=0.01)["year"]) == [2001]


FOUND = pd.DataFrame({"indicator_id": "exports", "year": [2001, 2010], "value": [90.0, 5.0], "turn": [9, 8]})


def at_bends(*events: dict[str, object], **more: int) -> dict[int, str]:
    frame = pd.DataFrame(list(events))
    named = events_at(FOUND, frame, pd.Series({"supported": 3, "alone": 1}), "trade", **more)
    return dict(zip(named["year"], named["event_id"], strict=True))


def test_a_turning_point_comes_first_then_the_event_with_most_sources() -> None:
    assert at_bends(event("alone", 2001), event("supported", 2001)) == {2001: "supported"}
    turning = event("turning", 2001, 1, "visit", themes=("diplomacy",))
    assert at_bends(event("supported", 2001), turning) == {2001: "turning"}


def test_what_changes_no_trade_or_has_no_year_stands_at_no_bend() -> None:
    vague = event("vague", 2001, date_last=pd.Timestamp(2003, 5, 1))
    others = (
        event("visit", 2001, kind="visit"),
        event("elsewhere", 2001, themes=("energy",)),
        event("planned", 2001, status="planned"),
        event("slight", 2001, 3),
        event("other-year", 2002),
    )
    assert at_bends(vague, *others) == {}


def test_bends_close_to_a_sharper_one_and_beyond_so_many_are_left_out() -> None:
    both = event("first", 2001), event("second", 2010)
    assert at_bends(*both) == {2001: "first", 2010: "second"}
    assert at_bends(*both, apart=10) == {2001: "first"}
    assert at_bends(*both, most=1) == {2001: "first"}
