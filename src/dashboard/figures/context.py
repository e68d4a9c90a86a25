"""The figures of what surrounds the two countries, in numbers: votes, the families of series that the data
name for this page, and what documents state of the same subjects.
"""

from __future__ import annotations

from dashboard.figures.family import family_figures
from dashboard.figures.question import Question
from dashboard.figures.spec import YEARS, Answer, FigureSpec, PageSpec
from dashboard.figures.votes import AGREEMENT
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import context as ask
from dashboard.queries import events as ask_events
from dashboard.queries import stated as ask_stated
from dashboard.views import context


def _statements(question: Question) -> Answer:
    atlas = question.dataset.atlas
    quantities, checks = atlas["quantities"], atlas["checks"]
    subjects = ask.subjects(atlas["families"], atlas["family_members"], quantities)
    places = {name: place for place, name in enumerate(subjects)}
    stated = quantities[quantities["indicator"].isin(subjects)]
    stated = stated.assign(place=stated["indicator"].map(places)).sort_values("place", kind="stable")
    stated = ask_events.in_years(stated, "period", *question.years)
    tested = ask_stated.tested_by(atlas["evidence"], checks, stated["quantity_id"])
    return context.documents_say(stated, checks, tested, VOCABULARIES["verdict"])


STATEMENTS = FigureSpec("context-statements", _statements, frozenset({YEARS}))

PAGE = PageSpec(
    "context",
    "Context",
    "What else was counted in the two countries and around them?",
    figures=(AGREEMENT, STATEMENTS),
    of_data=lambda dataset: family_figures(dataset, "context"),
)
