"""Where faults are received may be said in atlas.toml, and what is said there is checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.data.subject import read_subject, unshown


def with_faults(small: Path, lines: str) -> Path:
    path = small / "atlas.toml"
    path.write_text(path.read_text("utf-8") + f"\n{lines}\n", "utf-8")
    return small


def test_without_the_table_no_address_is_known(small: Path) -> None:
    subject, faults = read_subject(small)
    assert faults == []
    assert subject
    assert subject.faults == ""


@pytest.mark.parametrize(
    "address",
    [
        "faults@atlas.example",
        "https://tracker.example/new?title={title}&body={body}",
        "https://tracker.example/new?body={body}",
    ],
)
def test_a_mail_address_or_a_tracker_with_places_to_fill_is_taken(small: Path, address: str) -> None:
    subject, faults = read_subject(with_faults(small, f'[faults]\naddress = "{address}"'))
    assert faults == []
    assert subject
    assert subject.faults == address


@pytest.mark.parametrize(
    "address",
    [
        "faults",
        "faults@atlas",
        "faults@atlas.example?cc=all@atlas.example",
        "javascript:alert(1)",
        "http://tracker.example/new?body={body}",
        "https://tracker.example/new",
        "https://tracker.example/new title={title}",
        "https://tracker.example/new?body={body}&by={name}",
        "https://{title}",
        "https:///{title}",
        "https://[{title}",
    ],
)
def test_an_address_that_receives_nothing_is_a_fault(small: Path, address: str) -> None:
    subject, (fault,) = read_subject(with_faults(small, f'[faults]\naddress = "{address}"'))
    assert subject is None
    assert (fault.file, fault.column, fault.found) == ("atlas.toml", "faults: address", address)


def test_an_unknown_key_and_a_missing_address_are_named(small: Path) -> None:
    faults = read_subject(with_faults(small, '[faults]\nmail = "faults@atlas.example"'))[1]
    assert [(fault.column, fault.problem) for fault in faults] == [
        ("faults: mail", "unknown key"),
        ("faults: address", "the key is missing"),
    ]


@pytest.mark.parametrize(
    ("told", "sound", "damaged"),
    [
        ("title", 'title = "A small Atlas"', 'title = "A\\u202e small Atlas"'),
        ("title", 'title = "A small Atlas"', 'title = "A small\\nAtlas"'),
        ("title", 'title = "A small Atlas"', 'title = "\\u200b"'),
        ("title", 'title = "A small Atlas"', f'title = "{"A" * 1001}"'),
        ("package", '"small-atlas"', '"../small"'),
        ("package", '"small-atlas"', '"Small Atlas"'),
        ("first_year", "1947", "true"),
        ("lead", '["What happened between two neighbours, and who says so."]', "[]"),
        ("map_note", 'map_note = "The', 'map_note = "\\u0000The'),
        ("voices_note", 'voices_note = ""', 'voices_note = "\\u001b[31m"'),
        ("sides", 'country = "RUS"\nnames', 'country = "PAK"\nnames'),
        ("sides 1: names", 'names = ["Pakistan"]', "names = []"),
        ("sides: names", 'names = ["Pakistan"]', 'names = ["Russia"]'),
        ("sides 2: names", '["Russia", "Soviet Union"', '["Russia", "Russia"'),
        ("sides: former", '["SUN"]', '["PAK"]'),
        ("sides: former", '["SUN"]', '["RUS"]'),
        ("sides 2: former", '["SUN"]', '["SUN", "SUN"]'),
        ("sides 2: former", '["SUN"]', '[["SUN"]]'),
        ("directions: id", '"to-russia"', '"total"'),
        ("directions 1: id", '"to-russia"', '"To Russia&x=1"'),
        ("directions: sender", 'sender = "PAK"', 'sender = "USA"'),
        ("views 1: id", '"harbour"', '"har bour"'),
        ("views 1: corners", "[70.0, 20.0]", "[60.0, 30.0]"),
        ("views 1: corners", "[70.0, 20.0]", "[true, false]"),
        ("views 1: corners", "[70.0, 20.0]", "[nan, 20.0]"),
        ("voices: country", 'country = "PAK"\ncapital', 'country = "RUS"\ncapital'),
        ("voices 2: capital", '"Moscow"', '"Mos\\u200bcow"'),
    ],
)
def test_every_damage_to_a_key_is_told_at_its_key(small: Path, told: str, sound: str, damaged: str) -> None:
    path = small / "atlas.toml"
    words = path.read_text("utf-8")
    assert sound in words
    path.write_text(words.replace(sound, damaged, 1), "utf-8")
    subject, faults = read_subject(small)
    assert subject is None
    assert [(fault.file, fault.column) for fault in faults] == [("atlas.toml", told)]


def test_the_example_of_a_record_is_a_record(small: Path) -> None:
    subject, _ = read_subject(small)
    assert subject
    assert unshown(subject, {subject.example_record}) == []
    assert unshown(replace(subject, example_record=""), set()) == []
    [fault] = unshown(subject, {"another"})
    assert (fault.column, fault.found) == ("example_record", subject.example_record)


def test_a_byte_order_mark_is_read_over(small: Path) -> None:
    sound, _ = read_subject(small)
    path = small / "atlas.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_subject(small) == (sound, [])
