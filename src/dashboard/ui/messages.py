"""What a reader is told when something is not as asked: bad links, faulty tables, an embedded figure."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard.model.fault import FaultyData, report
from dashboard.views.markup import Markup, tag

# Warnings about one link.
MOST = 20


def warn(sentence: str) -> None:
    """One sentence in a quiet box; whatever stands in it is text."""
    st.html(tag("p", sentence, class_="atlas-warning", role="alert"))


def warn_all(sentences: Iterable[str]) -> None:
    """Each sentence in a box of its own, and of more than a reader reads the number."""
    warnings = list(sentences)
    for sentence in warnings[:MOST]:
        warn(sentence)
    if len(warnings) > MOST:
        warn(f"The link asks for {len(warnings) - MOST} more things that there are not.")


def show_faults(faulty: FaultyData) -> None:
    """The report that stands in place of a page when the tables cannot be used."""
    st.html(tag("h1", "The tables have faults"))
    st.html(tag("p", f"The Atlas shows nothing until every fault is mended. Found: {len(faulty.faults)}."))
    st.html(tag("ul", *(tag("li", line) for line in report(faulty.faults)), class_="atlas-faults"))


_ALONE = """<style>
[data-testid="stSidebar"], [data-testid="stExpandSidebarButton"] { display: none; }
[data-testid="stMainBlockContainer"] { padding-top: 0.5rem; }
.atlas-article > h2.atlas-figure { display: block !important; }
</style>"""


def embed() -> None:
    """Leave one figure alone on the page: no sidebar, no margins."""
    st.html(Markup(_ALONE))
