"""Whose pages may open a session: the host's own, and those that the host's settings name."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send


class SameOrigin:
    """Refuses a websocket that a foreign page opens.

    Streamlit judges an origin too, but asks another host for this machine's outer address first, and answers
    nobody meanwhile. So what is foreign never reaches it, and what the settings allow reaches it without its
    origin.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; a foreign handshake is answered with 403."""
        if scope["type"] == "websocket" and _is_judged():
            headers = Headers(scope=scope)
            origin, host = headers.get("origin"), headers.get("host", "")
            if origin is not None and is_foreign(origin, host):
                if not _is_named(origin):
                    await send({"type": "websocket.close", "code": 1008})
                    return
                passed_on = [(name, value) for name, value in scope["headers"] if name != b"origin"]
                scope = {**scope, "headers": passed_on}
        await self.app(scope, receive, send)


def is_foreign(origin: str, host: str) -> bool:
    """True unless an origin is that of the host; what is no address is nobody's."""
    try:
        return urlsplit(origin).netloc != host
    except ValueError:
        return True


def _is_judged() -> bool:
    return bool(st.get_option("server.enableCORS"))


def _is_named(origin: str) -> bool:
    """True if the host's settings name the origin's host: `browser.serverAddress`,
    `server.corsAllowedOrigins`.
    """
    named = [
        *st.get_option("server.corsAllowedOrigins"),
        st.get_option("browser.serverAddress") or "",
    ]
    return _host(origin) in {_host(name.strip()) for name in named} - {""}


def _host(address: str) -> str:
    if "://" not in address:
        address = f"//{address}"
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
