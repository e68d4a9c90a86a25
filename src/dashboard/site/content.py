"""The content of a page or a record in short, for who runs no scripts and for who cannot reach the server."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.exports import citation
from dashboard.figures.lookup import evidence_behind, rows_of
from dashboard.figures.question import Question
from dashboard.figures.record import FACTS
from dashboard.figures.rendered import rendered
from dashboard.figures.spec import RECORD, PageSpec
from dashboard.figures.votes import VOTE
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.site import figure, record
from dashboard.site.publication import Links, Publication
from dashboard.views.markup import Markup, join, link, tag

PLAIN = "read/"
MOST = 20_000
"""Characters: compressed, they are some 5 KiB of a page."""


def of_record(app: Publication, record_id: str) -> Markup:
    """A record: what it is, who says so with what words, how to cite it, as far as there is room."""
    pieces, size = [record.heading(app, record_id)], 0
    for piece in _pieces(app, record_id):
        size += len(piece)
        if size > MOST:
            break
        pieces.append(piece)
    plain = PLAIN + Publication(app.dataset).path_of(record_id)
    cited = tag("p", citation.text(record.cited(app, record_id)))
    return join(*pieces, cited, _way("All of this record, with what is connected with it", plain))


def _pieces(app: Publication, record_id: str) -> Iterator[Markup]:
    """The article, which the app's own page then finds made, and the record's own passages."""
    dataset, is_vote = app.dataset, app.dataset.table_of(record_id) == "votes"
    article = Question(VOTE if is_vote else FACTS, dataset, options={RECORD: (record_id,)})
    answer = rendered(article).figure
    if isinstance(answer, Figure):
        yield from figure.pieces_of(answer, article, Links(app), "")
    behind_record = evidence_behind(dataset, [record_id])
    behind = rows_of(dataset, "sources", "source_id", behind_record["source_id"])
    yield from figure.sources_of(behind_record, behind.assign(records=1), Links(app), cards=5)


def of_page(spec: PageSpec, app: Publication) -> Markup:
    """A page: its question, and of each figure the title and what it shows in words."""
    plain = PLAIN + Publication(app.dataset).page(spec.name)
    parts = [tag("h1", spec.title), tag("p", spec.question)]
    for figure_spec in spec.figures_in(app.dataset):
        answer = Question(figure_spec, app.dataset).answer()
        words = f"{answer.why} {answer.change}" if isinstance(answer, EmptyFigure) else answer.message
        parts.append(tag("section", tag("h2", answer.title), tag("p", words)))
    return join(*parts, _way("The figures, tables and sources of this page without scripts", plain))


def _way(words: str, path: str) -> Markup:
    return tag("p", link(words, path))
