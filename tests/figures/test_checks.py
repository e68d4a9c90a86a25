"""Checks: verdicts are counted by document, and the list holds those of one verdict."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.checks import LIST, SORT, VERDICT, VERDICTS, WORDS
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]


def test_verdicts_are_counted(ask: Ask) -> None:
    figure = ask(VERDICTS)
    counts = "1 supported, 1 partly supported, 1 contradicted, 0 cannot be verified"
    assert figure.title == f"3 statements tested: {counts}"
    assert isinstance(figure, Figure)
    assert figure.message == f"A table of verdicts by document: {counts}."


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("all", {"check-trade-2018", "check-length", "check-date"}),
        ("supported", {"check-date"}),
        ("partly", {"check-trade-2018"}),
        ("contradicted", {"check-length"}),
    ],
)
def test_the_list_holds_those_of_the_verdict(ask: Ask, verdict: str, expected: set[str]) -> None:
    figure = ask(LIST, options={VERDICT: verdict})
    assert isinstance(figure, Figure)
    assert set(figure.record_ids) == expected
    assert figure.title.startswith(f"{len(expected)} statement")


def test_a_verdict_that_nothing_got_says_so(ask: Ask) -> None:
    assert isinstance(ask(LIST, options={VERDICT: "unverifiable"}), EmptyFigure)


def test_the_choices_are_all_verdicts_in_words() -> None:
    assert VERDICT.choices == {
        "all": "All verdicts",
        "supported": "Supported",
        "partly": "Partly supported",
        "contradicted": "Contradicted",
        "unverifiable": "Cannot be verified",
    }


def test_statements_can_be_searched_and_stand_by_verdict(ask: Ask) -> None:
    whole = ask(LIST)
    assert isinstance(whole, Figure)
    sorted_by_verdict = ask(LIST, options={SORT: "verdict"})
    assert isinstance(sorted_by_verdict, Figure)
    for heading, items in sorted_by_verdict.drawing.groups:  # type: ignore[union-attr]
        assert {item.tags[0][1].capitalize() for item in items} == {heading}
    assert set(sorted_by_verdict.record_ids) == set(whole.record_ids)
    claim = str(whole.rows["claim"].iloc[-1])
    found = ask(LIST, options={WORDS: claim})
    assert isinstance(found, Figure)
    assert claim in set(found.rows["claim"])
    assert len(found.rows) < len(whole.rows)
