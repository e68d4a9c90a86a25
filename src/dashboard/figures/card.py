"""A record at a glance, for whoever points at its mark: what, when, one sentence, who says so, the first
passage.
"""

from __future__ import annotations

from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import edition_of
from dashboard.figures.lookup import evidence_behind, row_of
from dashboard.figures.question import Question
from dashboard.figures.record import DISAGREEMENTS, FACTS
from dashboard.figures.spec import RECORD, FigureSpec
from dashboard.model.figure import Article, Dots, EmptyFigure
from dashboard.views import dots, tables
from dashboard.views.arguments import named
from dashboard.views.attribution import titled
from dashboard.views.markup import Markup, join, link, tag


def card(dataset: Dataset, record_id: str) -> Markup:
    """The record as HTML whose links wait for a choice, written once for all readers."""
    written: Markup = dataset.texts.answer(("card", record_id), lambda: _written(dataset, record_id))
    return written


def _written(dataset: Dataset, record_id: str) -> Markup:
    head = tag("h3", dataset.titles[record_id])
    article = _drawing(FACTS, dataset, record_id)
    differing = _drawing(DISAGREEMENTS, dataset, record_id)
    parts = [head]
    if isinstance(article, Article):
        parts.append(tables.summary(article, dataset.hrefs))
    if isinstance(differing, Dots):
        parts.append(dots.lines(differing, {}, level=4))
    parts.append(_first_passage(dataset, record_id))
    whole = link("Open the whole record", dataset.hrefs[record_id])
    return tag("div", *parts, tag("p", whole), _edition(dataset), class_="atlas-mark-card")


def card_of_mark(question: Question, mark: str) -> Markup:
    """The same for a mark that stands for no record: what it is, and what is behind it; nothing for one that
    the figure does not have.
    """
    glance, dataset = question.glance(mark), question.dataset
    if glance is None:
        return join()
    text = tables.article(glance.article, dataset.hrefs)
    return tag("div", tag("h3", glance.title), text, _edition(dataset), class_="atlas-mark-card")


def _edition(dataset: Dataset) -> Markup:
    return tag("p", edition_of(dataset.atlas, "").caption, class_="atlas-note")


def _drawing(spec: FigureSpec, dataset: Dataset, record_id: str) -> object:
    """What a figure of the record draws; None where it has nothing to draw."""
    answer = Question(spec, dataset, None, {RECORD: (record_id,)}).answer()
    return None if isinstance(answer, EmptyFigure) else answer.drawing


def _first_passage(dataset: Dataset, record_id: str) -> Markup:
    """The first passage that somebody quotes of the record, or else its first source."""
    evidence = evidence_behind(dataset, dataset.backed([record_id]))
    if evidence.empty:
        return join()
    quoted = evidence[evidence["quote"] != ""]
    first = (quoted if len(quoted) else evidence).iloc[0]
    source = row_of(dataset, first["source_id"])[1]
    passage = join(tag("q", first["quote"]), " ") if first["quote"] else ""
    return tag("p", passage, named(source), ": ", titled(source, first["quote"]), class_="atlas-passage")
