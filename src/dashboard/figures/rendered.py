"""A figure rendered once for all readers: its HTML before and after the drawing, and the rows of its chart as
Arrow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import sources_behind
from dashboard.figures.question import Question
from dashboard.model.deferred import Deferred
from dashboard.model.figure import Article, Chart, Deck, Dots, EmptyFigure, Figure, Grid, Listing, SvgImage
from dashboard.views import attribution, folded, tables
from dashboard.views.markup import Markup, join, tag

_NOTHING = Markup("")
DRAWING_WORDS = "atlas-drawing-words"
"""The class of the words of a drawing, which `ui.door.drawing_words` looks for."""


@dataclass(frozen=True)
class RenderedFigure:
    """A figure with all that drawing it takes, made once and shared by all readers: the HTML before its
    drawing, the line below it, a chart's specification (written when it is first drawn), the number of its
    sources, and the legend of a map (`below` the drawing).

    A drawing that is itself HTML stands in `before`; of a list or a table, which may have thousands of cells,
    nothing else is kept.
    """

    figure: Figure | EmptyFigure
    before: Markup
    after: Markup = _NOTHING
    spec: Mapping[str, Any] = field(default_factory=dict)
    sources: int = 0
    below: Markup = _NOTHING


def rendered(question: Question) -> RenderedFigure:
    """The figure that answers a question, rendered once for all readers who ask the same of it; one of a
    reader's own words is rendered for that reader and not kept.
    """
    dataset = question.dataset
    if question.spec.of_text:
        return render(question.answer(), dataset)
    answer: RenderedFigure = dataset.figures.answer(question.key, lambda: render(question.answer(), dataset))
    return answer


def render(figure: Figure | EmptyFigure, dataset: Dataset) -> RenderedFigure:
    """Write the HTML of a figure's title, drawing and source line, and the rows of its chart as Arrow; its
    links wait for a choice.
    """
    title = tag("h2", figure.title, id=figure.figure_id, class_="atlas-figure")
    if isinstance(figure, EmptyFigure):
        return RenderedFigure(
            figure, join(title, tag("p", f"{figure.why} {figure.change}", class_="atlas-absence"))
        )
    behind = sources_behind(dataset, dataset.backed(figure.record_ids))
    line = attribution.source_line(behind)
    note = tag("p", figure.note, class_="atlas-note atlas-paper") if figure.note else _NOTHING
    caption = tag("div", line, note, class_="atlas-caption")
    drawing = figure.drawing
    words = drawing_words(figure) if isinstance(drawing, Chart) else _NOTHING
    title = join(title, unit_line(figure), words)
    drawn = _drawn(figure, dataset.hrefs)
    kind = "atlas-whole atlas-article" if isinstance(drawing, Article) else "atlas-whole"
    before = tag("div", title, *drawn, class_=kind) if drawn else title
    spec = Deferred(lambda: _spec(drawing)) if isinstance(drawing, Chart) else {}
    below = _legend(drawing) if isinstance(drawing, Deck) else _NOTHING
    return RenderedFigure(_written_out(figure), before, caption, spec, len(behind), below)


def _written_out(figure: Figure) -> Figure:
    """A figure without the items or cells of which its HTML was made: they take several times its memory, and
    nobody looks at them again.
    """
    if isinstance(figure.drawing, Listing):
        return replace(figure, drawing=Listing(()))
    return replace(figure, drawing=Grid((), ())) if isinstance(figure.drawing, Grid) else figure


def _legend(drawing: Deck) -> Markup:
    """The legend of a map: below it, or on it, where it can be folded."""
    legend = tables.legend(drawing.legend)
    if drawing.legend_place == "below":
        return legend
    opened = "" if drawing.legend_place == "open" else None
    return tag("details", tag("summary", "Legend"), legend, class_="atlas-key", open=opened)


def unit_line(figure: Figure) -> Markup:
    """The line below a title that says what is drawn, in which unit; nothing where the title says it."""
    return tag("p", figure.subtitle, class_="atlas-unit") if figure.subtitle else _NOTHING


def drawing_words(figure: Figure) -> Markup:
    """What a chart is called for those who hear it, in a place from which the page's script takes it."""
    return tag("p", figure.message, class_=DRAWING_WORDS, hidden="")


def _drawn(figure: Figure, hrefs: Mapping[str, str]) -> tuple[Markup, ...]:
    """A drawing that is itself HTML."""
    drawing = figure.drawing
    if isinstance(drawing, Listing | Grid | Article | Dots | SvgImage):
        return (written(figure, drawing, hrefs),)
    return ()


def written(
    figure: Figure, drawing: Listing | Grid | Article | Dots | SvgImage, hrefs: Mapping[str, str]
) -> Markup:
    """A drawing that is HTML itself; `hrefs` are the addresses of records by id."""
    if isinstance(drawing, Listing):
        return folded.listing(drawing, hrefs)
    if isinstance(drawing, Article):
        return tables.article(drawing, hrefs)
    if isinstance(drawing, Dots):
        return folded.lines(drawing, hrefs)
    if isinstance(drawing, SvgImage):
        return tables.svg_image(drawing, hrefs, figure.message)
    return folded.grid(drawing, hrefs)


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
