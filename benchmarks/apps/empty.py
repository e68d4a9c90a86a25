"""The floor: one widget and one line that says what was chosen."""

import streamlit as st

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

st.write("Chosen: " + ", ".join(st.sidebar.multiselect("Themes", THEMES, key="theme")))
