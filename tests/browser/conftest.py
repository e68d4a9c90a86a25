"""A server of one's own, a real browser, and pages that may ask no other host for anything."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect
from playwright.sync_api import Error as PlaywrightError

from dashboard.figures.pages import BY_NAME

ROOT = Path(__file__).resolve().parents[2]
DESKTOP, PHONE = (1280, 900), (390, 844)
ON_PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 "
    "Mobile Safari/537.36"
)
# How the title of a tab begins that is not that of its page.
TITLES = {"overview": "Pakistan–Russia Evidence Atlas", "record": "Pakistan Stream"}
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
# Seconds: a machine that has other work reads and checks the tables in more than one minute.
STARTING = 240.0

# Milliseconds that an expectation waits, on such a machine too.
expect.set_options(timeout=60_000)

ERRORS = '[data-testid="stException"], [data-testid="stAlertContentError"], [data-testid="stDialog"]'
TOO_WIDE = """[...document.querySelectorAll('[data-testid="stMainBlockContainer"] *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .filter(one => one.getBoundingClientRect().width > 0)
    .filter(one => !one.closest('svg, canvas, .atlas-scroll, [role="region"], [data-testid="stDataFrame"], '
      + '[role="tablist"], [role="radiogroup"], pre, caption, thead'))
    .map(one => one.tagName + '.' + one.className).slice(0, 5)"""
OVERFLOW = """Math.max(...[
    document.documentElement, document.body, document.querySelector('[data-testid="stMain"]')]
    .map(one => one.scrollWidth - one.clientWidth))"""

# Pixels of a page whose lists are closed.
# The pixels of all figures that are neither a title, with its line of the unit, nor a drawing.
FURNITURE = """() => [...document.querySelectorAll('[class*="st-key-figure-"]')].map(figure => {
    const high = part => part.getBoundingClientRect().height
    const parts = [...figure.querySelectorAll('h2, .atlas-unit, .atlas-whole, .stVegaLiteChart, '
        + '[data-testid="stDeckGlJsonChart"], .atlas-scroll, .atlas-list, .atlas-fold, .atlas-ways')]
    const outer = parts.filter(part => !parts.some(other => other !== part && other.contains(part)))
    return high(figure) - outer.reduce((sum, part) => sum + high(part), 0)
}).reduce((sum, pixels) => sum + Math.round(pixels), 0)"""
HEIGHT = """document.querySelector('[data-testid="stMain"]').scrollHeight"""
CLOSED_HEIGHT = """() => {
    document.querySelectorAll('details.atlas-fold[open]').forEach(fold => { fold.open = false; });
    return document.querySelector('[data-testid="stMain"]').scrollHeight;
}"""

Settle = Callable[[Page], None]


@contextmanager
def serving(script: str = "app.py") -> Iterator[str]:
    """A fresh server of the app, or of another script, on a free port; yields its address without a final
    slash.
    """
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        _wait(process, f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server did not start: {process.communicate()[0].decode()[-2000:]}")
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not answer at {address}")


@pytest.fixture(scope="session")
def app_url(browser: Browser) -> Iterator[str]:
    """A server that all tests share. It asks for the browser first, so that without one no server starts."""
    with serving() as url:
        yield url


@pytest.fixture(scope="module")
def hosted_url(map_browser: Browser) -> Iterator[str]:
    """A server as it is hosted, with the content policy of deploy/headers.py."""
    with serving("deploy/server.py") as url:
        yield url


@pytest.fixture
def fresh_app_url(browser: Browser) -> Iterator[str]:
    """A server that has answered nobody yet."""
    with serving() as url:
        yield url


@pytest.fixture
def page_of_its_own(browser: Browser) -> Iterator[Page]:
    """A page that shares nothing with any other, for a test that leaves something behind in it."""
    context = browser.new_context(
        viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, reduced_motion="reduce"
    )
    with _staying_here(context):
        yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a desktop's width, light, that many tests use one after the other: opening one costs twice
    what a page in it does.
    """
    context = browser.new_context(
        viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, color_scheme="light", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def browser_page(tab: Page) -> Iterator[Page]:
    """That tab, empty; in no test may it ask another host for anything."""
    tab.emulate_media(media="screen")
    tab.goto("about:blank")
    with _staying_here(tab.context):
        yield tab


@contextmanager
def _staying_here(context: BrowserContext) -> Iterator[None]:
    outside: list[str] = []

    def note(request: Request) -> None:
        if _is_outside(request.url):
            outside.append(request.url)

    context.on("request", note)
    yield
    context.remove_listener("request", note)
    assert outside == [], "a page asked another host"


@dataclass(frozen=True)
class Visit:
    """What was found on one page of the Atlas once it stood still: numbers, texts and the findings of
    axe-core.
    """

    errors: list[str]
    problems: list[str]
    outside: list[str]
    headings: list[int]
    figures: int
    charts: list[int]
    language: str
    faces: list[str]
    too_wide: list[str]
    overflow: int
    violations: list[dict[str, Any]]
    height: int
    opened: int
    sheets: int
    furniture: int


@pytest.fixture(scope="session")
def visit(browser: Browser, app_url: str) -> Iterator[Callable[[str, bool], Visit]]:
    """Visits each page once, on a desktop in light and on a phone in dark, for several tests to judge:
    `visit("map", True)`.
    """
    visits: dict[tuple[str, bool], Visit] = {}
    with ExitStack() as stack:
        visitors = {
            on_phone: stack.enter_context(_visitor(browser, app_url, on_phone)) for on_phone in (False, True)
        }

        def visited(name: str, on_phone: bool = False) -> Visit:
            if (name, on_phone) not in visits:
                visits[name, on_phone] = visitors[on_phone](name)
            return visits[name, on_phone]

        yield visited


@contextmanager
def _visitor(browser: Browser, app_url: str, on_phone: bool) -> Iterator[Callable[[str], Visit]]:
    """One tab that goes from page to page as the history does, without loading Streamlit anew for each."""
    size, scheme = (PHONE, "dark") if on_phone else (DESKTOP, "light")
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        user_agent=ON_PHONE if on_phone else None,
    )
    page, problems, outside = context.new_page(), list[str](), list[str]()
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: outside.append(request.url) if _is_outside(request.url) else None)

    def visited(name: str) -> Visit:
        problems.clear()
        outside.clear()
        address = {"overview": "/", "record": "/record?id=pakistan-stream"}.get(name, f"/{name}")
        if page.url == "about:blank":
            page.goto(app_url + address)
        else:
            page.evaluate(
                "address => { history.pushState({}, '', address); dispatchEvent(new "
                "PopStateEvent('popstate')) }",
                address,
            )
        page.wait_for_function(
            "title => document.title.startsWith(title)",
            arg=TITLES.get(name, BY_NAME[name].title),
            timeout=60_000,
        )
        settled(page)
        return _found(page, problems, outside)

    yield visited
    context.close()


def _found(page: Page, problems: list[str], outside: list[str]) -> Visit:
    return Visit(
        errors=page.locator(ERRORS).all_inner_texts(),
        problems=list(problems),
        outside=list(outside),
        headings=page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(one => +one.tagName[1])"
        ),
        figures=page.locator('[class*="st-key-figure-"]').count(),
        charts=[
            chart.locator("svg.marks, canvas.marks").count()
            for chart in page.get_by_test_id("stVegaLiteChart").all()
        ],
        language=page.evaluate("document.documentElement.lang"),
        faces=page.evaluate(
            "[...document.fonts].filter(face => face.status === 'loaded').map(face => "
            "face.family.replaceAll('\"', ''))"
        ),
        too_wide=page.evaluate(TOO_WIDE),
        overflow=page.evaluate(OVERFLOW),
        violations=Axe().run(page, options={"reporter": "no-passes"}).response["violations"],
        opened=page.evaluate(HEIGHT),
        height=page.evaluate(CLOSED_HEIGHT),
        furniture=page.evaluate(FURNITURE),
        sheets=sheets_of(page),
    )


def sheets_of(page: Page) -> int:
    """The number of sheets of A4 on which a page prints."""
    page.emulate_media(media="print")
    printed = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="screen")
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def _is_outside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname not in ("localhost", "127.0.0.1")


@pytest.fixture
def settle() -> Settle:
    """Waits until the server has run the page and the browser has drawn it."""
    return settled


def settled(page: Page) -> None:
    page.wait_for_selector(IDLE, timeout=60_000)
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_function(
        '() => !document.querySelector(\'[data-testid="stSkeleton"], [data-testid="stSpinner"]\')',
        timeout=30_000,
    )
    _hold_still(page)


def _hold_still(page: Page) -> None:
    """Waits until no element comes or goes for a moment and no script runs."""
    look = (
        f"() => [document.body.getElementsByTagName('*').length, !!document.querySelector('{IDLE}')].join()"
    )
    before, calm = "", 0
    for _ in range(400):
        try:
            now = page.evaluate(look)
        except PlaywrightError:
            now = ""
        calm = calm + 1 if now == before and now.endswith("true") else 0
        if calm >= 3:
            return
        before = now
        page.wait_for_timeout(50)
    raise AssertionError("the page does not come to rest")
