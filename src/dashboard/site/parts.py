"""How what is long is cut: lists and tables into pieces, pieces into pages that load anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.model.figure import Grid, Item, Listing
from dashboard.views.markup import Markup

ROWS, ITEMS = 60, 60
LIMIT = 140_000
"""Characters of the pieces of one page: with its frame it stays far below 300 KiB."""


def grids(grid: Grid, rows: int = ROWS) -> list[Grid]:
    """A table in tables of so many rows, each with the headings of its own rows."""
    return [
        Grid(grid.header, grid.rows[start : start + rows], _headings(grid, start, rows))
        for start in range(0, len(grid.rows), rows)
    ]


def _headings(grid: Grid, start: int, rows: int) -> dict[int, str]:
    """The headings inside a stretch; a run that began above is named again."""
    inside = {place - start: words for place, words in grid.groups.items() if start <= place < start + rows}
    before = [place for place in grid.groups if place <= start]
    return {0: grid.groups[max(before)], **inside} if before else inside


def listings(listing: Listing, items: int = ITEMS) -> list[Listing]:
    """A list in lists of so many items at most; each names the heading that it stands under."""
    return [
        Listing(((heading, band),)) for heading, held in _named(listing) for band in _stretches(held, items)
    ]


def _named(listing: Listing) -> list[tuple[str, tuple[Item, ...]]]:
    """The groups, the first of each fold with the fold's own heading in front."""
    names, place = {}, 0
    for heading, size in listing.folds:
        names[place] = heading
        place += size
    return [
        (": ".join(filter(None, (names.get(place, ""), heading))), held)
        for place, (heading, held) in enumerate(listing.groups)
    ]


def _stretches(items: Sequence[Item], most: int) -> list[tuple[Item, ...]]:
    return [tuple(items[start : start + most]) for start in range(0, len(items), most)]


def packed(pieces: Iterable[Markup], limit: int = LIMIT) -> list[list[Markup]]:
    """Pieces on as few pages as their order and the limit allow; at least one page."""
    pages: list[list[Markup]] = [[]]
    size = 0
    for piece in pieces:
        if pages[-1] and size + len(piece) > limit:
            pages.append([])
            size = 0
        pages[-1].append(piece)
        size += len(piece)
    return pages
