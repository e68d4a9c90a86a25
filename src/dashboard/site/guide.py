"""What the edition holds beside its pages, told to people and to programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.site.document import Document, page_of
from dashboard.site.feed import feeds_of
from dashboard.site.head import Head
from dashboard.site.linked_data import of_atlas
from dashboard.site.publication import MENU, Links, Publication
from dashboard.views.markup import Markup, join, link, tag

FILES = (
    ("data/datapackage.json", "Every table as CSV, described by the Frictionless standard"),
    ("data/README.md", "The codebook: what each column means"),
    ("data/atlas.sqlite", "All tables as one SQLite database, which Datasette opens as it is"),
    ("data/parquet/events.parquet", "Each table as Parquet: the events; the others stand beside it"),
    ("data/atlas.geojson", "Places and routes as GeoJSON"),
    ("data/dates.ics", "Dated plans and jubilees as a calendar"),
    ("data/timeline.json", "The weightiest events and the eras for TimelineJS"),
    ("ro-crate-metadata.json", "The files of data as an RO-Crate"),
    ("atlas.epub", "The record as a book for electronic readers"),
    ("llms.txt", "Where language models find what"),
)
_WITH_TABLES = {"data/datapackage.json", "ro-crate-metadata.json"}
_JSON = "Each record also stands as JSON beside its page: the same path, ending in .json."


def pages_of(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The page of the files and the page of the feeds."""
    links = Links(publication)
    files = [tag("li", link(path, links.to(path)), f": {words}.") for path, words in _files(publication)]
    yield _page(publication, "files.html", "Files", _JSON, files)
    feeds = [tag("li", link(feed.title, links.to(f"{feed.stem}.xml"))) for feed in feeds_of(publication)]
    feeds.append(tag("li", link("The first of them as JSON Feed", links.to("feed.json"))))
    yield _page(publication, "feeds.html", "Feeds", "Addresses for a feed reader, as Atom.", feeds)


def _page(
    publication: Publication, path: str, title: str, words: str, lines: Sequence[Markup]
) -> tuple[str, bytes]:
    head = Head(title, words, publication.address(path), kind="Dataset", linked=(of_atlas(publication),))
    body = join(tag("h1", title), tag("p", words, class_="lead"), tag("ul", *lines))
    return path, page_of(Document(path, head, body), publication)


def for_language_models(publication: Publication) -> bytes:
    """`llms.txt`: what this is, its terms, and where to read; none of it is text of the tables' rows."""
    edition, subject = publication.edition, publication.dataset.atlas.subject
    lines = [
        f"# {edition.title}",
        "",
        f"> {' '.join(subject.lead)}",
        "",
        f"{edition.caption}. Facts: {edition.licence}; values of a data set keep the terms of its source.",
        "Cite the record's permanent id, the edition and the source behind it. " + _JSON,
        "",
        "## Pages",
        "",
        *(
            f"- [{page.title}]({_way(publication, publication.page(page.name))}): {page.question}"
            for page in MENU
        ),
        "",
        "## Data",
        "",
        *(
            f"- [{path}]({_way(publication, publication.plain(path))}): {words}"
            for path, words in _files(publication)
        ),
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def _files(publication: Publication) -> tuple[tuple[str, str], ...]:
    return tuple(file for file in FILES if publication.has_tables or file[0] not in _WITH_TABLES)


def _way(publication: Publication, path: str) -> str:
    return publication.address(path) or path
