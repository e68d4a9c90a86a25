"""Long lists and tables are cut without losing a row or its heading."""

from __future__ import annotations

from dashboard.model.figure import Cell, Grid, Item, Listing
from dashboard.site.parts import grids, listings, packed
from dashboard.views.markup import Markup


def test_a_table_in_parts_names_the_heading_that_began_above() -> None:
    grid = Grid(("a",), tuple((Cell(str(at)),) for at in range(5)), {1: "from one", 4: "from four"})
    parts = grids(grid, rows=2)
    assert [row[0].text for part in parts for row in part.rows] == ["0", "1", "2", "3", "4"]
    assert [dict(part.groups) for part in parts] == [{1: "from one"}, {0: "from one"}, {0: "from four"}]


def test_a_list_in_parts_keeps_the_heading_of_each_item_and_names_each_fold_once() -> None:
    items = tuple(Item(str(at), str(at)) for at in range(3))
    listing = Listing((("1950", items), ("1951", items[:1])), folds=(("The 1950s", 2),))
    assert [(part.groups[0][0], len(part.groups[0][1])) for part in listings(listing, items=2)] == [
        ("The 1950s: 1950", 2),
        ("The 1950s: 1950", 1),
        ("1951", 1),
    ]
    without_words = Listing((("1950", items),), folds=(("", 3),))
    assert [part.groups[0][0] for part in listings(without_words)] == ["1950"]


def test_pieces_fill_a_page_up_to_its_limit_and_one_that_is_larger_has_a_page_alone() -> None:
    pieces = [Markup("ab"), Markup("c"), Markup("defgh"), Markup("i")]
    assert packed(pieces, limit=3) == [pieces[:2], [pieces[2]], [pieces[3]]]
    assert packed([], limit=3) == [[]]
