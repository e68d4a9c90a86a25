"""One record as a page of its own: what it is, what is known of it, who says so, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dashboard.exports import citation
from dashboard.exports.fault_report import instruction
from dashboard.exports.reference import Item, of_part
from dashboard.figures import lookup
from dashboard.figures.connected import AROUND, SOURCES
from dashboard.figures.fault_report import fault_report
from dashboard.figures.question import Question
from dashboard.figures.record import figures_of_record
from dashboard.figures.record_map import WHERE
from dashboard.figures.spec import RECORD
from dashboard.model.figure import EmptyFigure
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.site import figure, parts
from dashboard.site.document import INDEX_WAY, Document, page_of
from dashboard.site.feed import has_changed
from dashboard.site.head import Head
from dashboard.site.linked_data import breadcrumbs, of_record
from dashboard.site.publication import Links, Publication
from dashboard.views.formatting import count
from dashboard.views.markup import Markup, join, link, tag

# Thousands of small maps and strips would outweigh the edition: places, years and neighbours stand in words,
# and sources with all that they say.
TOLD_OTHERWISE = (WHERE, AROUND, SOURCES)
_SAID = ("summary", "finding", "description", "statement", "role", "note")


def row_of(publication: Publication, record_id: str) -> tuple[str, Mapping[str, Any]]:
    """The table of a record and its row, with the dates in words; KeyError if there is none."""
    atlas = publication.dataset.atlas
    table = publication.dataset.table_of(record_id)
    row = (
        atlas.votes[atlas.votes["vote_id"] == record_id].iloc[0]
        if table == "votes"
        else lookup.row_of(publication.dataset, record_id)[1]
    )
    return table, {str(name): value for name, value in row.items()}


def head_of(publication: Publication, record_id: str) -> Head:
    """What a record says of itself."""
    table, row = row_of(publication, record_id)
    title, address = (
        publication.dataset.titles[record_id],
        publication.address(publication.path_of(record_id)),
    )
    trail = [(words, publication.plain(path)) for words, path in _trail(table)]
    linked = [of_record(publication, table, row, title, address), breadcrumbs(publication, trail, title)]
    return Head(title, _described(table, row, title), address, dated=str(row.get("date", "")), linked=linked)


def heading(publication: Publication, record_id: str) -> Markup:
    """The title of a record, in the language of its source; plain letters are a title written in English."""
    _, row = row_of(publication, record_id)
    title = publication.dataset.titles[record_id]
    language = "" if title.isascii() else str(row.get("language", ""))
    return tag("h1", title, lang=language or None, dir="auto" if language else None)


def cited(publication: Publication, record_id: str) -> Item:
    """The record as something that can be cited."""
    kind = RECORD_NAMES[publication.dataset.table_of(record_id)].capitalize()
    address = publication.address(publication.path_of(record_id))
    return of_part(
        publication.edition, f"atlas-{record_id}", publication.dataset.titles[record_id], kind, address
    )


def pieces_of(publication: Publication, record_id: str, links: Links) -> Iterator[Markup]:
    """Everything about a record in pieces, in the order in which it is read."""
    dataset = publication.dataset
    specs = [spec for spec in figures_of_record(dataset, record_id) if spec not in TOLD_OTHERWISE]
    for spec in specs:
        question = Question(spec, dataset, options={RECORD: (record_id,)})
        answer = question.answer()
        if isinstance(answer, EmptyFigure):
            continue
        pieces = figure.pieces_of(answer, question, links, "")
        note = tag("p", answer.note, class_="atlas-note") if answer.note else ""
        heading = tag("h2", answer.title) if answer.title != dataset.titles[record_id] else ""
        yield join(heading, pieces[0], note)
        yield from pieces[1:]
    evidence, sources = lookup.behind(dataset, dataset.backed([record_id]))
    cards = figure.sources_of(evidence, sources, links)
    if cards:
        yield join(tag("h2", f"Who says so: {count(len(sources), 'source')}"), cards[0])
        yield from cards[1:]


def pages_of(record_id: str, publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The pages of a record; most have one."""
    stem = f"record/{record_id}"
    head, table = head_of(publication, record_id), publication.dataset.table_of(record_id)
    links = Links(publication, stem)
    if has_changed(publication, record_id):
        head = replace(head, feed=links.to(f"{stem}.xml"))
    ending = [_cite(publication, record_id, links), _report(publication, record_id)]
    pages = parts.packed([*pieces_of(publication, record_id, links), *ending])
    for number, pieces in enumerate(pages, 1):
        path = figure.part_path(stem, number)
        turning = figure.turning(stem, number, len(pages), links)
        body = join(heading(publication, record_id), *pieces, turning)
        yield path, page_of(Document(path, head, body, _trail(table), f"{stem}.json"), publication)


def _cite(publication: Publication, record_id: str, links: Links) -> Markup:
    item = cited(publication, record_id)
    return join(
        tag("h2", "To cite it"),
        tag("p", citation.text(item), class_="cite"),
        tag(
            "p",
            "Permanent id: ",
            tag("code", record_id),
            " · ",
            link("JSON", links.to(f"record/{record_id}.json")),
        ),
    )


def _report(publication: Publication, record_id: str) -> Markup:
    """A report on a fault of the record to copy, and where one can be sent, the link that opens it there."""
    address = publication.address(publication.path_of(record_id))
    report = fault_report(publication.dataset, record_id, publication.base, address)
    receiving = publication.dataset.atlas.subject.faults
    return tag(
        "details",
        tag("summary", "Report a fault"),
        tag("p", instruction(receiving)),
        tag("pre", report.text),
        tag("p", tag("a", "Open it as a message", href=report.opening(receiving))) if receiving else "",
        class_="report",
    )


def _trail(table: str) -> tuple[tuple[str, str], ...]:
    return (INDEX_WAY, (RECORD_NAMES[table].capitalize(), f"names/{table}.html"))


def _described(table: str, row: Mapping[str, Any], title: str) -> str:
    """A record in a sentence or two: when, and what its row says of it first."""
    when = row.get("date_caption", "")
    said = next((str(row[name]) for name in _SAID if row.get(name) and row[name] != title), "")
    words = [f"{RECORD_NAMES[table].capitalize()}{', ' + when if when else ''}.", said]
    return " ".join(filter(None, words))
