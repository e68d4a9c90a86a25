"""The figures of the arguments."""

from __future__ import annotations

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import THEMES, Answer, FigureSpec, Option, PageSpec, Rows
from dashboard.model.selection import Selection
from dashboard.queries import claims as ask_claims
from dashboard.queries import events as ask_events
from dashboard.views import arguments

ORDER = Option(
    "order",
    "Order",
    {"topic": "By topic", "agreement": "Most shared first", "dispute": "Most disputed first"},
)


def _matrix(question: Question) -> Answer:
    atlas, documents = question.dataset.atlas, question.dataset.documents
    claims = ask_events.with_themes(atlas["claims"], question.themes)
    stances = ask_claims.stances(claims, atlas["evidence"], documents)
    return arguments.matrix(ask_claims.agreement(claims, stances), stances, documents, question.option(ORDER))


MATRIX = FigureSpec("arguments-matrix", _matrix, frozenset({THEMES}), (ORDER,))


def _number(dataset: Dataset, selection: Selection) -> int:
    return len(ask_events.with_themes(dataset.atlas["claims"], selection.themes))


PAGE = PageSpec(
    "arguments",
    "Arguments",
    "What do authors argue, and do they agree?",
    figures=(MATRIX,),
    rows=Rows("argument", _number),
)
