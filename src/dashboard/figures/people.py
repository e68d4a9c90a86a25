"""The figures of persons and their offices."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import row_of
from dashboard.figures.question import Question
from dashboard.figures.spec import EVENTS, RECORD, Answer, FigureSpec, Option, PageSpec, Rows
from dashboard.model.figure import EmptyFigure
from dashboard.queries import offices as ask
from dashboard.views import offices
from dashboard.views.country_names import country

_ALL = "all"


def _countries(dataset: Dataset) -> dict[str, str]:
    codes = dataset.atlas["offices"]["country"].drop_duplicates()
    return {_ALL: "All countries", **{code: country(code) for code in codes}}


COUNTED = Option("counted", "Count by", {"person": "Person", "office": "Office on the day"})
COUNTRY = Option("side", "Country", _countries)


def _terms(question: Question) -> Answer:
    atlas, chosen = question.dataset.atlas, question.option(COUNTRY)
    held = ask.holders(atlas["offices"], atlas["terms"])
    shown = held if chosen == _ALL else held[held["country"] == chosen].reset_index(drop=True)
    return offices.terms(shown, {row_id: question.dataset.titles[row_id] for row_id in shown["actor_id"]})


def _met(question: Question) -> Answer:
    first, second = (side.country for side in question.dataset.atlas.subject.sides)
    visits = met_in(question.dataset, question.events)
    return offices.met(visits, (country(first), country(second)), question.dataset.titles)


def _pairs(question: Question) -> Answer:
    dataset = question.dataset
    atlas, titles = dataset.atlas, dataset.titles
    first, second = (side.country for side in atlas.subject.sides)
    visits = met_in(dataset, question.events)
    by_office = question.option(COUNTED) == "office"
    if by_office:
        held = ask.holders(atlas["offices"], atlas["terms"])
        met = ask.pairs(visits, lambda person, event: ask.office_at(person, event, held))
    else:
        met = ask.pairs(visits, lambda person, _: titles[person])
    words = "offices" if by_office else "persons"
    return offices.pairs(met, (country(first), country(second)), titles, words)


def met_in(dataset: Dataset, events: pd.DataFrame) -> pd.DataFrame:
    """The visits and calls among some events that name a person of each side (see `queries.offices.met`)."""
    states = [{side.country, *side.former} for side in dataset.atlas.subject.sides]
    return ask.met(events, dataset.atlas["actors"], states)


def _of_event(question: Question) -> Answer:
    atlas = question.dataset.atlas
    events = atlas["events"]
    if question.option(RECORD) not in set(events["event_id"]):
        return EmptyFigure(
            "record-offices", "Offices held at the time", "The link names no event.", "Search for one."
        )
    held = offices_at(question.dataset, question.option(RECORD))
    return offices.of_event(held, {row_id: question.dataset.titles[row_id] for row_id in held["actor_id"]})


def offices_at(dataset: Dataset, event_id: str) -> pd.DataFrame:
    """The terms that the persons of an event held on its days (see `queries.offices.held_on`)."""
    _, event = row_of(dataset, event_id)
    return ask.held_on(event, holders(dataset))


def holders(dataset: Dataset) -> pd.DataFrame:
    """Every term of every office (see `queries.offices.holders`)."""
    atlas = dataset.atlas
    return dataset.frames.answer(("holders",), lambda: ask.holders(atlas["offices"], atlas["terms"]))


PAIRS = FigureSpec("people-pairs", _pairs, follows=EVENTS, options=(COUNTED,))
TERMS = FigureSpec("people-terms", _terms, options=(COUNTRY,))
MET = FigureSpec("people-met", _met, follows=EVENTS)
OF_EVENT = FigureSpec("record-offices", _of_event, options=(RECORD,))

PAGE = PageSpec(
    "people",
    "People",
    "Who?",
    figures=(PAIRS, MET, TERMS),
    rows=Rows(
        "visit or call",
        lambda dataset, chosen: len(met_in(dataset, dataset.events_of(chosen))),
        "visits and calls",
    ),
)
