"""The figures of meetings in series."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import EVENTS, RECORD, Answer, FigureSpec, Option, PageSpec, Rows
from dashboard.model.selection import Selection
from dashboard.queries import series as ask
from dashboard.views import series

_ALL = "all"


def _names(dataset: Dataset) -> dict[str, str]:
    rows = dataset.atlas["series"]
    return {_ALL: "All series", **dict(zip(rows["series_id"], rows["name"], strict=True))}


CHOSEN = Option("series", "Series", _names)


def _strip(question: Question) -> Answer:
    return series.strip(ask.meetings(question.events, question.dataset.atlas["series"]), question.mode)


def _list(question: Question) -> Answer:
    chosen = question.option(CHOSEN)
    held = ask.meetings(question.events, question.dataset.atlas["series"])
    shown = held if chosen == _ALL else held[held["series"] == chosen]
    return series.listing(shown, _missing(question.dataset))


def _of_record(question: Question) -> Answer:
    atlas = question.dataset.atlas
    held = ask.meetings(atlas["events"], atlas["series"])
    return series.listing(
        held[held["series"] == question.option(RECORD)], _missing(question.dataset), "record-meetings"
    )


def _missing(dataset: Dataset) -> pd.DataFrame:
    return ask.missing_numbers(dataset.atlas["series"], dataset.atlas["events"])


def _number(dataset: Dataset, selection: Selection) -> int:
    return len(ask.meetings(dataset.events_of(selection), dataset.atlas["series"]))


STRIP = FigureSpec("series-strip", _strip, follows=EVENTS)
LIST = FigureSpec("series-list", _list, follows=EVENTS, options=(CHOSEN,))
OF_RECORD = FigureSpec("record-meetings", _of_record, options=(RECORD,))

PAGE = PageSpec(
    "series",
    "Series",
    "Which meeting?",
    figures=(STRIP, LIST),
    rows=Rows("meeting in a series", _number, "meetings in series"),
)
