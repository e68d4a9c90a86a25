"""What a page says of itself to programs: search engines, link previews, reference managers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from json import dumps
from typing import Any
from urllib.parse import urlencode

from dashboard.site.publication import Publication
from dashboard.views.markup import Markup, join, tag

_ITEM_TYPE = "webpage"
LONGEST = 300
"""Characters of a description: no preview shows more."""


@dataclass(frozen=True)
class Head:
    """What is said of one page: `address` is empty where it is not known, `picture` the address of its card.

    `kind` is a word of Dublin Core's types, `dated` the EDTF date of what it tells of, `linked` its JSON-LD,
    `feed` where the feed of its changes is, if it has one.
    """

    title: str
    description: str
    address: str = ""
    picture: str = ""
    kind: str = "Text"
    dated: str = ""
    linked: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    feed: str = ""


def written(head: Head, publication: Publication) -> Markup:
    """The head as HTML elements, the title among them."""
    edition = publication.edition
    name = head.title if head.title == edition.title else f"{head.title} – {edition.title}"
    said = [
        tag("title", name),
        _meta("description", shortened(head.description)),
        *([_void("link", rel="canonical", href=head.address)] if head.address else []),
        *([_feed(head)] if head.feed else []),
        *_citation(head, publication),
        *_card(head, publication),
        *(_json(part) for part in head.linked),
    ]
    return join(*said)


def coins(head: Head, publication: Publication) -> Markup:
    """The page as an OpenURL context object, which reference managers find in the body."""
    edition = publication.edition
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        # Before the title: what a title means depends on the type.
        ("rft.type", _ITEM_TYPE),
        ("rft.title", head.title),
        ("rft.source", edition.title),
        ("rft.aucorp", edition.title),
        ("rft.publisher", edition.title),
        ("rft.date", edition.released.isoformat()),
        ("rft.identifier", head.address),
        ("rft.description", shortened(head.description)),
        ("rft.rights", edition.licence),
        ("rft.language", "en-GB"),
    ]
    return tag("span", class_="Z3988", title=urlencode([(name, value) for name, value in fields if value]))


def shortened(text: str, longest: int = LONGEST) -> str:
    """A text cut at a word."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _citation(head: Head, publication: Publication) -> list[Markup]:
    edition = publication.edition
    said = {
        "citation_title": head.title,
        # With a comma a reference manager takes the words before it as one name, not the last word as one.
        "citation_author": f"{edition.title},",
        "citation_publication_date": edition.released.strftime("%Y/%m/%d"),
        "citation_publisher": edition.title,
        "citation_language": "en-GB",
        "citation_public_url": head.address,
        "citation_abstract": shortened(head.description),
        "DC.type": head.kind,
        "DC.rights": edition.licence,
        "DCTERMS.temporal": head.dated,
        # Without it `citation_title` makes an article of a journal.
        "z:itemType": _ITEM_TYPE,
    }
    return [_meta(name, value) for name, value in said.items() if value]


def _card(head: Head, publication: Publication) -> list[Markup]:
    said = {
        "og:type": "article",
        "og:site_name": publication.edition.title,
        "og:title": head.title,
        "og:description": shortened(head.description),
        "og:url": head.address,
        "og:image": head.picture,
        **({"og:image:width": "1200", "og:image:height": "630"} if head.picture else {}),
    }
    seen = _meta("twitter:card", "summary_large_image" if head.picture else "summary")
    return [_void("meta", property=name, content=value) for name, value in said.items() if value] + [seen]


def _feed(head: Head) -> Markup:
    words = f"Changes: {head.title}"
    return _void("link", rel="alternate", type="application/atom+xml", title=words, href=head.feed)


def _meta(name: str, content: str) -> Markup:
    return _void("meta", name_=name, content=content)


def _void(element: str, **attributes: str) -> Markup:
    """An element without an end tag."""
    return Markup(tag(element, **attributes).removesuffix(f"</{element}>"))


def _json(part: Mapping[str, Any]) -> Markup:
    """JSON-LD that cannot end its own element, whatever a text of it holds."""
    text = dumps(part, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')
