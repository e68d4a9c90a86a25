"""A phone and a window as narrow as one are told from wide ones, and these from each other."""

from __future__ import annotations

import pytest

from dashboard.ui.door.window_width import COOKIE, size_of

PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36"
DESK = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "cookies", "size"),
    [
        (PHONE, {}, "phone"),
        (PHONE, {COOKIE: "large"}, "phone"),
        (DESK, {COOKIE: "phone"}, "phone"),
        (DESK, {COOKIE: "small"}, "small"),
        (DESK, {COOKIE: "medium"}, "medium"),
        (DESK, {COOKIE: "large"}, "large"),
        (DESK, {COOKIE: "1; phone"}, "small"),
    ],
)
def test_a_browser_says_how_large_its_window_is_and_a_phone_that_it_is_one(
    agent: str, cookies: dict[str, str], size: str
) -> None:
    assert size_of({"User-Agent": agent}, cookies) == size


def test_a_browser_that_says_nothing_of_itself_has_a_small_window() -> None:
    assert size_of({}, {}) == "small"
