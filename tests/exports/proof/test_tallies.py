"""Tallies of roll calls are computed again by their definitions, worked out here by hand."""

from __future__ import annotations

import pytest

from dashboard.exports.proof.database import Database
from dashboard.exports.proof.scope import Scope
from dashboard.exports.proof.written import written_for

SCOPE = Scope((1990, 1999), ("AAA", "BBB"))
HEADER = ("vote_id", "body", "date", "kind", "repeats", "topics", "source_id", "AAA", "BBB")
VOTES = [
    ("v1", "general-assembly", "1990-01-01", "resolution", "", "t", "s", "Y", "Y"),
    ("v2", "general-assembly", "1990-02-01", "resolution", "", "t;u", "s", "Y", "A"),
    ("v3", "general-assembly", "1990-03-01", "decision", "", "", "s", "Y", "N"),
    ("v4", "general-assembly", "1990-04-01", "draft", "", "", "s", "N", "N"),
    # These do not count: a paragraph, a text printed twice, a vote that one did not cast, another body.
    ("v5", "general-assembly", "1990-05-01", "paragraph", "", "t", "s", "Y", "N"),
    ("v6", "general-assembly", "1990-06-01", "resolution", "v1", "t", "s", "Y", "N"),
    ("v7", "general-assembly", "1990-07-01", "resolution", "", "t", "s", "Y", "X"),
    ("v8", "security-council", "1990-08-01", "resolution", "", "t", "s", "Y", "?"),
    ("v9", "security-council", "1992-08-01", "resolution", "", "", "s", "?", "Y"),
]
TOPICS = [("t", "Topic", "1980/1991"), ("u", "Other", "")]


def computed(figure_id: str, votes: list[tuple[str, ...]] = VOTES) -> list[tuple[object, ...]]:
    base = Database()
    base.load("votes", (HEADER, votes))
    base.load("vote_topics", (("topic_id", "label", "followed"), TOPICS))
    query = written_for(figure_id, SCOPE)
    assert query
    return base.rows(query.sql)


def test_agreement_counts_whole_texts_once_and_an_abstention_half() -> None:
    assert computed("votes-agreement") == [("s", "BBB", 1990, 4, 0.5, 0.625, 1)]


def test_a_changed_vote_changes_the_tally() -> None:
    changed = [("v4", *VOTES[3][1:-1], "Y") if row[0] == "v4" else row for row in VOTES]
    assert computed("votes-agreement", changed) == [("s", "BBB", 1990, 4, 0.25, 0.375, 2)]


def test_a_roll_call_counts_for_each_of_its_topics_and_for_none() -> None:
    assert computed("votes-topics") == [
        ("s", None, "BBB", 2, 0.5, 0.5, 1),
        ("s", "t", "BBB", 2, 0.5, 0.75, 0),
        ("s", "u", "BBB", 1, 0.0, 0.5, 0),
    ]


def test_votes_apart_are_counted_by_decade_and_topic() -> None:
    assert computed("votes-apart") == [
        (1990, "no topic by our rules", "opposite", 1, "s"),
        (1990, "Topic", "partly", 1, "s"),
        (1990, "Other", "partly", 1, "s"),
    ]


def test_a_question_is_followed_in_its_years_in_both_bodies() -> None:
    assert computed("votes-questions") == [
        ("Topic", 1990, 1991, 4, 4, 0, 0, 1, 0, 1, 2, 0, 1, "s"),
    ]


def test_years_in_the_council_that_follow_each_other_are_one_term() -> None:
    assert computed("votes-terms") == [(1990, 1990, 1, 1, "s"), (1992, 1992, 1, 0, "s")]


@pytest.mark.parametrize("figure_id", ["timeline-strip", "votes-list"])
def test_a_figure_whose_rows_are_read_has_no_query_of_its_own(figure_id: str) -> None:
    assert not written_for(figure_id, SCOPE)
