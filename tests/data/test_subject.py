"""Where faults are received may be said in atlas.toml, and what is said there is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.subject import read_subject


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
