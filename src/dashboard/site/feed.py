"""Feeds: what is new, changed and corrected since the edition before, and the latest of each theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps
from typing import Any
from xml.etree import ElementTree

from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.site.publication import Publication

LONGEST = 60
"""Entries of one feed."""
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One record in a feed, with a sentence on why it stands there."""

    record_id: str
    title: str
    words: str


@dataclass(frozen=True)
class Feed:
    """A list of records: the path of its file without the ending, its title, its entries, the first first."""

    stem: str
    title: str
    entries: tuple[Entry, ...]


def feeds_of(publication: Publication) -> list[Feed]:
    """Every feed of the edition."""
    return [*_since_before(publication), *_by_theme(publication)]


def files_of(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Every feed as Atom, and the first of them as JSON Feed."""
    feeds = feeds_of(publication)
    for feed in feeds:
        yield f"{feed.stem}.xml", atom(feed, publication)
    yield "feed.json", json_feed(feeds[0], publication)


def atom(feed: Feed, publication: Publication) -> bytes:
    """A feed as RFC 4287 writes it."""
    edition = publication.edition
    updated = _instant(edition.released)
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _add(root, "title", feed.title)
    _add(root, "id", _identifier(publication, feed.stem))
    _add(root, "updated", updated)
    _add(root, "rights", edition.licence)
    _add(_add(root, "author"), "name", edition.title)
    for rel, path in (("self", f"{feed.stem}.xml"), ("alternate", "feeds.html")):
        if publication.base:
            ElementTree.SubElement(root, "link", rel=rel, href=publication.address(path))
    for entry in feed.entries:
        _write_entry(root, entry, updated, publication)
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True))


def json_feed(feed: Feed, publication: Publication) -> bytes:
    """A feed as JSON Feed 1.1 writes it."""
    edition = publication.edition
    items = [
        {
            "id": _identifier(publication, entry.record_id),
            "url": publication.address(publication.path_of(entry.record_id)),
            "title": entry.title,
            "content_text": entry.words,
            "date_published": _instant(edition.released),
        }
        for entry in feed.entries
    ]
    whole: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": publication.base,
        "feed_url": publication.address("feed.json"),
        "language": "en-GB",
        "authors": [{"name": edition.title}],
        "items": [_filled(item) for item in items],
    }
    return dumps(_filled(whole), ensure_ascii=False, indent=1).encode("utf-8")


def _since_before(publication: Publication) -> list[Feed]:
    """What a comparison with the edition before names; without one, the latest events are what is new."""
    changes, title = publication.changes, publication.edition.title
    if changes is None:
        return [Feed("feed/new", f"{title}: latest events", _latest(publication, ()))]
    kinds = (("new", "new records", changes.added), ("changed", "changed records", changes.changed))
    feeds = [
        Feed(f"feed/{name}", f"{title}: {words}", _told(publication, entries))
        for name, words, entries in kinds
    ]
    corrected = Feed("feed/corrected", f"{title}: corrections", _told(publication, changes.corrected))
    return [*feeds, corrected]


def _by_theme(publication: Publication) -> list[Feed]:
    title = publication.edition.title
    return [
        Feed(f"feed/{theme_id}", f"{title}: {words}", _latest(publication, (theme_id,)))
        for theme_id, words in publication.dataset.themes.items()
    ]


def _latest(publication: Publication, themes: Sequence[str]) -> tuple[Entry, ...]:
    events = publication.dataset.atlas["events"].sort_values(["date_first", "event_id"], ascending=False)
    rows = [row for row in events.to_dict("records") if not themes or set(themes) & set(row["themes"])]
    return tuple(
        Entry(row["event_id"], row["title"], f"{row['date_caption']}. {row['summary']}")
        for row in rows[:LONGEST]
    )


def _told(publication: Publication, changes: Iterable[tuple[str, str]]) -> tuple[Entry, ...]:
    dataset = publication.dataset
    entries = []
    for record_id, words in list(changes)[:LONGEST]:
        kind = RECORD_NAMES[dataset.table_of(record_id)].capitalize()
        entries.append(Entry(record_id, dataset.titles[record_id], f"{kind}. {words}".strip()))
    return tuple(entries)


def _write_entry(root: ElementTree.Element, entry: Entry, updated: str, publication: Publication) -> None:
    element = _add(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", _identifier(publication, entry.record_id))
    _add(element, "updated", updated)
    _add(element, "summary", entry.words)
    if publication.base:
        ElementTree.SubElement(
            element, "link", href=publication.address(publication.path_of(entry.record_id))
        )


def _add(parent: ElementTree.Element, name: str, words: str = "") -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name)
    element.text = words or None
    return element


def _identifier(publication: Publication, name: str) -> str:
    """A name for ever, whatever the address: feeds must not lose their readers when the Atlas moves."""
    edition = publication.edition
    return f"tag:{edition.package}.invalid,2026:{name}"


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None)}
