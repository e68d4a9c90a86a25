"""What surrounds every page: navigation, style, and the cure for a folder named pages/ beside app.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.figures.dataset import Dataset
from dashboard.figures.find import PAGE as FIND
from dashboard.figures.pages import BY_NAME, HOME, PAGES, followed_on
from dashboard.model.fault import FaultyData
from dashboard.model.selection import LinkProblem, Selection
from dashboard.ui import filters, menu, search_box, tour
from dashboard.ui.data_store import ROOT, read_tables, store
from dashboard.ui.streamlit_internals import send_at_once

STYLE = Path(__file__).with_name("style.css")

_FRAMED, _CHOSEN, _LAST = "_framed", "_chosen", "_last"


def run() -> None:
    """Draw what surrounds the page that the address names, then the page, then what the page wants to stand
    below all else.
    """
    send_at_once()
    st.session_state.pop(_LAST, None)
    page = st.navigation(pages(), position="hidden")
    st.session_state[_FRAMED] = True
    tour.follow(page_named)
    dataset = _read()
    params: dict[str, list[str]] = {}
    if dataset:
        selection, _ = st.session_state[_CHOSEN] = filters.read(dataset)
        params = selection.as_params(dataset.atlas.span)
        menu.draw_name(dataset.atlas.subject.title, page_named, params)
    search_box.draw(page, page_named(FIND.name), params)
    menu.draw_pages(page_named, params)
    if dataset:
        follows = followed_on(BY_NAME[page.url_path or HOME.name], dataset)
        filters.draw(dataset, selection, follows)
    page.run()
    if dataset:
        menu.draw_edition(dataset.atlas, page_named, params)
    for draw in st.session_state.pop(_LAST, []):
        draw()


def at_the_end(draw: Callable[[], None]) -> None:
    """Have something drawn when the page of this run is whole."""
    st.session_state.setdefault(_LAST, []).append(draw)


def _read() -> Dataset | None:
    """The data set; None where the tables have faults, of which the page itself shows the report."""
    if not store().was_read:
        with st.spinner("Reading and checking the tables"):
            read_tables()
    try:
        return store().current()
    except FaultyData:
        return None


def chosen() -> tuple[Selection, tuple[LinkProblem, ...]]:
    """The choice of this run, and what the link asks for that there is not."""
    selection, problems = st.session_state[_CHOSEN]
    return selection, problems


def guard() -> None:
    """Stop a page that Streamlit runs without app.py.

    A folder pages/ beside app.py makes a fresh server run the first deep link's page alone;
    announcing the navigation once ends that for the whole process, and the second run is a framed one.
    """
    if not st.session_state.pop(_FRAMED, False):
        st.navigation(pages(), position="hidden")
        st.rerun()


def pages() -> list[st.Page]:
    """The pages in the order of the menu; one that is not listed is reached by links only."""
    return [page_named(spec.name) for spec in PAGES]


def page_named(name: str) -> st.Page:
    """The page of that name."""
    spec = BY_NAME[name]
    return st.Page(
        str(ROOT / "pages" / f"{name}.py"),
        title=spec.title,
        url_path=name,
        default=spec is HOME,
        visibility="visible" if spec.listed else "hidden",
    )
