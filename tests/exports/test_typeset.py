"""Text in a picture keeps to its measure and loses no word."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports import typeset
from dashboard.exports.typeset import Line, placed, width_of, wrapped

words = st.lists(
    st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=60), max_size=30
).map(" ".join)


@given(words, st.integers(60, 900))
def test_every_line_keeps_to_the_measure_and_no_sign_is_lost(text: str, measure: int) -> None:
    lines = wrapped(text, 12, "#000", measure)
    assert all(width_of(line.text, 12) <= measure for line in lines)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())


def test_an_empty_text_takes_no_line() -> None:
    assert wrapped("", 12, "#000", 100) == []


def test_bold_text_is_wider_than_plain_and_capitals_wider_than_small_letters() -> None:
    assert width_of("Pakistan", 12, bold=True) > width_of("Pakistan", 12)
    assert width_of("WM", 12) > width_of("il", 12)


@pytest.mark.parametrize(
    ("signs", "width"),
    [
        ("ijl'|’‘", 222),
        (" !,./:;I[\\]tf\u00a0\u2009", 278),
        ('()-`r“”"', 333),
        ("ckJsvxyz\u202f", 500),
        ("abdeghnopqu0123456789L?–", 556),
        ("FTZ", 611),
        ("ABEKPSVXY&", 667),
        ("CDHNRUw", 722),
        ("GOQ", 778),
        ("mM", 833),
        ("%", 889),
        ("W", 944),
        ("—", 1000),
        ("@", 1015),
    ],
)
def test_each_sign_is_as_wide_as_arial_draws_it(signs: str, width: int) -> None:
    assert {sign: width_of(sign, 1000) for sign in signs} == dict.fromkeys(signs, width)


def test_placed_text_is_escaped_and_grows_downwards() -> None:
    body, bottom = placed([[Line("a <b> & c", 10, "#000")], [], [Line("d", 10, "#000", bold=True)]], 0, 0)
    first, second = ElementTree.fromstring(f"<svg>{body}</svg>")
    assert (first.text, second.get("font-weight")) == ("a <b> & c", "bold")
    assert float(first.get("y", "")) < float(second.get("y", "")) < bottom


class Measured(dict[str, int]):
    """Widths that count how often they are looked up."""

    looked_up = 0

    def get(self, sign: str, default: int = 0) -> int:  # type: ignore[override]
        self.looked_up += 1
        return super().get(sign, default)


def looked_up(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    widths = Measured(typeset._WIDTH)
    monkeypatch.setattr(typeset, "_WIDTH", widths)
    wrapped(text, 12, "#000", 900)
    return widths.looked_up


@pytest.mark.parametrize(
    "written",
    [lambda signs: "x" * signs, lambda signs: "a b " * (signs // 4)],
    ids=["no space", "short words"],
)
def test_a_text_of_four_times_the_length_takes_four_times_the_measuring(
    written: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    short, long = (looked_up(written(signs), monkeypatch) for signs in (5_000, 20_000))
    assert 0 < long < 4.2 * short
    assert long < 500 * 20_000


def test_lines_stand_below_one_another_by_their_size_and_blocks_by_their_gap() -> None:
    blocks = [[Line("a", 10, "#000"), Line("b", 10, "#000")], [], [Line("c", 20.5, "#111")]]
    body, bottom = placed(blocks, 7, 100, gap=3)
    texts = [(text.get("x"), text.get("y")) for text in ElementTree.fromstring(f"<svg>{body}</svg>")]
    # 10 × 1.38 = 13.8 from line to line; 20.5 × 1.38 = 28.29, of which a tenth is kept.
    assert texts == [("7", "110.0"), ("7", "123.8"), ("7", "151.1")]
    assert bottom == pytest.approx(100 + 13.8 + 13.8 + 3 + 28.3 + 3)
    assert placed([[Line("a", 10, "#000")]], 0, 0)[1] == pytest.approx(13.8 + 5)
    assert Line("c", 20.5, "#111").height == 28.3


def test_a_line_is_as_long_as_its_signs_and_a_bold_one_a_little_longer() -> None:
    # i is 222 and W 944 thousandths of the size, a sign of the East as wide as it is high, any other 556.
    assert width_of("iWé第", 100) == pytest.approx(22.2 + 94.4 + 55.6 + 100)
    assert width_of("W", 100, bold=True) == pytest.approx(94.4 * 1.09)


def test_a_word_that_just_fits_stays_on_its_line_and_a_long_word_is_broken_where_it_ends() -> None:
    # Three a of 5.56 pixels, with a blank of 2.78 between two words.
    assert [line.text for line in wrapped("a a", 10, "#000", 13.9)] == ["a a"]
    assert [line.text for line in wrapped("a a", 10, "#000", 13.8)] == ["a", "a"]
    assert [line.text for line in wrapped("aaaaa", 10, "#000", 11.2)] == ["aa", "aa", "a"]
    assert [line.text for line in wrapped("aa", 10, "#000", 1)] == ["a", "a"]
