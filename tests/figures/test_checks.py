"""Checks: verdicts are counted by document, and the list holds those of one verdict."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.checks import LIST, PAGE, SORT, SPEAKER, VERDICT, VERDICTS, WORDS, slips_of
from dashboard.figures.dataset import Dataset
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.selection import Selection

Ask = Callable[..., Figure | EmptyFigure]


def test_verdicts_are_counted(ask: Ask) -> None:
    figure = ask(VERDICTS)
    counts = "1 supported, 1 partly supported, 1 contradicted, 0 cannot be verified"
    assert figure.title == f"3 statements tested: {counts}"
    assert isinstance(figure, Figure)
    assert figure.message == f"A table of verdicts by document, each row a stacked bar: {counts}."


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


def test_the_list_holds_those_of_a_document_where_a_number_of_the_table_led_to_it(
    ask: Ask, dataset: Dataset
) -> None:
    assert list(SPEAKER.choices_in(dataset).items())[:2] == [("all", "All"), ("voice-2020", "Voice 2020")]
    figure = ask(LIST, options={SPEAKER: "voice-2020", VERDICT: "partly"})
    assert isinstance(figure, Figure)
    assert figure.title == "1 statement with its finding: Voice 2020"
    assert set(figure.record_ids) == {"check-trade-2018"}


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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # In the quote alone, in the statement alone, in the finding alone.
        ("1100 kilometres", {"check-length"}),
        ("1100 km", {"check-length"}),
        ("They met", {"check-date"}),
        ("Customs returns", {"check-trade-2018"}),
    ],
)
def test_words_are_sought_in_quote_statement_and_finding(ask: Ask, words: str, expected: set[str]) -> None:
    figure = ask(LIST, options={WORDS: words})
    assert isinstance(figure, Figure)
    assert set(figure.record_ids) == expected


def test_statements_stand_by_document_unless_the_verdict_is_asked_for(ask: Ask) -> None:
    figure = ask(LIST)
    assert isinstance(figure, Figure)
    headings = [heading for heading, _ in figure.drawing.groups]  # type: ignore[union-attr]
    assert headings == ["Ada Voice: The pipeline and the port"]


def test_the_slips_of_a_document_are_held_against_itself_alone(dataset: Dataset) -> None:
    assert list(slips_of(dataset, "voice-2020")["check_id"]) == ["check-word"]
    assert slips_of(dataset, "paper-2021").empty


def test_the_page_counts_all_statements_and_slips(dataset: Dataset) -> None:
    assert PAGE.rows is not None
    assert PAGE.rows.number(dataset, Selection((), (), 1947, 2022)) == 4
