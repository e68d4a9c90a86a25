"""How much a reader may send: nothing but questions, and none larger than a message of the Atlas can be."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Bytes of one message. The largest of a browser holds the hashes of a page's lists, some 10 KiB.
LARGEST = 64 * 1024
_ASKING = {"GET", "HEAD", "OPTIONS"}


class Limited:
    """Refuses what is no question (405) and closes a websocket that sends a larger message than the Atlas has
    (1009).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["method"] not in _ASKING:
            words = "The Atlas takes no uploads: it answers questions only."
            await PlainTextResponse(words, 405, {"Allow": ", ".join(sorted(_ASKING))})(scope, receive, send)
            return

        async def received() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and _size(message) > LARGEST:
                await send({"type": "websocket.close", "code": 1009, "reason": "message too large"})
                return {"type": "websocket.disconnect", "code": 1009}
            return message

        await self.app(scope, received if scope["type"] == "websocket" else receive, send)


def _size(message: Message) -> int:
    return len(message.get("bytes") or b"") + len(message.get("text") or "")
