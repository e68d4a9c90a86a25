"""The box in the sidebar that leads from every page to what the record holds of a question."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.model.selection import LONGEST, SEARCH

_KEY, _ASKED = "search-box", "_asked"


def draw(page: st.Page, find: st.Page, params: Mapping[str, list[str]]) -> None:
    """Draw the box; what is typed into it is asked on the page `find`, whose own question it repeats, and the
    filters are `params`.
    """
    query = st.session_state.pop(_ASKED, "")
    linked = st.query_params.get(SEARCH, "") if page.url_path == find.url_path else ""
    st.session_state[_KEY] = (query or linked)[:LONGEST]
    st.sidebar.text_input(
        "Search the Atlas", key=_KEY, max_chars=LONGEST, placeholder="who, what, when", on_change=_ask
    )
    if query:
        st.switch_page(find, query_params={SEARCH: [query], **params})


def _ask() -> None:
    """Remember what was typed (a callback: it runs before the page)."""
    st.session_state[_ASKED] = st.session_state[_KEY].strip()
