"""The door: what stands between the network and Streamlit, however the server was started."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from dashboard.figures.spoken import Speaker
from dashboard.ui.data_store import read_tables
from dashboard.ui.door.address import Addressed
from dashboard.ui.door.conversation import Conversing
from dashboard.ui.door.faces import CutFaces
from dashboard.ui.door.health import Healthy
from dashboard.ui.door.limit import Limited
from dashboard.ui.door.origin import SameOrigin
from dashboard.ui.door.patience import give_up_the_slow
from dashboard.ui.streamlit_internals import send_at_once


def guarded(speaker: Speaker) -> tuple[Middleware, ...]:
    """The middleware in the order in which a request meets it; `speaker` says what a page holds before any
    script runs.
    """
    return (
        Middleware(SameOrigin),
        Middleware(Conversing, speaker),
        Middleware(Limited),
        Middleware(Healthy),
        Middleware(CutFaces),
        Middleware(Addressed, speaker),
    )


@asynccontextmanager
async def opened(app: st.App) -> AsyncIterator[None]:
    """What a server does before its first reader: it reads the tables, sends small messages at once, and
    gives up clients that never end a question.
    """
    Thread(target=read_tables, name="tables", daemon=True).start()
    send_at_once()
    give_up_the_slow()
    yield
