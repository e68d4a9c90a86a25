"""Offices of state: who held them when, and which of them a person held on the day of an event."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd


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
    """The visits and calls that happened and name a person of each side, in order of time.

    `sides` are the countries of either. Columns of events, with the ids of the persons as `first` and
    `second`.
    """
    persons = actors[actors["kind"] == "person"].set_index("actor_id")["country"]
    first, second = (set(persons.index[persons.isin(list(side))]) for side in sides)
    held = events[events["kind"].isin(["visit", "call"]) & (events["status"] == "happened")]
    told = held.assign(
        first=[_of(named, first) for named in held["actors"]],
        second=[_of(named, second) for named in held["actors"]],
    )
    both = told["first"].astype(bool) & told["second"].astype(bool)
    return told[both].sort_values(["date_first", "event_id"]).reset_index(drop=True)


def _of(named: Sequence[str], persons: Collection[str]) -> tuple[str, ...]:
    return tuple(actor for actor in named if actor in persons)
