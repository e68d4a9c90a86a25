"""Every chart is a valid Vega-Lite specification: the views do not validate, because that takes half of the
time of drawing.
"""

from __future__ import annotations

import altair as alt

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD
from dashboard.model.figure import Chart, Figure

RECORDS = ("pakistan-stream", "comtrade-pakistan-exports-to-russia")


def test_every_chart_is_a_valid_specification(atlas: Atlas) -> None:
    dataset, seen = Dataset(atlas), set()
    for spec in figures_in(dataset).values():
        for record_id in RECORDS if RECORD in spec.options else RECORDS[:1]:
            figure = Question(spec, dataset, options={RECORD: (record_id,)}).answer()
            if isinstance(figure, Figure) and isinstance(figure.drawing, Chart):
                # Vega takes more settings than the schema knows.
                chart = {name: part for name, part in figure.drawing.spec.items() if name != "config"}
                alt.TopLevelSpec.from_dict({"data": {"name": "rows"}, **chart}, validate=True)
                seen.add(spec.figure_id)
    assert {"timeline-strip", "timeline-lanes", "trade-lines"} <= seen
