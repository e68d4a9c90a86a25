"""The rule of a topic is a regular expression that asks for something."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.table import ROW
from dashboard.data.topic_rules import followed_outside, idle, unreadable


def problems(*rules: str) -> list[tuple[int, str]]:
    topics = pd.DataFrame({"rule": rules, ROW: range(2, len(rules) + 2)})
    return [(fault.row, fault.problem) for fault in unreadable({"vote_topics": topics})]


def test_a_rule_that_asks_for_a_word_is_one() -> None:
    assert problems(r"\briver", "sea|lake", "^a/res/1") == []


@pytest.mark.parametrize("rule", ["(", "[a", "*", "(?P<a>x)(?P<a>y)", "a{2,1}", "x{99999999999}", "(?<=a+)b"])
def test_what_is_no_expression_is_told_at_its_row(rule: str) -> None:
    assert problems("sea", rule) == [(3, "not a rule")]


@pytest.mark.parametrize("rule", ["^", "sea|", "x*", "(?:)"])
def test_what_every_vote_meets_is_told(rule: str) -> None:
    assert problems(rule) == [(2, "a rule that every vote meets")]


VOTES = pd.DataFrame(
    {
        "date": ["1947-11-29", "2026"],
        "symbol": ["A/RES/1", "A/RES/2"],
        "title": ["Waters of the river", "The sea"],
        "subjects": ["", "FISH"],
    }
)


@pytest.mark.parametrize(
    ("rule", "is_idle"), [("river", False), ("fish|lake", False), ("lake", True), ("(", False)]
)
def test_a_rule_that_no_vote_meets_is_told(rule: str, is_idle: bool) -> None:
    topics = pd.DataFrame({"rule": [rule], ROW: [2]})
    found = [(fault.row, fault.problem) for fault in idle({"vote_topics": topics, "votes": VOTES})]
    assert found == ([(2, "a rule that no vote meets")] if is_idle else [])


@pytest.mark.parametrize(
    ("followed", "is_outside"),
    [
        ("", False),
        ("1947/2026", False),
        ("1980/..", False),
        ("1946/1980", True),
        ("1980/2027", True),
        ("1800/..", True),
        ("no date", False),
    ],
)
def test_a_topic_is_followed_in_years_that_have_votes(followed: str, is_outside: bool) -> None:
    topics = pd.DataFrame({"followed": [followed], ROW: [2]})
    found = [(fault.row, fault.found) for fault in followed_outside({"vote_topics": topics, "votes": VOTES})]
    assert found == ([(2, followed)] if is_outside else [])
