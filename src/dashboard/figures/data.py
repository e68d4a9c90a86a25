"""The figure of the data page: any table whole."""

from __future__ import annotations

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import Answer, FigureSpec, Option, PageSpec, Words
from dashboard.model.schema import BY_NAME, TABLES
from dashboard.queries import rows as ask
from dashboard.views import data_table
from dashboard.views.formatting import number


def _tables(dataset: Dataset) -> Words:
    """Every table by name, with what a row of it is and how many there are."""
    frames = dataset.atlas.frames
    return {
        table.name: f"{table.name} ({number(len(frames[table.name]))}): {table.row_is}"
        for table in TABLES
        if data_table.tells_of_records(table)
    }


TABLE = Option("table", "Table", _tables, default="events")
FIND = Option("find", "Filter rows by words")


def _rows(question: Question) -> Answer:
    table = BY_NAME[question.option(TABLE)]
    rows, words = question.dataset.atlas[table.name], question.option(FIND)
    found = ask.holding(rows[[column.name for column in table.columns]], words)
    return data_table.table_figure(table, found, len(rows), words, question.dataset.titles)


ROWS = FigureSpec(data_table.FIGURE_ID, _rows, options=(TABLE, FIND))

PAGE = PageSpec("data", "Data", "May I have it?", figures=(ROWS,))
