"""Every figure answers every choice: years, themes, kinds and options drawn by the thousand, the empty and
nearly empty ones by design.

Thousands are drawn on the small Atlas, where most choices find little or nothing, which is what breaks a
figure; on the real tables the designed ones and a few drawn ones are walked, for what only they hold.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, YEARS, FigureSpec, Option
from dashboard.model.figure import Chart, EmptyFigure, Figure
from dashboard.model.selection import Selection

DRAWN, DRAWN_ON_REAL = 40, 2
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
    spec: FigureSpec, dataset: Dataset, drawn: int
) -> Iterator[tuple[Selection, dict[Option, tuple[str, ...]]]]:
    """Designed years under every small option, then drawn ones."""
    chance = random.Random(spec.figure_id)
    first, last = dataset.atlas.span
    designed = dict.fromkeys((min(start, last), min(end, last)) for start, end in BY_DESIGN)
    for years in list(designed) if YEARS in spec.follows else [(first, last)]:
        small = [option for option in spec.options if 0 < len(option.choices_in(dataset)) <= 8]
        for values in product(*(option.choices_in(dataset) for option in small)):
            fixed = dict(zip(small, ((value,) for value in values), strict=True))
            yield Selection((), (), *years), {**options_of(spec, dataset, chance), **fixed}
    themes, kinds = list(dataset.atlas["themes"]["theme_id"]), ["official", "news", "document", "thinktank"]
    for _ in range(drawn):
        start = chance.randint(first, last)
        end = min(last, start + chance.choice((0, 1, 2, 5, 20, 80)))
        chosen = tuple(chance.sample(themes, chance.choice((0, 0, 1, 2))))
        yield (
            Selection(chosen, tuple(chance.sample(kinds, chance.choice((0, 0, 1)))), start, end),
            options_of(spec, dataset, chance),
        )


def walk(spec: FigureSpec, dataset: Dataset, drawn: int) -> None:
    answered = set()
    for selection, options in choices_of(spec, dataset, drawn):
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
            drawn = dict(answer.drawing.spec), dict(answer.drawing.data)
            assert "NaN" not in str(drawn[0]), (selection, options)


def test_on_the_real_tables_it_is_built_or_says_why_there_is_nothing(figure_id: str, real: Dataset) -> None:
    walk(figures_in(real)[figure_id], real, DRAWN_ON_REAL)


def test_on_small_tables_each_figure_is_built_or_says_why_there_is_nothing(dataset: Dataset) -> None:
    for spec in figures_in(dataset).values():
        walk(spec, dataset, DRAWN)


def test_at_least_three_thousand_choices_are_walked(dataset: Dataset, real: Dataset) -> None:
    walked = ((dataset, DRAWN), (real, DRAWN_ON_REAL))
    numbers = [
        sum(1 for _ in choices_of(spec, tables, drawn))
        for tables, drawn in walked
        for spec in figures_in(tables).values()
    ]
    assert sum(numbers) >= 3_000
    assert min(numbers) >= DRAWN_ON_REAL
