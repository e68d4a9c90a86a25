"""Recorded votes are listed in parts, with their count in words, and one is told whole."""

import pandas as pd
import pytest

from dashboard.model.figure import EmptyFigure, Figure
from dashboard.views import roll_calls

SOURCE = {"title": "The library", "seen": "2022-05-30", "archived": "https://copy.example/1"}
LABELS = {"topic-sea": "The sea"}


def a_vote(**cells: object) -> dict[str, object]:
    blank: dict[str, object] = {
        "vote_id": "a-res-1",
        "body": "general-assembly",
        "date": "1980-01-14",
        "symbol": "A/RES/1",
        "title": "Peace",
        "subjects": "",
        "kind": "resolution",
        "outcome": "adopted",
        "meeting": "",
        "yes": 104,
        "no": 18,
        "abstained": 17,
        "vetoed_by": (),
        "topics": ("topic-sea",),
        "un_url": "",
        "note": "",
        "source_id": "library",
        "year": 1980,
        "CHN": "Y",
        "USA": "N",
    }
    return blank | cells


@pytest.mark.parametrize(
    ("part", "first", "size"), [(1, "119", 25), (3, "069", 25), (99, "019", 20), (0, "119", 25)]
)
def test_the_list_comes_in_parts_of_twenty_five_newest_first(part, first, size):
    rows = [a_vote(vote_id=f"v-{number:03}", title=f"{number:03}", symbol="") for number in range(120)]
    figure = roll_calls.listing(pd.DataFrame(rows), part, ["CHN", "USA"])
    assert isinstance(figure, Figure)
    assert len(figure.drawing.rows) == size
    assert figure.drawing.rows[0][1].text == first


@pytest.mark.parametrize(
    ("part", "steps"),
    [
        (1, ["1–25", "Older: 26–50"]),
        (2, ["Newer: 1–25", "26–50", "Older: 51–75"]),
        (5, ["Newer: 76–100", "101–120"]),
    ],
)
def test_each_part_leads_to_its_neighbours_under_the_same_choice(part, steps):
    rows = [a_vote(vote_id=f"v-{number:03}") for number in range(120)]
    figure = roll_calls.listing(pd.DataFrame(rows), part, ["CHN"], [("topic", "topic-sea")])
    [ways] = figure.drawing.further
    assert [cell.text for cell in ways.cells] == steps
    leading = [cell for cell in ways.cells if cell.params]
    assert {cell.params[0] for cell in leading} == {("topic", "topic-sea")}
    assert {cell.to for cell in leading} == {"votes-list"}


def test_thousands_of_votes_are_parted_by_a_thin_space():
    rows = [a_vote(vote_id=f"v-{number:04}") for number in range(1100)]
    figure = roll_calls.listing(pd.DataFrame(rows), 41, ["CHN"])
    assert figure.title == "Votes 1\u202f001–1\u202f025 of 1\u202f100 votes"
    periods = pd.DataFrame({"first_year": [1968], "last_year": [1969], "votes": [1032], "known": [1031]})
    cells = [cell.text for cell in roll_calls.terms(periods, "CHN", "library").drawing.rows[0]]
    assert cells == ["1968–1969", "1\u202f032", "1\u202f031"]


def test_a_list_of_one_part_leads_nowhere():
    assert roll_calls.listing(pd.DataFrame([a_vote()]), 1, ["CHN"]).drawing.further == ()


def test_a_row_says_the_count_and_each_vote_in_words():
    figure = roll_calls.listing(pd.DataFrame([a_vote()]), 1, ["CHN", "USA"])
    assert isinstance(figure, Figure)
    assert [cell.text for cell in figure.drawing.rows[0]] == [
        "14 January 1980",
        "Peace (A/RES/1)",
        "104–18–17",
        "in favour",
        "against",
    ]
    assert figure.record_ids == ("a-res-1",)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, "104–18–17"),
        ({"yes": None}, "totals not held"),
        ({"outcome": "vetoed", "vetoed_by": ("CHN", "USA")}, "104–18–17; veto of China and United States"),
        ({"outcome": "not-adopted"}, "104–18–17; not adopted"),
    ],
)
def test_a_result_says_the_count_and_why_a_draft_failed(cells, words):
    assert roll_calls.result(a_vote(**cells)) == words


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        ({}, "104 in favour, 18 against and 17 abstained"),
        ({"yes": None}, "Totals not held"),
        ({"outcome": "not-adopted"}, "104 in favour, 18 against and 17 abstained; not adopted"),
    ],
)
def test_the_title_of_one_vote_says_its_count_in_words(cells, title):
    assert roll_calls.one(a_vote(**cells), ["CHN"], LABELS, SOURCE).title == title


def test_the_address_of_a_vote_carries_the_day_on_which_its_collection_was_seen():
    figure = roll_calls.one(a_vote(un_url="https://example.org/record/1"), ["CHN"], LABELS, SOURCE)
    (cell,) = [row[1] for row in figure.drawing.rows if row[1].url]
    assert (cell.url, cell.seen, cell.archived) == ("https://example.org/record/1", "2022-05-30", "")


def test_one_vote_is_told_with_every_state_that_was_a_member():
    vote = a_vote(USA="", un_url="https://example.org/record/1")
    figure = roll_calls.one(vote, ["CHN", "USA"], LABELS, SOURCE)
    told = {row[0].text: row[1].text for row in figure.drawing.rows}
    assert "https://example.org/record/1" in [row[1].url for row in figure.drawing.rows]
    assert told["Body"] == "General Assembly"
    assert told["Collection"] == "The library"
    assert told["Symbol"] == "A/RES/1"
    assert told["Topics"] == "The sea"
    assert told["China"] == "in favour"
    assert "United States" not in told


def test_terms_and_vetoes_say_their_number():
    periods = pd.DataFrame({"first_year": [1968], "last_year": [1969], "votes": [32], "known": [31]})
    terms = roll_calls.terms(periods, "CHN", "library")
    assert isinstance(terms, Figure)
    assert terms.title == "China sat in the Security Council in 1 term"
    assert terms.drawing.rows[0][0].params[0] == ("body", "security-council")
    vetoed = roll_calls.vetoes(pd.DataFrame([a_vote(vetoed_by=("CHN",), outcome="vetoed")]), "CHN", LABELS)
    assert isinstance(vetoed, Figure)
    assert vetoed.title == "1 veto of China on the region"


def test_the_votes_of_an_event_stand_with_their_counts_in_the_title():
    votes = pd.DataFrame([a_vote(), a_vote(vote_id="a-res-2", yes=2)])
    figure = roll_calls.of_event(votes, ["CHN", "USA"])
    assert isinstance(figure, Figure)
    assert figure.title == "How they voted: 104–18–17; 2–18–17"
    assert figure.record_ids == ("a-res-1", "a-res-2")


def test_an_event_without_a_vote_says_so():
    assert isinstance(roll_calls.of_event(pd.DataFrame(), ["CHN"]), EmptyFigure)


def test_a_title_that_the_library_begins_in_lower_case_begins_with_a_capital_and_stays_as_it_is_in_the_rows():
    vote = a_vote(title="on the situation in Haiti", symbol="S/RES/1")
    frame = pd.DataFrame([vote])
    for figure in (
        roll_calls.listing(frame, 1, ["CHN"]),
        roll_calls.of_event(frame, ["CHN"]),
        roll_calls.vetoes(frame, "CHN", LABELS),
    ):
        assert isinstance(figure, Figure)
        assert figure.drawing.rows[0][1].text.startswith("On the situation in Haiti")
        assert figure.rows["title"].tolist() == ["on the situation in Haiti"]
