"""The small map of a record says in words what it draws."""

from __future__ import annotations

import pandas as pd
import pytest

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


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        (("stalled",), "Its one section is stalled"),
        (("stalled", "stalled"), "All 2 sections are stalled"),
        (("stalled", "proposed"), "Where: 2 sections"),
        (("stalled", "proposed", "stalled"), "2 of 3 sections are stalled"),
    ],
)
def test_the_title_says_what_most_sections_are(statuses: tuple[str, ...], title: str) -> None:
    lines = pd.DataFrame({"route_id": statuses, "name": statuses, "status": statuses})
    assert where("pipe", "The pipe", POINTS.iloc[:0], lines, PLATE).title == title


def test_the_title_names_few_places_and_counts_many() -> None:
    points = pd.DataFrame({"place_id": list("abcd"), "name": ["Port", "Town", "Pass", "Camp"]})
    titles = [where("talks", "Talks", points.head(size), LINES.iloc[:0], PLATE).title for size in (1, 3, 4)]
    assert titles == ["Where: Port", "Where: Port, Town and Pass", "Where: 4 places"]
    assert where("a", "Port", points.head(1), LINES.iloc[:0], PLATE).title == "Where Port lies"
