"""The faces of icons and text are answered as the Atlas cuts them, and only those that it has cut."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from dashboard.ui.door.faces import CUT, CutFaces
from dashboard.ui.streamlit_internals import ICONS, SLANTED, UPRIGHT

ROOT = Path(__file__).resolve().parents[3]


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request with the path that it asks for; what lies in "gone" is not there."""
    status = 404 if scope["path"].startswith("/gone") else 200
    await PlainTextResponse(scope["path"], status)(scope, receive, send)


def answered(path: str) -> tuple[str, Headers]:
    """What the server behind the door is asked for, and the headers of its answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "headers": []}
    # A thread of its own, for a browser of another test may keep a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, CutFaces(echo)(scope, receive, send)).result(60)
    body = b"".join(message.get("body", b"") for message in sent)
    return body.decode(), Headers(raw=sent[0]["headers"])


@pytest.mark.parametrize("base", ["", "/atlas"])
@pytest.mark.parametrize("face", CUT)
def test_a_face_is_the_cut_one_for_as_long_as_its_name_is_the_same(base: str, face: str) -> None:
    path, headers = answered(f"{base}{face}")
    assert path == f"{base}{CUT[face]}"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"


def test_what_is_not_there_is_not_kept() -> None:
    path, headers = answered(f"/gone{ICONS}")
    assert path == f"/gone{CUT[ICONS]}"
    assert "cache-control" not in headers


def test_any_other_file_is_streamlits_own() -> None:
    for path in (ICONS.replace("nEdyypZU", "other"), "/static/media/SourceSans.woff2", "/"):
        asked, headers = answered(path)
        assert asked == path
        assert "cache-control" not in headers


@pytest.mark.parametrize(
    ("face", "most", "terms"),
    [
        (ICONS, 20_000, ("LICENCE-icons.txt", "Apache License")),
        (UPRIGHT, 50_000, ("LICENCE.txt", "SIL OPEN FONT LICENSE")),
        (SLANTED, 50_000, ("LICENCE.txt", "SIL OPEN FONT LICENSE")),
    ],
)
def test_a_face_is_small_and_its_terms_lie_beside_it(face: str, most: int, terms: tuple[str, str]) -> None:
    path = ROOT / CUT[face].removeprefix("/app/")
    assert path.stat().st_size < most
    name, licence = terms
    written = path.with_name(name).read_text("utf-8")
    assert licence in written
    assert path.name in written
