"""The record by theme, decade and era: what happened in each, on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.figures.overview import DISAGREEMENTS
from dashboard.figures.question import Question, whole
from dashboard.figures.timeline import LANES, LIST
from dashboard.figures.trade import LINES
from dashboard.model.figure import Figure
from dashboard.model.period import parse_period
from dashboard.model.selection import Selection
from dashboard.site import drawing, figure, parts
from dashboard.site.document import Document, page_of
from dashboard.site.head import Head
from dashboard.site.linked_data import breadcrumbs
from dashboard.site.publication import Links, Publication
from dashboard.views.formatting import count
from dashboard.views.markup import Markup, join, link, tag

DRAWN = (LANES, LINES)


@dataclass(frozen=True)
class Chapter:
    """A part of the record: where it stands, its name, a sentence on it, and the choice that it is."""

    stem: str
    title: str
    words: str
    selection: Selection


def chapters_of(publication: Publication) -> list[Chapter]:
    """Every theme, every decade and every era."""
    return [*_themes(publication), *_decades(publication), *_eras(publication)]


def ways(publication: Publication, links: Links) -> Markup:
    """The ways to all chapters, by kind."""
    kinds = (("By theme", _themes), ("By decade", _decades), ("By era", _eras))
    lists = [join(tag("h2", words), _listed(chapters(publication), links)) for words, chapters in kinds]
    return tag("nav", *lists, aria_label="The record by theme, decade and era")


def pages_of(chapter: Chapter, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """A chapter's pages and the drawings on the first of them."""
    dataset = publication.dataset
    events = dataset.events_of(chapter.selection)
    path = f"{chapter.stem}.html"
    links = Links(publication, path)
    drawn = [
        Question(spec, dataset, chapter.selection) for spec in DRAWN if _belongs(spec, chapter, publication)
    ]
    sections = [figure.section(question, links, _stem(chapter, question), whole=True) for question in drawn]
    sections += [figure.section(Question(DISAGREEMENTS, dataset, chapter.selection), links)]
    listed = Question(LIST, dataset, chapter.selection)
    answer = listed.answer()
    pieces = figure.pieces_of(answer, listed, links, "") if isinstance(answer, Figure) else []
    pages = parts.packed([join(*sections), *pieces])
    for number, held in enumerate(pages, 1):
        yield _page(chapter, publication, held, number, len(pages), len(events))
    for question in drawn:
        yield from drawing.files_of(question, _stem(chapter, question))


def _page(
    chapter: Chapter, publication: Publication, held: list[Markup], number: int, pages: int, events: int
) -> tuple[str, bytes]:
    path = figure.part_path(chapter.stem, number)
    links = Links(publication, path)
    title = chapter.title if number == 1 else f"{chapter.title}, part {number} of {pages}"
    said = tag("p", f"{chapter.words} {count(events, 'event')}.", class_="lead")
    body = join(tag("h1", title), said, *held, figure.turning(chapter.stem, number, pages, links))
    trail = (("Timeline", publication.page("timeline")),)
    linked = (breadcrumbs(publication, trail, title),)
    head = Head(title, chapter.words, publication.address(path), kind="Collection", linked=linked)
    return path, page_of(Document(path, head, body, trail), publication)


def _stem(chapter: Chapter, question: Question) -> str:
    return f"{chapter.stem}-{question.spec.figure_id}"


def _belongs(spec: object, chapter: Chapter, publication: Publication) -> bool:
    """Trade follows the years alone, so a theme's page would repeat the whole."""
    default = whole(publication.dataset)
    years = (chapter.selection.first_year, chapter.selection.last_year)
    return spec is LANES or years != (default.first_year, default.last_year)


def _listed(chapters: list[Chapter], links: Links) -> Markup:
    return tag(
        "ul", *(tag("li", link(chapter.title, links.to(f"{chapter.stem}.html"))) for chapter in chapters)
    )


def _themes(publication: Publication) -> list[Chapter]:
    first, last = publication.dataset.atlas.span
    return [
        Chapter(
            f"theme/{row['theme_id']}",
            row["label"],
            row["description"],
            Selection((row["theme_id"],), (), first, last),
        )
        for row in publication.dataset.atlas["themes"].to_dict("records")
    ]


def _decades(publication: Publication) -> list[Chapter]:
    first, last = publication.dataset.atlas.span
    starts = range(first // 10 * 10, last + 1, 10)
    return [
        Chapter(
            f"decade/{start}s",
            f"The {start}s",
            f"What the record holds of {max(start, first)} to {min(start + 9, last)}.",
            Selection((), (), max(start, first), min(start + 9, last)),
        )
        for start in starts
    ]


def _eras(publication: Publication) -> list[Chapter]:
    atlas = publication.dataset.atlas
    first, last = atlas.span
    chapters = []
    for row in atlas["eras"].to_dict("records"):
        period = parse_period(row["period"])
        years = max(period.first.year, first), min(period.last.year, last)
        chapters.append(
            Chapter(f"era/{row['era_id']}", row["label"], row["summary"], Selection((), (), *years))
        )
    return chapters
