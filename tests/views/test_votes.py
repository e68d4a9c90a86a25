"""Votes are shown with the number of votes under each share, and each number leads to its list."""

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.vote import FEWEST
from dashboard.views import votes

LABELS = {"topic-sea": "The sea"}


def shares(**columns: list[object]) -> pd.DataFrame:
    blank = {
        "state": ["USA", "USA"],
        "year": [1981, 1992],
        "votes": [10, 30],
        "identical": [0.8, 0.2],
        "index": [0.9, 0.5],
        "opposite": [1, 9],
    }
    return pd.DataFrame({**blank, **columns}).assign(record_id="library")


def test_the_title_names_the_decade_of_most_agreement_weighed_by_votes():
    figure = votes.agreement(shares(), ("CHN", "USA"), "identical", "light")
    assert isinstance(figure, Figure)
    assert figure.title == "China and United States voted alike most often in the 1980s: 80 per cent"
    assert (
        "United States: 80 per cent in 1981, 20 per cent in 1992, lowest 20 per cent, highest 80 per cent."
        in figure.message
    )


def test_the_years_under_the_lines_are_round_ones():
    long = shares(year=[1947, 2026])
    figure = votes.agreement(long, ("CHN", "USA"), "identical", "light")
    points = next(layer for layer in figure.drawing.spec["layer"] if layer["mark"]["type"] == "line")
    assert points["encoding"]["x"]["axis"]["values"] == list(range(1950, 2026, 5))


def test_the_measure_changes_what_is_drawn():
    index = votes.agreement(shares(), ("CHN", "USA"), "index", "light")
    assert isinstance(index, Figure)
    assert index.drawing.data["shares"]["share"].tolist() == [0.9, 0.5]


def test_years_of_few_votes_stay_in_the_table_and_out_of_the_drawing():
    figure = votes.agreement(shares(votes=[FEWEST - 1, 30]), ("CHN", "USA"), "identical", "light")
    assert isinstance(figure, Figure)
    assert figure.drawing.data["shares"]["year"].tolist() == [1992]
    assert figure.rows["year"].tolist() == [1981, 1992]


def test_nothing_to_draw_says_why_and_what_to_change():
    found = votes.agreement(shares(votes=[1, 2]), ("CHN", "USA"), "identical", "light")
    assert isinstance(found, EmptyFigure)
    assert found.change == "Widen the years."


def test_each_cell_of_decade_and_topic_leads_to_its_list():
    counts = pd.DataFrame(
        {
            "decade": [1980, 1980, 1990],
            "topic": ["topic-sea", "topic-sea", ""],
            "relation": ["opposite", "partly", "partly"],
            "votes": [12, 3, 2],
        }
    )
    figure = votes.apart(counts, ["library"], ("CHN", "USA"), LABELS)
    assert isinstance(figure, Figure)
    assert figure.title == "Where China and United States voted apart, most in the 1980s"
    sea, none = figure.drawing.rows
    assert [cell.text for cell in sea] == ["The sea", "12\u00a0+\u00a03", "–"]
    assert sea[1].params == (
        ("topic", "topic-sea"),
        ("relation", "apart"),
        ("body", "general-assembly"),
        ("what", "whole"),
        ("years", "1980"),
        ("years", "1989"),
    )
    assert [cell.text for cell in none] == ["No topic by our rules", "–", "0\u00a0+\u00a02"]


def test_thousands_of_votes_are_parted_by_a_thin_space() -> None:
    counts = pd.DataFrame(
        {
            "decade": 1980,
            "topic": "topic-sea",
            "relation": ["opposite", "partly"],
            "votes": [1442, 1001],
        }
    )
    [row] = votes.apart(counts, ["library"], ("CHN", "USA"), LABELS).drawing.rows
    assert row[1].text == "1\u202f442\u00a0+\u00a01\u202f001"
    table = shares(votes=[1442, 1001]).assign(topic="topic-sea")
    [topic] = votes.by_topic(table.iloc[:1], ["USA"], LABELS, "CHN").drawing.rows
    assert topic[-1].text == "1\u202f442"


def test_topics_stand_by_the_number_of_votes_and_say_it():
    table = pd.DataFrame(
        {
            "topic": ["", "topic-sea"],
            "state": ["USA", "USA"],
            "votes": [4, 9],
            "identical": [1.0, 1 / 3],
            "index": [1, 0.5],
            "opposite": [0, 3],
        }
    )
    figure = votes.by_topic(table.assign(record_id="library"), ["USA"], LABELS, "CHN")
    assert isinstance(figure, Figure)
    assert [[cell.text for cell in row] for row in figure.drawing.rows] == [
        ["The sea", "33 per cent", "9"],
        ["No topic by our rules", "100 per cent", "4"],
    ]


def test_the_title_of_topics_names_the_two_on_which_the_pair_agreed_most_and_least():
    table = pd.DataFrame(
        {
            "topic": ["topic-sea", "topic-arms", "topic-few", ""],
            "state": "USA",
            "votes": [40, 20, 19, 90],
            "identical": [0.9, 0.25, 0.1, 0.01],
            "index": 0.5,
            "opposite": 1,
            "record_id": "library",
        }
    )
    labels = {"topic-sea": "The sea", "topic-arms": "Arms", "topic-few": "Few"}
    figure = votes.by_topic(table, ["USA"], labels, "CHN")
    # The topic of 19 votes, and votes without a topic, are in the table only.
    said = "China and United States voted alike most on The sea (90 per cent), least on Arms (25 per cent)"
    assert figure.title == said
    alone = votes.by_topic(table.iloc[:1], ["USA"], labels, "CHN")
    assert alone.title == "On what China voted like others, by topic"


def test_years_of_one_decade_have_their_share_as_title_and_no_best_decade() -> None:
    decade = votes.agreement(shares(year=[1981, 1983]), ("CHN", "USA"), "identical", "light")
    assert decade.title == "China and United States voted alike in 1981–1983: 35 per cent"
    year = votes.agreement(shares().iloc[:1], ("CHN", "USA"), "identical", "light")
    assert year.title == "China and United States voted alike in 1981: 80 per cent"


def test_votes_apart_in_one_decade_are_titled_by_their_topic() -> None:
    counts = pd.DataFrame(
        {
            "decade": 1980,
            "topic": ["topic-sea", "topic-sea", ""],
            "relation": ["opposite", "partly", "partly"],
            "votes": [12, 3, 2],
        }
    )
    figure = votes.apart(counts, ["library"], ("CHN", "USA"), LABELS)
    assert figure.title == "Where China and United States voted apart, most on The sea: 15 votes"
