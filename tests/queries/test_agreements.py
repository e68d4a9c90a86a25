"""Texts stand with the event at which they were signed, in order of time, and with what came after."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.agreements import followed_by, signed

EVENTS = pd.DataFrame(
    [
        ("late", "1970", "1970", (), (), "happened", ("early",)),
        ("later", "1980", "1980", (), (), "happened", ("early", "late")),
        ("early", "1960", "1960", ("ada",), ("town",), "happened", ()),
    ],
    columns=["event_id", "date", "date_caption", "actors", "places", "status", "after"],
).assign(date_first=pd.to_datetime(["1970", "1980", "1960"]))
TEXTS = pd.DataFrame(
    [("b", "late"), ("a", "early"), ("c", "not-chosen")], columns=["agreement_id", "event_id"]
)


def test_texts_of_the_chosen_events_stand_in_order_of_time() -> None:
    found = signed(TEXTS, EVENTS)
    assert list(found["agreement_id"]) == ["a", "b"]
    assert list(found["actors"]) == [("ada",), ()]
    assert list(found.index) == [0, 1]
    assert set(found) == set(TEXTS) | set(EVENTS) - {"after"}


def test_what_followed_is_the_first_event_put_after_it() -> None:
    assert followed_by(pd.Series(["early", "late"]), EVENTS) == {"early": "late", "late": "later"}


def test_nothing_followed_an_event_that_none_is_put_after() -> None:
    assert followed_by(pd.Series(["later"]), EVENTS) == {}
