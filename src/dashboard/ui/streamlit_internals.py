"""All that the Atlas uses of Streamlit beyond what Streamlit documents: an upgrade breaks here, and the tests
of this module say where.
"""

from __future__ import annotations

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx

# The files that Streamlit sends to a browser.
STATIC = Path(st.__file__).parent / "static"

# The faces of its icons and letters, by the mark of their content: another one has another name.
ICONS = "/static/media/MaterialSymbols-Rounded.nEdyypZU.woff2"
UPRIGHT = "/static/media/SourceSansVF-Upright.ttf.BsWL4Kly.woff2"
SLANTED = "/static/media/SourceSansVF-Italic.ttf.Bt9VkdQ3.woff2"

# What Streamlit serves beside the pages: its protocol, its files, and the files of the app.
RESERVED_PATHS = frozenset({"_stcore", "app", "media", "component"})
HEALTH = "/_stcore/health"
# Where the browser's socket leads, and the field of the message by which a run says that it is over.
STREAM = "/_stcore/stream"
FINISHED: int = ForwardMsg.DESCRIPTOR.fields_by_name["script_finished"].number
# What its protocol has below `_stcore`; it answers every other name there with its empty page.
CORE_PATHS = frozenset(
    {
        "agent",
        "bidi-components",
        "health",
        "host-config",
        "metrics",
        "script-health-check",
        "stream",
        "upload_file",
    }
)

# Names by which styles of the Atlas, its scripts and its notices find elements that Streamlit draws.
TEST_IDS = frozenset(
    {
        "stApp",
        "stAppViewContainer",
        "stButton",
        "stButtonGroup",
        "stColumn",
        "stDeckGlJsonChart",
        "stDialog",
        "stDownloadButton",
        "stElementContainer",
        "stElementToolbar",
        "stElementToolbarButton",
        "stExpandSidebarButton",
        "stExpander",
        "stFullScreenFrame",
        "stHeader",
        "stHorizontalBlock",
        "stMainMenuButton",
        "stMainMenuList",
        "stPopoverButton",
        "stSidebarCollapseButton",
        "stHtml",
        "stIconMaterial",
        "stLayoutWrapper",
        "stMain",
        "stMainBlockContainer",
        "stNumberInput",
        "stPageLink",
        "stSidebar",
        "stSliderThumbValue",
        "stSliderTickBar",
        "stTextArea",
        "stTextInput",
        "stVegaLiteChart",
        "stVerticalBlock",
    }
)
CLASSES = frozenset({"stDialog", "stSelectbox"})


def in_a_run() -> bool:
    """True in a reader's run of app.py, False where a server asks app.py what it shall serve."""
    return get_script_run_ctx(suppress_warning=True) is not None


class WrittenDeck:
    """A deck whose JSON is already written: what st.pydeck_chart asks of a deck, without writing it again."""

    def __init__(self, json: str) -> None:
        self.json = json
        self.mapbox_key = None
        self._tooltip = {"text": "{name}\n{about}"}

    def to_json(self) -> str:
        """The deck as it was written."""
        return self.json


@st.cache_resource(show_spinner=False)
def send_at_once() -> None:
    """Send small messages at once: Streamlit's listening socket has no TCP_NODELAY, which costs some 40 ms a
    message (Linux only).
    """
    folder = Path("/proc/self/fd")
    for name in os.listdir(folder) if folder.is_dir() else []:
        with suppress(OSError):  # one that was closed since it was listed
            if not stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                continue
            with socket.socket(fileno=os.dup(int(name))) as listener:
                if (
                    listener.family in (socket.AF_INET, socket.AF_INET6)
                    and listener.type == socket.SOCK_STREAM
                ):
                    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
