"""The figures of the checks."""

from __future__ import annotations

from dashboard.figures.question import Question
from dashboard.figures.spec import Answer, FigureSpec, Option, PageSpec
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import checks as ask
from dashboard.views import checks

_ALL = "all"
_VERDICTS = {verdict: words.capitalize() for verdict, words in VOCABULARIES["verdict"].items()}

VERDICT = Option("verdict", "Verdict", {_ALL: "All verdicts", **_VERDICTS})


def _verdicts(question: Question) -> Answer:
    rows = question.dataset.atlas["checks"]
    return checks.verdicts(ask.verdict_counts(rows), rows, question.dataset.documents)


def _list(question: Question) -> Answer:
    dataset, verdict = question.dataset, question.option(VERDICT)
    chosen = ask.with_verdict(dataset.atlas["checks"], () if verdict == _ALL else (verdict,))
    return checks.listing(chosen, dataset.counts, dataset.documents)


VERDICTS = FigureSpec("checks-verdicts", _verdicts)
LIST = FigureSpec("checks-list", _list, options=(VERDICT,))

PAGE = PageSpec("checks", "Checks", "Does it hold?", section="Evidence", figures=(VERDICTS, LIST))
