"""A reader without a browser: opens a page over the real websocket protocol, chooses a filter, waits until
the run has ended.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect


@dataclass(frozen=True)
class Answer:
    """One run as the reader had it: seconds from asking to the end of the run, to the first element, bytes
    and messages received.
    """

    seconds: float
    first: float
    size: int
    messages: int


@dataclass
class Reader:
    """One session. Like the browser it tells the server which large elements it already has, so that those
    are not sent again.
    """

    port: int
    page: str = ""
    params: dict[str, list[str]] = field(default_factory=dict)
    widgets: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, list[str] | list[int]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    page_hash: str = ""
    _socket: ClientConnection | None = None

    @property
    def socket(self) -> ClientConnection:
        """The open websocket."""
        assert self._socket is not None
        return self._socket

    async def __aenter__(self) -> Reader:
        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=None,
            ping_interval=None,
            close_timeout=1,  # a reader who leaves does not wait for what the server had yet to send
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._socket:
            await self._socket.close()

    async def visit(self, page: str = "", params: Mapping[str, Sequence[str]] | None = None) -> Answer:
        """Open a page of the app by its name, as a browser does that followed a link."""
        return await self._run(self.request(page, params))

    async def choose(self, key: str, values: list[str] | list[int]) -> Answer:
        """Choose values in the multiselect or the pills of that key, numbers on its slider; KeyError if the
        page has none.
        """
        self.chosen[self.widgets[key]] = values
        self.params[key] = [str(value) for value in values]
        return await self._run(self.request())

    async def _run(self, request: BackMsg) -> Answer:
        began = time.perf_counter()
        await self.socket.send(request.SerializeToString())
        first, size, messages = 0.0, 0, 0
        while True:
            raw = await self.socket.recv()
            size, messages = size + len(raw), messages + 1
            message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = message.WhichOneof("type")
            if kind == "delta":
                first = first or time.perf_counter() - began
                self._note(message)
            elif kind == "navigation":
                self.page_hash = message.navigation.page_script_hash
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return Answer(time.perf_counter() - began, first, size, messages)
            elif (
                kind == "script_finished"
                and message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR
            ):
                raise RuntimeError("the script failed to compile")

    def _note(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable and message.hash:
            self.known.add(message.hash)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        if kind in ("multiselect", "button_group", "slider"):
            identifier = str(getattr(element, kind).id)
            self.widgets[identifier.rsplit("-", 1)[-1]] = identifier

    def request(self, page: str | None = None, params: Mapping[str, Sequence[str]] | None = None) -> BackMsg:
        """The message that asks for a run: of another page if one is named, else of the present one as it
        stands.
        """
        if page is not None:
            self.page, self.params = page, {name: list(values) for name, values in (params or {}).items()}
            self.widgets, self.chosen, self.page_hash = {}, {}, ""
        request = BackMsg()
        client = request.rerun_script
        client.query_string = urlencode(
            [(name, value) for name, values in self.params.items() for value in values]
        )
        client.page_name = "" if self.page_hash else self.page
        client.page_script_hash = self.page_hash
        client.cached_message_hashes.extend(self.known)
        client.context_info.color_scheme = "light"
        client.context_info.timezone = "UTC"
        client.context_info.locale = "en"
        for identifier, values in self.chosen.items():
            state = client.widget_states.widgets.add(id=identifier)
            numbers = all(isinstance(value, int) for value in values)
            (state.double_array_value if numbers else state.string_array_value).data.extend(values)
        return request
