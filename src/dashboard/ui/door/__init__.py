"""The door: what stands between the network and Streamlit, however the server was started."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from starlette.middleware import Middleware
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.starlette import App

from dashboard.ui import navigation
from dashboard.ui.data_store import read_tables
from dashboard.ui.door.address import Addressed
from dashboard.ui.door.health import Healthy
from dashboard.ui.door.limit import Limited
from dashboard.ui.door.origin import SameOrigin

# The order in which a request meets them.
MIDDLEWARE = (Middleware(SameOrigin), Middleware(Limited), Middleware(Healthy), Middleware(Addressed))


def has_reader() -> bool:
    """True in a reader's run of app.py, False where a server asks app.py what it shall serve."""
    return get_script_run_ctx(suppress_warning=True) is not None


@asynccontextmanager
async def opened(app: App) -> AsyncIterator[None]:
    """What a server does before its first reader: it reads the tables, and sends small messages at once."""
    Thread(target=read_tables, name="tables", daemon=True).start()
    navigation.tune()
    yield
