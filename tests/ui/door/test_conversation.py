"""The door for programs: closed unless opened, for its own host's pages, and never for too much at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from dashboard.site import living
from dashboard.ui.data_store import read_tables
from dashboard.ui.door.conversation import BURST, RATE, Allowance, Conversing

PING = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"}).encode()


@dataclass(frozen=True)
class Answered:
    status: int
    body: bytes

    @property
    def message(self) -> Any:
        return json.loads(self.body)


Client = Callable[..., Answered]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, proved_small: Path) -> Client:
    monkeypatch.setenv("ATLAS_MCP", "1")
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    read_tables()
    app = Conversing(PlainTextResponse("beyond"), living)

    def asked(method: str, path: str, body: bytes = b"", origin: str = "") -> Answered:
        headers = [(b"host", b"atlas.example"), *([(b"origin", origin.encode())] if origin else [])]
        scope = {"type": "http", "method": method, "path": path, "headers": headers, "client": ("1.2.3.4", 5)}
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        # A thread of its own, for a browser of another test may keep a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, app(scope, receive, send)).result(60)
        return Answered(sent[0]["status"], b"".join(part.get("body", b"") for part in sent[1:]))

    return asked


def test_it_is_closed_unless_the_host_opens_it(ask: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("POST", "/mcp", PING).message == {"jsonrpc": "2.0", "id": 1, "result": {}}
    monkeypatch.setenv("ATLAS_MCP", "0")
    assert ask("POST", "/mcp", PING).body == b"beyond"
    monkeypatch.setenv("ATLAS_MCP", "1")
    assert ask("GET", "/timeline").body == b"beyond"


def test_what_is_foreign_large_or_no_message_is_refused(ask: Client) -> None:
    assert ask("POST", "/mcp", PING, "https://foreign.example").status == 403
    assert ask("POST", "/mcp", PING, "https://atlas.example").status == 200
    assert ask("GET", "/mcp").status == 405
    assert ask("POST", "/mcp", b"x" * 70_000).status == 413
    assert ask("POST", "/mcp", b"{").message["error"]["code"] == -32600
    assert (
        ask("POST", "/mcp", json.dumps({"jsonrpc": "2.0", "method": "notifications/x"}).encode()).status
        == 202
    )


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 30_000,
        b'{"a":' * 10_000,
        b'{"jsonrpc":"2.0","id":1e999,"method":"ping"}',
        b'{"jsonrpc":"2.0","id":NaN,"method":"ping"}',
        b'{"jsonrpc":"2.0","id":"\\ud800","method":"ping"}',
        b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"record","arguments":{"id":"\\ud800"}}}',
        b"\xff\xfe",
    ],
)
def test_what_cannot_be_read_or_said_back_is_told_to_be_no_message(ask: Client, body: bytes) -> None:
    answered = ask("POST", "/mcp", body)
    assert answered.status == 200
    assert answered.message["error"]["code"] == -32600


@pytest.mark.parametrize("origin", ["http://[", "null", "//", "https://atlas.example@foreign.example"])
def test_an_origin_that_is_no_address_of_this_host_is_foreign(ask: Client, origin: str) -> None:
    assert ask("POST", "/mcp", PING, origin).status == 403


def test_who_asks_too_much_waits_and_others_do_not() -> None:
    allowance = Allowance()
    assert all(allowance.takes("a", 0.0) for _ in range(BURST))
    assert not allowance.takes("a", 0.0)
    assert allowance.takes("b", 0.0)
    assert allowance.takes("a", 1 / RATE)
    assert not allowance.takes("a", 1 / RATE)
