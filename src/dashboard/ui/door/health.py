"""Whether this server can serve: it has faultless tables, and the host is told of a version that was
refused.
"""

from __future__ import annotations

from contextlib import suppress

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.figures.dataset import DatasetStore
from dashboard.model.fault import FaultyData
from dashboard.ui.data_store import store
from dashboard.ui.streamlit_internals import HEALTH

SHOWN = 3


class Healthy:
    """Answers the host's question for health by the tables; a browser's own goes on to Streamlit.

    A browser asks before it connects, and shows nothing if the answer is bad; but its reader is to see the
    report of the faults.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["path"] == _address() and not _is_browser(scope):
            status, words = await run_in_threadpool(state, store())
            await PlainTextResponse(words, status, {"Cache-Control": "no-cache"})(scope, receive, send)
            return
        await self.app(scope, receive, send)


def state(tables: DatasetStore) -> tuple[int, str]:
    """The HTTP status of the server's tables, 200 or 503, and words for the host. Looks at the files, but
    never waits for a first reading.
    """
    if not tables.was_read:
        return 503, "The tables are being read."
    with suppress(FaultyData):
        tables.current()
    if tables.refused is None:
        return 200, "ok"
    if tables.dataset is None:
        return 503, f"There are no faultless tables. {_named(tables.refused)}"
    return 200, f"ok, with the tables of before: the new ones were refused. {_named(tables.refused)}"


def _named(refused: FaultyData) -> str:
    first = "; ".join(str(fault) for fault in refused.faults[:SHOWN])
    return f"Faults: {len(refused.faults)}. {first}. All of them: python -m dashboard check"


def _address() -> str:
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}{HEALTH}" if base else HEALTH


def _is_browser(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    return "sec-fetch-mode" in headers or "referer" in headers
