"""A page for paper: whether the link asks for it, and every source of the page at its end: in full, or
the leading ones in full and the others by publisher where they are many.
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
from dashboard.views.formatting import count, number
from dashboard.views.markup import tag

YES = "true"

# Figures of a long page that are as wide as the sheet; the others stand two and two.
ACROSS = 2


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


def write_sources(figures: Sequence[Figure], dataset: Dataset, every: str) -> None:
    """Every source behind any of the figures, once, in the order of the alphabet, as a full reference; where
    there are many, the leading ones, and how many others of each publisher. `every` is the address of all.
    """
    ids = tuple(dict.fromkeys(record_id for figure in figures for record_id in figure.record_ids))
    behind = sources_behind(dataset, dataset.backed(ids))
    st.html(tag("h2", f"The {count(len(behind), 'source')} of this page"))
    full = register.leading(behind)
    others = behind.drop(index=full.index)
    if len(others):
        words = f"In full the {number(len(full))} behind most of what it shows:"
        st.html(tag("p", words, class_="atlas-note"))
    references = dataset.texts.answer(("references", ids), lambda: _references(full))
    st.html(tag("ol", *(tag("li", reference) for reference in references), class_="atlas-references"))
    if len(others):
        words = f"And {number(len(others))} more, each in full at {every} or under its figure, of:"
        st.html(tag("p", words, class_="atlas-note"))
        st.html(dataset.texts.answer(("publishers", ids), lambda: register.by_publisher(others)))


def _references(behind: pd.DataFrame) -> tuple[str, ...]:
    return tuple(sorted(citation.texts(reference.of_sources(behind.to_dict("records"))), key=str.casefold))
