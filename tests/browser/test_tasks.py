"""What fifteen newcomers wanted to know, each from the first page and in at most three clicks; typing and the
key that sends it count as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

Settle = Callable[[Page], None]
ON_PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile "
    "Safari/537.36"
)


# What a task may take, and how the browser itself counts it: each press of the pointer, and each key that
# sends what was typed.
MOST_CLICKS = 3
COUNTING = """if (!window.atlasCounts) {
    window.atlasCounts = true;
    const count = () => sessionStorage.setItem('clicks', 1 + Number(sessionStorage.getItem('clicks')));
    addEventListener('pointerdown', count, true);
    addEventListener('keydown', event => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) { count(); }
    }, true);
}"""


@pytest.fixture
def at_home(browser_page: Page, app_url: str, settle: Settle) -> Iterator[Page]:
    """The first page, from which every task begins and takes at most three clicks."""
    browser_page.context.add_init_script(COUNTING)
    browser_page.goto(app_url + "/")
    settle(browser_page)
    browser_page.evaluate("sessionStorage.setItem('clicks', 0)")
    yield browser_page
    clicks = browser_page.evaluate("Number(sessionStorage.getItem('clicks'))")
    assert clicks <= MOST_CLICKS, f"{clicks} clicks"


def search(page: Page, words: str, settle: Settle) -> None:
    box = page.get_by_label("Search the Atlas")
    box.fill(words)
    box.press("Enter")
    page.wait_for_url("**/find?*")
    settle(page)


def menu(page: Page, title: str, settle: Settle) -> None:
    page.locator(".st-key-menu").get_by_role("link", name=title, exact=True).click()
    page.wait_for_function("title => document.title.startsWith(title)", arg=title)
    settle(page)


def opened(page: Page, link: Locator, settle: Settle) -> None:
    before = page.url
    link.click()
    page.wait_for_function("before => location.href !== before", arg=before)
    settle(page)


def seen(page: Page) -> str:
    """The words that stand on the screen without scrolling."""
    words: str = page.evaluate(
        """() => {
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), said = [];
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const range = document.createRange();
                range.selectNodeContents(node);
                const box = range.getBoundingClientRect();
                if (box.width > 1 && box.height > 1 && box.top >= 0 && box.bottom <= innerHeight) {
                    said.push(node.data);
                }
            }
            return said.join(' ');
        }"""
    )
    return re.sub(r"\s+", " ", words)


def part(page: Page, figure: str, words: str) -> Locator:
    """A part of the line under a figure: its sources, note, downloads."""
    name = re.compile(rf"^{words} {figure.replace('-', ' ')}$")
    return page.locator(f".st-key-line-{figure}").get_by_role("radio", name=name)


def test_1_when_pakistan_joined_the_organisation_and_who_differs(at_home: Page, settle: Settle) -> None:
    search(at_home, "when did Pakistan join the SCO", settle)
    assert "9 June 2017" in seen(at_home)
    opened(at_home, at_home.get_by_role("link", name=re.compile("full members of the SCO")).first, settle)
    said = seen(at_home)
    assert "9 June 2017" in said
    assert re.search(r"\d+ sources.*differ", said)


def test_2_trade_of_2016_by_each_count_and_why(at_home: Page, settle: Settle) -> None:
    menu(at_home, "Trade", settle)
    figure = at_home.locator(".st-key-figure-trade-mirror-table")
    row = figure.locator("tr", has_text="2016").first.inner_text()
    assert "272" in row
    assert "144.7" in row
    part(at_home, "trade-mirror", "Note").click()
    at_home.wait_for_selector(".st-key-open-trade-mirror .atlas-note")
    expect(at_home.locator(".st-key-open-trade-mirror")).to_contain_text("freight")


def test_3_how_the_pipeline_stands_how_long_it_is_and_what_it_costs(at_home: Page, settle: Settle) -> None:
    search(at_home, "Pakistan Stream", settle)
    link = at_home.get_by_role("link", name="Pakistan Stream gas pipeline", exact=True).first
    opened(at_home, link, settle)
    said = seen(at_home)
    for words in ("stalled", "11 December 2025", "Length", "122 km", "Cost", "1.5 to 3.5 billion US dollars"):
        assert words in said, words


def test_3_how_long_the_pipeline_is_without_another_click(at_home: Page, settle: Settle) -> None:
    search(at_home, "Pakistan Stream length", settle)
    said = seen(at_home)
    assert "Numbers that sources state" in said
    assert re.search(r"1\s?1\d\d km", said)


def test_4_energy_from_2014_to_2021_as_a_link_to_send(at_home: Page, settle: Settle) -> None:
    page = at_home
    search(page, "energy 2014–2021", settle)
    opened(page, page.get_by_role("link", name="Timeline of 2014–2021"), settle)
    page.wait_for_function("() => document.title.startsWith('Timeline')")
    settle(page)
    assert re.search(r"\d+ of [\d\s]+ events · Energy · 2014–2021", seen(page))
    page.get_by_role("button", name="Link to this page").click()
    address = page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").inner_text()
    assert address.strip().endswith("/timeline?theme=energy&years=2014&years=2021")


def test_5_a_citation_of_a_chart_in_bibtex(at_home: Page, settle: Settle) -> None:
    menu(at_home, "Trade", settle)
    part(at_home, "trade-lines", "Cite").click()
    with at_home.expect_download() as download:
        at_home.get_by_role("button", name="BibTeX").click()
    assert re.match(r"@\w+\{", Path(download.value.path()).read_text("utf-8"))


def test_6_the_data_and_the_picture_of_a_chart(at_home: Page) -> None:
    part(at_home, "overview-alike", "Download").click()
    kept = {}
    for name in ("CSV", "PNG"):
        with at_home.expect_download(timeout=60_000) as download:
            opened_part = at_home.locator(".st-key-open-overview-alike")
            opened_part.get_by_role("button", name=re.compile(name)).click()
        kept[name] = Path(download.value.path()).read_bytes()
    assert kept["PNG"].startswith(b"\x89PNG")
    assert b"record_id" in kept["CSV"] or is_zipfile(BytesIO(kept["CSV"]))


def test_6_the_data_and_the_picture_of_a_chart_of_trade(at_home: Page, settle: Settle) -> None:
    menu(at_home, "Trade", settle)
    part(at_home, "trade-lines", "Download").click()
    with at_home.expect_download(timeout=120_000) as download:
        at_home.locator(".st-key-open-trade-lines").get_by_role("button", name="Packet").click()
    with ZipFile(download.value.path()) as packet:
        assert packet.read("figure.png").startswith(b"\x89PNG")
        assert b"record_id" in packet.read("data.csv")


def test_7_who_met_whom_in_2012(at_home: Page, settle: Settle) -> None:
    search(at_home, "who met whom in 2012", settle)
    opened(at_home, at_home.get_by_role("link", name="Who met whom, 2012"), settle)
    at_home.wait_for_function("() => document.title.startsWith('People')")
    settle(at_home)
    said = seen(at_home)
    assert re.search(r"\d+ of \d+ visits and calls · 2012", said)
    for words in ("Hina Rabbani Khar", "Sergey Lavrov", "Foreign Minister Lavrov visits Islamabad"):
        assert words in said, words


def test_8_all_on_a_minister(at_home: Page, settle: Settle) -> None:
    search(at_home, "Lavrov", settle)
    opened(at_home, at_home.get_by_role("link", name=re.compile("^Serge[iy] Lavrov$")).first, settle)
    expect(at_home.locator("h1")).to_contain_text("Lavrov")
    box = at_home.locator(".st-key-figure-record-around").bounding_box()
    assert box is not None
    assert box["y"] < 900, "what he took part in is on the first screen"


def test_9_misspelt_and_in_other_scripts(at_home: Page, settle: Settle) -> None:
    for words, found in (("gawadar", "Gwadar"), ("Гвадар", "Gwadar"), ("پاکستان", "Pakistan")):
        search(at_home, words, settle)
        assert found in seen(at_home), words


def test_10_what_the_authors_disagree_on(at_home: Page, settle: Settle) -> None:
    menu(at_home, "Arguments", settle)
    at_home.get_by_role("radio", name="Most disputed first").click()
    at_home.wait_for_function("() => location.search.includes('order=dispute')")
    settle(at_home)
    first = at_home.locator(".st-key-figure-arguments-matrix tbody tr", has=at_home.locator("td")).first
    expect(first).to_contain_text(re.compile("disputes", re.IGNORECASE))
    assert "disputes" in seen(at_home).lower()


def test_11_whether_a_stated_share_is_right(at_home: Page, settle: Settle) -> None:
    search(at_home, "3 percent nuclear", settle)
    opened(at_home, at_home.get_by_role("link", name=re.compile("^Nuclear share of 3")).first, settle)
    said = seen(at_home).lower()
    assert "partly supported" in said
    assert "4.7 to 7.9 per cent of electricity" in said, "what other evidence says stands beside the verdict"
    opened(at_home, at_home.get_by_role("link", name=re.compile("^Nuclear power in Pakistan")).first, settle)
    chart = at_home.locator(".st-key-figure-context-nuclear [data-testid=stVegaLiteChart]")
    expect(chart).to_be_in_viewport()


def test_12_a_page_on_paper(at_home: Page, settle: Settle) -> None:
    opened(at_home, at_home.get_by_role("link", name=re.compile("for paper|Print version")).first, settle)
    at_home.emulate_media(media="print")
    sheets = re.findall(rb"/Type\s*/Page\b", at_home.pdf(prefer_css_page_size=True))
    assert len(sheets) >= 2


def test_13_on_a_phone_a_search_shows_what_it_found(browser: Browser, app_url: str, settle: Settle) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, user_agent=ON_PHONE)
    page = context.new_page()
    page.goto(app_url + "/")
    settle(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    search(page, "Pakistan Stream", settle)
    page.wait_for_timeout(600)
    box = page.locator(".st-key-figure-search-results h2").bounding_box()
    assert box is not None
    on_top = page.evaluate(
        "([x, y]) => !!document.elementFromPoint(x, y)?.closest('[data-testid=stSidebar]')",
        [box["x"] + box["width"] / 2, box["y"] + 5],
    )
    assert not on_top, "the menu covers what was found"
    context.close()


def test_14_by_keyboard_alone(at_home: Page, settle: Settle) -> None:
    skip = at_home.get_by_test_id("stSkipToContent")
    skip.focus()
    at_home.keyboard.press("Enter")
    sources = part(at_home, "overview-counts", r"\d+ sources?")
    sources.focus()
    at_home.keyboard.press("Enter")
    at_home.wait_for_selector(".st-key-open-overview-counts .atlas-card")


def test_15_what_a_screen_reader_must_hear(at_home: Page) -> None:
    heard = at_home.locator('[data-testid="stMainBlockContainer"]').inner_text()
    assert len(heard) < 10_000
    names = at_home.locator('[class*="st-key-line-"] [role="radio"]').all_inner_texts()
    assert len(set(names)) == len(names)


def test_a_tour_is_walked_by_key(browser_page: Page, app_url: str, settle: Settle) -> None:
    page = browser_page
    page.goto(app_url + "/tours")
    settle(page)
    opened(page, page.locator(".st-key-figure-tours-steps td a").first, settle)
    bar = page.locator(".st-key-tour")
    expect(bar).to_contain_text("step 1 of 7")
    assert "On 16 October 2015" in seen(page)
    for key, page_name, step in (("Alt+n", "/map", 2), ("Alt+n", "/record", 3), ("Alt+p", "/map", 2)):
        page.keyboard.press(key)
        page.wait_for_function("path => location.pathname === path", arg=page_name)
        page.wait_for_function("step => location.search.includes('step=' + step)", arg=step)
        settle(page)
        expect(bar).to_contain_text(f"step {step} of 7")
    bar.get_by_role("button", name="End of the tour").click()
    page.wait_for_function("() => !location.search.includes('tour')")
