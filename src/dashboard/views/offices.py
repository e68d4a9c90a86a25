"""Who held which office when, and the offices of the persons of an event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.views import title as titles_of
from dashboard.views.country_names import country
from dashboard.views.formatting import count, number

MOST_PAIRS = 30

_ROWS = ["record_id", "title", "person", "period", "note"]


def terms(held: pd.DataFrame, titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """The holders of each office; `held` as from queries.offices.holders."""
    figure_id = "people-terms"
    if held.empty:
        return EmptyFigure(
            figure_id, "Holders of offices", "The record holds no term of office.", "Choose all countries."
        )
    starts = held.index[~held["office_id"].duplicated()]
    groups = {int(place): f"{held['title'][place]} ({country(held['country'][place])})" for place in starts}
    rows = tuple(
        (
            Cell(titles[row["actor_id"]], row["actor_id"]),
            Cell(row["period_caption"], row["term_id"]),
            Cell(row["note"] or "–"),
        )
        for row in held.to_dict("records")
    )
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(rows), 'term')} of {count(len(groups), 'office')}",
        drawing=Grid(("Person", "Term", "Note"), rows, groups),
        rows=_told(held, titles),
        message=f"A table of {count(len(rows), 'term')} under {count(len(groups), 'office')}.",
        note="Only terms of which a source was read stand here, and only of persons whom the record "
        "names: the lists are not whole.",
    )


def of_event(held: pd.DataFrame, titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """The offices that the persons of an event held on its days; `held` as from queries.offices.held_on."""
    figure_id, title = "record-offices", "Offices held at the time"
    if held.empty:
        return EmptyFigure(
            figure_id,
            title,
            "The record holds no term of office of its persons for that day.",
            "Look at the persons below.",
        )
    rows = tuple(
        (
            Cell(titles[row["actor_id"]], row["actor_id"]),
            Cell(row["title"], row["office_id"]),
            Cell(row["period_caption"], row["term_id"]),
        )
        for row in held.to_dict("records")
    )
    return Figure(
        figure_id=figure_id,
        title=title,
        drawing=Grid(("Person", "Office", "Term"), rows),
        rows=_told(held, titles),
        message=f"A table of {count(len(rows), 'office')} that persons of the event held on its days.",
        note="Worked out from the terms of office in the record; persons whose terms it does not "
        "hold are left out.",
    )


def _told(held: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    return held.assign(record_id=held["term_id"], person=held["actor_id"].map(dict(titles)))[_ROWS]


def met(visits: pd.DataFrame, sides: tuple[str, str], titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """Who met whom, by decade; `visits` as from queries.offices.met, `sides` are the two countries in
    words.
    """
    figure_id = "people-met"
    if visits.empty:
        return EmptyFigure(
            figure_id,
            "Who met whom",
            "No visit or call of this choice names a person of each side.",
            "Widen the years.",
        )
    decades = visits["date_first"].dt.year // 10 * 10
    starts = decades[~decades.duplicated()]
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(visits), 'visit or call', 'visits and calls')} with persons of both sides named"
        + _busiest(visits),
        drawing=Grid(
            ("When", "Visit or call", *sides, "Place"),
            tuple(_visit(row, titles) for row in visits.to_dict("records")),
            {int(str(place)): f"{decade}s" for place, decade in starts.items()},
        ),
        rows=visits.rename(columns={"event_id": "record_id"})[
            ["record_id", "date", "title", "first", "second", "places"]
        ],
        message=f"A table of {count(len(visits), 'visit or call', 'visits and calls')} by decade, with "
        "the persons of either side.",
        note="Persons whom the record names with the event; not every one of them met every other.",
    )


def pairs(
    met: pd.DataFrame, sides: tuple[str, str], titles: Mapping[str, str], words: str
) -> Figure | EmptyFigure:
    """Who met whom how often; `met` as from queries.offices.pairs, its `one` and `other` in words; `words`
    say what stands for a person.
    """
    figure_id = "people-pairs"
    if met.empty:
        return EmptyFigure(
            figure_id,
            "Who met whom most often",
            f"No visit or call of this choice names {words} of each side.",
            "Widen the years.",
        )
    rows = tuple(_met_pair(row, titles) for row in met.head(MOST_PAIRS).to_dict("records"))
    return Figure(
        figure_id=figure_id,
        title=_most_often(met, words),
        subtitle=f"The {MOST_PAIRS} pairs that met most often" if len(met) > MOST_PAIRS else "",
        drawing=Grid((*sides, "Meetings", "Years", "Places", "The latest"), rows),
        rows=_meetings(met.head(MOST_PAIRS), titles),
        message=f"A table of {count(len(rows), 'pair')} of {words} with the number of their meetings.",
        note="Two stand as a pair where one visit or call names both; a person whose office on that day is "
        "not on record is left out where offices are counted.",
    )


def _busiest(visits: pd.DataFrame) -> str:
    """The year of most visits and calls, for a title."""
    most = titles_of.leader(visits["date_first"].dt.year.value_counts().to_dict())
    if len(visits) < titles_of.FEWEST_EVENTS or not most:
        return ""
    return f", most in {most[0]}: {number(most[1])}"


def _most_often(met: pd.DataFrame, words: str) -> str:
    """Who met most often, out of how many pairs; only how many where they are few, or none leads."""
    first, pairs_met = met.iloc[0], f"{count(len(met), 'pair')} of {words} met"
    most = titles_of.leader(met["meetings"].to_dict())
    if len(met) < titles_of.FEWEST or not most:
        return pairs_met
    return f"{pairs_met}, most often {first['one']} and {first['other']}: {number(most[1])} times"


def _met_pair(row: dict[str, Any], titles: Mapping[str, str]) -> tuple[Cell, ...]:
    first, last = row["first_year"], row["last_year"]
    latest = row["event_ids"][-1]
    return (
        Cell(row["one"]),
        Cell(row["other"]),
        Cell(str(row["meetings"])),
        Cell(str(first) if first == last else f"{first}–{last}"),
        Cell(", ".join(titles[place] for place in row["places"]) or "–"),
        Cell(titles[latest], latest),
    )


def _meetings(met: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """One row for each meeting of each pair."""
    listed = met.explode("event_ids").rename(columns={"event_ids": "record_id"})
    titled = listed.assign(title=listed["record_id"].map(lambda event_id: titles[event_id]))
    return titled[["record_id", "one", "other", "title"]].reset_index(drop=True)


def _visit(row: dict[str, Any], titles: Mapping[str, str]) -> tuple[Cell, ...]:
    named = [
        ", ".join(titles[record_id] for record_id in row[column]) for column in ("first", "second", "places")
    ]
    return (
        Cell(row["date_caption"]),
        Cell(row["title"], row["event_id"]),
        *(Cell(words or "–") for words in named),
    )
