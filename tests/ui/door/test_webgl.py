"""A browser that cannot draw a live map is told from one that can, and from one that says nothing."""

from __future__ import annotations

import pytest

from dashboard.ui.door.webgl import COOKIE, is_missing


@pytest.mark.parametrize(
    ("cookies", "missing"),
    [({COOKIE: "missing"}, True), ({COOKIE: "there"}, False), ({COOKIE: "1; missing"}, False), ({}, False)],
)
def test_only_a_browser_that_says_so_has_no_webgl(cookies: dict[str, str], missing: bool) -> None:
    assert is_missing(cookies) is missing
