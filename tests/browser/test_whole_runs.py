"""The messages of a run reach Streamlit's interface together, in their order, when the run is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.ui.door import whole_runs
from dashboard.ui.streamlit_internals import STREAM

from .conftest import Settle

pytestmark = pytest.mark.browser

# A socket without a server, which hands over the bytes that it is given.
SOCKET = """
window.WebSocket = class extends EventTarget {
  constructor(url) { super(); this.url = url; }
};
window.seen = [];
window.enter = url => {
  window.socket = new WebSocket(url);
  window.socket.addEventListener('message', event => {
    window.seen.push(new TextDecoder().decode(event.data.slice(0, 60)).replace(/[^ -~]/g, ''));
  });
};
window.bring = messages => {
  for (const bytes of messages)
    window.socket.dispatchEvent(new MessageEvent('message', { data: new Uint8Array(bytes).buffer }));
  return window.seen.length;
};
"""
PLACE = f"ws://localhost:1{STREAM}"


def words(text: str, long: int = 0) -> list[int]:
    """A message that draws words, as it is sent."""
    message = ForwardMsg(hash=text)
    message.metadata.delta_path.extend((0, 300, 70_000))
    message.delta.new_element.markdown.body = "x" * long
    return list(message.SerializeToString())


def end() -> list[int]:
    """The message that a run is over; its value of nought is sent all the same."""
    message = ForwardMsg(hash="end")
    message.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    return list(message.SerializeToString())


@pytest.fixture
def socket(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.evaluate(f"() => {{{SOCKET}}}")
    page.evaluate(whole_runs.SCRIPT)
    page.evaluate("window.enter", PLACE)
    yield page
    page.close()


def bring(page: Page, *messages: list[int]) -> int:
    """Bring messages in one go; the number of those that went on."""
    seen: int = page.evaluate("window.bring", list(messages))
    return seen


def test_the_first_run_of_all_is_shown_as_it_comes(socket: Page) -> None:
    assert bring(socket, words("one")) == 1
    assert bring(socket, words("two"), end()) == 3


def test_a_later_run_waits_for_its_end_and_keeps_its_order(socket: Page) -> None:
    bring(socket, end())
    assert bring(socket, words("one", long=20_000), words("two"), words("three")) == 1
    assert bring(socket, end()) == 5
    order = ["end", "one", "two", "three", "end"]
    assert [text.lstrip()[: len(name)] for text, name in zip(seen(socket), order, strict=True)] == order
    assert bring(socket, words("four")) == 5


def test_a_long_run_shows_what_it_has_now_and_then(socket: Page) -> None:
    bring(socket, end())
    assert bring(socket, words("one"), words("two")) == 1
    socket.wait_for_function("window.seen.length === 3")


def test_what_was_held_is_shown_when_the_socket_closes(socket: Page) -> None:
    bring(socket, end())
    assert bring(socket, words("one")) == 1
    assert (
        socket.evaluate(
            "() => { window.socket.dispatchEvent(new Event('close')); return window.seen.length; }"
        )
        == 2
    )


def test_another_socket_is_left_alone(socket: Page) -> None:
    socket.evaluate("window.enter", "ws://localhost:1/elsewhere")
    bring(socket, end())
    assert bring(socket, words("one")) == 2


def test_the_socket_of_the_app_is_held(browser_page: Page, app_url: str, settle: Settle) -> None:
    opened: list[str] = []
    browser_page.on("websocket", lambda socket: opened.append(socket.url))
    browser_page.goto(f"{app_url}/arguments")
    settle(browser_page)
    assert [url for url in opened if url.endswith(STREAM)] == opened != []


def seen(page: Page) -> list[str]:
    """What went on, in its order."""
    names: list[str] = page.evaluate("window.seen")
    return names
