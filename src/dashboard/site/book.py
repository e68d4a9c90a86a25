"""The record as an EPUB: every event by decade, with who says so, for readers without a network."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pandas as pd

from dashboard.site.publication import Publication
from dashboard.views.markup import Markup, join, tag

_SHELL = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">'
    "<head><title>{title}</title></head><body>{body}</body></html>\n"
)
_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)


def epub(publication: Publication) -> bytes:
    """The book as EPUB 3; its bytes depend on the data alone."""
    chapters = _chapters(publication)
    files = {
        "META-INF/container.xml": _CONTAINER,
        "book.opf": _package(publication, list(chapters)),
        "contents.xhtml": _contents(list(chapters)),
        **{f"{stem}.xhtml": _shell(title, body) for (stem, title), body in chapters.items()},
    }
    day = publication.edition.released
    stamp = (day.year, day.month, day.day, 0, 0, 0)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(ZipInfo("mimetype", stamp), "application/epub+zip", ZIP_STORED)
        for name, content in files.items():
            archive.writestr(ZipInfo(name, stamp), content, ZIP_DEFLATED)
    return buffer.getvalue()


def _chapters(publication: Publication) -> dict[tuple[str, str], Markup]:
    """A preface, then a chapter a decade: name of the file and title, and the words."""
    edition, subject = publication.edition, publication.dataset.atlas.subject
    said = f"{edition.caption}. Facts: {edition.licence}."
    preface = join(tag("h1", edition.title), *(tag("p", words) for words in (*subject.lead, said)))
    chapters = {("preface", edition.title): preface}
    events = publication.dataset.atlas["events"].sort_values(["date_first", "event_id"])
    tellings = _sources_by_record(publication)
    starts = pd.Series([day.year // 10 * 10 for day in events["date_first"]], index=events.index)
    for decade, held in events.groupby(starts):
        title = f"The {decade}s"
        entries = [_entry(row, tellings.get(row["event_id"], ())) for row in held.to_dict("records")]
        chapters[(f"d{decade}", title)] = join(tag("h1", title), *entries)
    return chapters


def _entry(row: Mapping[Any, Any], sources: Sequence[str]) -> Markup:
    said = f"Sources: {'; '.join(sources)}." if sources else ""
    return tag(
        "section",
        tag("h2", row["title"]),
        tag("p", tag("b", row["date_caption"]), f". {row['summary']}"),
        tag("p", tag("small", said, f" {row['event_id']}")),
        id=row["event_id"],
    )


def _sources_by_record(publication: Publication) -> dict[str, list[str]]:
    names = publication.dataset.source_names
    by_record: dict[str, dict[str, None]] = {}
    for row in publication.dataset.atlas["evidence"][["record_id", "source_id"]].itertuples(index=False):
        by_record.setdefault(row.record_id, {})[names[row.source_id]] = None
    return {record_id: list(named) for record_id, named in by_record.items()}


def _package(publication: Publication, chapters: Sequence[tuple[str, str]]) -> str:
    edition = publication.edition
    stems = [stem for stem, _ in chapters]
    items = [f'<item id="{stem}" href="{stem}.xhtml" media-type="application/xhtml+xml"/>' for stem in stems]
    spine = "".join(f'<itemref idref="{stem}"/>' for stem in stems)
    contents = '<item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{escape(edition.package)}-{edition.version}</dc:identifier>'
        f"<dc:title>{escape(edition.title)}</dc:title><dc:language>en-GB</dc:language>"
        f"<dc:date>{edition.released.isoformat()}</dc:date><dc:rights>{escape(edition.licence)}</dc:rights>"
        f'<meta property="dcterms:modified">{edition.released.isoformat()}T00:00:00Z</meta></metadata>'
        f"<manifest>{contents}{''.join(items)}</manifest><spine>{spine}</spine></package>"
    )


def _contents(chapters: Sequence[tuple[str, str]]) -> str:
    lines = [tag("li", tag("a", title, href=f"{stem}.xhtml")) for stem, title in chapters]
    body = Markup(f'<nav epub:type="toc"><h1>Contents</h1><ol>{join(*lines)}</ol></nav>')
    return _shell("Contents", body)


def _shell(title: str, body: Markup) -> str:
    return _SHELL.format(title=escape(title), body=body)
