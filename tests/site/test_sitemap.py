"""What a robot is told: every page at its address, as the protocol of sitemaps writes it."""

from __future__ import annotations

from dataclasses import replace

from dashboard.site.publication import Publication
from dashboard.site.sitemap import files_of, robots, sitemap


def test_the_sitemap_names_pages_alone_each_changed_on_the_day_of_the_release(
    publication: Publication,
) -> None:
    files = dict(files_of(publication, ["trade.html", "data/events.csv", "index.html", "feed/new.xml"]))
    assert files["sitemap.xml"].decode("utf-8").splitlines() == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        "<url><loc>https://atlas.example/pr/</loc><lastmod>2022-06-01</lastmod></url>",
        "<url><loc>https://atlas.example/pr/trade.html</loc><lastmod>2022-06-01</lastmod></url>",
        "</urlset>",
    ]
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\nSitemap: https://atlas.example/pr/sitemap.xml\n"


def test_an_address_is_written_as_xml(publication: Publication) -> None:
    assert b"<loc>https://atlas.example/pr/record?a=1&amp;b=2</loc>" in sitemap(
        publication, ["record?a=1&b=2"]
    )


def test_without_an_address_there_is_no_sitemap_and_robots_names_none(publication: Publication) -> None:
    nowhere = replace(publication, base="")
    assert [path for path, _ in files_of(nowhere, ["trade.html"])] == ["robots.txt"]
    assert robots(nowhere) == b"User-agent: *\nAllow: /\n"
