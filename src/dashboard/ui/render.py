"""The one function that draws a figure, and always with its source line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.figures.rendered import RenderedFigure
from dashboard.model.figure import Chart, DataTable, Deck, EmptyFigure, Figure
from dashboard.model.selection import MARK, Span, covered_years
from dashboard.ui.card import ROUND, choose
from dashboard.ui.details import show_line
from dashboard.ui.filters import put_years
from dashboard.ui.streamlit_internals import WrittenDeck
from dashboard.views.link import under_choice
from dashboard.views.markup import Markup, join, tag

# What a reader can do in a chart: click on a mark, draw across years, click on a bar of years.
PICK, BRUSH, PERIOD = "pick", "brush", "period"

# Pressed, they turn the wheel over the map (see ui.door.map_gestures).
_ZOOM = join(
    tag("button", "+", type="button", class_="atlas-zoom", value="in", aria_label="Zoom in"),
    tag("button", "−", type="button", class_="atlas-zoom", value="out", aria_label="Zoom out"),
)


def show(
    rendered: RenderedFigure,
    dataset: Dataset,
    chosen: str = "",
    context: Context | None = None,
    folded: bool = False,
) -> None:
    """Draw a figure: title, drawing, and the line that holds its sources and all that can be taken away.

    `chosen` is a record id: if the figure shows it, its sources narrow to it. `folded`: a chart stands below
    its title behind a line that opens, and is drawn when that is opened.
    """
    figure, context = rendered.figure, context or Context()
    with st.container(key=f"figure-{figure.figure_id}"):
        st.html(under_choice(rendered.before, context.filters))
        if isinstance(figure, EmptyFigure):
            return
        if not (folded and isinstance(figure.drawing, Chart)):
            _draw_whole(rendered, figure, dataset, chosen, context)
            return
        name = figure.figure_id.replace("-", " ")
        key = f"fold-{figure.figure_id}"
        fold = st.expander(f"Show the chart :small[{name}]", key=key, on_change="rerun")
        if fold.open:
            with fold:
                _draw_whole(rendered, figure, dataset, chosen, context)


def _draw_whole(
    rendered: RenderedFigure, figure: Figure, dataset: Dataset, chosen: str, context: Context
) -> None:
    """Draw what stands below a title."""
    _draw(figure, rendered.spec, dataset.atlas.span)
    if rendered.below:
        st.html(rendered.below)
    show_line(rendered, dataset, chosen, context)


def _draw(figure: Figure, spec: Mapping[str, Any], span: Span) -> None:
    """Draw what is not HTML."""
    drawing = figure.drawing
    if isinstance(drawing, Chart):
        _draw_chart(figure, drawing, dict(spec), span)
    elif isinstance(drawing, DataTable):
        _draw_table(figure, drawing)
    elif isinstance(drawing, Deck):
        _draw_deck(figure, drawing)


def _draw_chart(figure: Figure, drawing: Chart, spec: dict[str, Any], span: Span) -> None:
    drawn = f"{figure.figure_id}-{st.session_state.get(ROUND, 0)}"
    # Another text or height in the specification would build the chart anew (see ui.door.drawing_words).
    name = figure.figure_id.replace("-", " ")
    height: int | Literal["content"] = "content"
    if drawing.room:
        height = spec.pop("height") + drawing.room
        spec["autosize"] = {"type": "fit", "contains": "padding"}
    if drawing.ruler:
        st.html(_ruler(drawing.ruler))
    if drawing.selectable:
        key = f"marks-{drawn}"
        params = {param["name"] for param in spec.get("params", ())}
        st.vega_lite_chart(
            None,
            spec,
            theme=None,
            height=height,
            key=key,
            alt=name,
            on_select=_picked(key, figure, span),
            selection_mode=[way for way in (PICK, BRUSH, PERIOD) if way in params],
        )
    else:
        st.vega_lite_chart(None, spec, theme=None, height=height, key=f"chart-{drawn}", alt=name)


def _ruler(places: Sequence[tuple[float, str]]) -> Markup:
    """The axis of a high drawing once more, which stays in view; who listens has it in the drawing."""
    # A word at the very beginning stands after it, as others stand about their place.
    moved = ("" if place > 0 else "; transform: none" for place, _ in places)
    years = [
        tag("span", words, style=f"left: {place:.3%}{away}")
        for (place, words), away in zip(places, moved, strict=True)
    ]
    return tag("div", tag("div", *years), class_="atlas-ruler", aria_hidden="true")


def _draw_table(figure: Figure, drawing: DataTable) -> None:
    columns = {name: st.column_config.Column(help=meaning) for name, meaning in drawing.columns.items()}
    st.dataframe(
        figure.rows[list(drawing.columns)],
        key=f"sheet-{figure.figure_id}",
        hide_index=True,
        column_config=columns,
        alt=figure.message,
    )


def _draw_deck(figure: Figure, drawing: Deck) -> None:
    again = f"again-{figure.figure_id}"
    key = f"deck-{figure.figure_id}-{st.session_state.get(again, 0)}"
    with st.container(key=f"live-{figure.figure_id}"):
        st.pydeck_chart(
            WrittenDeck(drawing.json),
            height=drawing.height if drawing.legend_place == "below" else "stretch",
            key=key,
            on_select=_pointed(key, figure),
            alt=figure.message,
        )
        with st.container(horizontal=True, key=f"zoom-{figure.figure_id}", gap="xxsmall"):
            st.html(_ZOOM, width="content")
            st.button("Whole map", key=f"whole-{figure.figure_id}", on_click=_draw_again, args=(again,))


def _draw_again(again: str) -> None:
    """Draw a map anew, which shows its first view: where a reader moved it, the server does not know."""
    st.session_state[again] = st.session_state.get(again, 0) + 1


def _picked(key: str, figure: Figure, span: Span) -> Any:
    """What a click on a mark of a chart does: the record it shows, or else the mark, becomes the chosen one,
    and stands in the link.
    """

    def follow() -> None:
        selection = st.session_state[key]["selection"]
        picked: dict[str, str] = next(iter(selection.get(PICK, [])), {})
        if picked.get("record_id") or picked.get(MARK):
            choose(figure, picked.get("record_id", ""), picked.get(MARK, ""))
        else:
            ends = next(iter(selection.get(BRUSH, {}).values()), ())
            bar = next((mark["first"] for mark in selection.get(PERIOD, []) if "first" in mark), 0)
            years = (bar, bar) if bar else covered_years(ends, span)
            if years:
                put_years(years, span)

    return follow


def _pointed(key: str, figure: Figure) -> Any:
    """The same for a click on the map; an empty selection (which a change of data also sends) changes
    nothing.
    """

    def follow() -> None:
        objects = st.session_state[key]["selection"]["objects"]
        for layer in objects.values():
            if layer:
                choose(figure, layer[0]["record_id"])

    return follow
