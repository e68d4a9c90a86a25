"""The pages of the menu as plain HTML: the same figures in the same order, under all that there is."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.figures.question import Question
from dashboard.figures.spec import FigureSpec, PageSpec
from dashboard.site import figure
from dashboard.site.chapter import ways
from dashboard.site.document import Document, page_of
from dashboard.site.head import Head
from dashboard.site.linked_data import breadcrumbs, of_atlas
from dashboard.site.publication import Links, Publication
from dashboard.views.markup import Markup, join, link, tag


def pages_of(spec: PageSpec, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """One page of the menu."""
    path = publication.page(spec.name)
    is_first = path == "index.html"
    head = head_of(spec, publication, path)
    lead = publication.dataset.atlas.subject.lead if is_first else (spec.question,)
    body = join(
        tag("h1", head.title),
        tag("p", " ".join(lead), class_="lead"),
        *_beginning(spec, publication, path),
        body_of(spec, publication, path),
    )
    yield path, page_of(Document(path, head, body), publication)


def head_of(spec: PageSpec, publication: Publication, path: str) -> Head:
    """What a page of the menu says of itself."""
    subject = publication.dataset.atlas.subject
    is_first = spec.name == "overview"
    title = subject.title if is_first else spec.title
    words = " ".join(subject.lead) if is_first else f"{spec.question} {subject.lead[0]}"
    linked = [of_atlas(publication)] if is_first or spec.name == "data" else []
    linked += [] if is_first else [breadcrumbs(publication, (), spec.title)]
    return Head(title, words, publication.address(path), kind="Collection", linked=linked)


def body_of(spec: PageSpec, publication: Publication, path: str) -> Markup:
    """The figures of a page."""
    links, dataset = Links(publication, path), publication.dataset
    questions = [Question(figure_spec, dataset) for figure_spec in spec.figures_in(dataset)]
    return join(*(figure.section(question, links) for question in questions))


def figures_of(pages: tuple[PageSpec, ...], publication: Publication) -> list[tuple[FigureSpec, PageSpec]]:
    """Every figure of some pages once, with the first page on which it stands."""
    homes: dict[str, tuple[FigureSpec, PageSpec]] = {}
    for page in pages:
        for spec in page.figures_in(publication.dataset):
            homes.setdefault(spec.figure_id, (spec, page))
    return list(homes.values())


def _beginning(spec: PageSpec, publication: Publication, path: str) -> list[Markup]:
    """The ways into parts of the record, on the pages where a reader looks for them."""
    links = Links(publication, path)
    if spec.name == "votes":
        return [tag("p", link("Every recorded vote, the newest first", links.to("votes/1.html")))]
    return [ways(publication, links)] if spec.name in ("overview", "timeline") else []
