"""A server of one's own, a real browser, and pages that may ask no other host for anything."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

ROOT = Path(__file__).resolve().parents[2]
DESKTOP, PHONE = (1280, 900), (390, 844)
ON_PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36"
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
STARTING = 60.0

Settle = Callable[[Page], None]
OpenBrowserPage = Callable[..., Page]


@contextmanager
def serving(**environment: str) -> Iterator[str]:
    """A fresh server of the app on a free port; yields its address without a final slash."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
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


@pytest.fixture
def fresh_app_url(browser: Browser) -> Iterator[str]:
    """A server that has answered nobody yet."""
    with serving() as url:
        yield url


@pytest.fixture
def open_browser_page(browser: Browser) -> Iterator[OpenBrowserPage]:
    """Makes pages of any width and colour scheme; at the end none of them may have asked another host for anything."""
    contexts = []
    outside: list[str] = []

    def opened(size: tuple[int, int] = DESKTOP, scheme: str = "light") -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", lambda request: outside.append(request.url) if _is_outside(request.url) else None)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert outside == [], "a page asked another host"


@dataclass
class Visit:
    """One page of the Atlas as it stands after its first visit, for several tests to look at and none to change."""

    page: Page
    outside: list[str]
    problems: list[str]


@pytest.fixture(scope="session")
def visit(browser: Browser, app_url: str) -> Iterator[Callable[[str, bool], Visit]]:
    """Visits each page once on a desktop in light and once on a phone in dark: `visit("/map", True)`."""
    visits: dict[tuple[str, bool], Visit] = {}
    desktop = browser.new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, color_scheme="light", reduced_motion="reduce")
    phone = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, color_scheme="dark", reduced_motion="reduce", user_agent=ON_PHONE)

    def visited(path: str, on_phone: bool = False) -> Visit:
        if (path, on_phone) not in visits:
            one = Visit((phone if on_phone else desktop).new_page(), [], [])
            one.page.on("request", lambda request: one.outside.append(request.url) if _is_outside(request.url) else None)
            one.page.on("pageerror", lambda error: one.problems.append(str(error)))
            one.page.goto(app_url + path)
            settled(one.page)
            visits[path, on_phone] = one
        return visits[path, on_phone]

    yield visited
    desktop.close()
    phone.close()


def _is_outside(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname not in ("localhost", "127.0.0.1")


@pytest.fixture
def browser_page(open_browser_page: OpenBrowserPage) -> Page:
    """One page of a desktop's width, light."""
    return open_browser_page()


@pytest.fixture
def settle() -> Settle:
    """Waits until the server has run the page and the browser has drawn it."""
    return settled


def settled(page: Page) -> None:
    page.wait_for_selector(IDLE, timeout=60_000)
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_function('() => !document.querySelector(\'[data-testid="stSkeleton"], [data-testid="stSpinner"]\')', timeout=30_000)
    _hold_still(page)


def _hold_still(page: Page) -> None:
    """Waits until no element comes or goes for a moment and no script runs."""
    look = f"() => [document.body.getElementsByTagName('*').length, !!document.querySelector('{IDLE}')].join()"
    before, calm = "", 0
    for _ in range(200):
        try:
            now = page.evaluate(look)
        except PlaywrightError:
            now = ""
        calm = calm + 1 if now == before and now.endswith("true") else 0
        if calm >= 3:
            return
        before = now
        page.wait_for_timeout(100)
    raise AssertionError("the page does not come to rest")
