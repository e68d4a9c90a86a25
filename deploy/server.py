"""The Atlas with compression and security headers, for hosts without a proxy of their own: `streamlit run
deploy/server.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from dashboard.site import living
from dashboard.ui import door

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from middleware import Compressed, Headed  # noqa: E402 (the folder is not a package: it is no part of the Atlas)

app = st.App(
    HERE.parent / "app.py",
    middleware=[Middleware(Headed), Middleware(Compressed), *door.guarded(living)],
    lifespan=door.opened,
)
