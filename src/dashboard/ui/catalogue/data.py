"""The figure of the data page: any table whole."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.model.schema import BY_NAME
from dashboard.queries import rows as ask
from dashboard.ui.catalogue.asked import Answer, Asked, Builder
from dashboard.ui.library import Library
from dashboard.views import sheet


def _data_table(library: Library, asked: Asked) -> Answer:
    """KeyError for a table that the Atlas does not have: the page judges the link first."""
    table = BY_NAME[asked.option("table", "events")]
    own = library.atlas[table.name]
    words = asked.option("find")
    return sheet.sheet(table, ask.holding(own[[column.name for column in table.columns]], words), len(own), words)


FIGURES: Mapping[str, Builder] = {sheet.FIGURE_ID: _data_table}
