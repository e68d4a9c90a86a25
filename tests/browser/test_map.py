"""The map in a browser, served as it is hosted: it is drawn within the content policy, asks no other host,
and a click on a line opens its evidence.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import TimeoutError as NotInTime

from dashboard.data.atlas import Atlas
from dashboard.queries.places import route_lines
from dashboard.views.map.view import PHONE_HEIGHT, PHONE_WIDTH, WINDOWS, framing

pytestmark = pytest.mark.browser

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 "
    "Mobile Safari/537.36"
)
PROJECT, OTHER = "pakistan-stream", "tapi"
ROWS = (".st-key-map-controls", ".st-key-map-years")
CANVAS = '[data-testid="stDeckGlJsonChart"] canvas'
# Milliseconds; without a graphics card a map is slow.
SLOW = 120_000
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@pytest.fixture(scope="module")
def map_page(map_browser: Browser, hosted_url: str, atlas: Atlas) -> Iterator[Any]:
    """The map with Pakistan in view, drawn once for all that follows; what it asked for and what went wrong
    stand in its attributes.
    """
    assert {PROJECT, OTHER} <= set(atlas["routes"]["project_id"])
    context = map_browser.new_context(viewport={"width": 660, "height": 900}, reduced_motion="reduce")
    page: Any = context.new_page()
    page.set_default_timeout(SLOW)
    asked: list[str] = []
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.error('POLICY ' + "
        "e.violatedDirective + ' ' + e.blockedURI))"
    )
    page.on(
        "console",
        lambda message: (
            problems.append(message.text)
            if "POLICY" in message.text or "Content Security Policy" in message.text
            else None
        ),
    )
    page.goto(f"{hosted_url}/map?view=pakistan")
    _drawn(page)
    page.asked, page.problems = asked, problems
    yield page
    context.close()


def test_the_map_is_drawn_within_the_content_policy_and_asks_no_other_host(
    map_page: Any, hosted_url: str
) -> None:
    land = "app/static/base-map/land.geojson"
    assert _comes_to(map_page, lambda: any(url.endswith(land) for url in map_page.asked))
    assert _comes_to(map_page, lambda: _colours(map_page) > 50)
    hosts = {urlsplit(url).netloc for url in map_page.asked if url.startswith(("http", "ws"))}
    assert hosts == {urlsplit(hosted_url).netloc}
    assert map_page.problems == []


def test_the_wheel_turns_the_page_and_the_buttons_the_map(map_page: Any) -> None:
    canvas = map_page.locator(CANVAS).first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    scrolled = "document.querySelector('[data-testid=\"stMain\"]').scrollTop"
    map_page.mouse.move(0, 0)
    before, shown = map_page.evaluate(scrolled), canvas.screenshot()
    map_page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 200)
    for _ in range(20):
        map_page.mouse.wheel(0, 60)
        map_page.wait_for_timeout(250)
        if map_page.evaluate(scrolled) > before:
            break
    assert map_page.evaluate(scrolled) > before
    map_page.mouse.move(0, 0)
    map_page.evaluate(f"{scrolled} = {before}")
    _drawn(map_page)
    assert canvas.screenshot() == shown, "the map stood still"
    map_page.get_by_role("button", name="Zoom in").click()
    assert _comes_to(map_page, lambda: canvas.screenshot() != shown)
    zoomed = canvas.element_handle()
    map_page.get_by_role("button", name="Whole map").click()
    map_page.wait_for_function("canvas => !canvas.isConnected", arg=zoomed)
    _drawn(map_page)
    assert _comes_to(map_page, lambda: canvas.screenshot() == shown), "the first view, drawn anew"


def test_a_click_on_pakistan_stream_opens_its_evidence(map_page: Any, atlas: Atlas) -> None:
    title = str(atlas["projects"].set_index("project_id").loc[PROJECT, "name"])
    x, y = _middle_of_line(map_page, atlas)
    map_page.mouse.move(x - 4, y)
    map_page.mouse.move(x, y)
    map_page.locator(".deck-tooltip", has_text=title).wait_for()
    _click_until_chosen(map_page, x, y)
    card = map_page.get_by_role("dialog")
    card.locator(".atlas-mark-card h3", has_text=title).wait_for()
    box, screen = card.bounding_box(), map_page.viewport_size
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= screen["width"], "the card is in view"
    map_page.keyboard.press("Escape")
    card.wait_for(state="detached")
    map_page.wait_for_function("() => !!document.activeElement.closest('.st-key-figure-map-routes')")
    assert f"id={PROJECT}" in map_page.url, "the map stays with what was chosen"
    _drawn(map_page)
    expect(map_page.locator("#map-chosen")).to_contain_text(title, timeout=SLOW)


def test_the_same_choice_can_be_made_in_the_list(map_page: Any, atlas: Atlas) -> None:
    title = str(atlas["projects"].set_index("project_id").loc[OTHER, "name"])
    box = map_page.get_by_role("combobox", name="Project or place")
    box.click()
    box.fill(title)
    map_page.keyboard.press("Enter")
    map_page.wait_for_function(f"new URLSearchParams(location.search).get('id') === '{OTHER}'")
    _drawn(map_page)
    assert map_page.get_by_role("dialog").count() == 0, "who chose in the list goes on with the list"
    assert parse_qs(urlsplit(map_page.url).query)["view"] == ["pakistan"]
    expect(map_page.locator("#map-chosen")).to_contain_text(title, timeout=SLOW)


def test_on_a_phone_the_map_stays_inside_the_screen(map_page: Any) -> None:
    map_page.set_viewport_size({"width": 390, "height": 844})
    _drawn(map_page)
    assert map_page.evaluate("document.documentElement.scrollWidth") <= 390
    assert map_page.locator(CANVAS).first.bounding_box()["width"] <= 390


@pytest.mark.parametrize(
    ("width", "height", "head"), [(1440, 900, 160), (1920, 1080, 160), (1024, 768, 160), (390, 844, 185)]
)
def test_the_first_screen_holds_the_map_with_its_controls_on_it(
    map_browser: Browser, hosted_url: str, width: int, height: int, head: int
) -> None:
    context = map_browser.new_context(
        viewport={"width": width, "height": height}, user_agent=PHONE if width < 640 else None
    )
    page = context.new_page()
    page.set_default_timeout(SLOW)
    page.goto(f"{hosted_url}/map")
    _drawn(page)
    boxes = {
        name: page.locator(name).bounding_box()
        for name in (CANVAS, ".st-key-zoom-map-routes", ".atlas-key", *ROWS)
    }
    canvas = boxes.pop(CANVAS)
    assert canvas is not None
    if width < 640:
        rows = [boxes.pop(row) for row in ROWS]
        bottom = canvas["y"] + canvas["height"]
        for row in rows:
            assert row is not None
            assert bottom <= row["y"] < bottom + 16, "one row at the edge of the map"
            assert row["x"] + row["width"] <= width
            assert row["y"] + row["height"] <= height
        page.get_by_role("button", name="Choose").click()
        page.get_by_role("combobox", name="Project or place").wait_for()
        key = boxes[".atlas-key"]
        assert key is not None
        over = "([x, y]) => !document.elementFromPoint(x, y).closest('.atlas-key')"
        page.wait_for_function(over, arg=[key["x"] + 10, key["y"] + 10])
    for name, box in boxes.items():
        assert box is not None, name
        assert canvas["x"] <= box["x"] < box["x"] + box["width"] <= canvas["x"] + canvas["width"], name
        assert canvas["y"] <= box["y"] < box["y"] + box["height"] <= canvas["y"] + canvas["height"], name
    assert canvas["y"] <= head
    assert canvas["y"] + canvas["height"] <= height
    assert canvas["height"] > height * 0.6, "the map fills the screen"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_alone_in_another_page_the_map_stands_between_its_title_and_its_legend(
    map_browser: Browser, hosted_url: str
) -> None:
    page = map_browser.new_page(viewport={"width": 800, "height": 900})
    page.set_default_timeout(SLOW)
    page.goto(f"{hosted_url}/map?embed=true&figure=map-routes")
    _drawn(page)
    title, canvas, legend = (
        page.locator(part).bounding_box() for part in ("#map-routes", CANVAS, ".atlas-legend")
    )
    assert title is not None
    assert canvas is not None
    assert legend is not None
    assert title["y"] + title["height"] <= canvas["y"]
    assert canvas["y"] + canvas["height"] <= legend["y"]
    page.close()


def test_on_a_phone_the_first_view_frames_what_a_desktop_sees(
    map_browser: Browser, hosted_url: str, atlas: Atlas
) -> None:
    phone = map_browser.new_context(viewport={"width": 390, "height": 844}, user_agent=PHONE)
    page = phone.new_page()
    received: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()),
        ),
    )
    page.goto(f"{hosted_url}/map?view=moscow")
    page.wait_for_selector(IDLE, timeout=60_000)
    canvas = page.locator(CANVAS).first.bounding_box(timeout=SLOW)
    phone.close()
    assert canvas is not None
    zooms = set(re.findall(rb'"zoom":([\d.]+)', b"".join(received)))
    assert zooms == {str(framing(_corners(atlas, "moscow"), PHONE_WIDTH, PHONE_HEIGHT).zoom).encode()}


def _corners(atlas: Atlas, view: str) -> Any:
    """The corners of a first view, as the tables have them."""
    return next(named.corners for named in atlas.subject.views if named.id == view)


def _drawn(page: Any) -> None:
    page.wait_for_selector(IDLE)
    page.locator(CANVAS).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => "
        "requestAnimationFrame(done))))"
    )


def _comes_to(page: Any, done: Callable[[], bool]) -> bool:
    """Whether what the page draws becomes so within some seconds."""
    for _ in range(60):
        if done():
            return True
        page.wait_for_timeout(250)
    return False


def _click_until_chosen(page: Any, x: float, y: float) -> None:
    """Click again if nothing came of it: without a graphics card a frame can take so long that a click passes
    for a long press.
    """
    for _ in range(12):
        page.mouse.click(x, y)
        try:
            page.wait_for_url(f"**id={PROJECT}**", timeout=5000)
        except NotInTime:
            continue
        return
    raise AssertionError("no click on the line chose its project")


def _middle_of_line(page: Any, atlas: Atlas) -> tuple[float, float]:
    """A pixel of the screen on the first stretch of the line."""
    lines = route_lines(atlas["routes"], atlas["places"])
    path = lines[lines["project_id"] == PROJECT].iloc[0]["path"]
    canvas = page.locator(CANVAS).first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    view = WINDOWS["small"].framing(_corners(atlas, "pakistan"))
    (x, y), (x2, y2) = view.at(*path[0]), view.at(*path[1])
    share = 0.6
    at = (
        x + (x2 - x) * share + (box["width"] - view.width) / 2,
        y + (y2 - y) * share + (box["height"] - view.height) / 2,
    )
    return box["x"] + at[0], box["y"] + at[1]


def _colours(page: Any) -> int:
    """The number of different colours on the canvas as it stands on the screen."""
    script = """async (shot) => {
        const image = new Image(); image.src = 'data:image/png;base64,' + shot; await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const pixels = context.getImageData(0, 0, image.width, image.height).data;
        return new Set(new Uint32Array(pixels.buffer)).size; }"""
    return int(page.evaluate(script, b64encode(page.locator(CANVAS).first.screenshot()).decode()))
