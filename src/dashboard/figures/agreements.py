"""The figure of agreements."""

from __future__ import annotations

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import EVENTS, Answer, FigureSpec, Option, PageSpec, Rows
from dashboard.model.selection import Selection
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import agreements as ask
from dashboard.views import agreements

_ALL = "all"
_KINDS = {kind: words.capitalize() for kind, words in VOCABULARIES["agreement kind"].items()}

KIND = Option("text", "Kind of text", {_ALL: "All kinds", **_KINDS})


def _table(question: Question) -> Answer:
    dataset, kind = question.dataset, question.option(KIND)
    signed = ask.signed(dataset.atlas["agreements"], question.events)
    followed = ask.followed_by(signed["event_id"], dataset.atlas["events"])
    if kind == _ALL:
        return agreements.table(signed, followed, dataset.titles)
    chosen = signed[signed["kind"] == kind].reset_index(drop=True)
    return agreements.table(chosen, followed, dataset.titles, kind)


def _number(dataset: Dataset, selection: Selection) -> int:
    return len(ask.signed(dataset.atlas["agreements"], dataset.events_of(selection)))


TABLE = FigureSpec("agreements-table", _table, follows=EVENTS, options=(KIND,))

PAGE = PageSpec(
    "agreements",
    "Agreements",
    "What was signed, and what became of it?",
    figures=(TABLE,),
    rows=Rows("agreement", _number),
)
