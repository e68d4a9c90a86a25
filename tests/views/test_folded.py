"""A long table or list stands in parts of which the first is open, and nothing of it is left out."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from html import unescape

from dashboard.model.figure import Cell, Dot, DotLine, Dots, Grid, Item, Listing, Ways
from dashboard.views import folded
from dashboard.views.link import CHOICE, CHOICE_BUT_YEARS, under_choice

HELD = re.compile(r' data-held="([^"]*)"')


def rows(number: int) -> tuple[tuple[Cell, ...], ...]:
    return tuple((Cell(f"Row {place}."),) for place in range(number))


def whole(html: str) -> str:
    """With the rows of closed parts as the elements that they become."""
    return unescape(HELD.sub(lambda held: f">{unpacked(held[1])}<", html))


def unpacked(held: str) -> str:
    return zlib.decompress(b64decode(held)).decode()


def test_the_rows_of_a_closed_part_are_a_text_until_it_opens() -> None:
    html = folded.grid(Grid(("Name",), rows(75)), {})
    assert html.count("<tr>") == 1 + folded.PART, "its head and the rows of the open part"
    assert html.count(' data-held="') == 2
    assert all(whole(html).count(f">Row {place}.<") == 1 for place in range(75))
    own = folded.listing(Listing((("2016", (Item("r", "Item."),)),), folds=(("Ten years", 1),)), {})
    assert "Item." in whole(own)
    assert "<li" not in own


def test_a_closed_part_is_packed_and_the_same_under_every_choice() -> None:
    """It would be most of what a page sends, and be written anew for each choice."""
    cells = tuple((Cell(f"Row {place}.", f"row-{place}"),) for place in range(75))
    hrefs = {f"row-{place}": f"record?{CHOICE}id=row-{place}" for place in range(75)}
    html = folded.grid(Grid(("Name",), cells), hrefs)
    energy, trade = (under_choice(html, {"theme": [name], "years": ["1980", "1989"]}) for name in ("e", "t"))
    assert HELD.findall(energy) == HELD.findall(trade) == HELD.findall(html)
    assert all(len(held) < len(unpacked(held)) / 3 for held in HELD.findall(html))
    assert all(CHOICE in unpacked(held) for held in HELD.findall(html))
    assert energy.count(' data-choice="theme=e&amp;years=1980&amp;years=1989&amp;"') == 2
    assert energy.count(' data-choice-but-years="theme=e&amp;"') == 2
    assert CHOICE not in energy
    assert CHOICE_BUT_YEARS not in energy


def test_what_a_fold_shows_without_a_heading_is_not_held_back() -> None:
    groups = (("2016", (Item("a", "Open."),)), ("2017", (Item("b", "Closed."),)))
    html = folded.listing(Listing(groups, folds=(("", 1), ("Later", 1))), {})
    assert html.count("<li") == 1
    assert html.index("Open.") < html.index("<details")


def test_a_short_table_stands_whole_and_a_long_one_in_parts_of_twenty_five() -> None:
    assert "<details" not in folded.grid(Grid(("Name",), rows(folded.LONG)), {})
    html = folded.grid(Grid(("Name",), rows(75)), {})
    assert html.count("<details") == 3
    assert html.count(' open=""') == 1
    assert "<summary>Row 25.\u00a0to Row 49.</summary>" in html
    assert all(whole(html).count(f">Row {place}.<") == 1 for place in range(75))


def test_a_table_of_one_part_says_how_many_rows_that_holds() -> None:
    html = folded.grid(Grid(("Name",), rows(24)), {})
    assert "<summary>All 24</summary>" in html
    assert html.count("<details") == 1


def test_parts_keep_to_the_groups_of_a_table_and_say_their_names() -> None:
    html = folded.grid(Grid(("Name",), rows(70), {0: "Papers", 10: "News"}), {})
    assert "<summary>Papers (10)</summary>" in html
    counted = folded.grid(Grid(("Name",), rows(40), {0: "Talks: 10 meetings", 10: "Other 2016"}), {})
    assert "<summary>Talks: 10 meetings</summary>" in counted
    assert "<summary>News: Row 10.\u00a0to Row 34.</summary>" in html


def test_the_ways_to_other_parts_stand_above_and_below() -> None:
    above = Ways("Shown", (Cell("2016"), Cell("2017", params=(("of", "2017"),))))
    below = Ways("Further", (Cell("Next", params=(("part", "2"),)),))
    html = folded.grid(Grid(("Name",), rows(70), further=(below,), ways=(above,)), {})
    items = tuple(Item(f"r{place}", f"Item {place}.") for place in range(70))
    listed = folded.listing(Listing((("", items),), status="70 items", ways=(above,), further=(below,)), {})
    for shown in (html, listed):
        assert shown.index(">Shown<") < shown.index("<details")
        assert shown.rindex("</details>") < shown.index(">Further<")
    assert listed.index("70 items") < listed.index("<details")
    assert whole(html).count("<table") == 3, "no table without rows"


def test_a_long_list_stands_in_parts_and_one_with_folds_of_its_own_keeps_them() -> None:
    items = tuple(Item(f"r{place}", f"Item {place}.") for place in range(70))
    html = folded.listing(Listing((("2016", items[:30]), ("2017", items[30:]))), {})
    assert html.count("<details") == 4
    assert all(whole(html).count(f"Item {place}.<") >= 1 for place in range(70))
    own = folded.listing(Listing((("2016", items),), folds=(("Ten years", 1),)), {})
    assert own.count("<details") == 1


def test_many_lines_of_dots_stand_in_parts() -> None:
    line = DotLine("a", "A line: date", (Dot((0, 0), "2016", ("Dawn",)),))
    html = folded.lines(Dots((line,) * 20), {})
    assert html.count("<details") == 4
    assert whole(html).count('class="atlas-rail"') == 20


def test_many_parts_stand_together_under_headings_that_open() -> None:
    html = folded.grid(Grid(("Name",), rows(25 * 23)), {})
    assert whole(html).count("<details") == 23 + 2, "ten parts, then ten and three under a heading each"
    assert whole(html).count(' open=""') == 3, "the first part, and the first under each heading"
    assert html.count(' data-held="') == 9 + 2, "a text holds no further texts"
    assert "Row 0.\u00a0to Row 249." not in html, (
        "two headings of nearly the same words do not stand together"
    )
    assert "<summary>Row 250.\u00a0to Row 499.</summary>" in html
    assert "<summary>Row 500.\u00a0to Row 574.</summary>" in html
    assert all(whole(html).count(f">Row {place}.<") == 1 for place in range(25 * 23))


def test_short_parts_of_a_list_stand_open_together() -> None:
    items = tuple(Item(f"r{place}", f"Item {place}.") for place in range(30))
    html = folded.listing(Listing((("Best", items[:3]), ("Stated", items[3:6]), ("All", items[6:]))), {})
    assert [part.split("<")[0] for part in html.split('open=""><summary>')[1:]] == ["Best (3)", "Stated (3)"]
    alone = folded.listing(Listing((("Best", items[:8]), ("Stated", items[8:10]), ("All", items[10:]))), {})
    assert alone.count(' open=""') == 1


def test_a_name_says_a_number_a_row_and_a_group_once() -> None:
    same = (*rows(21)[:20], (Cell("Row 0."),))
    html = whole(folded.grid(Grid(("Name",), (*same, *rows(4)), {0: "Papers (21)", 21: "News"}), {}))
    assert "<summary>Papers (21)</summary>" in html
    alike = whole(folded.grid(Grid(("Name",), (*rows(25), *((Cell("Same"),),) * 2)), {}))
    assert "<summary>Same, 26–27</summary>" in alike
    many = whole(folded.grid(Grid(("Name",), rows(550), {0: "Papers"}), {}))
    assert "<summary>Papers: Row 250.\u00a0to Row 499.</summary>" in many
    single = whole(folded.grid(Grid(("Name",), rows(476), {0: "Papers"}), {}))
    assert "<summary>Papers: Row 250.\u00a0to Row 475.</summary>" in single


def test_the_open_part_holds_few_rows_where_they_are_long_and_the_others_as_many_as_ever() -> None:
    words = "x" * (folded.LETTERS // 10)
    long = tuple((Cell(f"{place}."), Cell(words)) for place in range(60))
    table = folded.grid(Grid(("Name", "Words"), long), {})
    assert len(re.findall(r"<tr>", HELD.sub("", table))) == 1 + 9, "its head and the rows that fit"
    assert "<summary>9.\u00a0to 33.</summary>" in table
    items = tuple(Item(f"r{place}", f"Item {place}.", detail=words) for place in range(60))
    listed = folded.listing(Listing((("", items),)), {})
    assert HELD.sub("", listed).count("<li") == 9
    assert all(whole(listed).count(f"Item {place}.<") >= 1 for place in range(60))
    longest = tuple(Item(f"r{place}", f"Item {place}.", detail=words * 10) for place in range(60))
    least = folded.listing(Listing((("", longest),)), {})
    assert HELD.sub("", least).count("<li") == folded.LEAST, "a few, whatever their length"


def test_a_part_is_not_cut_for_the_sake_of_a_few_rows() -> None:
    words = "x" * (folded.LETTERS // 22)
    items = tuple(Item(f"r{place}", f"Item {place}.", detail=words) for place in range(24))
    assert folded.listing(Listing((("", items),)), {}).count("<details") == 1


def test_the_columns_of_all_parts_stand_below_each_other() -> None:
    cells = [(Cell(f"Row {place}."), Cell(str(place)), Cell("x" * (place % 40))) for place in range(60)]
    words = [*cells[:25], *((name, Cell("–"), word) for name, _, word in cells[25:])]
    html = whole(folded.grid(Grid(("Name", "Number", "Words"), tuple(words)), {}))
    heads = re.findall(r"<thead>.*?</thead>", html)
    assert len(heads) == 3
    assert len(set(heads)) == 1
    assert 'class="atlas-number" style="width: ' in heads[0]


def test_a_part_of_a_group_does_not_say_again_how_many_the_group_holds_and_titles_are_cut_at_a_word() -> None:
    items = tuple(Item(f"r{place}", f"Pakistan sells cotton, to the Soviet {place}") for place in range(60))
    html = folded.listing(Listing((("Events (1\u202f437)", items),)), {})
    assert "<summary>Events: Pakistan sells…, 1–25</summary>" in html
    assert "<summary>Events: Pakistan sells…, 26–50</summary>" in html
    assert "(1\u202f437)" not in html


def test_a_heading_over_parts_that_are_called_alike_does_not_say_the_places_of_some() -> None:
    items = tuple(Item(f"r{place}", "Alike") for place in range(25 * 21))
    html = whole(folded.listing(Listing((("news", items),)), {}))
    assert "<summary>News: Alike</summary>" in html
    assert "<summary>News: Alike, 251–275</summary>" in html
