"""The one function that draws a figure, and always with its source line and its panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from dashboard.model.figure import Absence, Chart, Deck, Figure, Grid, Headline, Listing, Sheet
from dashboard.model.selection import RECORD, YEARS
from dashboard.queries import sources as ask
from dashboard.ui.context import Context
from dashboard.ui.library import Library
from dashboard.ui.panel import show_panel
from dashboard.views import attribution, tables
from dashboard.views.markup import Markup, tag

PICK, BRUSH = "pick", "brush"


def show(
    figure: Figure | Absence,
    library: Library,
    hrefs: Mapping[str, str],
    chosen: str = "",
    level: int = 2,
    context: Context | None = None,
    ready: bool = True,
) -> None:
    """Draw a figure: title, drawing, note, source line, panel.

    `chosen` is a record id: if the figure shows it, the panel narrows to it, and is open from the start if `ready`.
    """
    with st.container(key=f"figure-{figure.figure_id}"):
        st.html(tag(f"h{level}", figure.title, id=figure.figure_id, class_="atlas-figure"))
        if isinstance(figure, Absence):
            st.html(tag("p", f"{figure.why} {figure.change}", class_="atlas-absence"))
            return
        _draw(figure, hrefs)
        behind = ask.sources_behind(library.atlas["evidence"], library.atlas["sources"], library.backed(figure.record_ids))
        note = tag("p", figure.note, class_="atlas-note") if figure.note else Markup("")
        st.html(tag("div", note, attribution.source_line(behind), class_="atlas-caption"))
        show_panel(figure, library, hrefs, chosen, context or Context(), ready)


def _draw(figure: Figure, hrefs: Mapping[str, str]) -> None:
    drawing = figure.drawing
    if isinstance(drawing, Headline):
        st.html(tables.headline(drawing))
    elif isinstance(drawing, Listing):
        st.html(tables.listing(drawing, hrefs))
    elif isinstance(drawing, Grid):
        st.html(tables.grid(drawing, hrefs, figure.title))
    elif isinstance(drawing, Chart):
        _draw_chart(figure, drawing)
    elif isinstance(drawing, Sheet):
        _draw_sheet(figure, drawing)
    else:
        _draw_deck(figure, drawing)


def _draw_chart(figure: Figure, drawing: Chart) -> None:
    key = f"chart-{figure.figure_id}"
    spec = {**drawing.spec, "datasets": drawing.data}
    if drawing.selectable:
        modes = [PICK, BRUSH] if drawing.brush else [PICK]
        st.vega_lite_chart(None, spec, theme=None, key=key, alt=figure.message, on_select=_picked(key, figure), selection_mode=modes)
    else:
        st.vega_lite_chart(None, spec, theme=None, key=key, alt=figure.message)


def _draw_sheet(figure: Figure, drawing: Sheet) -> None:
    columns = {name: st.column_config.Column(help=meaning) for name, meaning in drawing.columns.items()}
    st.dataframe(figure.rows[list(drawing.columns)], key=f"sheet-{figure.figure_id}", hide_index=True, column_config=columns, alt=figure.message)


def _draw_deck(figure: Figure, drawing: Deck) -> None:
    key = f"deck-{figure.figure_id}"
    st.pydeck_chart(_Written(drawing.json), height=drawing.height, key=key, on_select=_pointed(key, figure), alt=figure.message)
    if drawing.legend:
        st.html(tables.legend(drawing.legend))


class _Written:
    """A deck whose JSON is already written: what st.pydeck_chart asks of a deck, without writing it again."""

    def __init__(self, json: str) -> None:
        self.json = json
        self.mapbox_key = None
        self._tooltip = {"text": "{name}\n{about}"}

    def to_json(self) -> str:
        return self.json


def _picked(key: str, figure: Figure) -> Any:
    """What a click on a mark of a chart does: the record it shows becomes the chosen one, and stands in the link."""

    def choose() -> None:
        selection = st.session_state[key]["selection"]
        picked = next((one["record_id"] for one in selection.get(PICK, []) if "record_id" in one), "")
        if picked:
            open_record(figure, picked)
        elif selection.get(BRUSH):
            _choose_years(next(iter(selection[BRUSH].values())))

    return choose


def _pointed(key: str, figure: Figure) -> Any:
    """The same for a click on the map; an empty selection (which a change of data also sends) changes nothing."""

    def choose() -> None:
        objects = st.session_state[key]["selection"]["objects"]
        for layer in objects.values():
            if layer:
                open_record(figure, layer[0]["record_id"])

    return choose


def _choose_years(ends: Sequence[float]) -> None:
    """The years that a brush covers (its ends are milliseconds since 1970, the last not included) become the years of all pages."""
    first, last = min(ends), max(ends) - 1
    st.session_state[YEARS] = (datetime.fromtimestamp(first / 1000, UTC).year, datetime.fromtimestamp(last / 1000, UTC).year)


def open_record(figure: Figure, record_id: str) -> None:
    """Choose a record of a figure: the link names it, and the figure's panel opens on it."""
    if record_id in figure.record_ids:
        st.query_params[RECORD] = record_id
        st.session_state[f"panel-{figure.figure_id}"] = True
