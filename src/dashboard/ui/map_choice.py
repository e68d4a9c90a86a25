"""The list beside the map: the same choice as a click, for keyboard, phone and screen reader."""

from __future__ import annotations

import streamlit as st

from dashboard.figures.map import DRAWINGS, VIEWS
from dashboard.model.selection import RECORD
from dashboard.ui.page import Page

__all__ = ["DRAWINGS", "VIEWS", "choose_record"]

_KEY = "map-record"
_NOTHING = ""


def choose_record(page: Page) -> str:
    """Ask for a project or a place of the map; returns the record that the link names, whether chosen here or by a click."""
    atlas = page.dataset.atlas
    projects = list(atlas["routes"]["project_id"].drop_duplicates())
    places = list(atlas["places"]["place_id"])
    options = [_NOTHING, *sorted(projects, key=page.dataset.titles.__getitem__), *sorted(places, key=page.dataset.titles.__getitem__)]
    if page.alone:
        return page.record_id
    st.session_state[_KEY] = page.record_id if page.record_id in options else _NOTHING
    st.selectbox("Project or place", options, key=_KEY, format_func=lambda one: page.dataset.titles.get(one, "none chosen"), on_change=_put)
    return page.record_id


def _put() -> None:
    """Write the choice into the link."""
    if st.session_state[_KEY]:
        st.query_params[RECORD] = st.session_state[_KEY]
    elif RECORD in st.query_params:
        del st.query_params[RECORD]
