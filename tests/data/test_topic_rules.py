"""The rule of a topic is a regular expression that asks for something."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.table import ROW
from dashboard.data.topic_rules import unreadable


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
