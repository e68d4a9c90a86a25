"""The frame of a page leads around the edition from whatever folder the page stands in."""

from __future__ import annotations

import re

from dashboard.site.document import Document, page_of
from dashboard.site.head import Head
from dashboard.site.publication import Publication
from dashboard.views.markup import tag


def test_a_page_in_a_folder_leads_home_to_style_feed_data_trail_and_foot(publication: Publication) -> None:
    trail = (("Find", "find.html"), ("Event", "names/events.html"))
    document = Document("record/x.html", Head("X", "Words."), tag("h1", "X"), trail, "record/x.json")
    page = page_of(document, publication).decode("utf-8")
    assert '<html lang="en-GB" dir="ltr">' in page
    assert re.findall(r'<link rel="([a-z]+)"(?: type="([^"]*)")?[^>]*? href="([^"]*)"', page) == [
        ("stylesheet", "", "../style.css"),
        ("icon", "", "../icon.svg"),
        ("alternate", "application/atom+xml", "../feed/new.xml"),
        ("alternate", "application/json", "../record/x.json"),
    ]
    ways = re.findall(r'<a href="([^"]*)" target="_self">([^<]*)</a>', page)
    assert ways[:3] == [
        ("../index.html", "A small Atlas"),
        ("../index.html", "Overview"),
        ("../tours.html", "Guided tours"),
    ]
    assert ways[-5:] == [
        ("../find.html", "Find"),
        ("../names/events.html", "Event"),
        ("../files.html", "Files"),
        ("../feeds.html", "Feeds"),
        ("../find.html", "Find"),
    ]
    assert "A small Atlas, version 0.9.0 of 1 June 2022. Facts: CC BY 4.0." in page


def test_a_page_without_a_trail_or_data_names_none(publication: Publication) -> None:
    page = page_of(Document("x.html", Head("X", "Words."), tag("h1", "X")), publication).decode("utf-8")
    assert "Where this page stands" not in page
    assert "application/json" not in page
    assert 'href="style.css"' in page
