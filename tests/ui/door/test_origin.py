"""A websocket is opened for the host's own pages; what is no address is nobody's page."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.types import Message, Receive, Scope, Send

from dashboard.ui.door.origin import SameOrigin


async def _beyond(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "websocket.accept"})


def told(origin: str) -> Message:
    """What a handshake from a page of that origin is answered."""
    headers = [(b"host", b"atlas.example"), (b"origin", origin.encode("latin-1"))]
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    # A thread of its own, for a browser of another test may keep a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        visit = SameOrigin(_beyond)({"type": "websocket", "headers": headers}, receive, send)
        thread.submit(asyncio.run, visit).result(60)
    return sent[0]


def test_a_page_of_the_host_may_open_one() -> None:
    assert told("https://atlas.example") == {"type": "websocket.accept"}


@pytest.mark.parametrize(
    "origin", ["https://foreign.example", "null", "", "http://[", "http://[::1", "//", "\xff", "https://[x]/"]
)
def test_other_pages_and_what_is_no_address_are_refused(origin: str) -> None:
    assert told(origin)["type"] == "websocket.close"
