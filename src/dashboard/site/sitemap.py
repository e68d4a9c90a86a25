"""What tells a robot where everything stands, and that it may read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from dashboard.site.publication import Publication

LARGEST = 50_000
"""Addresses that one sitemap may hold."""


def files_of(publication: Publication, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """`robots.txt`, and the sitemap of all pages where it is known under which address they stand."""
    yield "robots.txt", robots(publication)
    if publication.base:
        pages = sorted(path for path in paths if path.endswith(".html"))
        yield "sitemap.xml", sitemap(publication, pages)


def robots(publication: Publication) -> bytes:
    """Everybody may read everything."""
    where = [f"Sitemap: {publication.base}sitemap.xml"] if publication.base else []
    return "\n".join(["User-agent: *", "Allow: /", *where, ""]).encode("utf-8")


def sitemap(publication: Publication, paths: Iterable[str]) -> bytes:
    """Addresses of pages as the protocol of sitemaps writes them, each changed on the day of the release."""
    day = publication.edition.released.isoformat()
    entries = [
        f"<url><loc>{escape(publication.address(path))}</loc><lastmod>{day}</lastmod></url>"
        for path in list(paths)[:LARGEST]
    ]
    opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', opening, *entries, "</urlset>", ""]).encode(
        "utf-8"
    )
