"""The choices that hold on all pages: themes, years and kinds and countries of sources, each bound to the
link.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.figures.dataset import Dataset
from dashboard.figures.spec import Option
from dashboard.model.selection import (
    COUNTRY,
    KIND,
    THE_YEAR,
    THE_YEARS,
    THEME,
    YEARS,
    LinkProblem,
    Selection,
    Span,
    read_selection,
)
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import events as ask
from dashboard.ui import options
from dashboard.views.markup import Markup, tag

COUNTRIES = Option(COUNTRY, "Countries of sources", lambda dataset: dataset.source_countries, many=True)

_JUDGED = "_judged-years"
_FROM, _TO = "year-from", "year-to"


def choose(dataset: Dataset) -> tuple[Selection, tuple[LinkProblem, ...]]:
    """Draw the sidebar; the reader's choice, and what the link asks for that there is not.

    The link is judged before the widgets are made, because a widget drops a value that it does not know
    without a word.
    """
    themes, kinds = list(dataset.atlas["themes"]["theme_id"]), list(VOCABULARIES["source kind"])
    span = dataset.atlas.span
    link = {name: st.query_params.get_all(name) for name in (THEME, YEARS, KIND)}
    judged, problems = read_selection(link, themes, kinds, span)
    corrected = st.session_state.pop(_JUDGED, None)
    if corrected:
        st.session_state[YEARS], problems = corrected
    with st.sidebar:
        chosen_themes = st.multiselect(
            "Themes", themes, key=THEME, bind="query-params", placeholder="all themes"
        )
        counts = st.container()
        years = st.slider("Years", *span, span, key=YEARS, bind="query-params")
        if not corrected:
            _hold_to(judged, years, problems)
        chosen_kinds = st.multiselect(
            "Kinds of source", kinds, key=KIND, bind="query-params", placeholder="all kinds"
        )
        countries = options.ask("filters", COUNTRIES, dataset)
    chosen = {THEME: chosen_themes, YEARS: [str(year) for year in years], KIND: chosen_kinds}
    selection = replace(read_selection(chosen, themes, kinds, span)[0], countries=countries)
    with counts:
        _show_counts(dataset, selection)
    return selection, problems


def _hold_to(judged: Selection, years: tuple[int, int], problems: tuple[LinkProblem, ...]) -> None:
    """Run again with the years as the link was judged, where Streamlit's slider took others from it (2014.0,
    +2016, 1900).
    """
    right = (judged.first_year, judged.last_year)
    refused = any(problem.parameter in (THE_YEAR, THE_YEARS) for problem in problems)
    if refused and tuple(years) != right:
        st.session_state[_JUDGED] = (right, problems)
        st.rerun()


def year_fields(selection: Selection, span: Span) -> None:
    """Two fields of years, which do what the slider and the brush do."""
    st.session_state[_FROM], st.session_state[_TO] = selection.first_year, selection.last_year
    for column, title, key in zip(
        st.columns([1, 1, 4]), ("From year", "To year"), (_FROM, _TO), strict=False
    ):
        column.number_input(title, *span, key=key, on_change=_take_years)


def _take_years() -> None:
    first, last = sorted((st.session_state[_FROM], st.session_state[_TO]))
    st.session_state[YEARS] = (first, last)


def clear(span: Span) -> None:
    """Forget every filter (a callback: it runs before the widgets are made)."""
    for name in (THEME, KIND):
        st.session_state[name] = []
    if COUNTRY in st.query_params:
        del st.query_params[COUNTRY]
    st.session_state[YEARS] = span


def _show_counts(dataset: Dataset, selection: Selection) -> None:
    """How many events each theme has under the other filters."""
    others = replace(selection, themes=())
    st.html(dataset.texts.answer(("themes", others), lambda: _counts(dataset, others)))


def _counts(dataset: Dataset, selection: Selection) -> Markup:
    counts = ask.theme_counts(dataset.events_of(selection))
    items = [
        tag("li", f"{label} {counts.get(theme, 0)}", class_=f"atlas-tag atlas-{theme}")
        for theme, label in dataset.themes.items()
    ]
    return tag("ul", *items, class_="atlas-themes", aria_label="Events of each theme under the other filters")
