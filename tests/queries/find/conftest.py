"""Records that are searched, of which a test says only what it is about."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from dashboard.queries.find.documents import COLUMNS
from dashboard.queries.find.index import Index

Filled = Callable[..., pd.DataFrame]

BLANK: dict[str, object] = {
    "table": "events",
    "names": "",
    "sentences": "",
    "passages": (),
    "headlines": "",
    "related": "",
    "present": "",
    "first_year": 0,
    "last_year": 9999,
    "date": "",
    "weight": 2,
    "kind": "",
    "themes": (),
}


@pytest.fixture(scope="session")
def filled() -> Filled:
    """Makes records with the ids r0, r1 …, blank where nothing is said of them."""

    def records(*rows: dict[str, object]) -> pd.DataFrame:
        numbered = [{**BLANK, "record_id": f"r{number}", **row} for number, row in enumerate(rows)]
        return pd.DataFrame(numbered)[list(COLUMNS)]

    return records


@pytest.fixture
def index_of(filled: Filled) -> Callable[..., Index]:
    """Makes an index of some records, beside ten others that hold none of their words."""
    others = [{"table": "places", "title": f"Canal {number}"} for number in range(10)]
    return lambda *rows: Index(filled(*rows, *others))
