"""A figure as a picture for print and screen, with title, choice, note, sources and link inside it, drawn
without a browser.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import pandas as pd
import vl_convert
from markupsafe import escape
from PIL import Image

from dashboard.exports.typeset import FAMILY, Line, placed, wrapped
from dashboard.model.figure import Chart, Dot, DotLine, Dots, Figure, SvgImage

# The face of headings, and letters that Liberation Sans lacks (Arabic, Bengali, Devanagari, Chinese), so that
# a host without fonts draws no boxes.
vl_convert.register_font_directory(str(Path(__file__).with_name("faces")))

INK, QUIET, RULE, GROUND = "#1b1f24", "#56606b", "#d5dade", "#ffffff"
WIDTH, MARGIN = 1000, 32
SCALE = 2
# Pixels from one dot to the one above it, and the ink of an adopted value.
DOT, ADOPTED = 11, "#1f5a96"

_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"')
# Signs that no XML file may hold, and that stop a browser from showing it.
_NOT_XML = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
# The name of a clip or gradient, where a drawing gives it and where it refers to it.
_NUMBERED = re.compile(r'((?:\sid="|"url\(#)(?:clip|gradient_))(\d+)')
_FONT_KEYS = frozenset({"font", "labelFont", "titleFont", "subtitleFont"})


@dataclass(frozen=True)
class Legend:
    """The words that stand in a picture with the drawing: the choice, the sources, edition and link."""

    choice: str
    sources: str
    edition: str
    link: str


@dataclass(frozen=True)
class Body:
    """A drawing alone as SVG, without the words around it; its width and height in pixels."""

    svg: str
    width: float
    height: float


def svg_of(figure: Figure, legend: Legend, still: SvgImage | None = None) -> str:
    """The figure as SVG on light ground; `still` stands for a drawing that moves on the screen (a live map).

    Raises ValueError for a drawing that has no picture: a list or a table leaves as CSV.
    """
    return composed(figure, legend, body_of(figure, still))


def body_of(
    figure: Figure, still: SvgImage | None = None, width: int = WIDTH - 2 * MARGIN, ground: str = GROUND
) -> Body:
    """The drawing alone, on `ground`; a chart that fills its place is `width` pixels wide.

    Raises ValueError for a drawing that has no picture.
    """
    drawing = still or figure.drawing
    if isinstance(drawing, SvgImage):
        return Body(drawing.svg, float(drawing.width), float(drawing.height))
    if isinstance(drawing, Chart):
        return _chart(drawing, width, ground)
    if isinstance(drawing, Dots):
        return _dots(drawing)
    raise ValueError(f"figure {figure.figure_id} is a list or a table: it leaves as CSV, not as a picture")


def composed(figure: Figure, legend: Legend, body: Body) -> str:
    """A drawing with the words that have to travel with it around it."""
    return _composed(figure, legend, body.svg, max(WIDTH, body.width + 2 * MARGIN), body.height)


def png_of(svg: str) -> bytes:
    """The picture as PNG, at twice its size in pixels."""
    return bytes(vl_convert.svg_to_png(svg, scale=SCALE))


def small_png_of(svg: str) -> bytes:
    """A picture of few colours as PNG in its own size, a quarter of the bytes of one in all colours."""
    drawn = Image.open(io.BytesIO(vl_convert.svg_to_png(_NOT_XML.sub("", svg))))
    buffer = io.BytesIO()
    drawn.convert("RGB").quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def has_picture(figure: Figure) -> bool:
    """True if the figure's own drawing can become a picture."""
    return isinstance(figure.drawing, Chart | Dots | SvgImage)


def _composed(figure: Figure, legend: Legend, body: str, width: float, height: float) -> str:
    measure = width - 2 * MARGIN
    head = [
        wrapped(figure.title, 21, INK, measure, bold=True),
        wrapped(figure.subtitle, 13, INK, measure),
        wrapped(legend.choice, 13, QUIET, measure),
    ]
    listed = f"{legend.sources}, listed at {legend.link}" if legend.sources else legend.link
    foot = [
        wrapped(figure.note, 12, QUIET, measure),
        wrapped(listed, 11, QUIET, measure),
        wrapped(legend.edition, 11, INK, measure),
    ]
    above, top = placed(head, MARGIN, MARGIN - 6, gap=3)
    rule = top + 14 + height + 16
    below, bottom = placed(foot, MARGIN, rule + 8)
    width, total = ceil(width), ceil(bottom + MARGIN - 10)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width:g}" height="{total:g}" '
        f'viewBox="0 0 {width:g} {total:g}" role="img" font-family="{escape(FAMILY)}">'
        f"<title>{escape(figure.title)}</title><desc>{escape(figure.message)}</desc>"
        f'<rect width="100%" height="100%" fill="{GROUND}"/>{above}'
        f'<g transform="translate({MARGIN},{top + 14:.1f})">{body}</g>'
        f'<path d="M{MARGIN} {rule:.1f}H{width - MARGIN:g}" stroke="{RULE}"/>{below}</svg>'
    )
    return _NOT_XML.sub("", svg)


def _chart(chart: Chart, width: int, ground: str) -> Body:
    """The chart's own SVG; nothing is fetched."""
    drawn = vl_convert.vegalite_to_svg(_printed(chart, width, ground), allowed_base_urls=[])
    size = _SIZE.search(drawn)
    if size is None:
        raise ValueError("the chart has no size")
    return Body(_numbered(drawn), float(size[1]), float(size[2]))


def _numbered(svg: str) -> str:
    """A drawing whose clips and gradients count from one: the library counts on from drawing to drawing."""
    numbers: dict[str, int] = {}

    def renamed(name: re.Match[str]) -> str:
        return f"{name[1]}{numbers.setdefault(name[2], len(numbers) + 1)}"

    return _NUMBERED.sub(renamed, svg)


def _printed(chart: Chart, width: int, ground: str) -> dict[str, Any]:
    """The specification with its rows, the width of the page, its ground and a font that is always there."""
    spec = _with_font(dict(chart.spec))
    config = {**spec.get("config", {}), "font": FAMILY, "background": ground}
    if spec.get("width") == "container":
        spec |= {"width": width, "autosize": {"type": "fit-x", "contains": "padding"}}
    return {
        **spec,
        "config": config,
        "background": ground,
        "padding": 0,
        "datasets": {name: _rows(rows) for name, rows in (chart.data or {}).items()},
    }


def _with_font(part: Any) -> Any:
    if isinstance(part, Mapping):
        return {
            name: FAMILY if name in _FONT_KEYS and isinstance(value, str) else _with_font(value)
            for name, value in part.items()
        }
    return [_with_font(child) for child in part] if isinstance(part, list | tuple) else part


def _rows(rows: Any) -> Any:
    return (
        json.loads(rows.to_json(orient="records", date_format="iso"))
        if isinstance(rows, pd.DataFrame)
        else rows
    )


def _dots(drawing: Dots) -> Body:
    """Each line under its title, with what its dots say in words below it."""
    width, top, parts = WIDTH - 2 * MARGIN, 0.0, list[str]()
    for line in drawing.lines:
        title, top = placed([[Line(line.title, 15, INK, bold=True)]], 0, top)
        top += DOT * _tallest(line)
        marks = f'<path d="M0 {top:.1f}H{width}" stroke="{QUIET}"/>' + _marks(line, width, top)
        values = [wrapped(_value(dot), 12, INK, width) for dot in line.dots]
        words, top = placed([*values, wrapped(line.reason, 12, QUIET, width)], 0, top + 6, gap=0)
        top += 14
        parts += [title, marks, words]
    return Body("".join(parts), float(width), top)


def _value(dot: Dot) -> str:
    return f"{dot.words}{' (adopted)' if dot.adopted else ''}: {', '.join(dot.by)}"


def _tallest(line: DotLine) -> int:
    return max(len(dot.by) for dot in line.dots)


def _marks(line: DotLine, width: float, foot: float) -> str:
    """The dots of a line, those of one value one over the other, and a bar for a value that covers some
    time.
    """
    marks = []
    for dot in line.dots:
        begin, end = (share * width for share in dot.span)
        colour = ADOPTED if dot.adopted else QUIET
        marks.append(f'<path d="M{begin:.1f} {foot - 1:.1f}H{end:.1f}" stroke="{colour}" stroke-width="3"/>')
        for level in range(len(dot.by)):
            middle, height = (begin + end) / 2, foot - DOT * (level + 0.5)
            marks.append(f'<circle cx="{middle:.1f}" cy="{height:.1f}" r="4.5" fill="{colour}"/>')
    return "".join(marks)
