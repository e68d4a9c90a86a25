"""Filters in a real browser: a choice is one step of the history, and a slider goes where it is moved."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

Settle = Callable[[Page], None]


def chosen(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_each_choice_is_undone_by_the_way_back(browser_page: Page, app_url: str, settle: Settle) -> None:
    page = browser_page
    page.goto(app_url + "/timeline")
    settle(page)
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_role("button", name=re.compile("^Energy")).click()
    page.wait_for_function("() => location.search.includes('theme=energy')")
    settle(page)
    field = page.get_by_label("From year", exact=True)
    field.fill("2014")
    field.press("Enter")
    page.wait_for_function("() => location.search.includes('years=2014')")
    settle(page)
    expect(page.locator(".atlas-choice")).to_contain_text("Energy · 2014–")
    # An address of before is taken for a late one while a choice is fresh.
    page.wait_for_timeout(1600)
    page.go_back()
    page.wait_for_function("() => !location.search.includes('years')")
    settle(page)
    assert chosen(page) == {"theme": ["energy"]}
    assert field.input_value() == "1947"
    page.go_back()
    page.wait_for_function("() => !location.search")
    settle(page)
    expect(page.locator(".atlas-choice")).to_have_text(re.compile(r"^All [\d\s]+ events$"))


def test_a_slider_that_is_moved_by_quick_presses_ends_where_they_lead(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    page.goto(app_url + "/arguments?theme=energy")
    settle(page)
    assert page.locator('[data-testid="stSidebar"] input[type=range]').count() == 0, "no years, no slider"
    page.goto(app_url + "/trade")
    settle(page)
    first = page.locator('[data-testid="stSidebar"] input[type=range]').first
    first.focus()
    for pause in (0, 0, 0, 0, 0, 400, 0, 0, 400, 0):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(pause)
    page.wait_for_function("() => location.search.includes('years=1957')")
    settle(page)
    page.wait_for_timeout(1000)
    assert (chosen(page)["years"][0], first.input_value()) == ("1957", "1957")


def test_a_drawing_is_heard_in_the_words_of_the_choice_and_not_built_anew(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    page.goto(app_url + "/timeline?theme=trade")
    settle(page)
    figure = page.locator(".st-key-figure-timeline-strip")
    drawing, words = figure.locator('[role="graphics-document"]'), figure.locator(".atlas-drawing-words")
    before = words.text_content() or ""
    expect(drawing).to_have_attribute("aria-label", before)
    built = figure.locator("svg.marks").element_handle()
    theme = page.get_by_test_id("stSidebar").get_by_role("button", name=re.compile("^Energy"))
    theme.click()
    page.wait_for_function("() => location.search.includes('energy')")
    settle(page)
    expect(words).not_to_have_text(before)
    expect(drawing).to_have_attribute("aria-label", words.text_content() or "")
    assert built is not None
    assert built.evaluate("svg => svg.isConnected")
