"""A figure rendered once for all readers: its HTML before and after the drawing, and the rows of its chart as
Arrow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.model.figure import Absence, Chart, Deck, Figure, Grid, Headline, Listing, Plate
from dashboard.queries import sources as ask
from dashboard.views import attribution, tables
from dashboard.views.markup import Markup, join, tag

CLICK = "A click on a mark opens its sources."

_NOTHING = Markup("")


@dataclass(frozen=True)
class RenderedFigure:
    """A figure with all that drawing it takes, made once and shared by all readers: the HTML before and after
    its drawing, and a chart's specification.

    A drawing that is itself HTML stands in `before`, so that the whole figure is one message to the browser.
    """

    figure: Figure | Absence
    before: Markup
    after: Markup = _NOTHING
    spec: Mapping[str, Any] = field(default_factory=dict)


def rendered(question: Question) -> RenderedFigure:
    """The figure that answers a question, rendered once for all readers who ask the same of it."""
    dataset = question.dataset
    answer: RenderedFigure = dataset.figures.answer(question.key, lambda: render(question.answer(), dataset))
    return answer


def render(figure: Figure | Absence, dataset: Dataset) -> RenderedFigure:
    """Write the HTML of a figure's title, drawing, note and source line, and the rows of its chart as Arrow;
    its links wait for a choice.
    """
    title = tag("h2", figure.title, id=figure.figure_id, class_="atlas-figure")
    if isinstance(figure, Absence):
        return RenderedFigure(
            figure, join(title, tag("p", f"{figure.why} {figure.change}", class_="atlas-absence"))
        )
    behind = ask.sources_behind(
        dataset.atlas["evidence"], dataset.atlas["sources"], dataset.backed(figure.record_ids)
    )
    note = tag("p", figure.note, class_="atlas-note") if figure.note else Markup("")
    note = join(note, _hint(figure))
    caption = tag("div", note, attribution.source_line(behind), class_="atlas-caption")
    drawing = figure.drawing
    if isinstance(drawing, Headline | Listing | Grid | Plate):
        return RenderedFigure(
            figure, tag("div", title, _written(figure, drawing, dataset.hrefs), caption, class_="atlas-whole")
        )
    if isinstance(drawing, Deck) and drawing.legend:
        caption = tag("div", tables.legend(drawing.legend), caption, class_="atlas-whole")
    return RenderedFigure(figure, title, caption, _spec(drawing) if isinstance(drawing, Chart) else {})


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
    rows = {
        name: _arrow(data) if isinstance(data, pd.DataFrame) else data for name, data in drawing.data.items()
    }
    return {**drawing.spec, "datasets": rows}


def _arrow(frame: pd.DataFrame) -> bytes:
    """A frame as an Arrow stream."""
    table = pa.Table.from_pandas(frame)
    sink = pa.BufferOutputStream()
    with pa.RecordBatchStreamWriter(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())
