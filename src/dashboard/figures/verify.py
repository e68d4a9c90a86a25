"""The figure of a reader's own paragraph, held against the record."""

from __future__ import annotations

from dashboard.figures.question import Question
from dashboard.figures.spec import Answer, FigureSpec, PageSpec
from dashboard.model.statement import MOST_WORDS
from dashboard.queries.verify.paragraph import verified
from dashboard.views import verify


def _statements(question: Question) -> Answer:
    dataset, number = question.dataset, len(question.text.split())
    if not number:
        return verify.nothing_asked()
    if number > MOST_WORDS:
        return verify.too_long(number)
    return verify.statements(verified(question.text, dataset.held), dataset.titles, dataset.source_names)


STATEMENTS = FigureSpec("paragraph-statements", _statements, of_text=True)

PAGE = PageSpec("verify", "Check my paragraph", "Does what I wrote hold?", figures=(STATEMENTS,))
