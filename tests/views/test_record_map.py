"""The small map of a record says in words what it draws."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import Mark, SvgImage
from dashboard.views.record_map import where

PLATE = SvgImage("<svg/>", 10, 10, (("Points", (Mark("1 event", "#000000"),)),))
POINTS = pd.DataFrame({"place_id": ["port"], "name": ["Port"]})
LINES = pd.DataFrame({"route_id": ["line"], "name": ["Port line"], "status": ["stalled"]})


def test_places_and_sections_are_named_and_counted() -> None:
    figure = where("pipe", "The pipe", POINTS, LINES, PLATE)
    assert figure.message == "A map of The pipe with 1 place and 1 section: Port; Port line."
    assert figure.rows["status"].tolist() == ["", "stalled"]
    assert figure.note


def test_a_point_alone_needs_no_legend() -> None:
    figure = where("talks", "Talks", POINTS, LINES.iloc[:0], PLATE)
    assert isinstance(figure.drawing, SvgImage)
    assert figure.drawing.legend == ()
