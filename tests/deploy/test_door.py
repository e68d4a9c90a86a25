"""A plain `streamlit run app.py` behind its door: foreign pages, large messages, refused tables, and a reader
whose server is gone.
"""

from __future__ import annotations

import asyncio
import http.client
import shutil
import subprocess
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

# Python runs this before the server: whatever asks for an address or a connection beyond this machine waits,
# fails and is written down.
RECORDER = """
import os, socket, time
def _outward(name, whole):
    def asked(*given, **named):
        place = str(given[-1] if name == 'connect' else given[0])
        if 'localhost' in place or '127.0.0.1' in place:
            return whole(*given, **named)
        with open(os.environ['OUTWARD'], 'a') as file:
            file.write(f'{name} {place}\\n')
        time.sleep(1)
        raise OSError('nothing leaves this machine')
    return asked
socket.getaddrinfo = _outward('getaddrinfo', socket.getaddrinfo)
class _Recorded(socket.socket):
    connect = _outward('connect', socket.socket.connect)
socket.socket = _Recorded
"""
Start = Callable[..., AbstractContextManager[subprocess.Popen[bytes]]]
Found = TypeVar("Found")
FRIEND = "https://friend.example"
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'


@dataclass(frozen=True)
class Plain:
    """A server as README starts it, its tables, what it asked of the world, and how to end it."""

    port: int
    tables: Path
    outward: Path
    process: int
    end: Callable[[], None]


@pytest.fixture(scope="module")
def plain(
    proved_small: Path,
    tmp_path_factory: pytest.TempPathFactory,
    port_of_its_own: Callable[[], int],
    start: Start,
) -> Iterator[Plain]:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "sitecustomize.py").write_text(RECORDER, "utf-8")
    port, outward = port_of_its_own(), folder / "outward.txt"
    outward.touch()
    environment = {"OUTWARD": str(outward), "STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS": FRIEND}
    with ExitStack() as running:
        tables = Path(shutil.copytree(proved_small, folder / "small"))
        process = running.enter_context(start(port, tables, environment, folder))
        yield Plain(port, tables, outward, process.pid, running.close)


def health(port: int) -> tuple[int, str, float]:
    """The status, words and seconds of the answer to the host's question."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/_stcore/health")
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), time.monotonic() - began


def in_its_own_loop(visit: Callable[[], Coroutine[None, None, Found]]) -> Found:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(asyncio.wait_for(visit(), 60))).result()


def test_ten_foreign_pages_are_refused_while_the_server_answers_and_asks_nobody(plain: Plain) -> None:
    async def foreign(number: int) -> int:
        try:
            async with connect(
                f"ws://127.0.0.1:{plain.port}/_stcore/stream", origin=f"https://elsewhere-{number}.example"
            ):
                return 101
        except InvalidStatus as refused:
            return refused.response.status_code

    async def ten() -> tuple[list[int], tuple[int, str, float]]:
        handshakes = asyncio.gather(*map(foreign, range(10)))
        asked = await asyncio.to_thread(health, plain.port)
        return await handshakes, asked

    statuses, (status, _, seconds) = in_its_own_loop(ten)
    assert statuses == [403] * 10
    assert status == 200
    assert seconds < 1
    assert plain.outward.read_text() == ""


def test_a_page_that_the_settings_name_may_connect_and_still_nobody_is_asked(plain: Plain) -> None:
    async def friend() -> str:
        async with connect(
            f"ws://127.0.0.1:{plain.port}/_stcore/stream", origin=FRIEND, subprotocols=["streamlit"]
        ) as socket:
            return str(socket.subprotocol)

    assert in_its_own_loop(friend) == "streamlit"
    assert plain.outward.read_text() == ""


def test_a_message_larger_than_any_of_the_atlas_ends_the_session(plain: Plain) -> None:
    async def shout() -> int:
        async with connect(
            f"ws://127.0.0.1:{plain.port}/_stcore/stream", subprotocols=["streamlit"]
        ) as socket:
            await socket.send(b"x" * (64 * 1024 + 1))
            with pytest.raises(ConnectionClosed) as closed:
                await socket.recv()
            return closed.value.rcvd.code

    assert in_its_own_loop(shout) == 1009


def test_nothing_can_be_uploaded(plain: Plain) -> None:
    for method, path in (
        ("POST", "/"),
        ("PUT", "/_stcore/upload_file/a/b"),
        ("POST", "/_stcore/agent/interact"),
    ):
        connection = http.client.HTTPConnection("127.0.0.1", plain.port, timeout=20)
        connection.request(method, path, body=b"x" * 1000)
        assert connection.getresponse().status == 405


def test_readers_who_left_leave_no_file_open(plain: Plain, reader: type) -> None:
    async def visits(number: int) -> None:
        for _ in range(number):
            async with reader(plain.port) as visitor:
                await visitor.visit("arguments")
                await visitor.visit("method")

    open_files = Path(f"/proc/{plain.process}/fd")
    in_its_own_loop(lambda: visits(2))
    before = len(list(open_files.iterdir()))
    in_its_own_loop(lambda: visits(80))
    assert len(list(open_files.iterdir())) <= before + 3


def test_a_refused_version_shows_in_the_answer_to_the_host(plain: Plain) -> None:
    events = plain.tables / "events.csv"
    good = events.read_text("utf-8")
    events.write_text(good.replace("2017,Visit", "soon,Visit"), "utf-8")
    assert "refused. Faults: 1." in next_words(plain.port, after="ok")
    events.write_text(good, "utf-8")
    assert next_words(plain.port, after="ok, with") == "ok"


def next_words(port: int, after: str) -> str:
    """What the server says of its health once it no longer says what begins and ends so; ten seconds at
    most.
    """
    for _ in range(100):
        status, said, _ = health(port)
        assert status == 200
        if said != after and not said.startswith(f"{after} "):
            return said
        time.sleep(0.1)
    raise AssertionError(f"the server still says: {said}")


def test_a_reader_whose_network_stops_websockets_is_told_so(plain: Plain, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 480, "height": 480})
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    page.clock.install()
    page.goto(f"http://127.0.0.1:{plain.port}/")
    page.wait_for_selector("[data-atlas-away]", state="attached")
    page.clock.run_for(15_000)
    assert "Some networks stop websockets" in page.inner_text('#atlas-away[role="alert"]', timeout=20_000)
    page.close()


def test_a_reader_whose_server_is_gone_is_told_what_to_do_in_our_words(
    plain: Plain, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 480, "height": 480})
    page.goto(f"http://127.0.0.1:{plain.port}/record?id=treaty-1950")
    page.wait_for_selector(IDLE, timeout=60_000)
    assert not page.locator("#atlas-away").count()
    plain.end()
    words = page.inner_text("#atlas-away", timeout=30_000)
    assert "Nothing is lost" in words
    page.wait_for_timeout(1000)
    assert "streamlit" not in page.inner_text("body").lower()
    page.close()
