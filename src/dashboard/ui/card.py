"""The card at the mark: a record at a glance beside the figure that was clicked, in a drawer at the right,
on a phone a sheet from below.

Streamlit's dialog is that drawer: it takes the focus and gives it back, closes by Escape, and stays in view.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.figures.address import Context
from dashboard.figures.card import card
from dashboard.figures.dataset import Dataset
from dashboard.model.figure import Chart, Deck, EmptyFigure, Figure
from dashboard.model.selection import RECORD, TOUR
from dashboard.ui import edition_note
from dashboard.views.link import under_choice

CLICKED, ROUND = "_clicked", "_round"


def has_mark(figure: Figure | EmptyFigure, record_id: str) -> bool:
    """True if the figure draws the record as a mark that can be clicked. On a map also what a list beside it
    chose is marked; its card opens at a click and for a link, unless that leads a tour.
    """
    if isinstance(figure, EmptyFigure) or record_id not in figure.record_ids:
        return False
    if isinstance(figure.drawing, Deck):
        by_link = CLICKED not in st.session_state and TOUR not in st.query_params
        return by_link or st.session_state.get(CLICKED) == figure.figure_id
    return isinstance(figure.drawing, Chart) and figure.drawing.selectable


def open_card(figure: Figure, dataset: Dataset, context: Context) -> None:
    """Open the card of the record that the link names, among those of the figure."""

    @st.dialog("At a glance", position="right", width="small", on_dismiss=partial(_close, figure))
    def drawn() -> None:
        record_id = st.query_params.get(RECORD, "")
        if record_id not in dataset.titles:
            return
        st.html(under_choice(card(dataset, record_id), context.filters))
        edition_note.say(context.page, dataset, record_id, list)
        _offer_neighbours(figure.record_ids, record_id)

    drawn()


def _offer_neighbours(record_ids: Sequence[str], record_id: str) -> None:
    """The ways to the record before and after this one in the figure, round from the last to the first: a
    button that a reader has just pressed must not be put out of use, or the focus, and with it Escape, is
    lost.
    """
    if len(record_ids) < 2:
        return
    place = record_ids.index(record_id) if record_id in record_ids else 0
    with st.container(horizontal=True):
        for words, step in (("Previous", -1), ("Next", 1)):
            target = record_ids[(place + step) % len(record_ids)]
            st.button(words, key=f"card-{words}", on_click=_go, args=(target,))


def _go(record_id: str) -> None:
    st.query_params[RECORD] = record_id


def _close(figure: Figure) -> None:
    """Forget the record; charts are drawn anew, or a second click on the same mark would change nothing. A
    map stays as it is: what was chosen on it is what it shows large.
    """
    if isinstance(figure.drawing, Deck):
        leave_to_list()
        return
    if RECORD in st.query_params:
        del st.query_params[RECORD]
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def leave_to_list() -> None:
    """Open no card for what is chosen: it was closed, or a list beside the map chose the record."""
    st.session_state[CLICKED] = ""
