"""The controls of the map: where they stand, its options, and the list that chooses as a click does, for
keyboard, phone and screen reader.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

import streamlit as st

from dashboard.figures.spec import RECORD, Option
from dashboard.ui.card import leave_to_list
from dashboard.ui.door.window_width import on_phone
from dashboard.ui.page import Page

_KEY = "map-record"
_NOTHING = ""
# Pixels: as wide as most names of projects.
_WIDTH = 300


def rows_and_map() -> tuple[AbstractContextManager[object], AbstractContextManager[object]]:
    """Where the controls and where the map stand: the controls above it, on a phone, where they would fill
    the first screen, below it.
    """
    if on_phone():
        drawing = st.container()
        return st.container(), drawing
    return st.container(), st.container()


def choose_record(page: Page, *offered: Option) -> None:
    """Ask the options of the map, and for a project or a place of it; the figures show what the link names,
    whether chosen here or by a click.
    """
    page.hold(RECORD, page.record_id)
    with st.container(horizontal=True, key="map-controls"):
        if not page.alone:
            _choose(page)
        page.ask(*offered)


def _choose(page: Page) -> None:
    atlas, titles = page.dataset.atlas, page.dataset.titles
    projects = sorted(atlas["routes"]["project_id"].drop_duplicates(), key=titles.__getitem__)
    places = sorted(atlas["places"]["place_id"], key=titles.__getitem__)
    choices = [_NOTHING, *projects, *places]
    st.session_state[_KEY] = page.record_id if page.record_id in choices else _NOTHING
    st.selectbox(
        "Project or place",
        choices,
        key=_KEY,
        format_func=lambda chosen: titles.get(chosen, "none chosen"),
        on_change=_put,
        width=_WIDTH,
    )


def _put() -> None:
    """Write the choice into the link."""
    leave_to_list()
    if st.session_state[_KEY]:
        st.query_params[RECORD.name] = st.session_state[_KEY]
    elif RECORD.name in st.query_params:
        del st.query_params[RECORD.name]
