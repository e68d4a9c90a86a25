"""The door for programs that ask by the Model Context Protocol: closed unless the host opens it."""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.figures.spoken import Speaker
from dashboard.ui.data_store import store
from dashboard.ui.door.address import base_of, home_of
from dashboard.ui.door.limit import LARGEST
from dashboard.ui.door.origin import is_foreign

# Questions that one address may ask at once, and how many more each second; addresses that are remembered.
BURST, RATE, REMEMBERED = 30, 0.5, 4096


class Conversing:
    """Answers `POST /mcp` where the environment says ATLAS_MCP=1; everything else goes on."""

    def __init__(self, app: ASGIApp, speaker: Speaker) -> None:
        self.app = app
        self.speaker = speaker
        self.allowance = Allowance()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        is_asked = scope["type"] == "http" and scope["path"] == f"{home_of()}mcp" and is_open()
        answer = await self._answer(scope, receive) if is_asked else self.app
        await answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive) -> Response:
        refused = _refused(scope)
        if refused is not None:
            return refused
        if not self.allowance.takes((scope.get("client") or ("", 0))[0], monotonic()):
            return PlainTextResponse("Too many questions: wait some seconds.", 429, {"Retry-After": "10"})
        dataset = store().dataset
        if dataset is None:
            return PlainTextResponse("The tables are being read.", 503, {"Retry-After": "5"})
        body = await _body_of(Request(scope, receive))
        if body is None:
            return PlainTextResponse(f"A message of at most {LARGEST} bytes is taken.", 413)
        answer = await run_in_threadpool(self.speaker.converse, dataset, base_of(scope), _read(body))
        return Response(status_code=202) if answer is None else JSONResponse(answer)


class Allowance:
    """How many questions each address has left: a bucket that fills by RATE a second up to BURST."""

    def __init__(self) -> None:
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def takes(self, address: str, now: float) -> bool:
        """Take one question of an address at a moment in seconds; False if it has none left."""
        left, since = self._left.pop(address, (float(BURST), now))
        left = min(BURST, left + (now - since) * RATE)
        self._left[address] = (left - 1 if left >= 1 else left, now)
        while len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return left >= 1


def is_open() -> bool:
    """Whether the host has opened the door."""
    return os.environ.get("ATLAS_MCP") == "1"


def _refused(scope: Scope) -> Response | None:
    """What is no question of the protocol, or comes from a page of another host in somebody's browser."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is not None and is_foreign(origin, headers.get("host", "")):
        return PlainTextResponse("Pages of other hosts are not answered.", 403)
    if scope["method"] != "POST":
        return PlainTextResponse("Messages are sent by POST.", 405, {"Allow": "POST"})
    return None


async def _body_of(request: Request) -> bytes | None:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return body


def _read(body: bytes) -> object:
    """The message, or None for what is no JSON, is nested too deep or could not be said back: halves of
    characters, and numbers beyond all.
    """
    try:
        message = json.loads(body)
        json.dumps(message, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return None
    return message
