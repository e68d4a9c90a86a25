"""A reference manager gets a full item from a page, in each of the ways in which one reads pages.

The rules are those of Zotero's translators for embedded metadata (with that for RDF, which it calls) and for
COinS, so far as the tags of the Atlas go.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest

from dashboard.site.living import words
from dashboard.site.publication import Publication

BASE = "https://atlas.example/pr/"
ITEM_TYPES = ("webpage", "journalArticle", "report", "dataset", "book")
# Prefixes of names that are read as RDF although no page declares them.
NAMESPACES = ("dc", "dcterms", "og", "article", "z")
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_publisher": "publisher",
    "citation_abstract": "abstractNote",
    "citation_public_url": "url",
    "citation_language": "language",
}
NEEDED = ("title", "date", "url", "language", "abstractNote", "publicationTitle", "publisher", "rights")
KINDS = ("event", "source", "project", "figure")


@dataclass
class Read(HTMLParser):
    """What a page holds for programs: its meta elements, its context objects, its JSON-LD."""

    metas: list[tuple[str, str]] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    in_linked: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("content"):
            self.metas += [
                (name, given["content"]) for name in (given.get("name"), given.get("property")) if name
            ]
        if "Z3988" in given.get("class", "").split():
            self.contexts.append(given["title"])
        self.in_linked = tag == "script" and given.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self.in_linked:
            self.linked.append(data)


Item = dict[str, object]


def embedded(page: Read) -> Item:
    """The item of the meta elements."""
    rdf: dict[str, str] = {}
    guess = ""
    for name, content in page.metas:
        prefix, *rest = re.split(r"[.:_]", name, maxsplit=1)
        if rest and prefix.lower() in NAMESPACES:
            rdf.setdefault(f"{prefix.lower()}:{rest[0][:1].lower()}{rest[0][1:]}", content)
        elif name == "citation_title":
            guess = "journalArticle"
    item: Item = {
        "itemType": item_type(rdf, guess),
        "title": rdf.get("dc:title") or rdf.get("og:title"),
        "publicationTitle": rdf.get("dc:source") or rdf.get("og:site_name"),
        "rights": rdf.get("dc:rights"),
        "date": rdf.get("dc:date"),
        "url": rdf.get("og:url"),
        "archiveLocation": rdf.get("dc:coverage") or rdf.get("dcterms:coverage"),
        "abstractNote": rdf.get("og:description"),
        "language": rdf.get("dc:language"),
        "publisher": rdf.get("dc:publisher"),
    }
    for name, content in page.metas:
        if name in HIGHWIRE:
            item[HIGHWIRE[name]] = content
    authors = [content for name, content in page.metas if name in ("citation_author", "citation_authors")]
    item["creators"] = [creator for content in authors for creator in creators_in(content)]
    return item


def item_type(rdf: dict[str, str], guess: str) -> str:
    """First what is surely a type, then what the names of the tags suggest."""
    if rdf.get("z:itemType") in ITEM_TYPES:
        return rdf["z:itemType"]
    if rdf.get("og:type") == "website" or rdf.get("dc:type", "").lower() in ("webpage", "homepage"):
        return "webpage"
    return guess or "journalArticle"


def creators_in(content: str) -> Iterator[tuple[str, str]]:
    """First and last name of each creator; an institution has only a last one."""
    authors = re.split(r"\s*;\s*", content)
    if len(authors) == 1:
        parted = re.split(r"\s*,\s*", content)
        if len(parted) > 1 and " " in parted[0] and " " in parted[1]:
            authors = parted
    for author in authors:
        name = author.strip(" .,/[]:")
        if not name:
            continue
        if "," in author:
            last, _, first = name.partition(", ")
        else:
            first, _, last = name.rpartition(" ")
        yield first, last


def in_context(text: str) -> Item:
    """The item of a context object: in its order, since what a title means depends on the type before it."""
    item: Item = {"itemType": "", "creators": []}
    creators: list[tuple[str, str]] = []
    names = {
        "rft.date": "date",
        "rft.publisher": "publisher",
        "rft.description": "abstractNote",
        "rft.rights": "rights",
        "rft.language": "language",
        "rft.source": "publicationTitle",
    }
    for name, value in parse_qsl(text, strict_parsing=True):
        if name == "rft_val_fmt":
            assert value == "info:ofi/fmt:kev:mtx:dc"
        elif name == "rft.type" and value in ITEM_TYPES:
            item["itemType"] = value
        elif name == "rft.title":
            item["publicationTitle" if item["itemType"] == "journalArticle" else "title"] = value
        elif name in ("rft.au", "rft.creator"):
            creators += creators_in(value)
        elif name == "rft.aucorp":
            creators.append(("", value))
        elif name == "rft.identifier" and value.startswith(("http://", "https://")):
            item["url"] = value
        elif name in names:
            item[names[name]] = value
    return {**item, "creators": creators}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(kind: str, publication: Publication, pages: dict[str, str]) -> str:
    if kind == "figure":
        return next(path for path in pages if path.startswith("figure/"))
    return publication.path_of(publication.dataset.atlas[f"{kind}s"][f"{kind}_id"].iloc[0])


@pytest.fixture
def read(path: str, pages: dict[str, str]) -> Read:
    page = Read()
    page.feed(pages[path])
    return page


def is_full(item: Item, publication: Publication, address: str) -> bool:
    name = publication.edition.title
    assert [field for field in NEEDED if not item.get(field)] == []
    assert item["itemType"] == "webpage"
    assert item["creators"] == [("", name)], "an institution has one name"
    assert (item["publicationTitle"], item["publisher"], item["url"]) == (name, name, address)
    assert str(item["date"]).replace("/", "-") == publication.edition.released.isoformat()
    return True


def test_the_meta_elements_give_a_full_item(read: Read, path: str, publication: Publication) -> None:
    item = embedded(read)
    assert is_full(item, publication, publication.address(path))
    # The day of an event is no place in an archive.
    assert not item["archiveLocation"]


def test_the_context_object_gives_the_same_item(read: Read, path: str, publication: Publication) -> None:
    (context,) = read.contexts
    item, other = in_context(context), embedded(read)
    assert is_full(item, publication, publication.address(path))
    assert all(item[name] == other[name] for name in ("title", "abstractNote", "rights", "language"))


def test_the_linked_data_name_the_same_thing(read: Read, path: str, publication: Publication) -> None:
    thing = json.loads(read.linked[0])
    assert thing["@context"] == "https://schema.org"
    assert thing["@type"] in ("Event", "CreativeWork", "Project", "Dataset")
    assert (thing["name"], thing["url"]) == (embedded(read)["title"], publication.address(path))
    assert thing.get("description") or thing.get("publisher")


def test_the_living_app_gives_a_full_item_before_scripts_run(publication: Publication) -> None:
    record_id = "pipeline-agreement"
    said = words(publication.dataset, BASE, "record", record_id)
    page = Read()
    page.feed(said.head + said.content)
    address = f"{BASE}record?id={record_id}"
    assert is_full(embedded(page), publication, address)
    assert is_full(in_context(page.contexts[0]), publication, address)
    assert embedded(page)["title"] == publication.dataset.titles[record_id]


def test_a_name_without_a_comma_would_be_taken_for_a_person() -> None:
    assert list(creators_in("Evidence Atlas")) == [("Evidence", "Atlas")]
    assert list(creators_in("Evidence Atlas,")) == [("", "Evidence Atlas")]
