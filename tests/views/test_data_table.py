"""A whole table on the data page, with the meaning of its columns."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import DataTable, EmptyFigure, Figure
from dashboard.model.schema import BY_NAME, TABLES
from dashboard.views.data_table import codebook, meaning, table_figure, tells_of_records


@pytest.mark.parametrize("table", filter(tells_of_records, TABLES), ids=lambda table: table.name)
def test_every_row_of_every_table_names_the_record_it_belongs_to(table: object, small_atlas: Atlas) -> None:
    own = small_atlas[table.name]  # type: ignore[attr-defined]
    figure = table_figure(table, own, len(own), "")  # type: ignore[arg-type]
    if own.empty:
        assert isinstance(figure, EmptyFigure)
        return
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, DataTable)
    of_no_record = set(small_atlas["glossary"].iloc[:, 0])
    assert set(figure.record_ids) - of_no_record <= set(small_atlas.table_of) | set(
        small_atlas["aliases"]["record_id"]
    )
    assert list(figure.drawing.columns) == [column.name for column in table.columns]  # type: ignore[attr-defined]


def test_words_that_no_row_holds_are_repeated_to_the_reader() -> None:
    absence = table_figure(
        BY_NAME["themes"],
        pd.DataFrame(columns=["theme_id", "label", "description", "colour_light", "colour_dark"]),
        9,
        "xyz",
    )
    assert isinstance(absence, EmptyFigure)
    assert "“xyz”" in absence.why


def test_the_meaning_of_a_column_names_the_words_that_it_may_hold() -> None:
    assert meaning(BY_NAME["evidence"].column("stance")).endswith(": supports, disputes")
    assert [row[0].text for row in codebook(BY_NAME["themes"]).rows] == [
        "theme_id",
        "label",
        "description",
        "colour_light",
        "colour_dark",
    ]


def test_a_table_of_words_is_no_figure() -> None:
    assert [table.name for table in TABLES if not tells_of_records(table)] == [
        "publishers",
        "families",
        "corrections",
        "event_votes",
        "glossary",
        "tours",
    ]
