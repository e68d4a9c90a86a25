"""What was found is shown with its passage and who says it; what was not is said plainly."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.model.figure import EmptyFigure, Figure, Listing
from dashboard.model.found import Found, Passage, Results
from dashboard.views.find import MOST_VOTES, Told, nothing_asked, results, votes

TREATY = Found(
    "treaty", "events", "A treaty", "May 1960", Passage("signed in May", "paper", "para:4"), ((10, 13),)
)
DEPTH = Found("depth", "quantities", "As surveyed", "", Passage("As surveyed"), (), "The river")
RESULTS = Results(
    answered=True,
    read_as={},
    years=None,
    records=(TREATY, DEPTH),
    passages=(TREATY,),
    numbers=("depth",),
    total=45,
    part=2,
    tables={"events": 44, "quantities": 1},
    decades={1960: 44},
    without_choice=50,
)
NUMBERS = pd.DataFrame(
    {
        "value": [12.0],
        "unit": ["km"],
        "qualifier": ["about"],
        "period_caption": ["1970"],
        "summary": ["As surveyed"],
        "about": ["The river"],
    },
    index=["depth"],
)
TOLD = Told(
    NUMBERS,
    {"depth": ("A", "B", "C", "D"), "treaty": ("Herald",)},
    pd.Series({"treaty": 3}),
    {"paper": "Ada 1971"},
)


def drawn(found: Results = RESULTS, table: str = "") -> tuple[Figure, Listing]:
    figure = results(found, "river", table, TOLD)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    return figure, figure.drawing


def test_a_quote_stands_in_quotation_marks_with_its_paragraph_and_its_words_marked() -> None:
    _, listing = drawn()
    item = dict(listing.groups)["Best passages"][0]
    assert item.detail == "“signed in May”"
    assert [item.detail[begin:end] for begin, end in item.marks] == ["May"]
    assert item.tags == (("kind", "Ada 1971, paragraph 4"),)


def test_a_record_says_its_kind_its_date_and_how_many_sources_it_has() -> None:
    _, listing = drawn()
    treaty, depth = dict(listing.groups)["Records 21–22 of 45, best first"]
    assert (treaty.when, treaty.sources, treaty.tags[0]) == ("May 1960", 3, ("kind", "Event"))
    assert depth.detail == "The river"
    assert depth.tags[1] == ("kind", "A; B; C and 1 more")


def test_a_stated_number_stands_with_its_unit_its_subject_and_all_who_state_it() -> None:
    _, listing = drawn()
    (number,) = dict(listing.groups)["Numbers that sources state"]
    assert (number.title, number.detail) == ("about 12 km", "The river: As surveyed")
    assert number.tags == (("kind", "A; B; C; D"),)


def test_every_row_is_shown_once_although_a_passage_stands_above_its_record() -> None:
    figure, _ = drawn()
    assert figure.record_ids == ("treaty", "depth")


def test_ways_keep_the_question_and_the_way_chosen_now_is_no_link() -> None:
    _, listing = drawn(table="events")
    kinds, years = listing.ways
    assert [cell.text for cell in kinds.cells] == ["All (45)", "Events (44)", "Stated number (1)"]
    assert kinds.cells[1].params == ()
    assert kinds.cells[2].params == (("q", "river"), ("of", "quantities"))
    assert years.cells[0].params == (("q", "river"), ("of", "events"), ("years", "1960"), ("years", "1969"))
    (parts,) = listing.further
    assert [(cell.text, bool(cell.params)) for cell in parts.cells] == [
        ("1", True),
        ("2", False),
        ("3", True),
    ]


def test_what_the_record_does_not_hold_is_said_before_the_nearest_records() -> None:
    nothing = {"answered": False, "passages": (), "numbers": (), "part": 1}
    figure, listing = drawn(replace(RESULTS, **nothing, records=(TREATY,), total=1))
    assert figure.title == "Not in the record: “river”"
    assert listing.status == "No record holds what was asked; below is the 1 nearest record."
    assert listing.groups[-1][0] == "The nearest record"
    _, listing = drawn(replace(RESULTS, **nothing, total=2))
    assert listing.groups[-1][0] == "The nearest records 1–2 of 2, best first"


def test_a_question_of_which_the_names_are_held_is_not_told_to_be_out_of_the_record() -> None:
    lacking = replace(RESULTS, answered=False, near=True, unmet=("Torn", "مسجد"), total=14, part=1)
    figure, listing = drawn(lacking)
    assert figure.title == "No record holds all of these words: “river”"
    # A word that is read from the right has a direction of its own.
    words = "“Torn”, “\u2068مسجد\u2069”"
    assert listing.status == f"Below are the 14 nearest records. Not found in the first record: {words}."
    assert figure.message == f"{figure.title}. {listing.status}"


def test_words_that_the_first_record_lacks_are_named_although_it_answers() -> None:
    _, listing = drawn(replace(RESULTS, unmet=("bank",)))
    assert listing.status == "45 records found, best first. Not found in the first record: “bank”."


@pytest.mark.parametrize(("unmet", "words"), [((), "these words"), (("bank",), "the others")])
def test_a_record_that_holds_words_apart_is_said_to(unmet: tuple[str, ...], words: str) -> None:
    _, listing = drawn(replace(RESULTS, answered=False, unmet=unmet, apart=True))
    assert listing.status.endswith(f"The first record holds {words}, but not together.")


def test_how_a_question_was_read_is_said() -> None:
    _, listing = drawn(replace(RESULTS, read_as={"rivr": ("river", "rivet")}, years=(0, 1970)))
    assert listing.status == (
        "“rivr” was read as “river” and “rivet”. Read as of the years to 1970. 45 records found, best first."
    )


def test_nothing_found_says_whether_the_choice_or_the_record_has_nothing() -> None:
    nothing = replace(RESULTS, records=(), total=0)
    absent = results(nothing, "river", "events", TOLD)
    assert isinstance(absent, EmptyFigure)
    assert absent.why == "The whole record has 50 records for it, and none of the kind event in this choice."
    absent = results(replace(nothing, without_choice=0), "river", "", TOLD)
    assert isinstance(absent, EmptyFigure)
    assert absent.title == "Not in the record: “river”"
    assert nothing_asked().title == "Ask the record"


def test_roll_calls_are_listed_the_newest_first_and_counted_whole() -> None:
    many = pd.DataFrame(
        {
            "vote_id": [f"v{year}" for year in range(1950, 1960)],
            "date": [f"{year}-05-01" for year in range(1950, 1960)],
            "title": "Law of the sea",
            "symbol": "A/RES/1",
        }
    )
    figure = votes(many, "law sea")
    assert isinstance(figure, Figure)
    assert figure.title == "10 roll calls with “law sea” in the title, the newest 5"
    assert figure.record_ids[0] == "v1959"
    assert len(figure.record_ids) == MOST_VOTES
    assert isinstance(votes(many.iloc[:0], "law sea"), EmptyFigure)


def test_where_no_word_is_asked_of_roll_calls_none_is_missed() -> None:
    held = pd.DataFrame(columns=["vote_id", "date", "title", "symbol"])
    asked, unasked = votes(held, "seabed"), votes(held, "")
    assert isinstance(asked, EmptyFigure)
    assert isinstance(unasked, EmptyFigure)
    assert asked.why == "No title has all of these words."
    assert unasked.why == "Nothing is asked of their titles."
