"""Events as a list: all of a choice by year, and the newest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Item, Listing
from dashboard.model.vocabulary import label
from dashboard.views import title
from dashboard.views.event_marks import nothing_chosen, year_of
from dashboard.views.formatting import count, number

LONG_LIST = 60


def listing(events: pd.DataFrame, counts: pd.Series, titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """The same events as a list grouped by year: the way of the keyboard and of the screen reader."""
    if events.empty:
        return nothing_chosen("timeline-list", "The same events as a list")
    groups: dict[str, list[Item]] = {}
    for row in events.to_dict("records"):
        groups.setdefault(str(year_of(row)), []).append(
            _item(row, int(counts.get(row["event_id"], 0)), titles)
        )
    rows = events.rename(columns={"event_id": "record_id", "date_caption": "when"})[
        ["record_id", "when", "title", "summary"]
    ]
    sizes = {year: len(items) for year, items in groups.items()}
    return Figure(
        figure_id="timeline-list",
        title=f"{count(len(events), 'event')} as a list{_most(sizes)}",
        drawing=Listing(
            tuple((year, tuple(items)) for year, items in sorted(groups.items())), _decades(groups)
        ),
        rows=rows,
        message=f"{count(len(events), 'event')} in {count(len(groups), 'year')}.",
    )


def _most(held: Mapping[str, int]) -> str:
    """The year of most events, for a title; nothing where another year has as many, or where it is the only
    one.
    """
    most = title.leader(held)
    return f", most in {most[0]}: {number(most[1])}" if most and len(held) > 1 else ""


def _decades(groups: dict[str, list[Item]]) -> tuple[tuple[str, int], ...]:
    """Folds by decade for a list too long to scroll through; none for a short one."""
    if sum(len(items) for items in groups.values()) <= LONG_LIST:
        return ()
    decades: dict[str, list[str]] = {}
    for year in sorted(groups):
        decades.setdefault(f"{year[:3]}0s", []).append(year)
    return tuple(
        (f"{decade}: {count(sum(len(groups[year]) for year in years), 'event')}", len(years))
        for decade, years in decades.items()
    )


def newest(events: pd.DataFrame, counts: pd.Series, titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """The latest events of a choice, newest first."""
    if events.empty:
        return nothing_chosen("overview-newest", "What is new")
    rows = events.rename(columns={"event_id": "record_id", "date_caption": "when"})[
        ["record_id", "when", "title", "summary"]
    ]
    return Figure(
        figure_id="overview-newest",
        title=f"The latest event: {rows['when'].iloc[0]}",
        drawing=Listing(
            (
                (
                    "",
                    tuple(
                        _item(row, int(counts.get(row["event_id"], 0)), titles)
                        for row in events.to_dict("records")
                    ),
                ),
            )
        ),
        rows=rows,
        message=f"The latest {count(len(events), 'event')}, newest first.",
    )


def _item(row: dict[str, Any], sources: int, titles: Mapping[str, str]) -> Item:
    tags = tuple((theme, titles.get(theme, theme)) for theme in row["themes"])
    when = (
        row["date_caption"]
        if row["status"] == "happened"
        else f"{row['date_caption']} · {label('event status', row['status'])}"
    )
    return Item(row["event_id"], row["title"], when, row["summary"], tags, sources)
