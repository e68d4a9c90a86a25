"""The faces of text and icons as the Atlas cuts them, in place of Streamlit's own."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.ui.streamlit_internals import ICONS, SLANTED, UPRIGHT

# Written by tools/cut_typeface.py: every icon that Streamlit names itself (15 KiB in place of 366), and the
# letters of the languages of the Atlas in Latin and Cyrillic script (43 in place of 166; slanted 42 of 126).
CUT = {
    ICONS: "/app/static/fonts/atlas-icons.woff2",
    UPRIGHT: "/app/static/fonts/atlas-sans.woff2",
    SLANTED: "/app/static/fonts/atlas-sans-slanted.woff2",
}


class CutFaces:
    """Answers the request for a face of Streamlit's with the cut one, to be kept as long; any other version
    of it than the one that was cut is Streamlit's own.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        requested = scope["path"] if scope["type"] == "http" else ""
        face = next((face for face in CUT if requested.endswith(face)), "")
        if not face:
            await self.app(scope, receive, send)
            return
        path = requested.removesuffix(face) + CUT[face]

        async def send_to_keep(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message)["Cache-Control"] = "public, max-age=31536000, immutable"
            await send(message)

        await self.app({**scope, "path": path, "raw_path": path.encode()}, receive, send_to_keep)
