"""What stands between the network and Streamlit: security headers, and Streamlit's own files compressed once
instead of never.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Callable, Mapping
from threading import Lock

from headers import HEADERS
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

try:
    import brotli
except ImportError:  # an eighth smaller than gzip, but not needed
    brotli = None

# Streamlit's files carry a hash of their content in their name, so what was compressed once stays right. All
# of them take some 6 MiB of memory.
IMMUTABLE = "/static/"
SMALLEST = 1000
# For Streamlit's largest file (775 kB) 9 gives 244 kB in 0.1 s, 10 gives 228 kB in 0.8 s, 11 gives 224 kB in
# 1.8 s; each is compressed once.
_QUALITY = 10
_TEXTS = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/wasm")
_COMPRESS: Mapping[str, Callable[[bytes], bytes]] = {
    **({"br": lambda body: bytes(brotli.compress(body, quality=_QUALITY))} if brotli else {}),
    "gzip": lambda body: gzip.compress(body, 9),
}

# What is made for one reader, a page of 300 kB, is compressed in a few milliseconds or not at all.
_LONG = 30_000
_QUICKLY: Mapping[str, Callable[[bytes], bytes]] = {
    **({"br": lambda body: bytes(brotli.compress(body, quality=4))} if brotli else {}),
    "gzip": lambda body: gzip.compress(body, 5),
}
# The plain pages and the answers to programs, which are files by their names.
_FILES = (".html", ".json", ".xml", ".csv", ".txt")


class Headed:
    """Adds the security headers to every answer over HTTP."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class Compressed:
    """Compresses Streamlit's own files and the first page, which Streamlit leaves as they are, and keeps the
    files' compressed form.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[tuple[str, str], bytes] = {}
        self.locks: defaultdict[tuple[str, str], Lock] = defaultdict(Lock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; whoever takes no compression, or asks for a part of a file, gets it as it is."""
        if scope["type"] != "http" or not _is_left_alone(scope["path"]):
            await self.app(scope, receive, send)
            return
        coding = _coding(scope)
        squeezed = _Squeeze(self, scope["path"], coding, send).send
        await self.app(scope, receive, squeezed if coding else _varying(send))

    def squeeze(self, path: str, coding: str, body: bytes) -> bytes:
        """The body compressed; a file that stays as it is is compressed once."""
        if not path.startswith(IMMUTABLE):
            return (_QUICKLY if len(body) > _LONG else _COMPRESS)[coding](body)
        with self.locks[path, coding]:  # one reader waits for the other rather than both compressing
            if (path, coding) not in self.kept:
                self.kept[path, coding] = _COMPRESS[coding](body)
            return self.kept[path, coding]


class _Squeeze:
    """One answer on its way out: held back until it is whole, then sent compressed."""

    def __init__(self, compressed: Compressed, path: str, coding: str, send: Send) -> None:
        self.compressed, self.path, self.coding, self.out = compressed, path, coding, send
        self.start: Message = {}
        self.parts: list[bytes] = []

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.parts.append(message.get("body", b""))
        if message.get("more_body"):
            return
        body, headers = b"".join(self.parts), MutableHeaders(scope=self.start)
        is_text = headers.get("content-type", "").startswith(_TEXTS)
        if (
            self.start["status"] == 200
            and is_text
            and len(body) >= SMALLEST
            and "content-encoding" not in headers
        ):
            body = await run_in_threadpool(self.compressed.squeeze, self.path, self.coding, body)
            headers.update({"content-encoding": self.coding, "content-length": str(len(body))})
            headers.add_vary_header("Accept-Encoding")
        await self.out(self.start)
        await self.out({"type": "http.response.body", "body": body})


def _coding(scope: Scope) -> str:
    """The best compression that the reader takes, or an empty text."""
    asked = Headers(scope=scope)
    if scope["method"] != "GET" or "range" in asked:
        return ""
    taken = {_taken(one) for one in asked.get("accept-encoding", "").split(",")}
    return next((coding for coding in _COMPRESS if coding in taken), "")


def _taken(part: str) -> str:
    """The coding that a part of Accept-Encoding takes; empty if it refuses one (`gzip;q=0`)."""
    coding, _, weight = part.replace(" ", "").partition(";q=")
    return "" if weight and not weight.strip("0.") else coding


def _varying(send: Send) -> Send:
    """Sends an answer as it is, and says that others may get it compressed: a cache between must not mix
    them up.
    """

    async def send_varying(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith(_TEXTS):
                headers.add_vary_header("Accept-Encoding")
        await send(message)

    return send_varying


def _is_left_alone(path: str) -> bool:
    """True for what Streamlit does not compress itself: its own files, the first page at any address, and the
    plain pages and files.
    """
    if path.startswith(IMMUTABLE):
        return True
    name = path.rsplit("/", 1)[-1]
    theirs = path.startswith(("/_stcore", "/media", "/component"))
    return not theirs and ("." not in name or name.endswith(_FILES))
