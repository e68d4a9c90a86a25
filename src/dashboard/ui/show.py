"""The one function that draws a figure, and always with its source line and its panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

from dashboard.model.figure import Absence, Chart, Deck, Figure, Grid, Headline, Listing, Plate, Sheet
from dashboard.model.selection import RECORD, YEARS
from dashboard.queries import sources as ask
from dashboard.ui.context import Context
from dashboard.ui.library import Library
from dashboard.ui.link import under_choice
from dashboard.ui.panel import show_panel
from dashboard.views import attribution, tables
from dashboard.views.markup import Markup, join, tag

PICK, BRUSH = "pick", "brush"
CLICK = "A click on a mark opens its sources."

_NOTHING = Markup("")


@dataclass(frozen=True)
class Prepared:
    """A figure with all that drawing it takes, made once and shared by all readers: the HTML before and after its drawing, and a chart's specification.

    A drawing that is itself HTML stands in `before`, so that the whole figure is one message to the browser.
    """

    figure: Figure | Absence
    before: Markup
    after: Markup = _NOTHING
    spec: Mapping[str, Any] = field(default_factory=dict)


def prepare(figure: Figure | Absence, library: Library) -> Prepared:
    """Write the HTML of a figure's title, drawing, note and source line, and the rows of its chart as Arrow; its links wait for a choice."""
    title = tag("h2", figure.title, id=figure.figure_id, class_="atlas-figure")
    if isinstance(figure, Absence):
        return Prepared(figure, join(title, tag("p", f"{figure.why} {figure.change}", class_="atlas-absence")))
    behind = ask.sources_behind(library.atlas["evidence"], library.atlas["sources"], library.backed(figure.record_ids))
    note = tag("p", figure.note, class_="atlas-note") if figure.note else Markup("")
    note = join(note, _hint(figure))
    caption = tag("div", note, attribution.source_line(behind), class_="atlas-caption")
    drawing = figure.drawing
    if isinstance(drawing, Headline | Listing | Grid | Plate):
        return Prepared(figure, tag("div", title, _written(figure, drawing, library.hrefs), caption, class_="atlas-whole"))
    if isinstance(drawing, Deck) and drawing.legend:
        caption = tag("div", tables.legend(drawing.legend), caption, class_="atlas-whole")
    return Prepared(figure, title, caption, _spec(drawing) if isinstance(drawing, Chart) else {})


def _hint(figure: Figure) -> Markup:
    drawing = figure.drawing
    clickable = isinstance(drawing, Deck) or (isinstance(drawing, Chart) and drawing.selectable)
    words = figure.hint or (CLICK if clickable else "")
    return tag("p", words, class_="atlas-note atlas-screen") if words else _NOTHING


def _written(figure: Figure, drawing: Headline | Listing | Grid | Plate, hrefs: Mapping[str, str]) -> Markup:
    if isinstance(drawing, Headline):
        return tables.headline(drawing)
    if isinstance(drawing, Listing):
        return tables.listing(drawing, hrefs)
    if isinstance(drawing, Plate):
        return tables.plate(drawing, hrefs, figure.message)
    return tables.grid(drawing, hrefs, figure.title)


def _spec(drawing: Chart) -> dict[str, Any]:
    """The specification with its rows as Arrow: Streamlit would convert frames on every run."""
    rows = {name: convert_anything_to_arrow_bytes(own) if isinstance(own, pd.DataFrame) else own for name, own in drawing.data.items()}
    return {**drawing.spec, "datasets": rows}


def show(prepared: Prepared, library: Library, chosen: str = "", context: Context | None = None, ready: bool = True) -> None:
    """Draw a figure: title, drawing, note, source line, panel.

    `chosen` is a record id: if the figure shows it, the panel narrows to it, and is open from the start if `ready`.
    """
    figure, context = prepared.figure, context or Context()
    with st.container(key=f"figure-{figure.figure_id}"):
        st.html(under_choice(prepared.before, context.choice))
        if isinstance(figure, Absence):
            return
        _draw(figure, prepared.spec)
        if prepared.after:
            st.html(prepared.after)
        show_panel(figure, library, chosen, context, ready)


def _draw(figure: Figure, spec: Mapping[str, Any]) -> None:
    """Draw what is not HTML."""
    drawing = figure.drawing
    if isinstance(drawing, Chart):
        _draw_chart(figure, drawing, dict(spec))
    elif isinstance(drawing, Sheet):
        _draw_sheet(figure, drawing)
    elif isinstance(drawing, Deck):
        _draw_deck(figure, drawing)


def _draw_chart(figure: Figure, drawing: Chart, spec: dict[str, Any]) -> None:
    key = f"chart-{figure.figure_id}"
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
