"""The data page: any table whole, or the rows that hold some words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.figures.data import FIND, ROWS, TABLE
from dashboard.figures.dataset import Dataset
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]


@pytest.mark.parametrize(
    ("table", "find", "title"),
    [
        ("events", "", "Events: 8 rows"),
        ("events", "gas", "Events: 1 of 8 rows"),
        ("sources", "", "Sources: 6 rows"),
        ("checks", "contradicted", "Checks: 2 of 4 rows"),
    ],
)
def test_a_table_is_shown_whole_or_by_its_words(ask: Ask, table: str, find: str, title: str) -> None:
    assert ask(ROWS, options={TABLE: table, FIND: find}).title == title


def test_words_that_no_row_holds_are_named(ask: Ask) -> None:
    absence = ask(ROWS, options={TABLE: "events", FIND: "zzz"})
    assert isinstance(absence, EmptyFigure)
    assert "“zzz”" in absence.why


def test_the_list_of_tables_says_how_many_rows_each_has(dataset: Dataset) -> None:
    assert TABLE.choices_in(dataset)["sources"].startswith("sources (6): ")
    assert TABLE.default_in(dataset) == ("events",)


def test_the_number_of_rows_in_the_list_of_tables_is_written_as_everywhere(dataset: Dataset) -> None:
    events = dataset.atlas["events"]
    many = replace(dataset.atlas, frames={**dataset.atlas.frames, "events": pd.concat([events] * 200)})
    assert TABLE.choices_in(replace(dataset, atlas=many))["events"].startswith("events (1\u202f600): ")
