"""The figure of the guided tours."""

from __future__ import annotations

from dashboard.figures.question import Question
from dashboard.figures.spec import Answer, FigureSpec, PageSpec
from dashboard.queries import tours as ask
from dashboard.views import tours


def _steps(question: Question) -> Answer:
    rows = question.dataset.atlas["tours"]
    return tours.table(rows, ask.names(rows), question.dataset.titles)


STEPS = FigureSpec(tours.FIGURE_ID, _steps)

PAGE = PageSpec("tours", "Guided tours", "Where do I begin?", figures=(STEPS,))
