"""Several servers behind nginx: one dies, and its reader sees the same view from another, because the link holds it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
UP = ROOT / "deploy" / "up.py"
CONNECTED = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'


@pytest.fixture(scope="module")
def together(nginx: str, port_of_its_own: Callable[[], int]) -> Iterator[tuple[int, dict[int, int]]]:
    """Two servers behind nginx by the one command: the port of nginx, and each server's process by its port."""
    port = port_of_its_own()
    command = [sys.executable, str(UP), "--port", str(port), "--nginx", nginx]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    servers: dict[int, int] = {}
    try:
        for line in process.stdout:
            if found := re.fullmatch(r"server (\d+) has process (\d+)\n", line):
                servers[int(found[1])] = int(found[2])
            if line.startswith("the Atlas is at "):
                break
        assert len(servers) == 2
        yield port, servers
    finally:
        process.terminate()
        process.wait(20)


def test_what_nginx_does_for_every_server(together: tuple[int, dict[int, int]]) -> None:
    port, _ = together
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/timeline", timeout=20) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "HttpOnly" in next(value for value in answer.headers.get_all("Set-Cookie") if value.startswith("atlas="))
        script = re.search(r'src="\.(/static/js/index\.[^"]+)"', answer.read().decode())
    assert script
    for coding in ("gzip", "identity", "gzip"):
        request = urllib.request.Request(f"http://127.0.0.1:{port}{script[1]}", headers={"Accept-Encoding": coding})
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert (answer.headers["Content-Encoding"] or "identity") == coding
            assert answer.headers.get_all("Set-Cookie") is None
    for closed in ("metrics", "upload_file/x", "agent/openapi.json"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/{closed}", timeout=5)


def test_when_a_server_dies_its_reader_sees_the_same_view_from_another(together: tuple[int, dict[int, int]], browser: Browser) -> None:
    port, servers = together
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"http://127.0.0.1:{port}/timeline?theme=energy&years=2014&years=2021")
    page.wait_for_selector(f"{CONNECTED} .atlas-choice", timeout=60_000)
    before = page.inner_text(".atlas-choice")
    assert "energy" in before
    serving = server_of(page.context.cookies(), servers, port)
    os.kill(servers[serving], signal.SIGKILL)
    page.wait_for_selector('[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])', timeout=20_000)
    page.wait_for_selector(f"{CONNECTED} .atlas-choice", timeout=60_000)
    assert page.inner_text(".atlas-choice") == before
    assert "theme=energy" in page.url
    assert "years=2014" in page.url


def server_of(cookies: list[dict[str, str]], servers: dict[int, int], port: int) -> int:
    """The server to which nginx sends the reader with these cookies: the one that holds a websocket open."""
    assert [cookie for cookie in cookies if cookie["name"] == "atlas"], "the proxy knows its readers by a cookie"
    busy = [own for own in servers if established(own)]
    assert len(busy) == 1, "one reader is served by one server"
    return busy[0]


def established(port: int) -> bool:
    """True if a websocket to that server is open, by the server's own count of sessions."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/metrics", timeout=5) as answer:
        counts = re.findall(r"^active_sessions\S*\s+(\d+)", answer.read().decode(), re.MULTILINE)
    return any(int(count) for count in counts)


def test_the_configuration_names_every_server_and_every_reader_has_a_home() -> None:
    command = [sys.executable, str(UP), "--port", "8080", "--replica-ports", "8501", "8502", "8503", "--print"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"server 127\.0\.0\.1:(\d+)", text) == ["8501", "8502", "8503"]
    assert "hash $reader consistent" in text
    settings = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert "${" not in "".join(settings)
