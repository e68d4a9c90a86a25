"""Several servers behind nginx: one dies, and its reader sees the same view from another, because the link
holds it.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

ROOT = Path(__file__).resolve().parents[2]
UP = ROOT / "deploy" / "up.py"
CONNECTED = (
    '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
)


@dataclass
class Together:
    """What one command started: the port of nginx, each server's process by its port, the command itself, and
    what it said.
    """

    port: int
    command: subprocess.Popen[str]
    servers: dict[int, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Read what the command says until it ends."""
        for line in self.command.stdout or ():
            self.said.append(line)
            if found := re.fullmatch(r"server (\d+) has process (\d+)\n", line):
                self.servers[int(found[1])] = int(found[2])

    def says(self, words: str) -> None:
        """Wait until the command has said this; a minute at most."""
        for _ in range(600):
            if any(words in line for line in self.said):
                return
            time.sleep(0.1)
        raise AssertionError(f"{words!r} was not said: {self.said}")


@contextmanager
def started(nginx: str, port: int, tables: Path, *options: str) -> Iterator[Together]:
    command = [sys.executable, str(UP), "--port", str(port), "--nginx", nginx, *options]
    environment = {**os.environ, "ATLAS_DATA": str(tables), "PYTHONPATH": str(ROOT / "src")}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **pipes)
    together = Together(port, process)
    listener = threading.Thread(target=together.listen, daemon=True)
    listener.start()
    try:
        together.says("the Atlas is at ")
        yield together
    finally:
        process.terminate()
        process.wait(20)
        listener.join(20)


@pytest.fixture(scope="module")
def together(nginx: str, port_of_its_own: Callable[[], int], proved_small: Path) -> Iterator[Together]:
    """Two servers behind nginx by the one command."""
    with started(nginx, port_of_its_own(), proved_small) as running:
        yield running


def test_what_nginx_does_for_every_server(together: Together) -> None:
    port = together.port
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/timeline", timeout=20) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "HttpOnly" in next(
            value for value in answer.headers.get_all("Set-Cookie") if value.startswith("atlas=")
        )
        script = re.search(r'src="\.(/static/js/index\.[^"]+)"', answer.read().decode())
    assert script
    for coding in ("gzip", "identity", "gzip"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}{script[1]}", headers={"Accept-Encoding": coding}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert (answer.headers["Content-Encoding"] or "identity") == coding
            assert answer.headers.get_all("Set-Cookie") is None
    for closed in ("metrics", "upload_file/x", "agent/openapi.json"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/{closed}", timeout=5)


def test_when_a_server_dies_its_reader_sees_the_same_view_from_another(
    together: Together, browser: Browser
) -> None:
    port, servers = together.port, dict(together.servers)
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"http://127.0.0.1:{port}/timeline?theme=energy&years=1951&years=2003")
    page.wait_for_selector(f"{CONNECTED} .atlas-choice", timeout=60_000)
    before = page.inner_text(".atlas-choice")
    assert "Energy" in before
    serving = server_of(page.context.cookies(), servers, port)
    os.kill(servers[serving], signal.SIGKILL)
    page.wait_for_selector(
        '[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])', timeout=20_000
    )
    page.wait_for_selector(f"{CONNECTED} .atlas-choice", timeout=60_000)
    assert page.inner_text(".atlas-choice") == before
    assert "theme=energy" in page.url
    assert "years=1951" in page.url
    together.says(f"server {serving} ended with -9 and is started anew")


def test_when_half_of_the_servers_are_replaced_under_load_every_reader_keeps_their_view(
    together: Together, reader: type
) -> None:
    class Keeping(reader):  # type: ignore[misc]
        """A reader with a cookie, who connects again when the server goes and looks at the choice that the
        page states.
        """

        choice = ""

        def _note(self, message: ForwardMsg) -> None:
            super()._note(message)
            body = str(message.delta.new_element.html.body)
            if "atlas-choice" in body:
                self.choice = body

    seen: set[int] = set()
    again: set[int] = set()

    async def keep(number: int, until: asyncio.Event) -> tuple[str, str, int]:
        first, last, connections = "", "", 0
        choice = {
            "theme": [("energy", "trade", "defence", "diplomacy")[number % 4]],
            "years": ["1951", str(1990 + number)],
        }
        address = f"ws://127.0.0.1:{together.port}/_stcore/stream"
        while not until.is_set():
            with suppress(OSError, ConnectionClosed, InvalidHandshake):
                async with connect(
                    address, subprotocols=["streamlit"], additional_headers={"Cookie": f"atlas={number}"}
                ) as socket:
                    visitor = Keeping(together.port)
                    # Counted from the connection that showed the first view: until then nothing could be
                    # kept.
                    connections = connections + 1 if first else 1
                    visitor._socket = socket
                    while not until.is_set():
                        await visitor.visit("timeline", choice)
                        first, last = first or visitor.choice, visitor.choice
                        if first:
                            seen.add(number)
                        if connections > 1:
                            again.add(number)
                        await asyncio.sleep(0.3)
            await asyncio.sleep(0.2)
        return first, last, connections

    async def replace_one() -> list[tuple[str, str, int]]:
        until = asyncio.Event()
        readers = [asyncio.create_task(keep(number, until)) for number in range(12)]
        # A slow machine needs longer until every reader has a view that can be kept.
        for _ in range(300):
            if len(seen) == len(readers):
                break
            await asyncio.sleep(0.1)
        replaced, process = next(iter(together.servers.items()))
        os.kill(process, signal.SIGTERM)
        await asyncio.to_thread(together.says, f"server {replaced} ended with -15 and is started anew")
        for _ in range(100):
            if await asyncio.to_thread(is_healthy, replaced):
                break
            await asyncio.sleep(0.2)
        for _ in range(300):
            if again:
                break
            await asyncio.sleep(0.1)
        await asyncio.sleep(1)
        until.set()
        return await asyncio.gather(*readers)

    with ThreadPoolExecutor(1) as thread:
        kept = thread.submit(lambda: asyncio.run(asyncio.wait_for(replace_one(), 90))).result()
    assert all("atlas-choice" in first and first == last for first, last, _ in kept)
    assert len({first for first, _, _ in kept}) == len(kept), "each reader had a view of their own"
    assert max(connections for _, _, connections in kept) > 1, (
        "some readers were on the server that was replaced"
    )
    assert min(connections for _, _, connections in kept) == 1, (
        "the readers of the other server noticed nothing"
    )


def is_healthy(port: int) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
        return True
    return False


def test_when_all_servers_die_the_command_says_so_and_fails(together: Together) -> None:
    for process in together.servers.values():
        os.kill(process, signal.SIGKILL)
    assert together.command.wait(20) == 1
    together.says("all servers ended: ")


def test_when_the_command_is_killed_nothing_of_it_stays(
    nginx: str, port_of_its_own: Callable[[], int], proved_small: Path
) -> None:
    with started(nginx, port_of_its_own(), proved_small, "--replicas", "1") as running:
        (server,) = running.servers.values()
        running.command.kill()
        for _ in range(100):
            if not is_running(server) and not answers(running.port):
                return
            time.sleep(0.1)
    raise AssertionError("the server or nginx goes on")


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def server_of(cookies: list[dict[str, str]], servers: dict[int, int], port: int) -> int:
    """The server to which nginx sends the reader with these cookies: the one that holds a websocket open."""
    assert [cookie for cookie in cookies if cookie["name"] == "atlas"], (
        "the proxy knows its readers by a cookie"
    )
    busy = [own for own in servers if established(own)]
    assert len(busy) == 1, "one reader is served by one server"
    return busy[0]


def established(port: int) -> bool:
    """True if a websocket to that server is open, by the server's own count of sessions."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/metrics", timeout=5) as answer:
        counts = re.findall(r"^active_sessions\S*\s+(\d+)", answer.read().decode(), re.MULTILINE)
    return any(int(count) for count in counts)


def test_the_configuration_names_every_server_and_every_reader_has_a_home() -> None:
    command = [
        sys.executable,
        str(UP),
        "--port",
        "8080",
        "--replica-ports",
        "8501",
        "8502",
        "8503",
        "--print",
    ]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"server 127\.0\.0\.1:(\d+)", text) == ["8501", "8502", "8503"]
    assert "hash $reader consistent" in text
    settings = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert "${" not in "".join(settings)
