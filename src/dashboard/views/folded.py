"""Long tables and lists in parts that open: the first is open, and a closed one takes a line of the page.

The rows of a closed part are a packed text in its `data-held` until it opens (see
dashboard.ui.door.held_parts): as they are they would be most of what a page sends at each choice.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from dashboard.model.figure import Cell, Dots, Grid, Listing
from dashboard.views import dots, tables
from dashboard.views.columns import columns_of
from dashboard.views.formatting import capitalised, number
from dashboard.views.link import CHOICE, CHOICE_BUT_YEARS
from dashboard.views.markup import Markup, join, tag

# Rows of one part, and rows that stand together without parts; lines of dots are four times as high.
PART, LONG = 25, 20
DOT_LINES = 6
# Letters that the open part shows, because on a phone 25 rows of whole sentences are ten screens, and rows
# that it shows whatever their length.
LETTERS, LEAST = 1_000, 6
# Parts under one heading: more stand under headings of their own.
MOST = 10

# Rows that the first parts of a list may show together, where they are so short that nobody would open them.
FEW = 6

# Between the first and the last of a part; a dash would make a pair of two names. No title has this blank.
_TO = "\u00a0to "

# How many a group holds: no part of it says that again.
_COUNT = re.compile(r" \([\d\u202f]+\)$")
# The places of a part in its group.
_PLACES = re.compile(r", [\d\u202f]+–[\d\u202f]+$")
# A number of things, unlike a year.
_COUNTED = re.compile(r"\b\d+ [a-z]|\(\d+\)$")

Part = tuple[str, Markup]
T = TypeVar("T")


def grid(drawing: Grid, hrefs: Mapping[str, str]) -> Markup:
    """A table, by its groups and within them by the row; its ways to other parts stand above and below."""
    if len(drawing.rows) <= LONG:
        return tables.grid(drawing, hrefs)
    starts, columns = sorted({0, *drawing.groups}), columns_of(drawing, in_parts=True)
    parts = []
    for start, stop in zip(starts, [*starts[1:], len(drawing.rows)], strict=True):
        shown = _opened(list(map(_letters, drawing.rows[start:stop]))) if not start else PART
        for at, rows, whole in _cut(drawing.rows[start:stop], shown):
            name = _name(drawing.groups.get(start, ""), [cells[0].text for cells in rows], at, whole)
            parts.append((name, tables.grid(Grid(drawing.header, rows), hrefs, columns=columns)))
    if len(parts) == 1:
        table = tables.grid(replace(drawing, ways=(), further=()), hrefs)
        return _between(drawing, *_folds([(f"All {number(len(drawing.rows))}", table)]))
    return _between(drawing, *_folds(parts))


def listing(drawing: Listing, hrefs: Mapping[str, str]) -> Markup:
    """A list, by its groups and within them by the item; one that has folds of its own keeps them."""
    if drawing.folds:
        return tag("div", *map(_part, tables.folds(drawing, hrefs)))
    if sum(len(items) for _, items in drawing.groups) <= LONG:
        return tables.listing(drawing, hrefs)
    parts, sizes = [], []
    for place, (group, held) in enumerate(drawing.groups):
        letters = [len(f"{item.when}{item.title}{item.detail}") for item in held]
        for at, items, whole in _cut(held, PART if place else _opened(letters)):
            name = _name(group, [item.title for item in items], at, whole)
            parts.append((name, tables.listing(Listing((("", items),)), hrefs)))
            sizes.append(len(items))
    status = tables.listing(Listing((), status=drawing.status), hrefs) if drawing.status else ""
    return _between(drawing, status, *_folds(parts, _open_of(sizes)))


def _open_of(sizes: Sequence[int]) -> int:
    """How many parts stand open: the first, and those after it that make few rows with it."""
    return max(1, sum(rows <= FEW for rows in accumulate(sizes)))


def _opened(letters: Sequence[int]) -> int:
    """The rows of the part that stands open, by the letters of each row; all of them where few would remain
    for a part of their own.
    """
    fitting = sum(so_far <= LETTERS for so_far in accumulate(letters[:PART]))
    shown = max(LEAST, fitting)
    return shown if len(letters) > shown + FEW else max(shown, min(len(letters), PART))


def _letters(row: Sequence[Cell]) -> int:
    return sum(len(cell.text) for cell in row)


def _cut(held: tuple[T, ...], shown: int) -> Iterator[tuple[int, tuple[T, ...], bool]]:
    """First those that are shown, then some at a time: the place of the first, they, and whether these are
    all.
    """
    starts = [0, *range(shown, len(held), PART)]
    for start, stop in zip(starts, [*starts[1:], len(held)], strict=True):
        yield start, held[start:stop], len(starts) == 1


def _between(drawing: Grid | Listing, *parts: str) -> Markup:
    return tag("div", *map(tables.ways, drawing.ways), *parts, *map(tables.ways, drawing.further))


def lines(drawing: Dots, hrefs: Mapping[str, str]) -> Markup:
    """Lines of dots, some at a time."""
    if len(drawing.lines) <= DOT_LINES:
        return dots.lines(drawing, hrefs)
    parts = []
    for at in range(0, len(drawing.lines), DOT_LINES):
        some = drawing.lines[at : at + DOT_LINES]
        parts.append(
            (_name("", [line.title for line in some], at), dots.lines(replace(drawing, lines=some), hrefs))
        )
    return tag("div", *_folds(parts))


def _name(group: str, titles: Sequence[str], at: int, whole: bool = False) -> str:
    """The name of a part: its group, and how many that holds unless its name says so, or, where it is not
    the whole of it, the first and the last of the part; their places too where these are called alike.
    """
    group = capitalised(group)
    if group and whole:
        return group if _COUNTED.search(group) else f"{group} ({number(len(titles))})"
    first, last = _short(titles[0]), _short(titles[-1])
    places = f", {number(at + 1)}–{number(at + len(titles))}" if len(titles) > 1 else ""
    held = f"{first}{places}" if first == last else f"{first}{_TO}{last}"
    return f"{_COUNT.sub('', group)}: {held}" if group else held


def _short(title: str, longest: int = 22) -> str:
    """A title of which two fit into two lines of a phone."""
    if len(title) <= longest:
        return title
    return title[: longest - 1].rsplit(" ", 1)[0].rstrip(".,:;") + "…"


def _folds(parts: Sequence[Part], opened: int = 1) -> list[Markup]:
    """Parts that open, the first of them open; where there are many, those after the first few stand
    together under headings that open.
    """
    if len(parts) <= MOST:
        return _opening(parts, opened)
    some = [parts[at : at + MOST] for at in range(0, len(parts), MOST)]
    names = [_from_to(held[0][0], held[-1][0]) for held in some]
    # No heading over the first: it would say nearly the same as the open part right below it.
    further = [_held(_together(name, held)) for name, held in zip(names[1:], some[1:], strict=True)]
    return [*_opening(some[0], opened), *further]


def _from_to(first: str, last: str) -> str:
    """One name for parts from the first to the last, which says a group that both are of once."""
    begin, end = (_PLACES.sub("", name) for name in (first.rpartition(_TO)[0] or first, last.split(_TO)[-1]))
    end = end.removeprefix(f"{begin.partition(': ')[0]}: ")
    return begin if begin in (end, f"{begin.partition(': ')[0]}: {end}") else f"{begin}{_TO}{end}"


def _together(name: str, parts: Sequence[Part]) -> Part:
    """Parts under one heading, which is a text until it opens: a text holds no further texts."""
    first, *others = parts
    return name, join(_open(first), *map(_closed, others))


def _opening(parts: Sequence[Part], opened: int) -> list[Markup]:
    return [*map(_open, parts[:opened]), *map(_held, parts[opened:])]


def _part(part: Part) -> Markup:
    """A part that is closed, or one without a name that stands open."""
    return _held(part) if part[0] else part[1]


def _open(part: Part) -> Markup:
    name, rows = part
    return tag("details", tag("summary", name), rows, class_="atlas-fold", open="")


def _closed(part: Part) -> Markup:
    name, rows = part
    return tag("details", tag("summary", name), rows, class_="atlas-fold")


def _held(part: Part) -> Markup:
    """A closed part whose rows are no elements yet; the choice that goes into their links stands beside."""
    name, rows = part
    return tag(
        "details",
        tag("summary", name),
        class_="atlas-fold",
        data_held=packed(rows),
        data_choice=CHOICE,
        data_choice_but_years=CHOICE_BUT_YEARS,
    )


def packed(rows: str) -> str:
    """A text as the browser's own "deflate" unpacks it, in base64."""
    return b64encode(zlib.compress(rows.encode())).decode("ascii")
