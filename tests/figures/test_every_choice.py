"""Every figure answers every choice: years, themes, kinds and options drawn by the thousand, the empty and
nearly empty ones by design.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, YEARS, FigureSpec, Option
from dashboard.model.figure import Chart, EmptyFigure, Figure
from dashboard.model.selection import Selection

DRAWN = 50
# Years in which a series has stated numbers but no observation, single years, the ends of the record.
BY_DESIGN = (
    (2023, 2026),
    (2022, 2025),
    (1947, 1980),
    (1947, 1947),
    (2026, 2026),
    (2016, 2016),
    (1964, 1964),
    (1990, 1992),
)
HOSTILE = ("", "nonsense", "<b>", "²", "-1", "9999999")


@pytest.fixture(scope="module")
def dataset(atlas: Atlas) -> Dataset:
    return Dataset(atlas)


def values_of(option: Option, dataset: Dataset, chance: random.Random) -> tuple[str, ...]:
    if option is RECORD:
        return (chance.choice([*dataset.atlas.table_of, "no-such-record"]),)
    choices = list(option.choices_in(dataset))
    if not choices:
        return (chance.choice(HOSTILE),)
    return (chance.choice(choices),)


def options_of(spec: FigureSpec, dataset: Dataset, chance: random.Random) -> dict[Option, tuple[str, ...]]:
    return {option: values_of(option, dataset, chance) for option in spec.options}


def choices_of(
    spec: FigureSpec, dataset: Dataset
) -> Iterator[tuple[Selection, dict[Option, tuple[str, ...]]]]:
    """Designed years under every small option, then drawn ones."""
    chance = random.Random(spec.figure_id)
    first, last = dataset.atlas.span
    for years in BY_DESIGN if YEARS in spec.follows else BY_DESIGN[:1]:
        small = [option for option in spec.options if 0 < len(option.choices_in(dataset)) <= 8]
        for values in product(*(option.choices_in(dataset) for option in small)):
            fixed = dict(zip(small, ((value,) for value in values), strict=True))
            yield Selection((), (), *years), {**options_of(spec, dataset, chance), **fixed}
    themes, kinds = list(dataset.atlas["themes"]["theme_id"]), ["official", "news", "document", "thinktank"]
    for _ in range(DRAWN):
        start = chance.randint(first, last)
        end = min(last, start + chance.choice((0, 1, 2, 5, 20, 80)))
        chosen = tuple(chance.sample(themes, chance.choice((0, 0, 1, 2))))
        yield (
            Selection(chosen, tuple(chance.sample(kinds, chance.choice((0, 0, 1)))), start, end),
            options_of(spec, dataset, chance),
        )


def test_it_is_built_or_says_why_there_is_nothing(figure_id: str, dataset: Dataset) -> None:
    spec = figures_in(dataset)[figure_id]
    answered = set()
    for selection, options in choices_of(spec, dataset):
        question = Question(spec, dataset, selection, options)
        # A figure reads nothing of a question but its key: choices of one key are one question.
        if question.key in answered:
            continue
        answered.add(question.key)
        answer = question.answer()
        if isinstance(answer, EmptyFigure):
            assert answer.why, (selection, options)
            assert answer.change, (selection, options)
            continue
        assert isinstance(answer, Figure), (selection, options)
        if isinstance(answer.drawing, Chart):
            assert "NaN" not in str(answer.drawing.spec), (selection, options)


def test_at_least_three_thousand_choices_are_walked(dataset: Dataset) -> None:
    assert sum(1 for spec in figures_in(dataset).values() for _ in choices_of(spec, dataset)) >= 3_000
