"""The frame of every page of the edition: its head, the way around, and the foot that says what one holds."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.figures.find import PAGE as FIND
from dashboard.site.head import Head, coins, written
from dashboard.site.publication import MENU, Links, Publication
from dashboard.views.markup import Markup, join, link, tag

STYLE, INDEX = "style.css", f"{FIND.name}.html"
INDEX_WAY = (FIND.title, INDEX)
"""The step of a trail that leads to the index."""
_SHELL = (
    '<!DOCTYPE html>\n<html lang="en-GB" dir="ltr"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '{head}<link rel="stylesheet" href="{style}"><link rel="icon" href="{icon}" type="image/svg+xml">'
    '<link rel="alternate" type="application/atom+xml" title="New in the Atlas" href="{feed}">{more}</head>'
    "<body>{body}</body></html>\n"
)


@dataclass(frozen=True)
class Document:
    """One page of the edition: where it stands, what it says of itself, what it shows.

    `trail` leads to it: words and path of each page above. `twin` is the path of its JSON.
    """

    path: str
    head: Head
    body: Markup
    trail: tuple[tuple[str, str], ...] = ()
    twin: str = ""


def page_of(document: Document, publication: Publication) -> bytes:
    """The page as a file."""
    links = Links(publication, document.path)
    main = tag("main", coins(document.head, publication), document.body, id="content")
    top, foot = _frame(publication, links)
    body = join(top, _trail(document, links), main, foot)
    twin = f'<link rel="alternate" type="application/json" href="{links.to(document.twin)}">'
    shell = _SHELL.format(
        head=written(document.head, publication),
        style=links.to(STYLE),
        icon=links.to("icon.svg"),
        feed=links.to("feed/new.xml"),
        more=twin if document.twin else "",
        body=body,
    )
    return shell.encode("utf-8")


def _frame(publication: Publication, links: Links) -> tuple[Markup, Markup]:
    """What stands above and below every page of one folder: written once for thousands of them."""
    frame: tuple[Markup, Markup] = publication.dataset.texts.answer(
        ("frame", links.to(""), publication.reads_app), lambda: (_top(links), _foot(publication, links))
    )
    return frame


def _top(links: Links) -> Markup:
    edition = links.publication.edition
    pages = [tag("li", link(page.title, links.to(links.publication.page(page.name)))) for page in MENU]
    skip = tag("a", "To the content", href="#content", class_="skip")
    home = tag("p", link(edition.title, links.to("index.html")), class_="home")
    menu = tag("nav", tag("ul", *pages), aria_label="Pages")
    return join(skip, tag("header", home, menu))


def _trail(document: Document, links: Links) -> Markup:
    if not document.trail:
        return Markup("")
    above = [tag("li", link(words, links.to(path))) for words, path in document.trail]
    return tag("nav", tag("ol", *above), aria_label="Where this page stands", class_="trail")


def _foot(publication: Publication, links: Links) -> Markup:
    edition = publication.edition
    words = (
        f"{edition.caption}. Facts: {edition.licence}. "
        "The values of a data set keep the terms of its source. This page asks no other host for anything. "
    )
    ways = (
        link("Files", links.to("files.html")),
        " · ",
        link("Feeds", links.to("feeds.html")),
        " · ",
        link(FIND.title, links.to(INDEX)),
    )
    return tag("footer", tag("p", words), tag("p", *ways))
