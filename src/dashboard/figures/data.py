"""The figure of the data page: any table whole."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder
from dashboard.model.schema import BY_NAME
from dashboard.queries import rows as ask
from dashboard.views import data_table


def _data_table(dataset: Dataset, asked: Asked) -> Answer:
    """KeyError for a table that the Atlas does not have: the page judges the link first."""
    table = BY_NAME[asked.option("table", "events")]
    own = dataset.atlas[table.name]
    words = asked.option("find")
    return data_table.sheet(table, ask.holding(own[[column.name for column in table.columns]], words), len(own), words)


FIGURES: Mapping[str, Builder] = {data_table.FIGURE_ID: _data_table}
