"""Lines of dots as HTML: what an eye reads from places on a line stands below it in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.model.figure import Dot, DotLine, Dots
from dashboard.views.formatting import joined
from dashboard.views.markup import Markup, abbreviated, link, tag

# Pixels from one dot to the one above it, and the share of a line that one dot takes.
STEP, WIDTH = 11, 0.02


def lines(drawing: Dots, hrefs: Mapping[str, str], level: int = 3) -> Markup:
    """Each line under its title, which leads to the record."""
    return tag(
        "div", *(_line(line, hrefs, level, drawing.in_full) for line in drawing.lines), class_="atlas-dots"
    )


def _line(line: DotLine, hrefs: Mapping[str, str], level: int, in_full: Mapping[str, str]) -> Markup:
    title = link(line.title, hrefs[line.record_id]) if line.record_id in hrefs else line.title
    parts = [
        tag(f"h{level}", title, class_="atlas-group"),
        rail(line.dots),
        tag("ul", *(_value(dot, in_full) for dot in line.dots), class_="atlas-values"),
    ]
    if line.reason:
        parts.append(tag("p", line.reason, class_="atlas-note"))
    return tag("section", *parts)


def rail(dots: Sequence[Dot]) -> Markup:
    """The line alone: a bar for a value that covers some of it, and a dot for each source, one over the other
    where they meet.
    """
    taken: dict[int, int] = {}
    marks = []
    for dot in dots:
        begin, end = dot.span
        if end - begin > WIDTH:
            place = f"left:{begin:.2%};width:{end - begin:.2%}"
            marks.append(tag("b", style=place))
        column = round((begin + end) / 2 / WIDTH)
        for _ in dot.by:
            height = taken.get(column, 0)
            taken[column] = height + 1
            place = f"left:{(begin + end) / 2:.2%};bottom:{height * STEP}px"
            marks.append(tag("i", style=place, class_="atlas-adopted" if dot.adopted else None))
    tallest = max(taken.values(), default=0)
    return tag("div", *marks, class_="atlas-rail", aria_hidden="true", style=f"height:{tallest * STEP + 4}px")


def _value(dot: Dot, in_full: Mapping[str, str]) -> Markup:
    adopted = tag("span", " (adopted)", class_="atlas-count") if dot.adopted else ""
    by = [abbreviated(name, in_full.get(name, "")) for name in dot.by]
    return tag("li", tag("b", dot.words), adopted, " ", Markup(joined(by)))
