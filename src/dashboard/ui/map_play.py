"""The years of the map, step by step or by themselves: each step is the next year in which a project changes
its status, and stands in the link as if it had been chosen by the slider.
"""

from __future__ import annotations

from time import monotonic

import streamlit as st

from dashboard.figures.map import change_years
from dashboard.figures.spec import Option
from dashboard.model.selection import Span
from dashboard.queries.map_years import year_after, year_before
from dashboard.ui import print_view
from dashboard.ui.door.window_width import on_phone
from dashboard.ui.filters import put_years
from dashboard.ui.page import Page
from dashboard.views.markup import tag

# Seconds that a year stays on the map.
PAUSE = 2.0
_DUE, _PLAY = "_map-due", "map-play"


def step_years(page: Page, *beside: Option) -> None:
    """Buttons to the change before and after, and one that plays all changes and pauses, with further options
    `beside` them. At rest nothing runs by itself, and on paper nothing plays.
    """
    years, span = change_years(page.dataset), page.dataset.atlas.span
    if page.alone or print_view.wanted() or not years:
        page.ask(*beside, labels_shown=False)
        return
    first, year = page.selection.first_year, page.selection.last_year
    before, after = year_before(years, year), year_after(years, year)
    playing = _DUE in st.session_state
    with st.container(horizontal=True, key="map-years", vertical_alignment="center", gap="xsmall"):
        _step(f"Back to {before}" if before else "Back", "map-before", first, before, span)
        # One button with two names: a second would take the focus of who plays by keyboard with it.
        if playing:
            st.button("Pause", key=_PLAY, on_click=_pause)
        else:
            st.button(
                "Play" if on_phone() else "Play the changes",
                key=_PLAY,
                on_click=_play,
                args=(years, first, year, span),
            )
        _step(f"Forward to {after}" if after else "Forward", "map-after", first, after, span)
        st.html(tag("p", f"Status of the projects in {year}", class_="atlas-note"), width="content")
        page.ask(*beside, labels_shown=False)
    if playing:
        _advance(years, first, year, span)


def _step(words: str, key: str, first: int, target: int | None, span: Span) -> None:
    st.button(words, key=key, on_click=_go, args=(first, target or first, span), disabled=target is None)


def _go(first: int, year: int, span: Span) -> None:
    _pause()
    put_years((min(first, year), year), span)


def _play(years: tuple[int, ...], first: int, year: int, span: Span) -> None:
    """Begin to play, from the first change where the last one is on the map already."""
    if year_after(years, year) is None:
        put_years((min(first, years[0]), years[0]), span)
    st.session_state[_DUE] = monotonic() + PAUSE


def _pause() -> None:
    st.session_state.pop(_DUE, None)


@st.fragment(run_every=PAUSE)
def _advance(years: tuple[int, ...], first: int, year: int, span: Span) -> None:
    """Go on to the next change when the pause is over; this part of the page exists only while it plays."""
    due = st.session_state.get(_DUE)
    if due is None or monotonic() < due - PAUSE / 4:
        return
    following = year_after(years, year)
    if following is None:
        _pause()
    else:
        st.session_state[_DUE] = monotonic() + PAUSE
        put_years((min(first, following), following), span)
    st.rerun()
