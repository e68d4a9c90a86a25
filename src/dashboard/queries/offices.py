"""Offices of state: who held them when, and which of them a person held on the day of an event."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import product

import pandas as pd

from dashboard.queries.participation import taking_part


def holders(offices: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """The terms of every office, by country and office in the order of the table, then in order of time.

    Columns of terms, with `title` and `country` of the office.
    """
    order = {office_id: place for place, office_id in enumerate(offices["office_id"])}
    named = terms.merge(offices, on="office_id")
    placed = named.assign(place=named["office_id"].map(order))
    ordered = placed.sort_values(["country", "place", "period_first", "term_id"])
    return ordered.drop(columns="place").reset_index(drop=True)


def held_on(event: pd.Series, held: pd.DataFrame) -> pd.DataFrame:
    """The terms of an event's persons that hold through all its days; `held` as from `holders`.

    On a day of change both terms are given. A date that is only known to a month counts as all its days.
    """
    persons = held["actor_id"].isin(event["actors"])
    throughout = (held["period_first"] <= event["date_first"]) & (held["period_last"] >= event["date_last"])
    return held[persons & throughout].reset_index(drop=True)


def met(events: pd.DataFrame, actors: pd.DataFrame, sides: Sequence[Collection[str]]) -> pd.DataFrame:
    """The visits and calls that happened and in which a person of each side took part, in order of time.

    `sides` are the countries of either. Columns of events, with the ids of the persons as `first` and
    `second`.
    """
    persons = actors[actors["kind"] == "person"].set_index("actor_id")
    first, second = (set(persons.index[persons["country"].isin(list(side))]) for side in sides)
    names = persons["name"].to_dict()
    held = events[events["kind"].isin(["visit", "call"]) & (events["status"] == "happened")]
    there = [
        taking_part(f"{title}. {summary}", [(actor, names[actor]) for actor in named if actor in names])
        for title, summary, named in zip(held["title"], held["summary"], held["actors"], strict=True)
    ]
    meetings = held.assign(
        first=[_of(named, first) for named in there], second=[_of(named, second) for named in there]
    )
    both = meetings["first"].astype(bool) & meetings["second"].astype(bool)
    return meetings[both].sort_values(["date_first", "event_id"]).reset_index(drop=True)


def pairs(visits: pd.DataFrame, callings: Callable[[str, pd.Series], str]) -> pd.DataFrame:
    """Who met whom how often: one row for each two of either side, most meetings first.

    `visits` as from `met`; `callings` gives how a person is called at an event, who is left out if the words
    are empty. Columns `one`, `other`, `meetings`, `years` (first and last), `places` and `event_ids`, in
    order of time.
    """
    met: dict[tuple[str, str], dict[str, pd.Series]] = {}
    for _, visit in visits.iterrows():
        for first, second in product(visit["first"], visit["second"]):
            called = (callings(first, visit), callings(second, visit))
            if all(called):
                met.setdefault(called, {})[visit["event_id"]] = visit
    rows = [_pair(*called, list(events.values())) for called, events in met.items()]
    columns = ["one", "other", "meetings", "first_year", "last_year", "places", "event_ids"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values(["meetings", "last_year", "one"], ascending=[False, False, True], kind="stable")


def _pair(person: str, other: str, events: Sequence[pd.Series]) -> tuple[object, ...]:
    years = [event["date_first"].year for event in events]
    places = dict.fromkeys(place for event in events for place in event["places"])
    ids = tuple(event["event_id"] for event in events)
    return person, other, len(events), min(years), max(years), tuple(places), ids


def office_at(person: str, event: pd.Series, held: pd.DataFrame) -> str:
    """The office that a person held on the days of an event, the first of several; empty if none is known.
    `held` as from `holders`.
    """
    offices = held_on(event, held[held["actor_id"] == person])
    return str(offices["title"].iloc[0]) if len(offices) else ""


def _of(named: Sequence[str], persons: Collection[str]) -> tuple[str, ...]:
    return tuple(actor for actor in named if actor in persons)
