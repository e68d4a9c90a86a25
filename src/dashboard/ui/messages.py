"""What a reader is told when something is not as asked: bad links, faulty tables, an embedded figure."""

from __future__ import annotations

import streamlit as st

from dashboard.model.fault import FaultyData, report
from dashboard.views.markup import Markup, tag


def warn(sentence: str) -> None:
    """One sentence in a quiet box; whatever stands in it is text."""
    st.html(tag("p", sentence, class_="atlas-warning", role="alert"))


def show_faults(faulty: FaultyData) -> None:
    """The report that stands in place of a page when the tables cannot be used."""
    st.html(tag("h1", "The tables have faults"))
    st.html(tag("p", f"The Atlas shows nothing until every fault is mended. Found: {len(faulty.faults)}."))
    st.html(tag("ul", *(tag("li", line) for line in report(faulty.faults)), class_="atlas-faults"))


_ALONE = """<style>
[data-testid="stSidebar"], [data-testid="stExpandSidebarButton"] { display: none; }
[data-testid="stMainBlockContainer"] { padding-top: 0.5rem; }
</style>"""


def embed() -> None:
    """Leave one figure alone on the page: no sidebar, no margins."""
    st.html(Markup(_ALONE))
