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
    figure = table_figure(table, own, len(own), "", {})  # type: ignore[arg-type]
    if own.empty:
        assert isinstance(figure, EmptyFigure)
        return
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, DataTable)
    of_no_record = set(small_atlas["glossary"].iloc[:, 0])
    assert set(figure.record_ids) - of_no_record <= set(small_atlas.table_of) | set(
        small_atlas["aliases"]["record_id"]
    )
    shown = [column for column in figure.drawing.columns if column != "record"]
    assert sorted(shown) == sorted(column.name for column in table.columns)  # type: ignore[attr-defined]


def test_words_that_no_row_holds_are_repeated_to_the_reader() -> None:
    absence = table_figure(
        BY_NAME["themes"],
        pd.DataFrame(columns=["theme_id", "label", "description", "colour_light", "colour_dark"]),
        9,
        "xyz",
        {},
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


def test_a_row_begins_with_its_name_and_ends_with_its_id(small_atlas: Atlas) -> None:
    events = small_atlas["events"]
    figure = table_figure(BY_NAME["events"], events, len(events), "", {})
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, DataTable)
    first, second, *_, last = figure.drawing.columns
    assert (first, second, last) == ("title", "date", "event_id"), "the others stand as in the codebook"


def test_a_row_without_a_name_begins_with_that_of_the_record_to_which_it_belongs(small_atlas: Atlas) -> None:
    evidence = small_atlas["evidence"].head(2)
    called = {evidence["record_id"].iloc[0]: "The harbour treaty"}
    figure = table_figure(BY_NAME["evidence"], evidence, 2, "", called)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, DataTable)
    assert list(figure.drawing.columns)[:2] == ["record", "record_id"]
    assert figure.rows["record"].iloc[0] == "The harbour treaty"
    assert "not a column of the table" in figure.drawing.columns["record"]


def test_what_the_codebook_marks_as_code_stands_in_quotation_marks() -> None:
    meanings = " ".join(row[2].text for row in codebook(BY_NAME["events"]).rows)
    assert "“Outcome unknown: …”" in meanings
    assert "`" not in meanings
