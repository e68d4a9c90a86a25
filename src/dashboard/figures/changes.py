"""The figures of what changed since an edition, and of the history of a record."""

from __future__ import annotations

from dashboard.figures.editions import changes_since, days_of, history_of, steps_of, themes_of
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, THEMES, Answer, FigureSpec, Option, PageSpec
from dashboard.model.change import CORRECTIONS, KINDS
from dashboard.model.figure import EmptyFigure
from dashboard.views import changes
from dashboard.views.formatting import day_in_words

_ALL = "all"

SINCE = Option(
    changes.SINCE,
    "Since edition",
    lambda dataset: {version: f"{version}, {day}" for version, day in days_of(dataset).items()},
)
KIND = Option(
    changes.OF_KIND,
    "Kind of change",
    {
        _ALL: "All changes",
        **{kind: words.capitalize() for kind, words in KINDS.items()},
        CORRECTIONS: "Corrections",
    },
    by_link=True,
)


def _list(question: Question) -> Answer:
    dataset, since, kind = question.dataset, question.option(SINCE), question.option(KIND)
    if since not in days_of(dataset):
        return changes.no_editions(changes.LIST_ID, "What changed")
    found = changes_since(dataset, since)
    themes = set(question.themes)
    if themes:
        found = tuple(change for change in found if themes & set(themes_of(dataset, change.record)))
    kind = "" if kind == _ALL else kind
    chosen = changes.of_kind(found, kind)
    return changes.listing(found, chosen, since, days_of(dataset)[since], kind, dataset.titles)


def _editions(question: Question) -> Answer:
    dataset = question.dataset
    days = days_of(dataset)
    if not days:
        return changes.no_editions(changes.EDITIONS_ID, "From edition to edition")
    released = day_in_words(dataset.atlas.released)
    return changes.editions(steps_of(dataset), days, released, dataset.titles)


def _history(question: Question) -> Answer:
    dataset = question.dataset
    steps = history_of(dataset, question.option(RECORD))
    if not steps:
        title, why = "Its history", "This record has not changed since the first edition at hand."
        return EmptyFigure(changes.HISTORY_ID, title, why, "Look at what changed in others.")
    released = day_in_words(dataset.atlas.released)
    return changes.history(steps, days_of(dataset), released, dataset.titles)


def editions_behind(question: Question) -> list[tuple[str, str, str]]:
    """The pairs of editions that a figure of changes compares: how its rows call the pair, the older and the
    newer edition; none for other figures.
    """
    dataset, figure_id = question.dataset, question.spec.figure_id
    if figure_id == changes.LIST_ID:
        return [("", question.option(SINCE), dataset.atlas.version)]
    if figure_id in (changes.EDITIONS_ID, changes.HISTORY_ID):
        return [(step.version, step.since, step.version) for step in steps_of(dataset)]
    return []


EDITIONS = FigureSpec("changes-editions", _editions)
LIST = FigureSpec("changes-list", _list, follows=frozenset({THEMES}), options=(SINCE, KIND))
HISTORY = FigureSpec("record-history", _history, options=(RECORD,))

PAGE = PageSpec(
    "changes",
    "Changes",
    "What changed since an edition?",
    figures=(EDITIONS, LIST),
)
