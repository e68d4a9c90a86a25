"""Every page, visited once on a desktop and once on a phone: it stands, fits, and axe-core, an independent
judge, finds nothing serious.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from dashboard.figures.pages import PAGES
from dashboard.ui.streamlit_internals import ICONS, UPRIGHT

from .conftest import Settle

LOOKED_AT = (Path(__file__).resolve().parents[2] / "docs" / "looking.md").read_text("utf-8")
Visits = Callable[..., Any]
SEVERE = {"serious", "critical"}

# What Streamlit itself does and the Atlas cannot mend: the rule, a part of the element, and why it stays.
ALLOWED: tuple[tuple[str, str, str], ...] = (
    (
        "svg-img-alt",
        "brush_brush",
        "Vega draws the rectangle of a brush without a description; two fields beside the "
        "strip choose the same years",
    ),
)

every_page = pytest.mark.parametrize("name", [page.name for page in PAGES])
both_ways = pytest.mark.parametrize("phone", [False, True], ids=["desktop-light", "phone-dark"])


@both_ways
@every_page
def test_a_page_stands_without_an_error(visit: Visits, name: str, phone: bool) -> None:
    seen = visit(name, phone)
    assert seen.errors == []
    assert seen.figures >= 1
    assert set(seen.charts) <= {1}, "every chart is drawn, and once"
    assert [problem for problem in seen.problems if "WebGL" not in problem] == [], (
        "test_map.py looks at a browser that has WebGL"
    )
    assert seen.outside == [], "the page asked another host"


@every_page
def test_nothing_scrolls_sideways_on_a_phone(visit: Visits, name: str) -> None:
    seen = visit(name, True)
    assert seen.too_wide == []
    assert seen.overflow <= 1


@both_ways
@every_page
def test_axe_finds_nothing_serious(visit: Visits, name: str, phone: bool) -> None:
    severe = [
        f"{violation['id']} ({violation['impact']}): {violation['help']} · {node['html'][:200]} "
        f"· {node.get('failureSummary', '')[:300]}"
        for violation in visit(name, phone).violations
        if violation["impact"] in SEVERE
        for node in violation["nodes"]
        if not any(violation["id"] == rule and part in node["html"] for rule, part, _ in ALLOWED)
    ]
    assert severe == []


@every_page
def test_no_page_is_longer_than_a_reader_scrolls_with_its_lists_closed(visit: Visits, name: str) -> None:
    assert visit(name).height <= 6_000
    assert visit(name, True).height <= 9_000


@every_page
def test_no_page_is_longer_than_that_on_a_phone_as_it_opens(visit: Visits, name: str) -> None:
    assert visit(name, True).opened <= 9_000


@pytest.mark.parametrize("name", ["overview", "timeline"])
def test_what_stands_around_figures_is_at_most_a_third_of_what_it_was(visit: Visits, name: str) -> None:
    row = re.search(rf"^\| {name} \|(?:[^|]*\|){{2}} ([\d\s]+) →", LOOKED_AT, re.MULTILINE)
    assert row, "docs/looking.md has what stood around the figures of each page before"
    before = int(re.sub(r"\s", "", row[1]))
    assert 0 < visit(name).furniture <= before / 3


@every_page
def test_no_page_prints_on_more_than_six_sheets(visit: Visits, name: str) -> None:
    assert 1 <= visit(name).sheets <= 6


@both_ways
@every_page
def test_headings_stand_in_order_and_the_language_is_said(visit: Visits, name: str, phone: bool) -> None:
    seen = visit(name, phone)
    assert seen.headings[0] == 1
    assert seen.headings.count(1) == 1
    assert [pair for pair in pairwise(seen.headings) if pair[1] > pair[0] + 1] == []
    assert seen.language == "en"


@every_page
def test_headings_have_the_face_that_was_cut_for_them_and_nobody_loads_the_whole_one(
    visit: Visits, name: str
) -> None:
    seen = visit(name)
    assert "Atlas Serif" in seen.faces
    assert "Source Serif" not in seen.faces


def test_the_first_page_loads_no_slanted_face_and_the_icons_and_letters_that_were_cut(
    browser: Browser, app_url: str, settle: Settle
) -> None:
    page = browser.new_page()
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(app_url)
    settle(page)
    faces = [request for request in asked if request.url.endswith(".woff2")]
    assert [request.url for request in faces if "Italic" in request.url] == []
    (icons,) = [request for request in faces if request.url.endswith(ICONS)]
    (letters,) = [request for request in faces if request.url.endswith(UPRIGHT)]
    assert icons.sizes()["responseBodySize"] < 20_000
    assert letters.sizes()["responseBodySize"] < 50_000
    page.close()


def test_axe_is_awake(browser_page: Page) -> None:
    browser_page.set_content(
        '<html lang="en"><title>t</title><main><h1>t</h1><img src="data:,"><button></button></main></html>'
    )
    assert {violation["id"] for violation in Axe().run(browser_page).response["violations"]} >= {
        "image-alt",
        "button-name",
    }
