"""What the marks of a map mean: lines by status, points by size. What project a line is, its name says."""

from __future__ import annotations

from dashboard.model.figure import Mark
from dashboard.model.vocabulary import label
from dashboard.views.formatting import count
from dashboard.views.map.scene import BORROWED_WIDTH, OWN_WIDTH, SITE_RADIUS, Scene, dash, radius
from dashboard.views.theme import INK, STATUS_COLOURS

Legend = tuple[tuple[str, tuple[Mark, ...]], ...]


def legend(scene: Scene) -> Legend:
    """The headings of the legend with their marks; only what the scene shows is explained."""
    groups = [
        ("Status of a line", _statuses(scene)),
        ("Points", _points(scene)),
    ]
    return tuple((heading, marks) for heading, marks in groups if marks)


def _statuses(scene: Scene) -> tuple[Mark, ...]:
    ink, shown = INK[scene.mode].text, {line.status for line in scene.lines}
    marks = [
        Mark(label("project status", status), colour[scene.mode], dash=dash(status), width=OWN_WIDTH)
        for status, colour in STATUS_COLOURS.items()
        if status in shown
    ]
    if any(line.width == BORROWED_WIDTH for line in scene.lines):
        marks.append(Mark("thin: status of the project as a whole", ink, width=BORROWED_WIDTH))
    return tuple(marks)


def _points(scene: Scene) -> tuple[Mark, ...]:
    ink = INK[scene.mode]
    marks = (
        [Mark("site", ink.text, "dot", width=2 * SITE_RADIUS, fill=ink.ground)]
        if any(point.layer == "sites" for point in scene.points)
        else []
    )
    numbers = sorted({point.number for point in scene.points if point.layer == "events"})
    for number in dict.fromkeys([*numbers[:1], *numbers[-1:]]):
        marks.append(
            Mark(count(number, "event"), ink.quiet, "dot", width=2 * radius(number), fill=f"{ink.quiet}46")
        )
    return tuple(marks)
