"""Pages and answers leave compressed for who takes it, and whole for who does not; caches are told."""

import asyncio
import gzip
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import Route

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "deploy"))
from middleware import Compressed

BODY = b"<p>What happened, when, how much and who says so.</p>" * 2000


async def page(request):
    kind = "image/png" if request.url.path.endswith(".png") else "text/html"
    return Response(BODY, media_type=kind)


def asked(path: str, **headers: str):
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": raw, "query_string": b""}
    app = Compressed(Starlette(routes=[Route("/{path:path}", page)]))
    # A browser of other tests keeps a loop of its own in this thread.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    return Headers(raw=sent[0]["headers"]), b"".join(message["body"] for message in sent[1:])


@pytest.mark.parametrize("path", ["/read/index.html", "/record/a.json", "/timeline", "/feed/new.xml"])
def test_pages_and_files_leave_compressed_where_it_is_taken(path):
    headers, body = asked(path, **{"accept-encoding": "gzip"})
    assert (headers["content-encoding"], headers["vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(body) == BODY
    assert int(headers["content-length"]) == len(body) < len(BODY) / 20


@pytest.mark.parametrize("refusing", ["", "identity", "gzip;q=0, br;q=0.0"])
def test_who_takes_no_compression_gets_the_page_whole_and_caches_are_told(refusing):
    headers, body = asked("/read/index.html", **{"accept-encoding": refusing})
    assert "content-encoding" not in headers
    assert headers["vary"] == "Accept-Encoding"
    assert body == BODY


def test_pictures_and_what_streamlit_serves_stay_as_they_are():
    for path in ("/card/a.png", "/_stcore/health", "/media/a.json"):
        headers, body = asked(path, **{"accept-encoding": "gzip"})
        assert "content-encoding" not in headers
        assert body == BODY
