"""A page that is open while the machine turns dark is drawn anew, and no word of it keeps the ink of day."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Settle = Callable[[Page], None]

# The colours of words: of the page, of its menu, and of the first chart.
INK = """() => ['.st-key-menu a', 'h1', '.atlas-lead, .atlas-choice', 'svg.marks text']
    .map(where => [...document.querySelectorAll(where)].at(-1))
    .map(word => word.closest('svg') ? getComputedStyle(word).fill : getComputedStyle(word).color)"""
LIGHTER = f"""before => ({INK})().every((ink, at) => ink !== before[at])"""


def test_a_page_that_is_open_when_it_turns_dark_has_no_ink_of_day(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page = page_of_its_own
    page.emulate_media(color_scheme="light")
    page.goto(app_url + "/")
    settle(page)
    page.wait_for_selector("svg.marks text")
    by_day = page.evaluate(INK)
    for scheme in ("dark", "light"):
        before = page.evaluate(INK)
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(LIGHTER, arg=before, timeout=60_000)
        settle(page)
    assert page.evaluate(INK) == by_day
