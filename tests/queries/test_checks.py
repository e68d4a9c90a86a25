"""Statements by verdict and by document."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries.checks import (
    AGAINST_ITSELF,
    AGAINST_OTHERS,
    VERDICTS,
    held_against,
    verdict_counts,
    with_verdict,
)

CHECKS = pd.DataFrame(
    {
        "check_id": ["a", "b", "c"],
        "source_id": ["one", "one", "two"],
        "verdict": ["supported", "contradicted", "supported"],
    }
)


def test_every_verdict_has_a_column_though_nobody_got_it() -> None:
    counts = verdict_counts(CHECKS).set_index("source_id")
    assert list(counts.columns) == list(VERDICTS)
    assert counts.loc["one"].tolist() == [1, 0, 1, 0]
    assert counts.loc["two"].tolist() == [1, 0, 0, 0]


def test_the_verdicts_are_those_of_the_vocabulary() -> None:
    assert tuple(VOCABULARIES["verdict"]) == VERDICTS


@pytest.mark.parametrize(
    ("verdicts", "found"),
    [
        ((), ["a", "b", "c"]),
        (("supported",), ["a", "c"]),
        (("partly",), []),
        (("supported", "contradicted"), ["a", "b", "c"]),
    ],
)
def test_a_filter_keeps_the_verdicts_asked_for(verdicts: tuple[str, ...], found: list[str]) -> None:
    assert list(with_verdict(CHECKS, verdicts)["check_id"]) == found


def test_a_slip_within_a_document_is_no_statement_tested_against_others() -> None:
    checks = CHECKS.assign(kind=["fact", "consistency", "fact"])
    assert list(held_against(checks, AGAINST_OTHERS)["check_id"]) == ["a", "c"]
    assert list(held_against(checks, AGAINST_ITSELF)["check_id"]) == ["b"]


def test_the_two_ways_of_testing_are_those_of_the_vocabulary() -> None:
    assert set(VOCABULARIES["check kind"]) == {AGAINST_OTHERS, AGAINST_ITSELF}
