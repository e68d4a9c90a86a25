"""The questions that are followed are told with what each state did and how often the two stood apart."""

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure
from dashboard.views.vote_questions import questions

SEA = {"topic_id": "topic-sea", "label": "The sea", "first_year": 1980, "last_year": 1987, "votes": 4}
STOOD = {"CHN Y": 3, "CHN N": 0, "CHN A": 1, "USA Y": 0, "USA N": 3, "USA A": 1}
AIR = {"topic_id": "topic-air", "label": "The air", "first_year": 1990, "last_year": 1990, "votes": 9}


def test_a_question_says_what_each_did_and_leads_to_the_votes_apart():
    counts = pd.DataFrame([SEA | STOOD | {"both": 4, "opposite": 3, "partly": 0}])
    figure = questions(counts, "library", ("CHN", "USA"))
    assert isinstance(figure, Figure)
    [row] = figure.drawing.rows
    words = ["The sea", "1980–1987", "4", "3–0–1", "0–3–1", "3", "–"]
    assert [cell.text for cell in row] == words
    assert ("relation", "opposite") in row[5].params
    assert not row[6].params


def test_the_title_names_the_question_on_which_they_stood_opposite_most_often():
    rare = AIR | STOOD | {"both": 9, "opposite": 1, "partly": 8}
    counts = pd.DataFrame([rare, SEA | STOOD | {"both": 4, "opposite": 3, "partly": 0}])
    figure = questions(counts, "library", ("CHN", "USA"))
    assert figure.title.endswith("most often on The sea: in 3 of 4 votes that both cast")
    assert figure.drawing.rows[0][1].text == "1990"


def test_thousands_of_votes_are_parted_by_a_thin_space():
    many = SEA | STOOD | {"votes": 4442, "CHN Y": 1200, "both": 4000, "opposite": 3001, "partly": 0}
    figure = questions(pd.DataFrame([many]), "library", ("CHN", "USA"))
    row = [cell.text for cell in figure.drawing.rows[0]]
    assert (row[2], row[3], row[5]) == ("4\u202f442", "1\u202f200–0–1", "3\u202f001")
    assert figure.title.endswith("in 3\u202f001 of 4\u202f000 votes that both cast")
    assert "3\u202f001 opposite, 0 half apart" in figure.message


def test_no_vote_on_a_question_is_said():
    assert isinstance(questions(pd.DataFrame(), "library", ("CHN", "USA")), EmptyFigure)
