"""The choices that hold on all pages: themes, years, kinds and countries of sources. They stand in the link
alone: each widget is set from it, and writes into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from time import sleep

import streamlit as st

from dashboard.figures import filter_counts
from dashboard.figures.dataset import Dataset
from dashboard.figures.spec import COUNTRIES, EVENTS, KINDS, LAST_YEAR, THEMES, YEARS, Option
from dashboard.model.selection import COUNTRY, KIND, THEME, LinkProblem, Selection, Span, read_selection
from dashboard.model.selection import YEARS as YEARS_PARAMETER
from dashboard.model.vocabulary import VOCABULARIES, label
from dashboard.ui import choice_in_link, options
from dashboard.views.formatting import number
from dashboard.views.markup import as_markdown

OF_SOURCES = Option(COUNTRY, "Countries of sources", lambda dataset: dataset.source_countries, many=True)

_FILTERS = (THEME, YEARS_PARAMETER, KIND, COUNTRY)
_FROM, _TO, _APPLIED = "year-from", "year-to", "_applied-years"
# Seconds that a slider rests before the page follows, and how often a further move is looked for meanwhile.
REST, STEPS = 0.3, 6


def read(dataset: Dataset) -> tuple[Selection, tuple[LinkProblem, ...]]:
    """The choice of the link, and what the link asks for that there is not."""
    link = {name: choice_in_link.values_of(name) for name in _FILTERS}
    themes = list(dataset.atlas["themes"]["theme_id"])
    selection, problems = read_selection(link, themes, list(VOCABULARIES["source kind"]), dataset.atlas.span)
    countries, foreign = OF_SOURCES.read(link[COUNTRY], dataset)
    return replace(selection, countries=countries), (*problems, *foreign)


def draw(dataset: Dataset, selection: Selection, follows: frozenset[str]) -> None:
    """Offer in the sidebar the filters that the page obeys, each set as the link has it."""
    with st.sidebar:
        if THEMES in follows:
            _draw_themes(dataset, selection, counted=follows >= EVENTS)
        if follows & {YEARS, LAST_YEAR}:
            _draw_years(selection, dataset.atlas.span)
        if KINDS in follows:
            _draw_kinds(dataset, selection, counted=follows >= EVENTS)
        if COUNTRIES in follows:
            options.ask("filters", OF_SOURCES, dataset)


def _draw_themes(dataset: Dataset, selection: Selection, counted: bool) -> None:
    """The themes by name, each with the events that it has under the other filters."""
    counts = filter_counts.by_theme(dataset, selection) if counted else {}
    st.session_state[THEME] = list(selection.themes)
    st.pills(
        "Themes",
        list(dataset.themes),
        selection_mode="multi",
        format_func=lambda theme: _with_count(as_markdown(dataset.themes[theme]), counts, theme),
        key=THEME,
        on_change=_put,
        args=(THEME, list(dataset.themes)),
    )


def _draw_kinds(dataset: Dataset, selection: Selection, counted: bool) -> None:
    """The kinds of source by name, each with the events that it supports under the other filters."""
    kinds = list(VOCABULARIES["source kind"])
    counts = filter_counts.by_kind(dataset, selection) if counted else {}
    st.session_state[KIND] = list(selection.kinds)
    st.multiselect(
        "Kinds of source",
        kinds,
        format_func=lambda kind: _with_count(label("source kind", kind).capitalize(), counts, kind),
        key=KIND,
        placeholder="all kinds",
        on_change=_put,
        args=(KIND, kinds),
    )


def _draw_years(selection: Selection, span: Span) -> None:
    """The years as a slider, which is set only where the link has changed: one that is set while it is moved
    springs back.
    """
    years = (selection.first_year, selection.last_year)
    if YEARS_PARAMETER not in st.session_state or st.session_state.get(_APPLIED) != years:
        st.session_state[YEARS_PARAMETER] = st.session_state[_APPLIED] = years
    _slide(span)


@st.fragment
def _slide(span: Span) -> None:
    """The slider alone runs again while it is moved; the page follows when it has rested."""
    st.slider("Years", *span, key=YEARS_PARAMETER)
    years: tuple[int, int] = st.session_state[YEARS_PARAMETER]
    if years != st.session_state[_APPLIED]:
        _rest()
        st.session_state[_APPLIED] = years
        put_years(years, span)
        st.rerun()


def _rest() -> None:
    """Wait for a moment; a further move ends this run at the next sign that it sends."""
    sign = st.empty()
    for _ in range(STEPS):
        sleep(REST / STEPS)
        sign.empty()


def year_fields(selection: Selection, span: Span) -> None:
    """Two fields of years, which do what the slider and the brush do."""
    st.session_state[_FROM], st.session_state[_TO] = selection.first_year, selection.last_year
    for column, title, key in zip(
        st.columns([1, 1, 4]), ("From year", "To year"), (_FROM, _TO), strict=False
    ):
        column.number_input(title, *span, key=key, on_change=_put_fields, args=(span,))


def put_years(years: tuple[int, int], span: Span) -> None:
    """Write years into the link; all of them stand there as none."""
    first, last = sorted(years)
    choice_in_link.put(YEARS_PARAMETER, [] if (first, last) == span else [str(first), str(last)])


def clear() -> None:
    """Forget every filter (a callback: it runs before the widgets are made)."""
    for name in _FILTERS:
        choice_in_link.put(name, [])


def _with_count(words: str, counts: Mapping[str, int], choice: str) -> str:
    return f"{words} {number(counts.get(choice, 0))}" if counts else words


def _put(name: str, order: Iterable[str]) -> None:
    chosen = st.session_state[name]
    choice_in_link.put(name, [value for value in order if value in chosen])


def _put_fields(span: Span) -> None:
    put_years((st.session_state[_FROM], st.session_state[_TO]), span)
