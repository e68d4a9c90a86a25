"""Votes are shown with the number of votes under each share, and each number leads to its list."""

import pandas as pd
import pytest

from dashboard.model.figure import Absence, Figure
from dashboard.views import votes

LABELS = {"topic-sea": "The sea"}


def shares(**columns: list[object]) -> pd.DataFrame:
    blank = {"state": ["USA", "USA"], "year": [1981, 1992], "votes": [10, 30], "identical": [0.8, 0.2], "index": [0.9, 0.5], "opposite": [1, 9]}
    return pd.DataFrame({**blank, **columns}).assign(record_id="library")


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


def test_the_title_names_the_decade_of_most_agreement_weighed_by_votes():
    figure = votes.agreement(shares(), ("CHN", "USA"), "identical", "light")
    assert isinstance(figure, Figure)
    assert figure.title == "China and United States voted alike most often in the 1980s: 80 per cent"
    assert "United States: 80 per cent in 1981, 20 per cent in 1992, lowest 20 per cent, highest 80 per cent." in figure.message


def test_the_measure_changes_what_is_drawn():
    index = votes.agreement(shares(), ("CHN", "USA"), "index", "light")
    assert isinstance(index, Figure)
    assert index.drawing.data["shares"]["share"].tolist() == [0.9, 0.5]


def test_years_of_few_votes_stay_in_the_table_and_out_of_the_drawing():
    figure = votes.agreement(shares(votes=[votes.FEWEST - 1, 30]), ("CHN", "USA"), "identical", "light")
    assert isinstance(figure, Figure)
    assert figure.drawing.data["shares"]["year"].tolist() == [1992]
    assert figure.rows["year"].tolist() == [1981, 1992]


def test_nothing_to_draw_says_why_and_what_to_change():
    found = votes.agreement(shares(votes=[1, 2]), ("CHN", "USA"), "identical", "light")
    assert isinstance(found, Absence)
    assert found.change == "Widen the years."


def test_each_cell_of_decade_and_topic_leads_to_its_list():
    counts = pd.DataFrame(
        {"decade": [1980, 1980, 1990], "topic": ["topic-sea", "topic-sea", ""], "relation": ["opposite", "partly", "partly"], "votes": [12, 3, 2]}
    )
    figure = votes.apart(counts, ["library"], ("CHN", "USA"), LABELS)
    assert isinstance(figure, Figure)
    assert figure.title == "Where China and United States voted apart, most in the 1980s"
    sea, none = figure.drawing.rows
    assert [cell.text for cell in sea] == ["The sea", "12 + 3", "–"]
    assert sea[1].params == (("topic", "topic-sea"), ("relation", "apart"), ("years", "1980"), ("years", "1989"))
    assert [cell.text for cell in none] == ["No topic by our rules", "–", "0 + 2"]


def test_topics_stand_by_the_number_of_votes_and_say_it():
    table = pd.DataFrame(
        {"topic": ["", "topic-sea"], "state": ["USA", "USA"], "votes": [4, 9], "identical": [1.0, 1 / 3], "index": [1, 0.5], "opposite": [0, 3]}
    )
    figure = votes.by_topic(table.assign(record_id="library"), ["USA"], LABELS, "CHN")
    assert isinstance(figure, Figure)
    assert [[cell.text for cell in row] for row in figure.drawing.rows] == [["The sea", "33 per cent", "9"], ["No topic by our rules", "100 per cent", "4"]]


@pytest.mark.parametrize(("part", "first", "size"), [(1, "119", 50), (3, "019", 20), (99, "019", 20), (0, "119", 50)])
def test_the_list_comes_in_parts_of_fifty_newest_first(part, first, size):
    rows = [a_vote(vote_id=f"v-{number:03}", title=f"{number:03}", symbol="") for number in range(120)]
    figure = votes.listing(pd.DataFrame(rows), part, ["CHN", "USA"])
    assert isinstance(figure, Figure)
    assert len(figure.drawing.rows) == size
    assert figure.drawing.rows[0][1].text == first


def test_a_row_says_the_count_and_each_vote_in_words():
    figure = votes.listing(pd.DataFrame([a_vote()]), 1, ["CHN", "USA"])
    assert isinstance(figure, Figure)
    assert [cell.text for cell in figure.drawing.rows[0]] == ["14 January 1980", "Peace (A/RES/1)", "104–18–17", "in favour", "against"]
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
    assert votes.result(a_vote(**cells)) == words


def test_one_vote_is_told_with_every_state_that_was_a_member():
    figure = votes.one(a_vote(USA=""), ["CHN", "USA"], LABELS, "The library")
    told = {row[0].text: row[1].text for row in figure.drawing.rows}
    assert told["Symbol"] == "A/RES/1"
    assert told["Topics"] == "The sea"
    assert told["China"] == "in favour"
    assert "United States" not in told


def test_terms_and_vetoes_say_their_number():
    periods = pd.DataFrame({"first_year": [1968], "last_year": [1969], "votes": [32], "known": [31]})
    terms = votes.terms(periods, "CHN", "library")
    assert isinstance(terms, Figure)
    assert terms.title == "China sat in the Security Council in 1 term"
    assert terms.drawing.rows[0][0].params[0] == ("body", "security-council")
    vetoed = votes.vetoes(pd.DataFrame([a_vote(vetoed_by=("CHN",), outcome="vetoed")]), "CHN", LABELS)
    assert isinstance(vetoed, Figure)
    assert vetoed.title == "1 veto of China on the region"
