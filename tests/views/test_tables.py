"""Lists and tables are HTML that a screen reader can use, and every row leads to its record."""

from __future__ import annotations

import re

import pandas as pd

from dashboard.model.figure import Cell, Grid, Item, Listing, Ways
from dashboard.views import tables

HREFS = {"a": "record?id=a", "b": "record?id=b"}
HOSTILE = "<img src=x onerror=alert(1)>"


def test_a_table_has_a_caption_headers_and_a_name_for_each_row() -> None:
    html = tables.grid(
        Grid(("Value", "Note"), ((Cell("12", "a"), Cell("–")),), {0: "Group"}), HREFS, "Caption"
    )
    assert "<caption>Caption</caption>" in html
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 1
    assert 'scope="colgroup"' in html
    assert 'href="record?id=a"' in html


def test_each_cell_says_its_column_where_a_row_becomes_a_card() -> None:
    html = tables.grid(Grid(("Value", "Note"), ((Cell("12"), Cell("x", tone="holds")),)), {}, "Caption")
    assert '<td data-label="Note" class="atlas-holds" data-brief="">x</td>' in html


def test_a_table_that_may_be_too_wide_can_be_reached_by_key() -> None:
    html = tables.grid(Grid(("A",), ((Cell("1"),),)), {}, "Caption")
    assert 'tabindex="0" role="group" aria-label="Table"' in html


def test_the_name_of_a_table_is_heard_once() -> None:
    assert tables.grid(Grid(("A",), ((Cell("1"),),)), {}, "What it holds").count("What it holds") == 1


def test_a_table_below_a_heading_that_names_it_does_not_say_the_name_again() -> None:
    html = tables.grid(Grid(("A",), ((Cell("1"),),)), {})
    assert "<caption" not in html
    assert 'tabindex="0" role="group" aria-label="Table"' in html


def test_a_list_leads_to_records_and_tells_their_sources() -> None:
    html = tables.listing(
        Listing(
            (
                (
                    "2015",
                    (
                        Item("a", "Title", "16 October 2015", "Summary.", (("energy", "Energy"),), 2),
                        Item("z", "Nowhere"),
                    ),
                ),
            )
        ),
        HREFS,
    )
    assert '<h3 class="atlas-group">2015</h3>' in html
    assert '<a href="record?id=a" target="_self">Title</a>' in html
    assert "2 sources" in html
    assert "<b>Nowhere</b>" in html


def test_a_long_list_folds() -> None:
    groups = (("1950", (Item("a", "A"),)), ("1951", (Item("b", "B"),)), ("1960", (Item("c", "C"),)))
    html = tables.listing(Listing(groups, (("1950s", 2), ("1960s", 1))), HREFS)
    assert html.count("<details") == 2
    assert html.index("1950s") < html.index("B") < html.index("1960s") < html.index("C")


def test_the_rows_of_a_figure_are_words() -> None:
    rows = pd.DataFrame({"record_id": ["a", "b"], "value": [1100.0, float("nan")], "is_new": [True, False]})
    html = tables.frame(rows, HREFS, "Rows", {"a": "First", "b": "Second"})
    assert "First" in html
    assert "1\u202f100" in html
    assert ">–<" in html
    assert "yes" in html
    assert ">Is new<" in html
    assert "nan" not in html


def test_numbers_stand_right_below_each_other_and_words_and_names_of_rows_left() -> None:
    rows = (
        (Cell("1947"), Cell("1\u202f204"), Cell("−0.5"), Cell("12%"), Cell("about 3")),
        (Cell("1948"), Cell("7"), Cell("–"), Cell(""), Cell("4")),
    )
    html = tables.grid(Grid(("Year", "Events", "Change", "Share", "Stated"), rows), {})
    assert re.findall(r'<th scope="col"( class="atlas-number")?>(\w+)<', html) == [
        ("", "Year"),
        *((' class="atlas-number"', name) for name in ("Events", "Change", "Share")),
        ("", "Stated"),
    ]
    assert html.count('class="atlas-number"') == 9


def test_a_number_that_has_a_colour_stands_right_too() -> None:
    rows = ((Cell("The paper"), Cell("7", tone="holds")), (Cell("The comment"), Cell("12")))
    html = tables.grid(Grid(("Document", "supported"), rows), {})
    assert 'class="atlas-holds atlas-number"' in html


def test_no_text_of_the_data_becomes_markup() -> None:
    everywhere = [
        tables.grid(Grid((HOSTILE,), ((Cell(HOSTILE, "a", "holds"),),), {0: HOSTILE}), HREFS, HOSTILE),
        tables.listing(
            Listing(((HOSTILE, (Item("a", HOSTILE, HOSTILE, HOSTILE, (("energy", HOSTILE),), 1),)),)), HREFS
        ),
        tables.frame(pd.DataFrame({"record_id": ["a"], HOSTILE: [HOSTILE]}), HREFS, HOSTILE, {"a": HOSTILE}),
    ]
    for html in everywhere:
        assert "<img" not in html
        assert "&lt;img" in html


def test_a_long_table_leads_to_its_other_parts_and_a_cell_to_a_figure_or_out_of_the_atlas() -> None:
    older = Cell("Older: 51–100", params=(("part", "2"),), to="votes-list")
    grid = Grid(
        ("Vote",),
        ((Cell("the record", url="https://example.org/1"),),),
        further=(Ways("Part", (Cell("1–50"), older)),),
    )
    html = tables.grid(grid, {}, "Votes")
    assert '<b aria-current="true">1–50</b>' in html
    assert 'part=2#votes-list"' in html
    assert 'href="https://example.org/1" target="_blank"' in html


def test_cells_that_are_stretches_of_a_bar_have_their_width_and_the_names_of_columns_their_colours() -> None:
    rows = (
        (Cell("One"), Cell("1", tone="holds", share=0.25), Cell("0", tone="silent"), Cell("1", share=0.75)),
    )
    html = tables.grid(Grid(("Said in", "supported", "open", "all"), rows), {})
    assert 'class="atlas-grid atlas-bars"' in html
    assert '<th scope="col" class="atlas-holds atlas-number">supported</th>' in html
    assert '<th scope="col" class="atlas-number">open</th>' in html
    assert 'class="atlas-holds atlas-number" style="--share:0.2500">1</td>' in html
    assert 'class="atlas-silent atlas-number">0</td>' in html
