"""The same floor, with the listener's cure that the Atlas uses."""

import streamlit as st

from dashboard.ui.navigation import tune

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

tune()
st.write("Chosen: " + ", ".join(st.sidebar.multiselect("Themes", THEMES, key="theme")))
