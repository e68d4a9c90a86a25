"""What a finger has to hit is large enough for it, and on a small wide screen no table is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dashboard.model.figure import Cell, Grid
from dashboard.ui.door.window_width import COOKIE
from dashboard.views import tables
from dashboard.views.markup import join

Settle = Callable[[Page], None]

pytestmark = pytest.mark.browser

STYLE = (Path(__file__).parents[2] / "src/dashboard/ui/style.css").read_text("utf-8")

# Pixels of a fingertip, and the least that a pointer needs.
FINGER, POINTER = 44, 24
ON_PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile "
    "Safari/537.36"
)
TOO_SMALL = """least => [...document.querySelectorAll(
    '[data-testid="stExpandSidebarButton"], [data-testid="stSidebarCollapseButton"] button, '
    + '[data-testid="stMainMenuButton"], [role="radio"], .atlas-fold > summary, '
    + '[data-testid="stDownloadButton"] button')]
    .map(part => [part.textContent || part.ariaLabel, part.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.width < least || box.height < least))
    .map(([name, box]) => `${name}: ${box.width} by ${box.height}`)"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone that is touched."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, user_agent=ON_PHONE
    )
    yield context.new_page()
    context.close()


def test_what_opens_anything_is_as_large_as_a_fingertip(phone: Page, app_url: str, settle: Settle) -> None:
    phone.goto(app_url + "/trade")
    settle(phone)
    assert phone.evaluate(TOO_SMALL, FINGER) == []
    phone.get_by_test_id("stExpandSidebarButton").tap()
    phone.wait_for_selector('[data-testid="stSidebar"][data-collapsed="false"]')
    # While the sidebar slides in, its parts lie between pixels and measure a hair less.
    phone.get_by_test_id("stSidebar").evaluate(
        "part => Promise.all(part.getAnimations({subtree: true}).map(motion => motion.finished))"
    )
    assert phone.evaluate(TOO_SMALL, FINGER) == []


def test_the_arguments_keep_their_grid_and_their_colours_on_a_phone(
    phone: Page, app_url: str, settle: Settle
) -> None:
    phone.goto(app_url + "/arguments")
    settle(phone)
    row = phone.locator(".st-key-figure-arguments-matrix tbody tr:has(td)").first
    places = row.locator("td").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().toJSON())"
    )
    assert len(places) == 5
    assert len({place["top"] for place in places}) == 1, "the documents stand side by side"
    assert len({round(place["width"]) for place in places}) == 1
    assert max(place["right"] for place in places) <= 390
    stance = row.locator("td.atlas-holds").first
    assert stance.evaluate("cell => getComputedStyle(cell).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_for_a_pointer_it_may_be_smaller(browser_page: Page, app_url: str, settle: Settle) -> None:
    browser_page.goto(app_url + "/trade")
    settle(browser_page)
    assert browser_page.evaluate(TOO_SMALL, POINTER) == []


@pytest.mark.parametrize("page", ["agreements", "votes"])
def test_no_table_is_cut_on_a_small_wide_screen(
    page_of_its_own: Page, app_url: str, settle: Settle, page: str
) -> None:
    page_of_its_own.set_viewport_size({"width": 1024, "height": 768})
    page_of_its_own.goto(f"{app_url}/{page}")
    settle(page_of_its_own)
    cut = """[...document.querySelectorAll('.atlas-scroll')]
        .filter(table => table.clientWidth > 0 && table.scrollWidth > table.clientWidth + 1)
        .map(table => table.getAttribute('aria-label'))"""
    assert page_of_its_own.evaluate(cut) == []


def test_a_small_window_on_a_desk_has_the_drawings_of_a_phone(
    browser: Browser, app_url: str, settle: Settle
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(app_url + "/timeline")
    settle(page)
    names = page.locator(".st-key-figure-timeline-lanes .mark-text").get_by_text("Imran Khan visits Moscow")
    assert names.count() > 0, "names of turning points stand in the lanes"
    above = page.locator(".st-key-figure-timeline-strip").evaluate(
        """figure => {
            const drawing = figure.querySelector('svg.marks').getBoundingClientRect();
            const band = figure.querySelector('svg.marks .layer_0_marks path').getBoundingClientRect();
            return band.top - drawing.top;
        }"""
    )
    assert above < 20, "no white stands above the strip"
    ends = {cookie["name"]: cookie["expires"] for cookie in context.cookies()}
    assert ends[COOKIE] == -1, "it ends with the browser"
    context.close()


def test_on_a_phone_a_long_name_of_a_row_has_lines_and_brief_words_share_one(phone: Page) -> None:
    pair = Grid(("What", "Now"), ((Cell("Evidence withdrawn: " + "a long title " * 9), Cell("supports")),))
    counted = Grid(("Decade", "Drawn", "Right", "Words"), ((*map(Cell, ("1960s", "2", "1", "x" * 40)),),))
    tables_shown = join(tables.grid(pair, {}), tables.grid(counted, {}))
    phone.set_content(f'<meta name="viewport" content="width=390"><style>{STYLE}</style>{tables_shown}')
    cut = "[...document.querySelectorAll('.atlas-scroll')].map(one => one.scrollWidth - one.clientWidth)"
    assert phone.evaluate(cut) == [0, 0]
    tops = "[...document.querySelectorAll('table:last-of-type td')].map(cell => cell.offsetTop)"
    _, drawn, right, words = phone.evaluate(tops)
    assert drawn == right < words
