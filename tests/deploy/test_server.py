"""deploy/server.py: it compresses, protects, writes nothing, and the page passes its own content policy in a
browser.
"""

from __future__ import annotations

import asyncio
import gzip
import http.client
import re
import socket
import struct
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Browser

# Between them these pages hold every kind of drawing: chart, picture, list, table, grid of data, panel of
# sources, embedded figure. The live map is looked at under the same policy in tests/browser/test_map.py.
PAGES = {
    "map?drawing=picture": ".atlas-plate img",
    "data": "canvas",
    "record?id=pakistan-stream": "table",
    "timeline?embed=true&figure=timeline-strip": ".vega-embed .marks",
}
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'


def got(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    return answer, answer.read()


def in_its_own_loop(visit: Coroutine[None, None, int]) -> int:
    """Runs a reader's visit in a thread, because the browser's own loop may be running in this one; a minute
    at most.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(visit, 60)).result()


def script_of_streamlit() -> str:
    found = re.search(r'src="\.(/static/js/index\.[^"]+)"', INDEX.read_text("utf-8"))
    assert found
    return found.group(1)


def test_streamlits_own_files_leave_compressed_and_arrive_whole(hosted: int) -> None:
    path = script_of_streamlit()
    _, plain = got(hosted, path, Accept_Encoding="identity")
    answer, body = got(hosted, path, Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(body) < len(plain) / 2.5
    assert gzip.decompress(body) == plain
    assert got(hosted, path, Accept_Encoding="gzip")[1] == body
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_part_of_a_file_and_the_plain_file_are_left_as_they_are(hosted: int) -> None:
    path = script_of_streamlit()
    assert got(hosted, path, Accept_Encoding="identity")[0].headers["Content-Encoding"] is None
    part, body = got(hosted, path, Accept_Encoding="gzip", Range="bytes=0-99")
    assert part.headers["Content-Encoding"] is None
    assert part.status == 200 or len(body) == 100


@pytest.mark.parametrize(
    "path", ["/", "/timeline?theme=energy", "/_stcore/health", "/no/such/page", "/static/js/none.js"]
)
def test_every_answer_carries_the_security_headers(hosted: int, path: str) -> None:
    headers = got(hosted, path, Accept_Encoding="gzip")[0].headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self' 'unsafe-eval' 'sha256-" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_a_websocket_from_another_site_is_refused(hosted: int) -> None:
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert got(hosted, "/_stcore/stream", Origin="https://elsewhere.example", **headers)[0].status == 403


def test_no_page_breaks_the_content_policy(hosted: int, browser: Browser) -> None:
    said: list[str] = []
    page = browser.new_page(viewport={"width": 480, "height": 480})
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.error('POLICY ' + "
        "e.violatedDirective + ' ' + e.blockedURI))"
    )
    page.on("console", lambda message: said.append(message.text))
    for path, drawn in PAGES.items():
        page.goto(f"http://127.0.0.1:{hosted}/{path}")
        page.wait_for_selector(IDLE, timeout=60_000)
        page.wait_for_selector(drawn, timeout=30_000)
    page.close()
    assert [text for text in said if "POLICY" in text or "Content Security Policy" in text] == []


def test_a_server_that_cannot_write_a_byte_still_answers(hosted: int, reader: type) -> None:
    async def visit() -> int:
        async with reader(hosted) as one:
            return int((await one.visit("timeline", {"theme": ["energy"]})).messages)

    assert in_its_own_loop(visit()) > 15


def test_readers_who_leave_in_the_middle_and_hundreds_of_quick_changes_harm_nobody(
    hosted: int, reader: type
) -> None:
    async def hurry() -> int:
        for _ in range(10):
            async with reader(hosted) as one:
                await one.socket.send(one.request("arguments", {"theme": ["trade"]}).SerializeToString())
        async with reader(hosted) as one:
            await one.visit("arguments")
            for number in range(200):
                one.params = {"theme": [("energy", "trade", "defence")[number % 3]]}
                await one.socket.send(one.request().SerializeToString())
            async with reader(hosted) as other:
                return int((await other.visit("checks")).messages)

    assert in_its_own_loop(hurry()) > 10


def test_a_reader_who_does_not_listen_holds_up_nobody(hosted: int, reader: type) -> None:
    async def deaf() -> int:
        async with reader(hosted) as slow, reader(hosted) as quick:
            raw = slow.socket.transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, struct.calcsize("i") * 512)
            slow.socket.transport.pause_reading()
            await slow.socket.send(slow.request("timeline").SerializeToString())
            return int((await quick.visit("arguments")).messages)

    assert in_its_own_loop(deaf()) > 10
