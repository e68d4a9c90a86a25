"""What a reader does in a real browser: links hold, a click on a mark opens its evidence, the keyboard opens
a panel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from dashboard.data.atlas import Atlas
from dashboard.figures.pages import BY_NAME, MENU, PAGES

Settle = Callable[[Page], None]
DEEP = "/timeline?theme=energy&years=2014&years=2021"
ERRORS = '[data-testid="stException"], [data-testid="stAlertContentError"], [data-testid="stDialog"]'


def sentence(page: Page) -> str:
    return page.locator(".atlas-choice").inner_text()


def goes(page: Page, url: str, settle: Settle) -> None:
    page.goto(url)
    settle(page)


def by_menu(page: Page, name: str, settle: Settle) -> None:
    page.locator(".st-key-menu").get_by_role("link", name=BY_NAME[name].title, exact=True).click()
    page.wait_for_url(re.compile(rf"/{name}(\?|$)"))
    settle(page)


def parameters(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"[?&]([^=&]+)=([^&]*)", page.url):
        found.setdefault(name, []).append(value)
    return found


def test_a_deep_link_is_the_first_request_of_a_fresh_server(
    browser_page: Page,
    proved_small: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    settle: Settle,
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    goes(browser_page, request.getfixturevalue("fresh_app_url") + DEEP, settle)
    expect(browser_page.locator("h1")).to_have_text("Timeline")
    assert "energy · 2014–2021" in sentence(browser_page).lower()
    assert browser_page.locator(".st-key-menu").get_by_role("link").count() == len(PAGES) - 1
    assert parameters(browser_page) == {"theme": ["energy"], "years": ["2014", "2021"]}

    before = sentence(browser_page)
    by_menu(browser_page, "map", settle)
    expect(browser_page.locator("h1")).to_have_text("Map")
    assert sentence(browser_page) == before


def test_the_choice_holds_after_menu_link_back_forward_and_reload(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page, counted = browser_page, r"\d+ of [\d\s]+ {} · Energy · 2014–2021"
    goes(page, app_url + DEEP, settle)
    assert re.fullmatch(counted.format("events"), sentence(page))
    for name, rows in (("map", "events"), ("sources", "sources")):
        by_menu(page, name, settle)
        assert re.fullmatch(counted.format(rows), sentence(page))
    page.go_back()
    page.wait_for_url(re.compile("/map"))
    expect(page.locator("h1")).to_have_text("Map")
    settle(page)
    assert re.fullmatch(counted.format("events"), sentence(page))
    page.go_forward()
    page.wait_for_url(re.compile("/sources"))
    expect(page.locator("h1")).to_have_text("Sources")
    settle(page)
    assert re.fullmatch(counted.format("sources"), sentence(page))
    page.reload()
    settle(page)
    assert re.fullmatch(counted.format("sources"), sentence(page))
    assert parameters(page) == {"theme": ["energy"], "years": ["2014", "2021"]}


def test_a_link_within_the_page_keeps_the_choice(browser_page: Page, app_url: str, settle: Settle) -> None:
    page = browser_page
    goes(page, app_url + DEEP.replace("timeline", "sources"), settle)
    page.locator(".atlas-contents summary").click()
    link = page.locator(".atlas-contents a").last
    anchor = link.get_attribute("href")
    assert anchor
    link.click()
    page.wait_for_function("anchor => location.hash === anchor", arg=anchor)
    assert page.url == app_url + DEEP.replace("timeline", "sources") + anchor
    assert page.locator(anchor).count() == 1


def test_an_anchor_that_is_no_text_leads_nowhere_and_breaks_nothing(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    failed: list[str] = []
    page_of_its_own.on("pageerror", lambda error: failed.append(str(error)))
    for anchor in ("#%", "#%E0%A4%A", "#%ff"):
        page_of_its_own.goto("about:blank")
        goes(page_of_its_own, f"{app_url}/find?q=gas{anchor}", settle)
    assert failed == []


def test_a_bad_value_in_a_link_is_named(browser_page: Page, app_url: str, settle: Settle) -> None:
    goes(browser_page, app_url + "/timeline?theme=sport&theme=energy&years=1900&years=2021", settle)
    said = browser_page.locator('[role="alert"], [data-testid="stAlert"]').all_inner_texts()
    assert any("sport" in one for one in said)
    assert any("1900" in one for one in said)
    assert "energy" in sentence(browser_page).lower()


def test_a_hostile_link_is_shown_as_text(page_of_its_own: Page, app_url: str, settle: Settle) -> None:
    page_of_its_own.add_init_script("window.pwned = 0")
    goes(
        page_of_its_own,
        app_url
        + "/timeline?theme=<img src=x onerror=window.pwned=1>&id=<script>window.pwned=1</script>&q=<b>x</b>",
        settle,
    )
    assert page_of_its_own.evaluate("window.pwned") == 0
    expect(page_of_its_own.locator("h1")).to_have_text("Timeline")
    assert page_of_its_own.locator(ERRORS).count() == 0


def test_clearing_the_choice_leaves_a_clean_link(browser_page: Page, app_url: str, settle: Settle) -> None:
    goes(browser_page, app_url + DEEP, settle)
    browser_page.get_by_role("button", name="Clear all filters").click()
    browser_page.wait_for_function("() => !location.search.includes('theme')")
    settle(browser_page)
    assert parameters(browser_page) == {}
    assert re.fullmatch(r"All [\d\s]+ events", sentence(browser_page))


def test_a_click_on_a_mark_opens_its_card_and_escape_closes_it(
    browser_page: Page, app_url: str, settle: Settle, atlas: Atlas
) -> None:
    page = browser_page
    goes(page, app_url + DEEP, settle)
    figure = page.locator(".st-key-figure-timeline-lanes")
    marks = {mark.get_attribute("aria-label"): mark for mark in figure.locator("svg path[aria-label]").all()}
    title = next(title for title in atlas["events"]["title"] if title in marks)
    marks[title].scroll_into_view_if_needed()
    marks[title].click(force=True)
    page.wait_for_url(re.compile(r"[?&]id="))
    settle(page)
    (record_id,) = parameters(page)["id"]
    assert parameters(page)["theme"] == ["energy"]
    card = page.get_by_role("dialog")
    expect(card.locator("h3").first).to_have_text(title)
    assert card.get_by_role("link", name="Open the whole record").get_attribute("href") == (
        f"record?theme=energy&years=2014&years=2021&id={record_id}"
    )
    box, view = card.bounding_box(), page.viewport_size
    assert box is not None
    assert view is not None
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= view["width"], "the card is in view"
    assert page.evaluate("!!document.activeElement.closest('[role=dialog]')")
    card.get_by_role("button", name="Next").click()
    page.wait_for_function("id => !location.search.includes(id)", arg=record_id)
    assert parameters(page)["id"] != [record_id]
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('id=')")
    settle(page)
    assert card.count() == 0
    assert parameters(page)["theme"] == ["energy"]


def test_keys_reach_a_mark_and_the_focus_comes_back_to_it_when_its_card_closes(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page = page_of_its_own
    focused = "document.activeElement.getAttribute('aria-label')"
    marks = "document.activeElement.closest('[class*=st-key-marks-]')"
    goes(page, app_url + DEEP, settle)
    chart = page.locator(".st-key-figure-timeline-lanes")
    stops = chart.locator('svg [tabindex="0"]')
    stops.first.focus()
    assert stops.count() == 1, "a chart is one stop of the Tab key"
    first = page.evaluate(focused)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    second = page.evaluate(focused)
    assert second != first
    for way in ("Escape", "Close"):
        page.evaluate(f"window.marksBefore = {marks}")
        page.keyboard.press("Enter")
        card = page.get_by_role("dialog")
        card.locator(".atlas-mark-card").wait_for()
        assert card.locator("h3").first.inner_text() == second
        page.wait_for_function("document.activeElement.closest('[role=dialog]')")
        if way == "Escape":
            page.keyboard.press(way)
        else:
            card.get_by_role("button", name=way).click()
        # The chart is drawn anew: the focus is back when it lies on the new one.
        page.wait_for_function(f"title => {focused} === title && {marks} !== window.marksBefore", arg=second)
        settle(page)
        assert page.evaluate(focused) == second
        assert page.evaluate("!!document.activeElement.closest('.st-key-figure-timeline-lanes')")
        assert "id=" not in page.url


def test_a_year_of_votes_opens_its_card_by_key_and_click_and_stands_in_the_link(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page = page_of_its_own
    focused = "document.activeElement.getAttribute('aria-label')"
    card = page.get_by_role("dialog")
    goes(page, app_url + "/votes", settle)
    chart = page.locator(".st-key-figure-votes-agreement")
    chart.locator('svg [tabindex="0"]').first.focus()
    page.keyboard.press("ArrowRight")
    mark = page.evaluate(focused)
    page.keyboard.press("Enter")
    card.locator(".atlas-mark-card").wait_for()
    page.wait_for_function("document.activeElement.closest('[role=dialog]')")
    (named,) = parameters(page)["mark"]
    year = named.rpartition("-")[2]
    assert year in mark
    assert card.locator("h3").inner_text().endswith(f"in {year}")
    assert year in card.locator(".atlas-above").inner_text()
    assert "They voted alike on" in card.locator(".atlas-lead").inner_text()
    assert card.get_by_role("link", name=f"all votes of {year} in the list").count() == 1
    card.get_by_role("button", name="Next").press("Enter")
    page.wait_for_function("mark => !location.search.includes(mark)", arg=named)
    page.keyboard.press("Escape")
    page.wait_for_function(f"title => {focused} === title && !location.search.includes('mark')", arg=mark)
    settle(page)
    point = chart.locator('svg path[aria-roledescription="point"][aria-label*="1988"]').first
    point.scroll_into_view_if_needed()
    point.click(force=True)
    page.wait_for_url(re.compile(r"[?&]mark=[A-Z]{3}-1988"))
    card.locator(".atlas-mark-card").wait_for()


def test_a_link_to_a_year_of_votes_opens_its_card_and_one_to_no_such_year_says_so(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page, card = page_of_its_own, page_of_its_own.get_by_role("dialog")
    goes(page, app_url + "/votes?mark=RUS-1971", settle)
    expect(card.locator("h3")).to_have_text("Pakistan and Russia in 1971")
    goes(page, app_url + "/votes?mark=RUS-1871", settle)
    expect(card.locator(".atlas-warning")).to_contain_text("“RUS-1871”, which no figure shows")


def test_on_a_phone_what_was_asked_in_the_sidebar_is_in_view(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page = page_of_its_own
    page.set_viewport_size({"width": 390, "height": 844})
    sidebar, opens = page.get_by_test_id("stSidebar"), page.get_by_test_id("stExpandSidebarButton")

    def is_in_view(title: str) -> None:
        page.locator("h1", has_text=title).wait_for()
        settle(page)
        page.wait_for_function("document.elementFromPoint(40, 400)?.closest('[data-testid=\"stMain\"]')")
        assert sidebar.get_attribute("data-collapsed") == "true"
        assert page.evaluate("!!document.activeElement.closest('[data-testid=\"stMain\"]')")

    goes(page, app_url + "/trade", settle)
    opens.click()
    by_menu(page, "series", settle)
    is_in_view(BY_NAME["series"].title)
    for words in ("gwadar", "tashkent"):
        opens.click()
        box = page.get_by_label("Search the Atlas")
        box.fill(words)
        box.press("Enter")
        page.wait_for_url(f"**/find?q={words}")
        is_in_view(BY_NAME["find"].title)
        assert page.locator(".st-key-figure-search-results a").first.is_visible()


def test_on_a_wide_screen_a_choice_in_the_sidebar_leaves_it_open(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    goes(page_of_its_own, app_url + "/trade", settle)
    by_menu(page_of_its_own, "series", settle)
    assert page_of_its_own.get_by_test_id("stSidebar").get_attribute("data-collapsed") == "false"


def test_a_title_in_the_list_leads_to_the_record_and_keeps_the_choice(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + DEEP, settle)
    link = page.locator(".st-key-figure-timeline-list .atlas-title a").first
    title = link.inner_text()
    link.click()
    page.wait_for_url(re.compile("/record"))
    settle(page)
    expect(page.locator("h1")).to_contain_text(title)
    assert parameters(page)["theme"] == ["energy"]
    assert parameters(page)["years"] == ["2014", "2021"]
    assert page.locator('[class*="st-key-figure-"] .atlas-sources').count() >= 1


def test_a_named_row_of_a_table_opens_its_record(
    browser_page: Page, app_url: str, settle: Settle, atlas: Atlas
) -> None:
    page = browser_page
    tables = (
        ("agreements", "agreements-table", atlas["agreements"].set_index("agreement_id")["title"]),
        ("people", "people-terms", atlas["actors"].set_index("actor_id")["name"]),
        ("series", "series-list", atlas["events"].set_index("event_id")["title"]),
    )
    for name, figure, names in tables:
        goes(page, f"{app_url}/{name}", settle)
        link = page.locator(f".st-key-figure-{figure} td a, .st-key-figure-{figure} th a").first
        title = link.inner_text()
        assert title in set(names), name
        link.click()
        page.wait_for_url(re.compile("/record"))
        settle(page)
        (record_id,) = parameters(page)["id"]
        assert names[record_id] == title
        expect(page.locator("h1")).to_contain_text(title)


def test_the_sources_open_by_one_key_and_each_control_has_a_name_of_its_own(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    goes(browser_page, app_url + DEEP, settle)
    names = browser_page.locator('[class*="st-key-line-"] [role="radio"]').all_inner_texts()
    assert len(names) > 10
    assert len(set(names)) == len(names)
    sources = browser_page.get_by_role("radio", name=re.compile(r"^\d+ sources timeline list$"))
    sources.focus()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_selector(".st-key-figure-timeline-list .atlas-panel")
    settle(browser_page)
    assert browser_page.locator(".st-key-figure-timeline-list .atlas-panel .atlas-card").count() >= 1


def test_an_embedded_figure_stands_alone_with_its_sources(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    browser_page.goto(app_url + "/trade?embed=true&figure=trade-lines")
    browser_page.wait_for_selector(".atlas-sources", timeout=60_000)
    browser_page.wait_for_selector("svg.marks, canvas.marks")
    assert browser_page.locator('[class*="st-key-figure-"]').count() == 1
    assert not browser_page.get_by_test_id("stSidebar").is_visible()


@pytest.fixture
def foreign_page(tmp_path: Path) -> Iterator[str]:
    """The address of a page with an empty frame, of an origin that is not the app's."""
    (tmp_path / "frame.html").write_text('<!doctype html><iframe width="900" height="700"></iframe>', "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/frame.html"
        server.shutdown()


def test_a_page_of_another_origin_frames_any_figure_that_a_page_declares_with_its_edition(
    page_of_its_own: Page, app_url: str, foreign_page: str
) -> None:
    page_of_its_own.goto(foreign_page)
    frame = page_of_its_own.frame_locator("iframe")
    for name, figure_id in (("trade", "trade-lines"), ("checks", "checks-own")):
        address = f"{app_url}/{name}?embed=true&figure={figure_id}"
        page_of_its_own.locator("iframe").evaluate("(frame, address) => { frame.src = address; }", address)
        frame.locator(f"#{figure_id}").wait_for(state="attached", timeout=90_000)
        edition = frame.get_by_role("link", name=re.compile(r"version \d+\.\d+\.\d+ of "))
        edition.wait_for()
        assert str(edition.get_attribute("href")).endswith(f"{name}#{figure_id}")
        assert frame.locator(".atlas-warning").count() == 0


def test_a_page_for_paper_prints_figures_choice_and_full_sources_and_no_controls(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + DEEP + "&paper=true", settle)
    page.emulate_media(media="print")
    assert not page.get_by_test_id("stSidebar").is_visible()
    assert page.get_by_role("radio", name="Cite timeline lanes").is_hidden()
    assert page.locator(".atlas-screen").first.is_hidden()
    for shown in (".atlas-choice", "svg.marks", ".atlas-sources", ".atlas-paper", ".atlas-references li"):
        assert page.locator(shown).first.is_visible(), shown
    assert page.locator(".atlas-references li").count() > 20
    boxes = set(re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True)))
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}, (
        "every sheet is A4"
    )


def test_a_card_that_a_link_opened_leaves_the_focus_at_its_chart(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page = page_of_its_own
    goes(page, app_url + "/timeline?years=2016&years=2016&id=druzhba-2016", settle)
    page.wait_for_function("document.activeElement.closest('[role=dialog]')")
    page.locator("svg.marks").first.wait_for()
    page.wait_for_timeout(1000)
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('.atlas-mark-card')")
    page.wait_for_function("!!document.activeElement.closest('[class*=\"st-key-marks-\"]')")


def test_a_page_prints_on_a_few_sheets_and_its_charts_lose_nothing(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/timeline", settle)
    lanes = page.locator(".st-key-figure-timeline-lanes")
    bars = lanes.locator("svg .mark-rect path, svg .mark-rect rect")
    bars.first.wait_for()
    drawn = bars.count()
    page.emulate_media(media="print")
    chart, sheet = lanes.locator("svg.marks").bounding_box(), page.locator("h1").bounding_box()
    assert chart
    assert sheet
    assert chart["width"] <= sheet["width"] + 1
    seen = bars.evaluate_all("bars => bars.filter(bar => bar.getBoundingClientRect().height > 0.3).length")
    assert seen == drawn > 0
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(sheets) <= 6, "what stays closed on the page stays closed on paper"


def test_a_page_for_paper_names_all_its_sources_at_its_end_on_few_sheets(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    for address in ("timeline", "context", "sources", "changes", "map", "record?id=pakistan-stream"):
        goes(page, f"{app_url}/{address}{'&' if '?' in address else '?'}paper=true", settle)
        counted = re.search(
            r"The ([\d\s]+) sources", page.locator("h2", has_text="of this page").inner_text()
        )
        assert counted
        publishers = page.locator(".atlas-publishers")
        named = publishers.inner_text() if publishers.count() else ""
        single = re.search(r"([\d\s]+) publishers? with one source each", named)
        by_publisher = [*re.findall(r"\(([\d\s]+)\)(?: ·|$)", named), *(single.groups() if single else ())]
        held = sum(int(re.sub(r"\s", "", words)) for words in by_publisher)
        in_full = page.locator(".atlas-references li").count()
        assert in_full + held == int(re.sub(r"\s", "", counted[1])), address
        page.emulate_media(media="print")
        sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
        page.emulate_media(media="screen")
        assert len(sheets) <= 6, address


def test_a_browser_without_webgl_has_the_map_as_a_picture_without_asking(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/map", settle)
    picture = page.locator(".st-key-figure-map-routes .atlas-plate img")
    expect(picture).to_be_visible()
    assert picture.evaluate("drawn => drawn.naturalWidth") > 300
    assert page.get_by_test_id("stDeckGlJsonChart").count() == 0
    expect(page.get_by_test_id("stMain")).to_contain_text("This browser has no WebGL")
    assert page.get_by_role("radio", name="Interactive").count() == 0, "nothing is offered that cannot be"


def test_who_plays_the_years_of_the_map_by_keyboard_pauses_by_the_same_key(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/map", settle)
    page.get_by_role("button", name="Play the changes").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("years="))
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Play the changes")).to_be_focused()


def test_a_number_of_verdicts_opens_the_statements_that_it_counts(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/checks", settle)
    number = page.locator(".st-key-figure-checks-verdicts td a[href*='verdict=contradicted']").first
    counted = number.inner_text()
    number.click()
    page.wait_for_url(re.compile("verdict=contradicted"))
    settle(page)
    title = page.locator(".st-key-figure-checks-list h2")
    expect(title).to_have_text(re.compile(rf"^{counted} statements? with .*: \w+ \d{{4}}"))


def test_a_second_draw_within_the_chosen_years_narrows_them(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/timeline", settle)

    def draw(first: float, last: float) -> tuple[int, int]:
        before = page.url
        box = page.locator(".st-key-figure-timeline-strip [data-testid=stVegaLiteChart]").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] * first, box["y"] + 60)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * last, box["y"] + 60, steps=10)
        page.mouse.up()
        page.wait_for_function("before => location.href !== before", arg=before)
        settle(page)
        years = re.findall(r"years=(\d+)", page.url)
        return int(years[0]), int(years[1])

    wide = draw(0.5, 0.8)
    narrow = draw(0.6, 0.7)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


def test_the_menu_of_the_page_offers_what_a_reader_can_use(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/data", settle)
    page.get_by_test_id("stMainMenuButton").click()
    menu = page.get_by_test_id("stMainMenuPopover")
    expect(menu.get_by_text("Print", exact=True)).to_be_visible()
    expect(menu.get_by_role("menuitemradio", name="Dark")).to_be_visible()
    for words in ("Record screen", "Made with"):
        expect(menu.get_by_text(words)).to_be_hidden()
    page.keyboard.press("Escape")


def test_paper_shows_the_map_as_a_picture(browser_page: Page, app_url: str, settle: Settle) -> None:
    page = browser_page
    goes(page, app_url + "/map?paper=true", settle)
    page.emulate_media(media="print")
    assert page.get_by_test_id("stDeckGlJsonChart").count() == 0
    assert page.locator(".atlas-plate img").first.is_visible()
    assert page.get_by_role("button", name="Play the changes").count() == 0


def test_paper_lists_the_sources_of_the_chosen_years_alone(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + DEEP + "&paper=true", settle)
    chosen = page.locator(".atlas-references li").count()
    strip = page.locator(".st-key-figure-timeline-strip .atlas-sources").first.text_content()
    counted = re.search(r"([\d\s]+) sources", strip or "")
    assert counted
    assert chosen < int(re.sub(r"\s", "", counted[1]))


def test_a_link_to_a_figure_goes_to_the_figure(page_of_its_own: Page, app_url: str, settle: Settle) -> None:
    page_of_its_own.goto(app_url + "/trade#trade-statements")
    figure = page_of_its_own.locator("#trade-statements")
    figure.wait_for()
    settle(page_of_its_own)
    page_of_its_own.wait_for_timeout(1000)
    box, view = figure.bounding_box(), page_of_its_own.viewport_size
    assert box is not None
    assert view is not None
    assert -5 <= box["y"] < view["height"] / 2


def test_a_folded_chart_is_drawn_with_its_sources_when_a_reader_opens_it(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page_of_its_own.goto(app_url + "/context?years=1990&years=2020")
    figure = page_of_its_own.locator(".st-key-figure-context-exchange")
    figure.wait_for()
    settle(page_of_its_own)
    assert figure.locator(".vega-embed, .atlas-sources").count() == 0
    figure.locator("summary").first.focus()
    page_of_its_own.keyboard.press("Enter")
    figure.locator(".vega-embed").wait_for()
    assert figure.locator(".atlas-sources").count() == 1
    settle(page_of_its_own)
    figure.locator("summary").first.click()
    figure.locator(".vega-embed").wait_for(state="hidden")


def test_a_figure_embedded_from_a_page_that_does_not_show_it_says_where_it_stands(
    page_of_its_own: Page, app_url: str
) -> None:
    page_of_its_own.goto(app_url + "/timeline?embed=true&figure=trade-mirror")
    said = page_of_its_own.locator(".atlas-warning")
    said.wait_for()
    assert said.inner_text() == "The figure “trade-mirror” is not shown here; it stands on the page Trade."
    assert said.locator("a").get_attribute("href") == "trade#trade-mirror"


def test_what_a_search_finds_can_be_embedded(page_of_its_own: Page, app_url: str) -> None:
    page_of_its_own.goto(app_url + "/find?q=pipeline&embed=true&figure=search-results")
    page_of_its_own.locator("#search-results").wait_for()
    page_of_its_own.locator(".atlas-sources").first.wait_for()
    assert page_of_its_own.locator(".atlas-warning").count() == 0


def test_the_menu_names_the_atlas_and_its_pages_by_section_and_the_tab_says_what_is_read(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page, name = browser_page, "Pakistan–Russia Evidence Atlas"
    goes(page, app_url + "/record?id=tashkent-declaration-1966", settle)
    assert page.title() == f"Tashkent Declaration of India and Pakistan – {name}"
    assert page.locator(".st-key-menu .atlas-section").all_text_contents() == list(MENU)
    by_menu(page, "trade", settle)
    assert page.title() == f"Trade – {name}"
    page.locator(".st-key-home").get_by_role("link", name=name).click()
    page.wait_for_function("name => document.title === name", arg=name)


def test_the_last_card_of_a_figure_leads_round_to_its_first_and_keeps_the_focus(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page, first = page_of_its_own, "sipri-ussr-deliveries-to-pakistan"
    goes(page, f"{app_url}/context?id={first}", settle)
    card = page.get_by_role("dialog")
    card.locator(".atlas-mark-card").wait_for()
    for other in (True, False):
        card.get_by_role("button", name="Next").press("Enter")
        page.wait_for_function(
            "([id, other]) => location.search.includes(id) !== other", arg=[f"id={first}", other]
        )
        settle(page)
        assert page.evaluate("!!document.activeElement.closest('[role=dialog]')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('id=')")


def test_a_record_says_its_title_once_to_who_listens(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    goes(page_of_its_own, app_url + "/record?id=pakistan-stream", settle)
    name = page_of_its_own.locator("h1").inner_text()
    assert page_of_its_own.get_by_role("heading", name=name, exact=True).count() == 1
    page_of_its_own.goto(app_url + "/record?id=pakistan-stream&embed=true&figure=record-facts")
    page_of_its_own.get_by_role("heading", name=name, exact=True).wait_for()


def test_the_first_drawing_of_the_first_page_is_on_the_first_screen(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    for width, height in ((1440, 900), (390, 844)):
        page_of_its_own.set_viewport_size({"width": width, "height": height})
        goes(page_of_its_own, app_url + "/", settle)
        box = page_of_its_own.locator(".st-key-figure-timeline-strip svg.marks").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height, f"the strip ends at {box['y'] + box['height']:.0f}"


def test_the_box_in_the_sidebar_leads_to_what_the_record_holds_and_keeps_the_filters(
    page_of_its_own: Page, app_url: str
) -> None:
    page_of_its_own.goto(app_url + "/series?theme=defence")
    box = page_of_its_own.get_by_label("Search the Atlas")
    box.fill("gwaddar")
    box.press("Enter")
    page_of_its_own.wait_for_url("**/find?*")
    said = page_of_its_own.locator("[role=status]", has_text="“gwaddar” was read as “gwadar”")
    said.wait_for()
    assert "theme=defence" in page_of_its_own.url
    assert "q=gwaddar" in page_of_its_own.url
    expect(page_of_its_own.get_by_text("No roll call is called")).to_have_count(0)


def test_under_forced_colours_charts_keep_their_ground_and_what_is_chosen_or_focused_shows(
    page_of_its_own: Page, app_url: str, settle: Settle
) -> None:
    page = page_of_its_own
    page.emulate_media(forced_colors="active", color_scheme="dark")
    goes(page, app_url + "/trade", settle)
    ground = "chart => getComputedStyle(chart).backgroundColor"
    fill = "element => getComputedStyle(element).backgroundColor"
    chart = page.get_by_test_id("stVegaLiteChart").first
    written = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--atlas-ground')")
    red, green, blue = (int(written.strip()[at : at + 2], 16) for at in (1, 3, 5))
    assert chart.evaluate(ground) == f"rgb({red}, {green}, {blue})"
    chosen, other = (
        page.locator(f'[role="radio"][data-variant="segmented_control"][aria-checked="{is_chosen}"]').first
        for is_chosen in ("true", "false")
    )
    assert chosen.evaluate(fill) != other.evaluate(fill)
    here, elsewhere = (
        page.locator(".st-key-menu").get_by_role("link", name=name) for name in ("Trade", "Votes")
    )
    expect(here).to_have_attribute("aria-current", "page")
    expect(elsewhere).not_to_have_attribute("aria-current", "page")
    assert here.evaluate(fill) != elsewhere.evaluate(fill)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outlined = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outlined) == "solid"


def test_a_click_on_a_bar_of_the_lanes_chooses_its_year(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/timeline", settle)
    bar = page.locator(".st-key-figure-timeline-lanes").get_by_label(re.compile("^1971: ")).first
    bar.scroll_into_view_if_needed()
    bar.click()
    page.wait_for_url(re.compile("years=1971"))
    settle(page)
    assert parameters(page)["years"] == ["1971", "1971"]
    assert "1971" in sentence(page)
    expect(page.locator(".atlas-ruler")).to_contain_text("April 1971")


def test_the_years_of_the_lanes_stay_in_view_over_their_own_places(
    browser_page: Page, app_url: str, settle: Settle
) -> None:
    page = browser_page
    goes(page, app_url + "/timeline", settle)
    lanes = page.locator(".st-key-figure-timeline-lanes")
    own = lanes.locator("svg text", has_text=re.compile("^1990$")).first.bounding_box()
    ruled = lanes.locator(".atlas-ruler span", has_text="1990").bounding_box()
    assert own
    assert ruled
    middles = [box["x"] + box["width"] / 2 for box in (own, ruled)]
    assert abs(middles[0] - middles[1]) < 3
    page.locator('[data-testid="stMain"]').evaluate("(main, by) => main.scrollBy(0, by)", own["y"] + 100)
    page.wait_for_function("() => document.querySelector('.atlas-ruler').getBoundingClientRect().top < 100")
    stuck = lanes.locator(".atlas-ruler span", has_text="1990").bounding_box()
    assert stuck
    assert 40 < stuck["y"] < 100, "the years went out of view with the beginning of the drawing"
