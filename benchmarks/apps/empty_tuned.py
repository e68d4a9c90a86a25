"""The same floor, with the listener's cure that the Atlas uses."""

import streamlit as st

from dashboard.ui.streamlit_internals import send_at_once

THEMES = [
    "diplomacy",
    "multilateral",
    "defence",
    "security",
    "trade",
    "energy",
    "connectivity",
    "afghanistan",
    "society",
]

send_at_once()
st.write("Chosen: " + ", ".join(st.sidebar.multiselect("Themes", THEMES, key="theme")))
