"""A phone and a window as narrow as one are told from a wide one."""

from __future__ import annotations

import pytest

from dashboard.ui.door.window_width import COOKIE, is_narrow

PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36"
DESK = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "cookies", "narrow"),
    [
        (PHONE, {}, True),
        (PHONE, {COOKIE: "wide"}, True),
        (DESK, {}, False),
        (DESK, {COOKIE: "wide"}, False),
        (DESK, {COOKIE: "narrow"}, True),
        (DESK, {COOKIE: "1; narrow"}, False),
    ],
)
def test_a_phone_is_narrow_and_so_is_a_small_window_on_a_desk(
    agent: str, cookies: dict[str, str], narrow: bool
) -> None:
    assert is_narrow({"User-Agent": agent}, cookies) is narrow


def test_a_browser_that_says_nothing_of_itself_has_a_wide_window() -> None:
    assert not is_narrow({}, {})
