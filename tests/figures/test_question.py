"""A question hands a builder what its figure declares, and nothing else."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question, Undeclared, whole
from dashboard.figures.spec import EVENTS, KINDS, LAST_YEAR, THEMES, YEARS, Answer, FigureSpec, Option
from dashboard.model.figure import EmptyFigure
from dashboard.model.selection import Selection

SIZE = Option("size", "Size", {"small": "Small", "large": "Large"})
CHOICE = Selection(("energy",), ("news",), 1990, 2020)
PARTS = {
    "themes": {THEMES},
    "kinds": {KINDS},
    "years": {YEARS},
    "last_year": {YEARS, LAST_YEAR},
}


def build(question: Question) -> Answer:
    return EmptyFigure(question.spec.figure_id, "A title", "Nothing is there.", "Choose more.")


@pytest.fixture
def dataset(small_atlas: Atlas) -> Dataset:
    """The small data, fresh."""
    return Dataset(small_atlas)


@pytest.mark.parametrize("part", PARTS)
def test_a_filter_can_be_read_if_it_is_declared_and_only_then(dataset: Dataset, part: str) -> None:
    for follows in (THEMES, KINDS, YEARS, LAST_YEAR):
        question = Question(FigureSpec("a", build, frozenset({follows})), dataset, CHOICE)
        if follows in PARTS[part]:
            assert getattr(question, part)
        else:
            with pytest.raises(Undeclared, match="a does not declare"):
                getattr(question, part)


def test_events_need_all_three_filters(dataset: Dataset) -> None:
    assert len(Question(FigureSpec("a", build, EVENTS), dataset).events) == len(dataset.atlas["events"])
    for missing in EVENTS:
        with pytest.raises(Undeclared, match=f"follows {missing}"):
            _ = Question(FigureSpec("a", build, EVENTS - {missing}), dataset).events


def test_an_option_and_the_width_of_the_screen_can_be_read_if_they_are_declared(dataset: Dataset) -> None:
    declared = Question(FigureSpec("a", build, options=(SIZE,), fits_phone=True), dataset, narrow=True)
    assert declared.option(SIZE) == "small"
    assert declared.narrow
    bare = Question(FigureSpec("a", build), dataset, options={SIZE: ("large",)}, narrow=True)
    with pytest.raises(Undeclared, match="the option size"):
        bare.option(SIZE)
    with pytest.raises(Undeclared, match="on a phone"):
        _ = bare.narrow


def test_the_size_of_the_window_is_part_of_what_a_figure_that_fits_into_it_is_asked(dataset: Dataset) -> None:
    fitting = FigureSpec("a", build, fits_window=True)
    assert Question(fitting, dataset, window="large").window == "large"
    keys = {Question(fitting, dataset, window=size).key for size in ("", "small", "large")}
    assert len(keys) == 3
    large = Question(fitting, dataset, window="large")
    assert large.on_paper().window == large.drawn_for("dark", False).window == ""
    other = FigureSpec("a", build)
    assert Question(other, dataset, window="large").key == Question(other, dataset).key
    with pytest.raises(Undeclared, match="into a window"):
        _ = Question(other, dataset, window="large").window


def test_two_questions_are_the_same_if_they_agree_in_what_the_figure_declares(dataset: Dataset) -> None:
    spec = FigureSpec("a", build, frozenset({YEARS}), (SIZE,))
    asked = Question(spec, dataset, CHOICE).key
    assert (
        asked == Question(spec, dataset, Selection((), (), 1990, 2020), {SIZE: ("small",)}, narrow=True).key
    )
    assert asked != Question(spec, dataset, Selection((), (), 1991, 2020)).key
    assert asked != Question(spec, dataset, CHOICE, {SIZE: ("large",)}).key
    assert asked != Question(spec, dataset, CHOICE, mode="dark").key
    assert asked != Question(FigureSpec("b", build, spec.follows, spec.options), dataset, CHOICE).key


def test_what_a_figure_does_not_follow_stands_at_its_default(dataset: Dataset) -> None:
    def followed(*parts: str) -> Selection:
        return Question(FigureSpec("a", build, frozenset(parts)), dataset, CHOICE).followed

    assert followed() == whole(dataset)
    assert followed(THEMES, KINDS, YEARS) == CHOICE
    assert followed(LAST_YEAR) == Selection((), (), 1947, 2020)


def test_a_picture_on_paper_is_light_and_wide(dataset: Dataset) -> None:
    spec = FigureSpec("a", build, options=(SIZE,), fits_phone=True)
    screen = Question(spec, dataset, CHOICE, {SIZE: ("large",)}, "dark", narrow=True)
    assert screen.on_paper().key == Question(spec, dataset, CHOICE, {SIZE: ("large",)}).key


def test_the_same_question_for_another_ground_keeps_all_that_was_chosen(dataset: Dataset) -> None:
    spec = FigureSpec("a", build, frozenset({THEMES, YEARS}), (SIZE,), fits_phone=True)
    question = Question(spec, dataset, CHOICE, {SIZE: ("large",)}, "light")
    dark = question.drawn_for("dark", True)
    assert (dark.spec, dark.mode, dark.narrow) == (spec, "dark", True)
    assert (dark.followed, dark.chosen_options) == (question.followed, question.chosen_options)
    paper = dark.on_paper()
    assert (paper.mode, paper.narrow) == ("light", False)
    assert (paper.followed, paper.chosen_options) == (question.followed, question.chosen_options)
