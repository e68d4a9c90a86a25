"""Feeds: what is new, changed and corrected since the edition before, as a whole, by theme and by record; and
the latest events of each theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps
from typing import Any
from xml.etree import ElementTree

from dashboard.figures.editions import changes_since, days_of, history_of, themes_of
from dashboard.model.change import ADDED, Change
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.site.publication import Publication
from dashboard.views import change_words

LONGEST = 60
"""Entries of one feed."""
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One record in a feed, with a sentence on why it stands there; `name` tells it from other entries of
    its record.
    """

    record_id: str
    title: str
    words: str
    name: str = ""

    @property
    def identity(self) -> str:
        """What tells the entry from every other: a record can change in each edition."""
        return self.name or self.record_id


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
    for rel, path in (("self", f"{feed.stem}.xml"), ("alternate", publication.plain("feeds.html"))):
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
            "id": _identifier(publication, entry.identity),
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


def of_record(publication: Publication, record_id: str) -> Feed:
    """What changed in one record, the newest edition first; empty where nothing did."""
    dataset, title = publication.dataset, publication.dataset.titles[record_id]
    entries = tuple(
        Entry(
            record_id,
            f"{title}: changed in edition {step.version}",
            change_words.sentences(step.changes, dataset.titles),
            f"record/{record_id}@{step.version}",
        )
        for step in reversed(history_of(dataset, record_id))
    )
    return Feed(f"record/{record_id}", f"{publication.edition.title}: {title}", entries)


def has_changed(publication: Publication, record_id: str) -> bool:
    """Whether a record changed after the edition in which it came: most never did, and their feeds would be
    thousands of files that say nothing.
    """
    steps = history_of(publication.dataset, record_id)
    return any(change.kind != ADDED for step in steps for change in step.changes)


def _since_before(publication: Publication) -> list[Feed]:
    """What a comparison with the edition before names, as a whole and by theme; where there is none, the
    latest events are what is new.
    """
    dataset, title = publication.dataset, publication.edition.title
    since = next(iter(days_of(dataset)), "")
    if not since:
        return [Feed("feed/new", f"{title}: latest events", _latest(publication, ()))]
    changes = changes_since(dataset, since)
    kinds = {
        "feed/new": ("new records", [change for change in changes if change.kind == ADDED]),
        "feed/changed": ("changed records", [change for change in changes if change.kind != ADDED]),
        "feed/corrected": ("corrections", [change for change in changes if change.corrected]),
    }
    for theme_id, words in dataset.themes.items():
        of_theme = [change for change in changes if theme_id in themes_of(dataset, change.record)]
        kinds[f"feed/changes-{theme_id}"] = (f"changes in {words}", of_theme)
    return [
        Feed(stem, f"{title}: {words} since edition {since}", _by_record(publication, held))
        for stem, (words, held) in kinds.items()
    ]


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


def _by_record(publication: Publication, changes: Sequence[Change]) -> tuple[Entry, ...]:
    """One entry a record, in which all of its changes stand."""
    dataset, version = publication.dataset, publication.edition.version
    held: dict[str, list[Change]] = {}
    for change in changes:
        held.setdefault(change.record, []).append(change)
    return tuple(
        Entry(
            record_id,
            dataset.titles[record_id],
            f"{RECORD_NAMES[dataset.table_of(record_id)].capitalize()}. "
            f"{change_words.sentences(found, dataset.titles)}",
            f"{record_id}@{version}",
        )
        for record_id, found in list(held.items())[:LONGEST]
        if record_id in dataset.titles
    )


def _write_entry(root: ElementTree.Element, entry: Entry, updated: str, publication: Publication) -> None:
    element = _add(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", _identifier(publication, entry.identity))
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
