"""The figures of the timeline."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from dashboard.figures.question import Question
from dashboard.figures.spec import EVENT_ROWS, EVENTS, Answer, FigureSpec, PageSpec
from dashboard.queries import events as ask_events
from dashboard.views import lanes, strip, timeline
from dashboard.views.event_marks import of_so_many

# More marks than these no browser draws quickly and nobody tells apart; more flags than those find no place
# on the strip.
MOST_DRAWN, MOST_NAMED = 2000, 30


def _of_many(question: Question, events: pd.DataFrame, draw: Callable[[pd.DataFrame], Answer]) -> Answer:
    """A figure of the weightiest events, as many as can be drawn; it says so where that is not all of
    them.
    """
    drawn = ask_events.weightiest(events, question.dataset.counts, MOST_DRAWN)
    return of_so_many(draw(drawn), len(drawn), len(events))


def _lanes(question: Question) -> Answer:
    atlas, counts = question.dataset.atlas, question.dataset.counts

    def draw(events: pd.DataFrame) -> Answer:
        tables = atlas["themes"], atlas["eras"]
        return lanes.lanes(events, counts, *tables, question.years, question.mode, question.narrow)

    return _of_many(question, question.events, draw)


def _strip(question: Question) -> Answer:
    atlas, counts = question.dataset.atlas, question.dataset.counts
    chosen = question.events_of_all_years
    named = ask_events.weightiest(chosen[chosen["weight"] == 1], counts, MOST_NAMED)

    def draw(events: pd.DataFrame) -> Answer:
        years = question.years
        return strip.strip(events, named, atlas["eras"], atlas.span, years, question.mode, question.narrow)

    return _of_many(question, chosen, draw)


def _list(question: Question) -> Answer:
    dataset = question.dataset

    def draw(events: pd.DataFrame) -> Answer:
        return timeline.listing(events, dataset.counts, dataset.titles)

    return _of_many(question, question.events, draw)


STRIP = FigureSpec("timeline-strip", _strip, EVENTS, fits_phone=True)
LANES = FigureSpec("timeline-lanes", _lanes, EVENTS, fits_phone=True)
LIST = FigureSpec("timeline-list", _list, EVENTS)

PAGE = PageSpec(
    "timeline",
    "Timeline",
    "What happened, when?",
    figures=(STRIP, LANES, LIST),
    rows=EVENT_ROWS,
)
