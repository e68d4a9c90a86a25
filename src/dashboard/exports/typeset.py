"""How text is broken into lines and placed in an SVG, measured in Arial, whose widths the bundled Liberation
Sans shares.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

# vl-convert draws nothing at all where no family is found, and carries Liberation Sans itself; it is
# therefore always named.
FAMILY = "Arial, 'Liberation Sans', Helvetica, sans-serif"
# What is bold is a heading: it has the face of the headings on screen, which is narrower than a bold sans.
HEADINGS = "'Atlas Serif', Georgia, 'Liberation Serif', 'Liberation Sans', serif"

_WIDTHS = {
    278: " !,./:;I[\\]t\u00a0\u2009",
    222: "ijl'|’‘",
    333: '()-`r“”"',
    500: "ckJsvxyz\u202f",
    667: "ABEKPSVXY&",
    722: "CDHNRUwм",
    778: "GOQ",
    833: "mM",
    944: "W",
}
_WIDTH = {sign: width for width, signs in _WIDTHS.items() for sign in signs} | {
    "F": 611,
    "T": 611,
    "Z": 611,
    "L": 556,
    "@": 1015,
    "%": 889,
    "—": 1000,
    "f": 278,
}
_OTHER, _WIDE, _BOLD = 556, 1000, 1.09


@dataclass(frozen=True)
class Line:
    """One run of text: its size in pixels, its colour, whether it is bold: a heading."""

    text: str
    size: float
    colour: str
    bold: bool = False

    @property
    def height(self) -> float:
        """From this line to the next."""
        return round(self.size * 1.38, 1)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in pixels, about 2 % on the safe side for Latin and Cyrillic."""
    return _pixels(sum(map(_units, text)), size, bold)


def wrapped(text: str, size: float, colour: str, width: float, bold: bool = False) -> list[Line]:
    """The text as lines no wider than `width` pixels; a word that is wider alone is broken where the line
    ends.
    """
    lines, current = [], ""
    for word in _pieces(text, size, width, bold):
        longer = f"{current} {word}" if current else word
        if current and width_of(longer, size, bold) > width:
            lines.append(current)
            current = word
        else:
            current = longer
    return [Line(line, size, colour, bold) for line in [*lines, current] if line]


def placed(blocks: Sequence[Sequence[Line]], left: float, top: float, gap: float = 5) -> tuple[str, float]:
    """Blocks of lines as SVG, one under the other from `top` with a gap between them, and where they end."""
    parts = []
    for block in blocks:
        for line in block:
            weight = f' font-family="{HEADINGS}" font-weight="bold"' if line.bold else ""
            parts.append(
                f'<text x="{left:g}" y="{top + line.size:.1f}" font-size="{line.size:g}" '
                f'fill="{line.colour}"{weight}>{escape(line.text)}</text>'
            )
            top += line.height
        top += gap if block else 0
    return "".join(parts), top


def _pieces(text: str, size: float, width: float, bold: bool) -> Iterator[str]:
    for word in text.split():
        yield from _broken(word, size, width, bold)


def _broken(word: str, size: float, width: float, bold: bool) -> Iterator[str]:
    """The word in pieces that fit, each sign measured once; a piece has one sign at least."""
    start, units = 0, 0
    for at, sign in enumerate(word):
        units += _units(sign)
        if at > start and _pixels(units, size, bold) > width:
            yield word[start:at]
            start, units = at, _units(sign)
    yield word[start:]


def _units(sign: str) -> int:
    """The width of a sign in thousandths of the size of its type."""
    return _WIDTH.get(sign, _WIDE if unicodedata.east_asian_width(sign) in "WF" else _OTHER)


def _pixels(units: int, size: float, bold: bool) -> float:
    return units * size / 1000 * (_BOLD if bold else 1.0)
