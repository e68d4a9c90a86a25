"""What opens under a figure: its sources with their passages, its rows as a table, citation and downloads."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.model.figure import Figure
from dashboard.model.selection import RECORD
from dashboard.queries import sources as ask
from dashboard.ui.context import Context
from dashboard.ui.library import Library
from dashboard.views import attribution, tables
from dashboard.views.markup import link, tag

LABEL = "Sources, table, citation and downloads"


def show_panel(figure: Figure, library: Library, hrefs: Mapping[str, str], chosen: str, context: Context) -> None:
    """The panel of a figure; made only when it is open. It narrows to `chosen` if the figure shows that record."""
    narrowed = chosen if chosen in figure.record_ids else ""
    panel = st.expander(LABEL, key=f"panel-{figure.figure_id}", expanded=bool(narrowed), on_change="rerun")
    if not panel.open:
        return
    ids = (narrowed,) if narrowed else figure.record_ids
    with panel:
        if narrowed:
            _show_choice(figure, library, narrowed, hrefs)
        _show_sources(library, ids, hrefs)
        st.html(tables.frame(figure.rows[figure.rows["record_id"].isin(ids)], hrefs, f"The rows of “{figure.title}”", library.titles))


def _show_choice(figure: Figure, library: Library, record_id: str, hrefs: Mapping[str, str]) -> None:
    st.html(tag("p", "Chosen: ", link(library.titles[record_id], hrefs[record_id]), class_="atlas-chosen"))
    st.button("Show all records of the figure again", key=f"all-{figure.figure_id}", on_click=_forget)


def _forget() -> None:
    if RECORD in st.query_params:
        del st.query_params[RECORD]


def _show_sources(library: Library, ids: tuple[str, ...], hrefs: Mapping[str, str]) -> None:
    atlas = library.atlas
    evidence = ask.evidence_behind(atlas["evidence"], ids)
    behind = ask.sources_behind(atlas["evidence"], atlas["sources"], ids)
    st.html(attribution.panel(evidence, behind, library.titles, hrefs, library.counts.to_dict()))
