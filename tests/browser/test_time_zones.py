"""Years are drawn from the strip alike wherever the reader's clock stands: to its edges, and no further."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

STRIP = ".st-key-figure-timeline-strip canvas, .st-key-figure-timeline-strip svg.marks"


@pytest.mark.parametrize(
    "zone", ["Asia/Karachi", "Europe/Moscow", "America/Los_Angeles", "Pacific/Kiritimati"]
)
def test_a_brush_to_an_edge_chooses_years_of_the_record(browser: Browser, app_url: str, zone: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, timezone_id=zone)
    page = context.new_page()
    for edge, at_the_end in (("left", 0), ("right", 1)):
        page.goto(f"{app_url}/timeline")
        strip = page.locator(STRIP).first
        strip.wait_for(timeout=60_000)
        page.wait_for_load_state("networkidle")
        box = strip.bounding_box()
        assert box is not None
        y, middle = box["y"] + box["height"] * 0.35, box["x"] + box["width"] / 2
        page.mouse.move(middle, y)
        page.mouse.down()
        page.mouse.move(box["x"] + (box["width"] if edge == "right" else 0), y, steps=8)
        page.mouse.up()
        page.wait_for_url("**years=**", timeout=30_000)
        years = [int(year) for year in parse_qs(urlsplit(page.url).query)["years"]]
        assert years[at_the_end] == (1947, 2026)[at_the_end], zone
        page.wait_for_load_state("networkidle")
        assert page.get_by_test_id("stException").count() == 0
        assert page.locator("h1", has_text="Timeline").count() == 1
    context.close()
