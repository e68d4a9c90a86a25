"""Every chart is a valid Vega-Lite specification: the views do not validate, because that takes half of the time of drawing."""

from __future__ import annotations

import altair as alt

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import dataset_of
from dashboard.figures.registry import FIGURES, Asked, build
from dashboard.model.figure import Chart, Figure
from dashboard.model.selection import FIRST_YEAR, Selection

RECORDS = ("pakistan-stream", "comtrade-pakistan-exports-to-russia")


def test_every_chart_is_a_valid_specification(atlas: Atlas) -> None:
    dataset = dataset_of(atlas)
    questions = [(), *((("record", record_id),) for record_id in RECORDS)]
    seen = set()
    for figure_id in FIGURES:
        for options in questions if figure_id.startswith("record-") else questions[:1]:
            figure = build(figure_id, dataset, Asked(Selection((), (), FIRST_YEAR, atlas.horizon), "light", options))
            if isinstance(figure, Figure) and isinstance(figure.drawing, Chart):
                chart = {name: part for name, part in figure.drawing.spec.items() if name != "config"}  # Vega takes more settings than the schema knows
                alt.TopLevelSpec.from_dict({"data": {"name": "rows"}, **chart}, validate=True)
                seen.add(figure_id)
    assert {"timeline-strip", "timeline-lanes", "trade-lines"} <= seen
