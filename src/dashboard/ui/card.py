"""The card at the mark: a record at a glance beside the figure that was clicked, in a drawer at the right,
on a phone a sheet from below.

Streamlit's dialog is that drawer: it takes the focus and gives it back, closes by Escape, and stays in view.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from dashboard.figures.address import Context
from dashboard.figures.card import card, card_of_mark
from dashboard.figures.dataset import Dataset
from dashboard.figures.spec import FigureSpec
from dashboard.model.figure import Chart, Deck, EmptyFigure, Figure
from dashboard.model.selection import MARK, RECORD, TOUR, shown
from dashboard.ui import edition_note, messages
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


def names_mark(figure: Figure | EmptyFigure) -> bool:
    """True if the link names a mark of the figure that stands for no record."""
    return isinstance(figure, Figure) and st.query_params.get(MARK, "") in figure.marks


def open_card(figure: Figure, dataset: Dataset, context: Context) -> None:
    """Open the card of the record, or else of the mark, that the link names, among those of the figure."""

    @st.dialog("At a glance", position="right", width="small", on_dismiss=partial(_close, figure))
    def drawn() -> None:
        if names_mark(figure) and context.question:
            mark = st.query_params[MARK]
            st.html(under_choice(card_of_mark(context.question, mark), context.filters))
            _offer_neighbours(figure.marks, mark, MARK)
            return
        record_id = st.query_params.get(RECORD, "")
        if record_id not in dataset.titles:
            return
        st.html(under_choice(card(dataset, record_id), context.filters))
        edition_note.say(context.page, dataset, record_id, list)
        _offer_neighbours(figure.record_ids, record_id, RECORD)

    drawn()


def say_missing(specs: Iterable[FigureSpec]) -> None:
    """Say that the link names a mark that no figure shows, on a page whose figures have such marks."""
    mark = st.query_params.get(MARK, "")
    if not mark or not any(spec.glance for spec in specs):
        return

    @st.dialog("At a glance", position="right", width="small", on_dismiss=_forget)
    def drawn() -> None:
        messages.warn(f"The link names the mark “{shown(mark)}”, which no figure shows under this choice.")

    drawn()


def _offer_neighbours(names: Sequence[str], name: str, parameter: str) -> None:
    """The ways to the record or mark before and after this one in the figure, round from the last to the
    first: a button that a reader has just pressed must not be put out of use, or the focus, and with it
    Escape, is lost. `parameter` is that of the link.
    """
    if len(names) < 2:
        return
    place = names.index(name) if name in names else 0
    with st.container(horizontal=True):
        for words, step in (("Previous", -1), ("Next", 1)):
            target = names[(place + step) % len(names)]
            st.button(words, key=f"card-{words}", on_click=_go, args=(parameter, target))


def _go(parameter: str, target: str) -> None:
    st.query_params[parameter] = target


def choose(figure: Figure, record_id: str, mark: str = "") -> None:
    """Choose a record of a figure, or else one of its marks: the link names it, and its card opens among
    those of this figure.
    """
    named, parameter, other = (record_id, RECORD, MARK) if record_id else (mark, MARK, RECORD)
    if named not in (figure.record_ids if record_id else figure.marks):
        return
    if other in st.query_params:
        del st.query_params[other]
    st.query_params[parameter] = named
    st.session_state[CLICKED] = figure.figure_id


def _close(figure: Figure) -> None:
    """Forget the record; charts are drawn anew, or a second click on the same mark would change nothing. A
    map stays as it is: what was chosen on it is what it shows large.
    """
    if isinstance(figure.drawing, Deck):
        leave_to_list()
        return
    _forget()
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _forget() -> None:
    for parameter in (RECORD, MARK):
        if parameter in st.query_params:
            del st.query_params[parameter]


def leave_to_list() -> None:
    """Open no card for what is chosen: it was closed, or a list beside the map chose the record."""
    st.session_state[CLICKED] = ""
