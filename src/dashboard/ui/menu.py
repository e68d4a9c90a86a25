"""What stands in the sidebar of every page: the name of the Atlas, its pages by section, the day of its last
change.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.data.atlas import Atlas
from dashboard.figures.pages import HOME, MENU
from dashboard.views.markup import tag

Named = Callable[[str], st.Page]
"""The page of a name."""

Filters = dict[str, list[str]]
"""The filters of the link, which go with a reader from page to page."""


def draw_name(title: str, page_named: Named, filters: Filters) -> None:
    """The name of the Atlas, which leads home."""
    with st.sidebar.container(key="home"):
        st.page_link(page_named(HOME.name), label=title, query_params=filters)


def draw_pages(page_named: Named, filters: Filters) -> None:
    """The pages under the section to which they belong.

    Built by hand, because Streamlit nests its own sections in a list as no list may be nested, and screen
    readers lose count.
    """
    with st.sidebar.container(key="menu"):
        for section, pages in MENU.items():
            st.html(tag("p", section, class_="atlas-section"))
            for page in (page for page in pages if page.listed):
                st.page_link(page_named(page.name), label=page.title, query_params=filters)


def draw_edition(atlas: Atlas, page_named: Named, filters: Filters) -> None:
    """When the record was last changed, and where a fault is reported."""
    day = f"{atlas.released.day} {atlas.released:%B %Y}"
    with st.sidebar.container(key="edition"):
        st.html(tag("p", f"Last changed {day} · version {atlas.version}", class_="atlas-note"))
        st.page_link(page_named("method"), label="Report a fault", query_params=filters)
