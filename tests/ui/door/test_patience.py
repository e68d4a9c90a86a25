"""A client that never ends its question is given up; a slow answer and a quiet websocket are not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit as st
import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from dashboard.ui import door
from dashboard.ui.door.patience import give_up_the_slow

PATIENCE = 0.2
LONGER = PATIENCE * 4


async def slow(request: Request) -> PlainTextResponse:
    await asyncio.sleep(LONGER)
    return PlainTextResponse("at last")


async def quick(request: Request) -> PlainTextResponse:
    return PlainTextResponse("here")


async def quiet(socket: WebSocket) -> None:
    await socket.accept()
    await asyncio.sleep(LONGER)
    await socket.send_text("still here")
    await socket.close()


class Protocol(AutoHTTPProtocol):
    """uvicorn's protocol, so that the one of this process stays as it is."""


give_up_the_slow(Protocol, PATIENCE)


def run_aside(work: Coroutine[None, None, None]) -> None:
    """Run `work` in a thread, for a browser test before this one may have left a loop running here."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(work)).result()


def served(client: Callable[[int], Awaitable[None]]) -> None:
    """Run `client` with the port of a server of the three addresses above."""

    async def both() -> None:
        app = Starlette(
            routes=[Route("/slow", slow), Route("/quick", quick), WebSocketRoute("/quiet", quiet)]
        )
        server = uvicorn.Server(uvicorn.Config(app, port=0, http=Protocol, log_level="error"))
        running = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        await client(server.servers[0].sockets[0].getsockname()[1])
        server.should_exit = True
        await running

    run_aside(both())


async def ended(reader: asyncio.StreamReader) -> bool:
    """Whether the server closes the connection within a time that is long beside its patience."""
    try:
        return await asyncio.wait_for(reader.read(), 10) == b""
    except TimeoutError:
        return False


def test_a_request_that_never_ends_is_given_up_however_often_a_sign_of_it_comes() -> None:
    async def client(port: int) -> None:
        silent, _ = await asyncio.open_connection("127.0.0.1", port)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)

        async def drip() -> None:
            writer.write(b"GET /quick HTTP/1.1\r\nX-Slow: ")
            while not writer.is_closing():
                writer.write(b"x")
                await asyncio.sleep(0.02)

        dripping = asyncio.create_task(drip())
        assert await ended(reader)
        assert await ended(silent), "who says nothing at all is given up as well"
        dripping.cancel()

    served(client)


def test_a_second_request_that_never_ends_is_given_up_too() -> None:
    async def client(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /quick HTTP/1.1\r\nHost: a\r\n\r\n")
        assert b"200" in await reader.readline()
        writer.write(b"GET /quick HTTP/1.1\r\nX-Slow: ")
        rest = await asyncio.wait_for(reader.read(), 10)
        assert rest.count(b"HTTP/1.1") == 0, "no second answer, and the connection is closed"

    served(client)


def test_an_answer_that_takes_long_is_waited_for() -> None:
    async def client(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert b"at last" in await asyncio.wait_for(reader.read(), 10)

    served(client)


def test_a_websocket_on_which_nobody_speaks_stays_open() -> None:
    async def client(port: int) -> None:
        async with websockets.connect(f"ws://127.0.0.1:{port}/quiet") as socket:
            assert await asyncio.wait_for(socket.recv(), 10) == "still here"

    served(client)


def test_a_server_of_the_atlas_has_this_patience_from_its_first_reader_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def connection_made(self: object, transport: object) -> None:
        """As uvicorn has it, for ever patient."""

    monkeypatch.setenv("ATLAS_DATA", str(Path(__file__).resolve().parents[2] / "small"))
    monkeypatch.setattr(AutoHTTPProtocol, "connection_made", connection_made)

    async def enter() -> None:
        async with door.opened(st.App("app.py")):
            assert AutoHTTPProtocol.connection_made is not connection_made
            once = AutoHTTPProtocol.connection_made
            give_up_the_slow()
            assert AutoHTTPProtocol.connection_made is once, "and only once"

    run_aside(enter())
