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
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
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
        """Wait until the command has said this; five minutes at most."""
        for _ in range(3000):
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
    page.context.close()
    together.says(f"server {serving} ended with -9 and is started anew")


def test_when_half_of_the_servers_are_replaced_under_load_only_their_readers_come_again_with_their_view(
    together: Together, reader: type
) -> None:
    class Looking(reader):  # type: ignore[misc]
        """A reader who sees the choice that the page states."""

        choice = ""

        def _note(self, message: ForwardMsg) -> None:
            super()._note(message)
            body = str(message.delta.new_element.html.body)
            if "atlas-choice" in body:
                self.choice = body

    audience = Audience(together.port, Looking)

    async def replace_one() -> tuple[int, list[Watching]]:
        ports = sorted(together.servers)
        await until(lambda: all(map(is_healthy, ports)))
        await until(lambda: not any(map(sessions, ports)))
        # nginx remembers for seconds that a server was away: readers arrive until each server has some.
        while min(Counter({port: 0 for port in ports} | audience.homes()).values()) < 3:
            assert len(audience.watching) < 500, "every reader is sent to the same server"
            await audience.arrive(ports)
        replaced = ports[0]
        os.kill(together.servers[replaced], signal.SIGTERM)
        await asyncio.to_thread(together.says, f"server {replaced} ended with -15 and is started anew")
        moved = [watching for watching in audience.watching if watching.home == replaced]
        await until(lambda: all(watching.connections > 1 for watching in moved))
        await until(lambda: is_healthy(replaced))
        return replaced, await audience.leave()

    with ThreadPoolExecutor(1) as thread:
        replaced, watched = thread.submit(lambda: asyncio.run(replace_one())).result()
    assert all("atlas-choice" in view for watching in watched for view in watching.views)
    assert all(len(watching.views) == 1 for watching in watched), "nobody saw another view than before"
    assert len({view for watching in watched for view in watching.views}) == len(watched)
    for watching in watched:
        assert (watching.connections > 1) == (watching.home == replaced), (
            "whose server lives on notices nothing"
        )


@dataclass
class Watching:
    """One reader: which server the first view came from, the different views seen, and how many connections
    showed one.
    """

    number: int
    home: int = 0
    views: set[str] = field(default_factory=set)
    connections: int = 0


@dataclass
class Audience:
    """Readers, each with a cookie and a choice of their own, who look again and again and who connect anew
    when their connection ends.
    """

    port: int
    reader: type
    watching: list[Watching] = field(default_factory=list)
    leaving: bool = False
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def homes(self) -> Counter[int]:
        """How many readers each server has."""
        return Counter(watching.home for watching in self.watching)

    async def arrive(self, ports: Sequence[int]) -> None:
        """Have one reader more, and find out on which server: the only one that has a session more."""
        watching = Watching(len(self.watching))
        before = {port: sessions(port) for port in ports}
        self.tasks.append(asyncio.create_task(self._keep(watching)))
        await until(lambda: watching.connections == 1)
        (watching.home,) = (port for port in ports if sessions(port) > before[port])
        self.watching.append(watching)

    async def leave(self) -> list[Watching]:
        """End all connections, each after one more look."""
        self.leaving = True
        await asyncio.gather(*self.tasks)
        return self.watching

    async def _keep(self, watching: Watching) -> None:
        theme = ("energy", "trade", "defence", "diplomacy")[watching.number % 4]
        choice = {"theme": [theme], "years": [str(1951 + watching.number // 4), "2003"]}
        while not self.leaving:
            with suppress(OSError, ConnectionClosed, InvalidHandshake):
                async with connect(
                    f"ws://127.0.0.1:{self.port}/_stcore/stream",
                    subprotocols=["streamlit"],
                    additional_headers={"Cookie": f"atlas={watching.number}"},
                    ping_interval=None,  # a machine with much to do may answer late
                ) as connection:
                    await self._look(watching, connection, choice)
            await asyncio.sleep(0.1)

    async def _look(
        self, watching: Watching, connection: ClientConnection, choice: dict[str, list[str]]
    ) -> None:
        visitor = self.reader(self.port, _socket=connection)
        await visitor.visit("timeline", choice)
        watching.connections += 1
        while True:
            watching.views.add(visitor.choice)
            if self.leaving:
                return
            await asyncio.sleep(0.5)
            await visitor.visit("timeline", choice)


async def until(true: Callable[[], bool]) -> None:
    """Wait for something; two minutes at most, for machines with much else to do."""
    for _ in range(1200):
        if await asyncio.to_thread(true):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("what was waited for did not happen")


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
    busy = [replica for replica in servers if sessions(replica)]
    assert len(busy) == 1, "one reader is served by one server"
    return busy[0]


def sessions(port: int) -> int:
    """How many websockets to that server are open, by the server's own count."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/metrics", timeout=5) as answer:
        counts = re.findall(r"^active_sessions\S*\s+(\d+)", answer.read().decode(), re.MULTILINE)
    return sum(map(int, counts))


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
