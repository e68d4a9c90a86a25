"""A report of a fault is whole before the reader writes a word, and opens where faults are received."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

from dashboard.exports.fault_report import LONGEST_ADDRESS, FaultReport, instruction
from dashboard.exports.reference import Edition

EDITION = Edition("A small Atlas", "1.2.0", date(2022, 12, 31), "https://atlas.example/")
VALUES = {"date": "2016-09", "title": "Talks & tea", "summary": ""}
ADDRESS = "https://atlas.example/record?id=talks-2016"


def report(**changed: object) -> FaultReport:
    facts = {
        "record_id": "talks-2016",
        "kind": "event",
        "title": "Talks & tea",
        "edition": EDITION,
        "values": VALUES,
        "address": ADDRESS,
    }
    return FaultReport(**{**facts, **changed})  # type: ignore[arg-type]


def test_a_report_on_a_field_names_record_edition_field_value_and_link() -> None:
    lines = report(field="date").text.splitlines()
    assert lines[:7] == [
        "Record: talks-2016 (event)",
        "Title: Talks & tea",
        "Edition: A small Atlas, version 1.2.0 of 31 December 2022",
        f"Link: {ADDRESS}",
        "",
        "Field and value:",
        "date: 2016-09",
    ]
    assert "title: Talks & tea" not in lines
    assert "What is wrong:" in lines


def test_a_report_on_the_whole_record_has_every_field_also_the_empty_ones() -> None:
    lines = report().text.splitlines()
    assert [line for line in lines if line.split(":")[0] in VALUES] == [
        "date: 2016-09",
        "title: Talks & tea",
        "summary: (empty)",
    ]


def test_a_link_that_is_not_known_is_left_out() -> None:
    assert "Link:" not in report(address="").text


def test_a_mail_opens_with_subject_and_the_whole_text() -> None:
    parts = urlsplit(report(field="date").opening("faults@atlas.example"))
    assert (parts.scheme, parts.path) == ("mailto", "faults@atlas.example")
    asked = parse_qs(parts.query)
    assert asked["subject"] == ["Fault in talks-2016, date"]
    assert asked["body"] == [report(field="date").text.replace("\n", "\r\n")]


def test_a_tracker_opens_with_title_and_text_in_their_places() -> None:
    opened = report().opening("https://tracker.example/new?title={title}&body={body}")
    asked = parse_qs(urlsplit(opened).query)
    assert asked["title"] == ["Fault in talks-2016"]
    assert asked["body"] == [report().text]


def test_an_address_that_would_be_too_long_goes_without_the_values() -> None:
    long = report(values={"summary": "word " * 600})
    opened = long.opening("faults@atlas.example")
    assert len(opened) <= LONGEST_ADDRESS
    assert "word" not in opened
    assert "Record%3A%20talks-2016" in opened
    assert "word word" in long.text, "the text to copy is whole"


def test_every_sign_of_a_subject_is_written_as_an_address_has_it() -> None:
    opened = report(field="date").opening("faults@atlas.example")
    assert "?subject=Fault%20in%20talks-2016%2C%20date&body=Record%3A%20talks-2016" in opened
    assert " " not in opened


def test_a_reader_is_told_where_a_report_goes_also_where_no_address_is_set() -> None:
    assert instruction("mailto:faults@example.org").endswith("send it. Nothing is sent from here.")
    without = instruction("")
    assert "give it to whoever publishes this Atlas" in without
    assert "names no address that receives faults" in without
    assert ".toml" not in without, "a reader has no files of the Atlas"
