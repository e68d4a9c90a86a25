"""Pages and answers leave compressed for who takes it, and whole for who does not; caches are told."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Ask = Callable[..., tuple[Headers, bytes]]

BODY = b"<p>What happened, when, how much and who says so.</p>" * 2000


async def page(request: Request) -> Response:
    kind = "image/png" if request.url.path.endswith(".png") else "text/html"
    return Response(BODY, media_type=kind)


@pytest.fixture(scope="module")
def asked(module_of: Callable[[str], Any]) -> Ask:
    """Asks for a path with the headers given; the headers and the body of the answer."""
    compressed = module_of("middleware").Compressed

    def ask(path: str, **headers: str) -> tuple[Headers, bytes]:
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        scope = {"type": "http", "method": "GET", "path": path, "headers": raw, "query_string": b""}
        app = compressed(Starlette(routes=[Route("/{path:path}", page)]))
        # A browser of other tests keeps a loop of its own in this thread.
        with ThreadPoolExecutor(1) as aside:
            aside.submit(lambda: asyncio.run(app(scope, receive, send))).result()
        return Headers(raw=sent[0]["headers"]), b"".join(message["body"] for message in sent[1:])

    return ask


@pytest.mark.parametrize("path", ["/read/index.html", "/record/a.json", "/timeline", "/feed/new.xml"])
def test_pages_and_files_leave_compressed_where_it_is_taken(asked: Ask, path: str) -> None:
    headers, body = asked(path, **{"accept-encoding": "gzip"})
    assert (headers["content-encoding"], headers["vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(body) == BODY
    assert int(headers["content-length"]) == len(body) < len(BODY) / 20


@pytest.mark.parametrize("refusing", ["", "identity", "gzip;q=0, br;q=0.0"])
def test_who_takes_no_compression_gets_the_page_whole_and_caches_are_told(asked: Ask, refusing: str) -> None:
    headers, body = asked("/read/index.html", **{"accept-encoding": refusing})
    assert "content-encoding" not in headers
    assert headers["vary"] == "Accept-Encoding"
    assert body == BODY


def test_pictures_and_what_streamlit_serves_stay_as_they_are(asked: Ask) -> None:
    for path in ("/card/a.png", "/_stcore/health", "/media/a.json"):
        headers, body = asked(path, **{"accept-encoding": "gzip"})
        assert "content-encoding" not in headers
        assert body == BODY
