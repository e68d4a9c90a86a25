"""The face of the icons as the Atlas cuts it, in place of Streamlit's own of four thousand icons."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.ui.streamlit_internals import ICONS

# Written by tools/cut_typeface.py: every icon that Streamlit names itself, 14 KiB in place of 366.
CUT = "/app/static/fonts/atlas-icons.woff2"


class CutIcons:
    """Answers the request for the face of icons with the cut one, to be kept as long; any other version of it
    than the one that was cut is Streamlit's own.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not scope["path"].endswith(ICONS):
            await self.app(scope, receive, send)
            return
        path = scope["path"].removesuffix(ICONS) + CUT

        async def send_to_keep(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["Cache-Control"] = "public, max-age=31536000, immutable"
            await send(message)

        await self.app({**scope, "path": path, "raw_path": path.encode()}, receive, send_to_keep)
