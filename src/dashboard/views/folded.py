"""Long tables and lists in parts that open: the first is open, and a closed one takes a line of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.model.figure import Cell, Dots, Grid, Item, Listing
from dashboard.views import dots, tables
from dashboard.views.markup import Markup, join, tag

# Rows of one part, and rows that stand together without parts; lines of dots are four times as high.
PART, LONG = 25, 20
DOT_LINES = 8
# Parts under one heading: more stand under headings of their own.
MOST = 10

Part = tuple[str, Markup]


def grid(drawing: Grid, hrefs: Mapping[str, str], caption: str) -> Markup:
    """A table, by its groups and within them by the row."""
    if len(drawing.rows) <= LONG:
        return tables.grid(drawing, hrefs, caption)
    ways = tables.grid(replace(drawing, rows=(), groups={}), hrefs, caption) if drawing.ways else Markup("")
    parts = []
    for name, rows in _runs(drawing):
        ends = _ends(name, [cells[0].text for cells in rows])
        table = Grid(drawing.header, rows)
        parts.append((ends, tables.grid(table, hrefs, f"{caption}: {ends}")))
    return tag("div", ways, *_folds(parts))


def _runs(drawing: Grid) -> Iterator[tuple[str, tuple[tuple[Cell, ...], ...]]]:
    """The rows of each group, some at a time, with the name of the group."""
    starts = sorted({0, *drawing.groups})
    for start, stop in zip(starts, [*starts[1:], len(drawing.rows)], strict=True):
        for at in range(start, stop, PART):
            yield drawing.groups.get(start, ""), drawing.rows[at : min(at + PART, stop)]


def listing(drawing: Listing, hrefs: Mapping[str, str]) -> Markup:
    """A list, by its groups and within them by the item; one that has folds of its own keeps them."""
    if drawing.folds or sum(len(items) for _, items in drawing.groups) <= LONG:
        return tables.listing(drawing, hrefs)
    head = tables.listing(replace(drawing, groups=()), hrefs)
    parts = [
        (_ends(name, [item.title for item in items]), tables.listing(Listing((("", items),)), hrefs))
        for name, items in _items(drawing)
    ]
    return tag("div", head, *_folds(parts))


def _items(drawing: Listing) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for name, items in drawing.groups:
        for at in range(0, len(items), PART):
            yield name, items[at : at + PART]


def lines(drawing: Dots, hrefs: Mapping[str, str]) -> Markup:
    """Lines of dots, some at a time."""
    if len(drawing.lines) <= DOT_LINES:
        return dots.lines(drawing, hrefs)
    parts = []
    for at in range(0, len(drawing.lines), DOT_LINES):
        some = drawing.lines[at : at + DOT_LINES]
        parts.append((_ends("", [line.title for line in some]), dots.lines(Dots(some), hrefs)))
    return tag("div", *_folds(parts))


def _ends(name: str, titles: Sequence[str]) -> str:
    """The name of a part: its group, and the first and the last of what it holds."""
    first, last = _short(titles[0]), _short(titles[-1])
    held = first if len(titles) == 1 else f"{first} – {last}"
    return f"{name}: {held}" if name else held


def _short(title: str, longest: int = 36) -> str:
    return title if len(title) <= longest else title[: longest - 1].rsplit(" ", 1)[0] + "…"


def _folds(parts: Sequence[Part]) -> list[Markup]:
    """Parts that open; where there are many, some of them together under a heading that opens."""
    if len(parts) <= MOST:
        return _opening(parts)
    some = [parts[at : at + MOST] for at in range(0, len(parts), MOST)]
    names = [
        f"{held[0][0].rpartition(' – ')[0] or held[0][0]} – {held[-1][0].split(' – ')[-1]}" for held in some
    ]
    return _opening([(name, join(*_opening(held))) for name, held in zip(names, some, strict=True)])


def _opening(parts: Sequence[Part]) -> list[Markup]:
    return [
        tag("details", tag("summary", name), held, class_="atlas-fold", open="" if place == 0 else None)
        for place, (name, held) in enumerate(parts)
    ]
