"""The book tells its edition and terms, and every event once, in order of time, with who says so."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_STORED, ZipFile

import pytest

from dashboard.site.book import epub
from dashboard.site.publication import Publication


@pytest.fixture(scope="module")
def book(publication: Publication) -> ZipFile:
    """The book of the small Atlas, opened."""
    return ZipFile(io.BytesIO(epub(publication)))


def test_the_package_says_title_edition_language_day_and_terms_and_in_what_order_to_read(
    book: ZipFile,
) -> None:
    package = book.read("book.opf").decode("utf-8")
    assert dict(re.findall(r"<dc:(\w+)[^>]*>([^<]*)</dc:", package)) == {
        "identifier": "small-atlas-0.9.0",
        "title": "A small Atlas",
        "language": "en-GB",
        "date": "2022-06-01",
        "rights": "CC BY 4.0",
    }
    assert '<meta property="dcterms:modified">2022-06-01T00:00:00Z</meta>' in package
    assert re.findall(r'<itemref idref="(\w+)"/>', package) == ["preface", "d1950", "d2010"]
    contents = book.read("contents.xhtml").decode("utf-8")
    assert re.findall(r'<a href="([^"]*)">([^<]*)</a>', contents) == [
        ("preface.xhtml", "A small Atlas"),
        ("d1950.xhtml", "The 1950s"),
        ("d2010.xhtml", "The 2010s"),
    ]


def test_a_chapter_tells_its_events_from_the_first_to_the_last_with_date_words_and_sources(
    book: ZipFile,
) -> None:
    decade = book.read("d2010.xhtml").decode("utf-8")
    assert re.findall(r'<section id="([^"]*)">', decade) == [
        "pipeline-agreement",
        "visit-dropped",
        "trade-round",
    ]
    assert (
        '<section id="pipeline-agreement"><h2>Agreement on the river pipeline</h2><p><b>16 October 2015</b>. '
        "The two governments agreed to build the pipeline.</p><p><small>Sources: The Gazette; Voice 2020; "
        "Paper 2021. pipeline-agreement</small></p></section>"
    ) in decade
    preface = book.read("preface.xhtml").decode("utf-8")
    assert "<p>What happened between two neighbours, and who says so.</p>" in preface
    assert "<p>A small Atlas, version 0.9.0 of 1 June 2022. Facts: CC BY 4.0.</p>" in preface


def test_a_reader_of_books_finds_the_type_first_and_as_it_is(book: ZipFile) -> None:
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"
