"""Signs that nobody sees are found wherever they stand, shown by their number, and never printed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.sign import says_something, unseen, visible

HIDDEN = (
    "\x00\x07\x1b\x7f\x85\xad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u202a\u202e\u2060"
    "\u2066\u2800\u3164\ue000\ufe0f\ufeff\uffa0\ufffd\uffff\U000e0001\U000e0101"
)
WRITTEN = [
    "plain",
    "“quoted” – with dashes",
    "1\u202f000\u00a0km",
    "Пакистан",
    "پاکستان",
    "می\u200cخواهم",
    "क्\u200dष",
    "巴基斯坦",
    "e\u0301",
    "",
]


@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_hidden_sign_is_found_and_shown_by_its_number(sign: str) -> None:
    assert unseen(f"gas{sign}pipe") == sign
    assert visible(f"gas{sign}pipe") == f"gas[U+{ord(sign):04X}]pipe"
    assert not says_something(sign)


@pytest.mark.parametrize("text", WRITTEN)
def test_whatever_is_written_in_any_script_is_plain(text: str) -> None:
    assert unseen(text) == ""


@pytest.mark.parametrize("text", [" ", "", "\u00a0\u2003", "\u0301", "\u200b\u200d"])
def test_spaces_and_marks_alone_say_nothing(text: str) -> None:
    assert not says_something(text)


@given(st.text())
def test_what_is_shown_can_always_be_printed(text: str) -> None:
    shown = visible(text)
    assert unseen(shown) == ""
    assert all(unicodedata.category(sign)[0] not in "C" for sign in shown)


def test_a_symbol_says_something_and_a_separator_of_paragraphs_is_hidden() -> None:
    assert says_something("€")
    assert says_something("→")
    assert unseen("a\u2029b\u2028") == "\u2029\u2028"
