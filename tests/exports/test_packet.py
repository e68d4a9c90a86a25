"""A packet is a zip that explains itself, and the same figure under the same choice is the same bytes."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pandas as pd
import pytest

from dashboard.exports.archive import zip_of
from dashboard.exports.packet import UNKNOWN_TERMS, Choice, metadata, packet
from dashboard.exports.reference import Edition
from dashboard.model.figure import Dots, Figure

EDITION = Edition("An Atlas", "1.2.0", date(2026, 11, 22), "https://atlas.example/")
FIGURE = Figure(
    "overview-counts",
    "Record",
    Dots(()),
    pd.DataFrame({"record_id": ["a", "b"], "title": ["=A1", "Tashkent"]}),
    "2 events.",
    "Beware.",
)
CHOICE = Choice(
    "Energy; 2014–2021",
    {"theme": ["energy"], "years": ["2014", "2021"]},
    "https://atlas.example/?theme=energy#overview-counts",
)
SOURCES = pd.DataFrame(
    [
        ("s1", "news", "One", "", "Dawn", "2016", "", "https://example.org", "en", ""),
        ("s2", "dataset", "Two", "Somebody", "", "", "", "", "en", "CC0"),
    ],
    columns=[
        "source_id",
        "kind",
        "title",
        "author",
        "publisher",
        "published",
        "published_note",
        "url",
        "language",
        "licence",
    ],
)
EVIDENCE = pd.DataFrame(
    [
        ("a", "s1", "", "", "date", "2016", "", "supports", ""),
        ("b", "s2", "file.csv", "", "", "", "", "disputes", ""),
    ],
    columns=["record_id", "source_id", "locator", "quote", "field", "value", "speaker", "stance", "note"],
)


@pytest.fixture(scope="module")
def archive() -> ZipFile:
    """The packet, opened."""
    return ZipFile(io.BytesIO(packet(FIGURE, CHOICE, EDITION, SOURCES, EVIDENCE, "Record [Figure]. (2026).")))


def test_a_packet_holds_rows_evidence_metadata_and_a_note_to_the_reader(archive: ZipFile) -> None:
    assert archive.namelist() == ["data.csv", "evidence.csv", "metadata.json", "README.txt"]
    assert archive.testzip() is None


def test_a_packet_holds_the_picture_of_what_is_drawn_and_names_it() -> None:
    drawn = {"figure.svg": b"<svg/>", "figure.png": b"png"}
    kept = packet(FIGURE, CHOICE, EDITION, SOURCES, EVIDENCE, "x", drawn)
    with ZipFile(io.BytesIO(kept)) as opened:
        assert opened.read("figure.png") == b"png"
        assert "figure.svg     the figure as it is drawn" in opened.read("README.txt").decode("utf-8")


def test_the_rows_are_those_of_the_figure_and_harmless(archive: ZipFile) -> None:
    rows = list(csv.DictReader(io.StringIO(archive.read("data.csv").decode("utf-8-sig"))))
    assert rows == [{"record_id": "a", "title": "'=A1"}, {"record_id": "b", "title": "Tashkent"}]


def test_the_metadata_say_title_choice_sources_with_terms_link_and_version(archive: ZipFile) -> None:
    told = json.loads(archive.read("metadata.json"))
    assert told["filters"] == {
        "sentence": "Energy; 2014–2021",
        "values": {"theme": ["energy"], "years": ["2014", "2021"]},
    }
    assert [source["licence"] for source in told["sources"]] == [UNKNOWN_TERMS, "CC0"]
    assert told["link"] == CHOICE.link
    assert told["atlas"] == {
        "title": "An Atlas",
        "version": "1.2.0",
        "released": "2026-11-22",
        "licence": "CC BY 4.0",
    }


def test_the_note_names_every_source_and_how_to_cite(archive: ZipFile) -> None:
    note = archive.read("README.txt").decode("utf-8")
    for words in (
        "Energy; 2014–2021",
        CHOICE.link,
        "Record [Figure]. (2026).",
        "- One. Dawn. Terms: " + UNKNOWN_TERMS,
        "- Two. Somebody. Terms: CC0.",
    ):
        assert words in note


def test_the_same_packet_is_the_same_bytes() -> None:
    one, two = (packet(FIGURE, CHOICE, EDITION, SOURCES, EVIDENCE, "x") for _ in range(2))
    assert one == two


def test_a_file_in_a_zip_is_dated_to_the_release_and_readable_by_all() -> None:
    (entry,) = ZipFile(io.BytesIO(zip_of({"a.txt": b"x"}, date(2026, 11, 22)))).infolist()
    assert (entry.date_time[:3], entry.external_attr >> 16 & 0o777) == ((2026, 11, 22), 0o644)


def test_a_passage_leaves_with_its_stance_and_every_other_column(archive: ZipFile) -> None:
    rows = list(csv.reader(io.StringIO(archive.read("evidence.csv").decode("utf-8-sig"))))
    assert rows == [
        ["record_id", "source_id", "locator", "quote", "field", "value", "speaker", "stance", "note"],
        ["a", "s1", "", "", "date", "2016", "", "supports", ""],
        ["b", "s2", "file.csv", "", "", "", "", "disputes", ""],
    ]


def test_the_metadata_say_what_is_shown_and_of_each_source_all_that_is_known() -> None:
    figure = replace(FIGURE, subtitle="In numbers")
    sources = SOURCES.assign(author="An Author", publisher="A House", published_note="window inferred")
    told = metadata(figure, CHOICE, EDITION, sources, "Record [Figure]. (2026).")
    assert {
        name: told[name] for name in ("figure", "title", "subtitle", "shows", "note", "rows", "columns")
    } == {
        "figure": "overview-counts",
        "title": "Record",
        "subtitle": "In numbers",
        "shows": "2 events.",
        "note": "Beware.",
        "rows": 2,
        "columns": ["record_id", "title"],
    }
    assert told["citation"] == "Record [Figure]. (2026)."
    assert told["sources"][0] == {
        "source_id": "s1",
        "kind": "news",
        "title": "One",
        "author": "An Author",
        "publisher": "A House",
        "published": "2016",
        "published_note": "window inferred",
        "url": "https://example.org",
        "language": "en",
        "licence": UNKNOWN_TERMS,
    }


def test_the_note_has_title_message_edition_and_each_source_by_its_author_where_there_is_one() -> None:
    sources = SOURCES.assign(author=["An Author", ""], publisher="A House")
    packed = packet(replace(FIGURE, subtitle="In numbers"), CHOICE, EDITION, sources, EVIDENCE, "x")
    lines = ZipFile(io.BytesIO(packed)).read("README.txt").decode("utf-8").split("\r\n")
    assert lines[:6] == ["Record", "======", "", "In numbers", "", "2 events."]
    assert "Beware." in lines
    assert "From: An Atlas, version 1.2.0 of 22 November 2026. Facts: CC BY 4.0." in lines
    assert lines[-4:] == [
        "Sources (2):",
        f"- One. An Author. Terms: {UNKNOWN_TERMS}.",
        "- Two. A House. Terms: CC0.",
        "",
    ]
