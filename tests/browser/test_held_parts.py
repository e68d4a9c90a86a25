"""A closed part of a long list is a text until it opens, by key, by finger or for a search in the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dashboard.views.folded import packed

from .conftest import Settle

pytestmark = pytest.mark.browser

LIST = '[class*="st-key-figure-sources-table"]'
HELD = f"{LIST} details[data-held]"
HOSTILE = (
    '<b onclick="x()">Words</b><script>window.hit = 1</script>'
    '<img src="https://other.example/a.png" onerror="window.hit = 1">'
    '<a href="javascript:window.hit=1">bad</a><a href="record?id=a:b">good</a>'
    '<iframe src="https://other.example"></iframe>'
)


def test_a_closed_part_opens_by_key_with_rows_whose_links_keep_the_choice(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    browser_page.goto(f"{app_url}/sources?theme=trade&theme=energy")
    settle(browser_page)
    part = browser_page.locator(HELD).first
    name = part.locator("summary").inner_text()
    opened = browser_page.locator(f"{LIST} details", has_text=name).last
    expect(opened.locator("tr")).to_have_count(0)
    part.locator("summary").focus()
    browser_page.keyboard.press("Enter")
    expect(opened.locator("a").first).to_be_visible()
    href = opened.locator("a").first.get_attribute("href") or ""
    assert href.startswith("record?theme=trade&theme=energy&id=")


def test_a_search_in_the_page_finds_what_is_closed(browser_page: Page, app_url: str, settle: Settle) -> None:
    browser_page.goto(f"{app_url}/sources")
    settle(browser_page)
    assert browser_page.locator(HELD).count() > 1
    browser_page.keyboard.press("Control+f")
    expect(browser_page.locator(HELD)).to_have_count(0)


def test_a_text_that_opens_brings_no_script_and_no_other_host(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    browser_page.goto(f"{app_url}/sources")
    settle(browser_page)
    browser_page.evaluate(
        """held => {
            const fold = document.createElement('details');
            fold.id = 'hostile';
            fold.dataset.held = held;
            fold.innerHTML = '<summary>Hostile</summary>';
            document.body.append(fold);
            fold.open = true;
        }""",
        packed(HOSTILE),
    )
    hostile = browser_page.locator("#hostile")
    expect(hostile).to_contain_text("Words")
    assert hostile.locator("script, iframe").count() == 0
    left = hostile.evaluate("fold => [...fold.querySelectorAll('*')].flatMap(one => one.getAttributeNames())")
    assert left == ["href"]
    assert hostile.locator("a[href]").inner_text() == "good"
    assert browser_page.evaluate("window.hit") is None
