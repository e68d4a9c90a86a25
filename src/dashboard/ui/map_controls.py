"""The controls of the map, which lie on it: its options, and the list that chooses as a click does, for
keyboard, phone and screen reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import streamlit as st

from dashboard.figures.map import DRAWING, VIEW
from dashboard.figures.spec import RECORD, Option
from dashboard.ui import print_view
from dashboard.ui.card import leave_to_list
from dashboard.ui.door.webgl import draws_no_map
from dashboard.ui.door.window_width import on_phone
from dashboard.ui.map_play import step_years
from dashboard.ui.page import Page
from dashboard.views.markup import tag

NO_MAP = "This browser has no WebGL, which a live map needs: here is the map as a picture."

_KEY = "map-record"
_NOTHING = ""
# Pixels: as wide as most names of projects, beside the other controls in one row.
_WIDTH = 190


@contextmanager
def map_frame(page: Page) -> Iterator[None]:
    """Where the map stands, with its controls in a row at its upper and one at its lower edge; on a phone,
    which has room for one row, the options open from that. Alone in another page it stands as any figure.
    """
    with st.container(key=None if page.alone else "map-frame"):
        drawings = _drawings(page)
        _choose_record(page, VIEW, *(drawings if on_phone() else ()))
        step_years(page, *(() if on_phone() else drawings))
        yield


def _drawings(page: Page) -> tuple[Option, ...]:
    """The ways of drawing that a reader may choose from: on paper the map is a picture, and so it is in a
    browser that draws no live map.
    """
    on_paper = print_view.wanted()
    if not on_paper and not draws_no_map():
        return (DRAWING,)
    page.hold(DRAWING, "picture")
    if not on_paper:
        st.html(tag("p", NO_MAP, class_="atlas-note"))
    return ()


def _choose_record(page: Page, *offered: Option) -> None:
    """Ask the options of the map, and for a project or a place of it; the figures show what the link names,
    whether chosen here or by a click.
    """
    page.hold(RECORD, page.record_id)
    with st.container(horizontal=True, key="map-controls", vertical_alignment="center", gap="xsmall"):
        folded = on_phone() and not page.alone
        with st.popover("Choose") if folded else nullcontext():
            if not page.alone:
                _choose(page, folded)
            page.ask(*offered, labels_shown=folded)


def _choose(page: Page, folded: bool) -> None:
    atlas, titles = page.dataset.atlas, page.dataset.titles
    projects = sorted(atlas["routes"]["project_id"].drop_duplicates(), key=titles.__getitem__)
    places = sorted(atlas["places"]["place_id"], key=titles.__getitem__)
    choices = [_NOTHING, *projects, *places]
    st.session_state[_KEY] = page.record_id if page.record_id in choices else _NOTHING
    st.selectbox(
        "Project or place",
        choices,
        key=_KEY,
        format_func=lambda chosen: titles.get(chosen, "Any project or place"),
        on_change=_put,
        label_visibility="visible" if folded else "collapsed",
        width="stretch" if folded else _WIDTH,
    )


def _put() -> None:
    """Write the choice into the link."""
    leave_to_list()
    if st.session_state[_KEY]:
        st.query_params[RECORD.name] = st.session_state[_KEY]
    elif RECORD.name in st.query_params:
        del st.query_params[RECORD.name]
