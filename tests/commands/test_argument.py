"""An argument that is none is told by what would be right."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from dashboard.commands.argument import address, whole_number


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "101", "x", "٣", "1_0", " 1", "9" * 5000, "1e2"])
def test_what_is_no_number_within_the_bounds_is_told_with_them(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="from 1 to 100"):
        whole_number(1, 100)(text)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("007", 7), ("100", 100)])
def test_a_number_is_read(text: str, number: int) -> None:
    assert whole_number(1, 100)(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "atlas",
        "javascript:alert(1)",
        "https://",
        "https://a b/",
        "ftp://atlas.example",
        "https://[x",
        "https://atlas.example/?q",
        "https://atlas.example/#a",
        "https://atlas.example/\n",
        'https://atlas.example/"',
    ],
)
def test_what_is_no_address_of_a_folder_is_told(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="an address such as"):
        address(text)


@pytest.mark.parametrize("text", ["", "https://atlas.example", "http://localhost:8000/atlas/"])
def test_an_address_or_none_is_taken(text: str) -> None:
    assert address(text) == text
