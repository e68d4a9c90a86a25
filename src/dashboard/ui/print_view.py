"""A page for paper: whether the link asks for it, and every source of the page at its end: in full, or by
publisher where they are so many that they would take dozens of sheets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard.exports import citation, reference
from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import sources_behind
from dashboard.model.figure import Figure
from dashboard.model.selection import PAPER, LinkProblem, shown
from dashboard.ui import messages
from dashboard.views import link, markup, register
from dashboard.views.formatting import count
from dashboard.views.markup import tag

YES = "true"

_IN_SHORT = (
    "They are many, so that each stands in short below its publisher. With its address and its passages it "
    "stands under its figure in the Atlas and on the page Sources. A page of fewer years or themes lists its "
    "own in full."
)


def wanted() -> bool:
    """True if the link asks for the page as it goes on paper."""
    return st.query_params.get_all(PAPER) == [YES]


def warn_of_other_words() -> None:
    """Name any other value than `true` to the reader."""
    values = st.query_params.get_all(PAPER)
    if values and values != [YES]:
        messages.warn(
            str(LinkProblem("a page for paper by the word", shown(", ".join(values)), f"there is {YES}"))
        )


def offer(page: str, params: Mapping[str, Sequence[str]], for_paper: bool) -> None:
    """The way to the page for paper, or on it, how to print it and the way back."""
    others = {name: values for name, values in params.items() if name != PAPER}
    if for_paper:
        back = markup.link("Back to the page for the screen", link.href(page, others))
        st.html(
            tag(
                "p",
                "For paper: every source of this page stands once, at its end. Your browser prints it. ",
                back,
                ".",
                class_="atlas-lead atlas-screen atlas-for-paper",
            )
        )
    else:
        st.sidebar.html(
            tag(
                "p",
                markup.link("Print version, with all sources", link.href(page, {**others, PAPER: [YES]})),
                class_="atlas-note",
            )
        )


def write_sources(figures: Sequence[Figure], dataset: Dataset) -> None:
    """Every source behind any of the figures, once, in the order of the alphabet: as a full reference, or
    where there are many by publisher, title and date.
    """
    ids = tuple(dict.fromkeys(record_id for figure in figures for record_id in figure.record_ids))
    behind = sources_behind(dataset, dataset.backed(ids))
    st.html(tag("h2", f"The {count(len(behind), 'source')} of this page"))
    if len(behind) > register.MOST_IN_FULL:
        st.html(tag("p", _IN_SHORT, class_="atlas-note"))
        st.html(dataset.texts.answer(("register", ids), lambda: register.by_publisher(behind)))
        return
    references = dataset.texts.answer(("references", ids), lambda: _references(behind))
    st.html(tag("ol", *(tag("li", reference) for reference in references), class_="atlas-references"))


def _references(behind: pd.DataFrame) -> tuple[str, ...]:
    return tuple(sorted(citation.texts(reference.of_sources(behind.to_dict("records"))), key=str.casefold))
