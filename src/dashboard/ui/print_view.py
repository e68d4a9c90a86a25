"""A page for paper: whether the link asks for it, and every source of the page written out in full at its
end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.exports import citation, reference
from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import sources_behind
from dashboard.model.figure import Figure
from dashboard.model.selection import PAPER, LinkProblem, shown
from dashboard.ui import messages
from dashboard.views import link, markup
from dashboard.views.formatting import count
from dashboard.views.markup import tag

YES = "true"


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
                "For paper: every source of this page stands in full at its end. Your browser prints it. ",
                back,
                ".",
                class_="atlas-lead atlas-screen atlas-for-paper",
            )
        )
    else:
        st.sidebar.html(
            tag(
                "p",
                markup.link(
                    "Print version, with all sources in full", link.href(page, {**others, PAPER: [YES]})
                ),
                class_="atlas-note",
            )
        )


def write_sources(figures: Sequence[Figure], dataset: Dataset) -> None:
    """Every source behind any of the figures, once, as a full reference, in the order of the alphabet."""
    ids = tuple(dict.fromkeys(record_id for figure in figures for record_id in figure.record_ids))
    references = dataset.texts.answer(("references", ids), lambda: _references(dataset, ids))
    st.html(tag("h2", f"The {count(len(references), 'source')} of this page"))
    st.html(tag("ol", *(tag("li", reference) for reference in references), class_="atlas-references"))


def _references(dataset: Dataset, ids: tuple[str, ...]) -> tuple[str, ...]:
    behind = sources_behind(dataset, dataset.backed(ids))
    return tuple(sorted(citation.texts(reference.of_sources(behind.to_dict("records"))), key=str.casefold))
