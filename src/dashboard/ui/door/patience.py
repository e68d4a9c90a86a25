"""How long a connection may take to say what it asks, where no proxy stands before the server."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

# Seconds from one look at a connection to the next: what is no whole request by the second is given up.
PATIENCE = 15.0


def give_up_the_slow(protocol: Any = AutoHTTPProtocol, patience: float = PATIENCE) -> None:
    """Have a server close connections that bring no whole request within one to two times `patience`.

    uvicorn waits for ever for the end of a request that has begun, so that a client that sends a sign a
    minute holds a file each. Websockets and answers under way are left alone, however long they last.
    """
    made: Any = protocol.connection_made
    if hasattr(made, "patience"):
        return

    def connection_made(self: Any, transport: asyncio.Transport) -> None:
        made(self, transport)
        asyncio.get_running_loop().call_later(patience, partial(_look, self, transport, None, patience))

    connection_made.patience = patience  # type: ignore[attr-defined]  # marks that this was done once
    protocol.connection_made = connection_made


def _look(connection: Any, transport: asyncio.Transport, seen: Any, patience: float) -> None:
    serving: Any = transport.get_protocol()
    if transport.is_closing() or serving is not connection:
        return  # gone, or a websocket by now
    cycle = connection.cycle
    if (cycle is None or cycle.response_complete) and cycle is seen:
        transport.close()
        return
    asyncio.get_running_loop().call_later(patience, partial(_look, connection, transport, cycle, patience))
