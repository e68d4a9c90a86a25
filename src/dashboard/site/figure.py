"""A figure as plain HTML: short on the pages where it stands, whole on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.exports import citation
from dashboard.figures.address import Context
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.lookup import counts_of
from dashboard.figures.question import Question
from dashboard.figures.rendered import unit_line, written
from dashboard.figures.spec import PageSpec
from dashboard.model.figure import Article, Cell, DataTable, Dots, EmptyFigure, Figure, Grid, Listing
from dashboard.model.selection import RECORD
from dashboard.site import drawing, parts
from dashboard.site.document import Document, page_of
from dashboard.site.head import Head
from dashboard.site.linked_data import breadcrumbs, of_figure
from dashboard.site.publication import Links, Publication
from dashboard.views import attribution, dots, tables
from dashboard.views.columns import told_once
from dashboard.views.formatting import count
from dashboard.views.markup import Markup, join, link, tag

SHORT = 24_000
"""Characters of a list or a table on a page where other figures stand too."""
CARDS, MOST_CARDS = 25, 100
"""Sources of one piece, and of a figure that repeats what each of them says."""
LINES = 10
"""Lines of dots in one piece."""


def stem_of(figure_id: str) -> str:
    """The path of a figure's files without their endings."""
    return f"figure/{figure_id}"


def section(question: Question, links: Links, stem: str = "", whole: bool = False) -> Markup:
    """A figure among others: its title, its drawing or the beginning of it, its note and its sources."""
    figure, figure_id = question.answer(), question.spec.figure_id
    if isinstance(figure, EmptyFigure):
        said = tag("p", f"{figure.why} {figure.change}", class_="atlas-absence")
        return tag("section", tag("h2", figure.title, id=figure_id), said)
    title = join(tag("h2", figure.title, id=figure_id), unit_line(figure))
    pieces = pieces_of(figure, question, links, stem or stem_of(figure_id))
    shown = pieces if whole else parts.packed(pieces, SHORT)[0]
    more = _more(figure, links, len(shown) < len(pieces)) if not whole else Markup("")
    return tag("section", title, *shown, drawing.caption(figure, question), more)


def _more(figure: Figure, links: Links, is_cut: bool) -> Markup:
    words = (
        "All of it, with its rows, its sources and its citation"
        if is_cut
        else "Rows, sources, citation and files"
    )
    return tag(
        "p", link(words, links.to(f"{stem_of(figure.figure_id)}.html"), aria_label=f"{words}: {figure.title}")
    )


def pieces_of(figure: Figure, question: Question, links: Links, stem: str) -> list[Markup]:
    """The drawing of a figure in pieces, none of which is long."""
    shape = figure.drawing
    if isinstance(shape, Listing):
        return [tables.listing(part, links) for part in parts.listings(shape)]
    if isinstance(shape, Grid):
        return [tables.grid(part, links) for part in parts.grids(_without_choices(shape, links))]
    if isinstance(shape, Article):
        facts = [
            (name, tuple(_without_choice(cell, links) if cell.page else cell for cell in cells))
            for name, cells in shape.facts
        ]
        return [written(figure, replace(shape, facts=tuple(facts)), links)]
    if isinstance(shape, Dots):
        starts = range(0, len(shape.lines), LINES)
        return [dots.lines(replace(shape, lines=shape.lines[at : at + LINES]), links) for at in starts]
    if isinstance(shape, DataTable):
        return rows_of(figure, links, tuple(dict.fromkeys((*shape.columns, "record_id"))))
    return [drawing.shown(figure, question, links, stem)]


def _without_choices(grid: Grid, links: Links) -> Grid:
    """A table whose cells lead to records and pages only: a page that answers to a choice needs the living
    Atlas.
    """
    rows = [tuple(_without_choice(cell, links) for cell in cells) for cells in grid.rows]
    return Grid(grid.header, tuple(rows), grid.groups)


def _without_choice(cell: Cell, links: Links) -> Cell:
    """A cell that leads to another page leads to that page of the edition, or to the record that it shows."""
    params, page = dict(cell.params), cell.page
    if not page:
        return replace(cell, params=())
    record = params.get(RECORD, "")
    shown = record if record in links else ""
    place = f"#{cell.to}" if cell.to else ""
    goal = "" if shown or page == "record" else links.to(links.publication.page(page)) + place
    return replace(cell, params=(), page="", record_id=shown, url=goal)


def rows_of(figure: Figure, links: Links, columns: Sequence[str] = ()) -> list[Markup]:
    """The rows behind a drawing as tables; of some `columns` in their order, those that are no name of the
    record that stands before them.
    """
    titles, caption = links.publication.dataset.titles, f"The rows of “{figure.title}”"
    rows = told_once(figure.rows[list(columns)], titles) if columns else figure.rows
    starts = range(0, len(rows), parts.ROWS)
    return [tables.frame(rows.iloc[at : at + parts.ROWS], links, caption, titles) for at in starts]


def sources_of(
    evidence: pd.DataFrame, behind: pd.DataFrame, links: Links, cards: int = CARDS
) -> list[Markup]:
    """The sources behind records with what each of them says , some to a piece."""
    dataset = links.publication.dataset
    counts = counts_of(dataset)
    bands = [behind.iloc[at : at + cards] for at in range(0, len(behind), cards)]
    if len(behind) > MOST_CARDS:
        return [_named(band.to_dict("records"), links) for band in bands]
    return [
        attribution.panel(
            evidence[evidence["source_id"].isin(set(band["source_id"]))],
            band,
            dataset.titles,
            links,
            counts,
        )
        for band in bands
    ]


def _named(sources: Sequence[Mapping[Any, Any]], links: Links) -> Markup:
    """Sources by title, publisher and date; what each says stands with its own record."""
    lines = []
    for row in sources:
        parts_of = [
            row["author"] or row["publisher"],
            row["published_caption"],
            count(row["records"], "record"),
        ]
        title = tag("span", row["title"], lang=row["language"] or None, dir="auto")
        path = links[row["source_id"]]
        lines.append(
            tag("li", Markup(f'<a href="{path}">{title}</a>'), f". {', '.join(filter(None, parts_of))}")
        )
    return tag("ul", *lines, class_="words")


def pages_of(question: Question, home: PageSpec, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """A figure's own pages and its files: as many pages as it takes."""
    figure = question.answer()
    if isinstance(figure, EmptyFigure):
        return
    stem = stem_of(figure.figure_id)
    links = Links(publication, stem)
    context = Context(home.name, publication.base, question=question)
    take = FigureExports(figure, publication.dataset, context)
    pages = parts.packed(_pieces(question, figure, take, links))
    for number, pieces in enumerate(pages, 1):
        yield _page(figure, home, publication, pieces, number, len(pages))
    yield f"{stem}.csv", take.rows()
    yield from drawing.files_of(question, stem, take)


def _pieces(question: Question, figure: Figure, take: FigureExports, links: Links) -> Iterator[Markup]:
    yield join(
        *pieces_of(figure, question, links, stem_of(figure.figure_id))[:1], drawing.caption(figure, question)
    )
    yield _takeaway(figure, take, links)
    yield from pieces_of(figure, question, links, stem_of(figure.figure_id))[1:]
    if drawing.is_drawn(figure):
        first, *others = rows_of(figure, links)
        yield join(tag("h2", f"The same as a table: {count(len(figure.rows), 'row')}"), first)
        yield from others
    cards = sources_of(take.evidence, take.sources, links)
    if cards:
        yield join(tag("h2", f"The {count(len(take.sources), 'source')} behind it"), cards[0])
        yield from cards[1:]


def _takeaway(figure: Figure, take: FigureExports, links: Links) -> Markup:
    stem = stem_of(figure.figure_id)
    files = [link("Rows (CSV)", links.to(f"{stem}.csv"))]
    files += [link("Picture (SVG)", links.to(f"{stem}.svg"))] if drawing.is_drawn(figure) else []
    cited = tag("p", citation.text(take.figure_item), class_="cite")
    offered = tag("ul", *(tag("li", file) for file in files), class_="files")
    return join(tag("h2", "Cite and download"), cited, offered)


def _page(
    figure: Figure,
    home: PageSpec,
    publication: Publication,
    pieces: Sequence[Markup],
    number: int,
    pages: int,
) -> tuple[str, bytes]:
    stem = stem_of(figure.figure_id)
    path = part_path(stem, number)
    links = Links(publication, path)
    trail = ((home.title, publication.page(home.name)),)
    title = figure.title if number == 1 else f"{figure.title}, part {number} of {pages}"
    body = join(tag("h1", title), unit_line(figure), *pieces, turning(stem, number, pages, links))
    address = publication.address(path)
    linked = (
        of_figure(publication, title, figure.message, address),
        breadcrumbs(publication, trail, title),
    )
    head = Head(title, figure.message, address, kind="Image", linked=linked)
    return path, page_of(Document(path, head, body, trail), publication)


def part_path(stem: str, number: int) -> str:
    """The path of one of the pages over which something long goes on."""
    return f"{stem}.html" if number == 1 else f"{stem}.part-{number}.html"


def turning(stem: str, number: int, pages: int, links: Links) -> Markup:
    """The ways to the parts before and after, and to each of them."""
    if pages == 1:
        return Markup("")
    ways = [
        tag("li", tag("b", str(at)) if at == number else link(str(at), links.to(part_path(stem, at))))
        for at in range(1, pages + 1)
    ]
    return tag("nav", tag("ul", *ways), aria_label="Parts of this page", class_="parts")
