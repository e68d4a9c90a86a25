"""Statements are shown under their sentences with verdict, record and sources."""

from __future__ import annotations

from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.model.statement import AGREES, DIFFERS, NOT_HELD, Finding, Sentence
from dashboard.views.verify import nothing_asked, statements, too_long

TITLES = {"treaty": "A treaty"}
NAMES = {"a": "Ada 1971", "b": "Herald", "c": "Gazette", "d": "Post"}
WRONG = Finding("date", "1961", 3, 7, DIFFERS, "treaty", "1960", ("a", "b", "c", "d"))
UNKNOWN = Finding("name", "Bob", 12, 15, NOT_HELD)
RIGHT = Finding("date", "1960", 0, 4, AGREES, "treaty", "1960", ("b",))


def shown(*sentences: Sentence) -> tuple[Figure, Grid]:
    figure = statements(sentences, TITLES, NAMES)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return figure, figure.drawing


def test_each_statement_has_its_verdict_its_record_and_its_sources() -> None:
    figure, grid = shown(Sentence("In 1961 with Bob.", (WRONG, UNKNOWN)), Sentence("Nothing.", ()))
    assert figure.title == "Of 2 statements 1 differs and 1 is not in the record"
    stated, verdict, ours, sources = grid.rows[0]
    assert (stated.text, verdict.text, verdict.tone) == ("1961", DIFFERS, "fails")
    assert (ours.text, ours.record_id) == ("1960 · A treaty", "treaty")
    assert sources.text == "Ada 1971; Herald; Gazette and 1 more"
    assert [cell.text for cell in grid.rows[1]] == ["Bob", NOT_HELD, "–", "–"]
    assert grid.groups == {0: "In 1961 with Bob."}


def test_only_statements_that_a_record_holds_are_rows_to_take_away() -> None:
    figure, _ = shown(Sentence("1960 with Bob.", (RIGHT, UNKNOWN)))
    assert figure.rows["stated"].tolist() == ["1960"]


def test_verdicts_are_counted_the_wrong_ones_first() -> None:
    figure, _ = shown(Sentence("x", (RIGHT, RIGHT, WRONG)))
    assert figure.message == "Of 3 statements 1 differs and 2 agree."


def test_a_text_of_nothing_or_of_other_things_or_too_long_is_told_so() -> None:
    other = statements([Sentence("With Bob.", (UNKNOWN,))], TITLES, NAMES)
    assert isinstance(other, EmptyFigure)
    assert other.title == "Nothing of it is in the record"
    assert nothing_asked().title == "Nothing to check yet"
    assert too_long(1001).why == "It has 1\u202f001 words."
