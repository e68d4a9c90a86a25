"""The lists and tables of changes: their order, their links and the rows that leave with them."""

from __future__ import annotations

from dashboard.model.change import ADDED, CORRECTIONS, REMOVED, VALUE, Change, Step
from dashboard.model.figure import EmptyFigure, Figure, Grid, Listing
from dashboard.views import changes

TITLES = {"a": "Event A", "b": "Event B", "c": "Event C", "s": "Paper S", "v": "Place V"}
FOUND = [
    Change("s", "sources", "", VALUE, "country", "", "GBR"),
    Change("v", "places", "", VALUE, "name", "Old", "New"),
    Change("c", "events", "Event C", ADDED),
    Change("a", "events", "", VALUE, "date", "1971", "1972", "read anew"),
    Change("b", "events", "", VALUE, "date", "1980", "1981", "misread", corrected=True),
    Change("x", "events", "Event X", REMOVED, why="entered twice", successor="a"),
]


def listed(kind: str = "") -> Figure | EmptyFigure:
    return changes.listing(FOUND, changes.of_kind(FOUND, kind), "0.1.0", "1 June 2022", kind, TITLES)


def test_sources_stand_last_and_corrections_first_and_what_is_new_after_what_changed() -> None:
    figure = listed()
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert [heading for heading, _ in figure.drawing.groups] == ["Events (4)", "Place (1)", "Source (1)"]
    events = [item.record_id for item in figure.drawing.groups[0][1]]
    assert events == ["b", "a", "a", "c"]
    assert figure.drawing.groups[0][1][0].tags == (("fails", "Correction"),)
    assert figure.drawing.groups[0][1][2].detail == "x: Given up: Event X (entered twice)."
    assert figure.title == "6 changes in 6 records since edition 0.1.0"


def test_each_kind_that_there_is_has_a_way_with_its_number() -> None:
    figure = listed(CORRECTIONS)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    (ways,) = figure.drawing.ways
    assert [cell.text for cell in ways.cells] == [
        "All changes 6",
        "New records 1",
        "Records given up 1",
        "Changed values 4",
        "Corrections 1",
    ]
    assert ways.cells[1].params == (("edition", "0.1.0"), ("change", "added"))
    assert ways.cells[-1].params == ()
    assert figure.title == "1 change in 1 record since edition 0.1.0: corrections"


def test_the_rows_hold_what_the_tables_state_and_name_a_record_that_there_is() -> None:
    rows = changes.rows_of(FOUND, TITLES).set_index("what", drop=False)
    assert list(rows["record_id"]) == ["s", "v", "c", "a", "b", "a"]
    assert rows.loc["country", "new"] == "GBR"
    assert list(rows["correction"]) == [False, False, False, False, True, False]
    assert list(rows["former_id"])[-1] == "x"


def test_an_edition_leads_to_the_list_since_the_one_before() -> None:
    figure = changes.editions(
        [Step("0.1.0", "0.2.0", tuple(FOUND))], {"0.1.0": "1 June 2022"}, "today", TITLES
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    ((name, *numbers),) = figure.drawing.rows
    assert (name.text, name.params, name.to) == ("0.2.0", (("edition", "0.1.0"),), "changes-list")
    assert [cell.text for cell in numbers] == ["today", "1", "1", "4", "1"]


def test_editions_in_which_nothing_changed_say_so() -> None:
    figure = changes.editions([Step("0.1.0", "0.2.0", ())], {"0.1.0": "1 June 2022"}, "today", TITLES)
    assert isinstance(figure, EmptyFigure)


def history_of(*found: Change) -> Figure:
    return changes.history([Step("0.1.0", "0.2.0", found)], {}, "1 June 2022", TITLES)


def test_the_history_of_a_new_record_has_no_column_of_dashes() -> None:
    figure = history_of(Change("c", "events", "Event C", ADDED))
    assert isinstance(figure.drawing, Grid)
    assert figure.drawing.header == ("What",)
    assert [[cell.text for cell in row] for row in figure.drawing.rows] == [["New record"]]
    assert (figure.title, figure.note) == ("New in edition 0.2.0", "")


def test_a_history_keeps_each_column_in_which_a_row_says_something_and_explains_its_dashes() -> None:
    figure = history_of(
        Change("a", "events", "", VALUE, "date", "1971", "1972", "read anew"),
        Change("a", "events", "", VALUE, "note", "", "About the port."),
    )
    assert isinstance(figure.drawing, Grid)
    assert figure.drawing.header == ("What", "Before", "Now", "Why")
    assert [cell.text for cell in figure.drawing.rows[1]] == ["Note", "–", "About the port.", "–"]
    assert "dash" in figure.note
