"""A paragraph is held against the record, and nothing of it stays."""

from __future__ import annotations

import logging

import pytest

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question, Undeclared
from dashboard.figures.rendered import rendered
from dashboard.figures.timeline import STRIP
from dashboard.figures.verify import STATEMENTS
from dashboard.model.figure import EmptyFigure, Figure

SECRET = "Agreement on the river pipeline in 1999, says Quillfeather"


def test_what_differs_is_shown_with_its_record(dataset: Dataset) -> None:
    figure = Question(STATEMENTS, dataset, text=SECRET).answer()
    assert isinstance(figure, Figure)
    assert "pipeline-agreement" in figure.record_ids


def test_no_text_and_too_much_text_are_told_apart(dataset: Dataset) -> None:
    for text, title in {" ": "Nothing to check yet", "word " * 1001: "The text is too long"}.items():
        empty = Question(STATEMENTS, dataset, text=text).answer()
        assert isinstance(empty, EmptyFigure)
        assert empty.title == title


def test_nothing_of_a_text_is_kept_or_logged(
    dataset: Dataset, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    question = Question(STATEMENTS, dataset, text=SECRET)
    with caplog.at_level(logging.DEBUG):
        assert "1999" in rendered(question).before
    assert "Quillfeather" not in repr(question.key)
    for cache in (dataset.figures, dataset.frames, dataset.texts):
        kept = [(key, answer.result()) for key, answer in cache._answers.items()]
        assert "Quillfeather" not in repr(kept)
    assert "Quillfeather" not in caplog.text + "".join(capsys.readouterr())


def test_other_figures_have_no_text(dataset: Dataset) -> None:
    with pytest.raises(Undeclared, match="timeline-strip"):
        _ = Question(STRIP, dataset, text=SECRET).text
