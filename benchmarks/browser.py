"""Measured in Chromium: the first visit of each page, and the time from choosing a theme until the page's
drawings no longer change.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from urllib.parse import urlencode

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from .figures import PAGES, THEMES, median, p95, path_of, ratio, table
from .server import ATLAS, ATLAS_COMPRESSED, EMPTY, EMPTY_TUNED, TEMPLATE, Server, serving

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
THEME = '[data-testid="stSidebar"] .stMultiSelect:has-text("Themes")'
PILLS = '[data-testid="stSidebar"] [data-testid="stButtonGroup"] button'

# What is drawn, and when it last changed: text and elements of the page itself, not the signs that a run is
# going on.
WATCH = """() => {
  window.changed = 0; window.chosen = 0;
  addEventListener('pointerdown', event => {
    const choice = event.target.closest('[role=option], [data-testid=stSidebar] button');
    if (choice) window.chosen = performance.now();
  }, true);
  new MutationObserver(() => { window.changed = performance.now() })
    .observe(document.querySelector('[data-testid=stMain]'),
      {childList: true, characterData: true, subtree: true,
       attributes: true, attributeFilter: ['d', 'transform', 'width', 'height']});
}"""
CONTENT = "[data-testid=stMain] h1, [data-testid=stMain] p"
FIRST_CONTENT = f"""() => {{
  const look = () => {{
    if (!window.content && document.querySelector('{CONTENT}')) window.content = performance.now();
  }};
  new MutationObserver(look).observe(document, {{childList: true, subtree: true}});
}}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def visits(runs: int) -> str:
    """Bytes, requests, first paint and first content of a first visit, with an empty cache each time."""
    found: list[tuple[str, list[tuple[float, float, float, float, float]]]] = []
    with ExitStack() as stack, chromium() as browser:
        servers = [stack.enter_context(serving(app)) for app in (EMPTY, TEMPLATE, ATLAS, ATLAS_COMPRESSED)]
        subjects = [(one.app.name, one, "overview") for one in servers[:2]]
        subjects += [(f"{one.app.name}: {page}", one, page) for one in servers[2:] for page in PAGES]
        for _, server, page in subjects:
            _visit(browser, server, page)  # the first visit of all imports and prepares
        found = [(name, []) for name, _, _ in subjects]
        for _ in range(runs):
            for (_, own), (_, server, page) in zip(found, subjects, strict=True):
                own.append(_visit(browser, server, page))
    rows = []
    for name, own in found:
        size, socket, requests, paint, content = (median(column) for column in zip(*own, strict=True))
        rows.append(
            [
                name,
                f"{size / 1024:.0f}",
                f"{socket / 1024:.0f}",
                f"{requests:.0f}",
                f"{paint:.0f}",
                f"{content:.0f}",
                f"{p95([one[4] for one in own]):.0f}",
            ]
        )
    header = [
        "page",
        "KiB over HTTP",
        "KiB of messages, before compression",
        "requests",
        "first paint, ms",
        "first content, ms",
        "p95",
    ]
    return f"{runs} visits each, in turn.\n\n" + table(header, rows)


def _visit(browser: Browser, server: Server, page_name: str) -> tuple[float, float, float, float, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(f"({FIRST_CONTENT})()")
    sizes, socket = [0.0], [0.0]
    session: CDPSession = context.new_cdp_session(page)
    session.send("Network.enable")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: socket.append(len(event["response"]["payloadData"]) * 3 / 4),
    )
    _open(page, server, page_name)
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0")
    content = page.evaluate("window.content || 0")
    context.close()
    return sum(sizes), sum(socket), float(len(requests)), paint, content


def _open(page: Page, server: Server, name: str) -> None:
    link = (
        urlencode([(key, value) for key, values in PAGES[name].items() for value in values])
        if server.app in (ATLAS, ATLAS_COMPRESSED)
        else ""
    )
    page.goto(f"{server.address}/{path_of(name)}{'?' + link if link else ''}")
    page.wait_for_selector(IDLE, timeout=60_000)
    page.wait_for_load_state("networkidle", timeout=60_000)


def redraws(runs: int) -> str:
    """From choosing a theme to the last change of what is drawn, on the pages that offer themes. Each page's
    choices are made twice, so that the second time they are prepared.
    """
    found: dict[str, tuple[list[float], list[float]]] = {}
    with ExitStack() as stack, chromium() as browser:
        servers = [stack.enter_context(serving(app)) for app in (EMPTY, EMPTY_TUNED, TEMPLATE, ATLAS)]
        subjects = [(one.app.name, one, "overview") for one in servers[:3]] + [
            (f"Atlas: {page}", servers[3], page) for page in PAGES
        ]
        for turn in range(2):
            for name, server, page in subjects:
                times = _redraw(browser, server, page, runs)
                if times:
                    found.setdefault(name, ([], []))[turn].extend(times)
    floor, plain = median(found[EMPTY_TUNED.name][1]), median(found[EMPTY.name][1])
    floor95, plain95 = p95(found[EMPTY_TUNED.name][1]), p95(found[EMPTY.name][1])
    rows = [
        [
            name,
            *(f"{measure(times):.0f}" for times in (new, again) for measure in (median, p95)),
            *(
                ratio(value, base)
                for value, base in zip(
                    [median(again), p95(again)] * 2, [plain, plain95, floor, floor95], strict=True
                )
            ),
        ]
        for name, (new, again) in found.items()
    ]
    header = [
        "page",
        "new: p50",
        "p95",
        "asked before: p50",
        "p95",
        "p50 to floor as it comes",
        "p95",
        "p50 to tuned floor",
        "p95",
    ]
    return f"{runs} choices each, milliseconds from the press on the option.\n\n" + table(header, rows)


def _redraw(browser: Browser, server: Server, name: str, runs: int) -> list[float]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    _open(page, server, name)
    page.wait_for_timeout(1000)
    page.evaluate(WATCH)
    chance, times, left = random.Random(runs), list[float](), list(range(len(THEMES)))
    pills = page.locator(PILLS)
    try:  # a machine with other work draws them late
        page.locator(f"{PILLS}, {THEME}").first.wait_for(timeout=6000)
    except PlaywrightTimeout:
        context.close()
        return []
    for _ in range(runs):
        if not left:
            left = list(range(len(THEMES)))
            _clear(page)
        theme = left.pop(chance.randrange(len(left)))
        if pills.count():
            pills.nth(theme).click()
        else:
            page.locator(THEME).locator("input").click()
            page.get_by_role("option", name=THEMES[theme], exact=True).click()
        _settle(page)
        times.append(page.evaluate("window.changed - window.chosen"))
    context.close()
    return [one for one in times if one > 0]


def _clear(page: Page) -> None:
    """Take every theme back, pill by pill or at once."""
    for pill in page.locator(PILLS).all():
        pill.click()
        _settle(page)
    if page.locator(THEME).count():
        page.locator(THEME).get_by_label("Clear all").click()
        _settle(page)


def _settle(page: Page) -> None:
    """Wait until nothing has changed for 0.4 seconds."""
    page.wait_for_function(
        "window.changed > window.chosen && performance.now() - window.changed > 400", timeout=30_000
    )
    page.wait_for_selector(IDLE)


def subset(names: Sequence[str]) -> None:
    """Measure these pages only."""
    for name in set(PAGES) - set(names):
        del PAGES[name]
