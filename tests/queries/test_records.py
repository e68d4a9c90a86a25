"""Every record has a title; former ids lead to the record of today."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.schema import BY_NAME, tables_with_ids
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries.aliases import resolve
from dashboard.queries.records import TITLE_COLUMNS, titles
from dashboard.queries.rows import holding


@pytest.fixture
def index(small_atlas: Atlas) -> pd.DataFrame:
    return titles(small_atlas.frames, {name: BY_NAME[name].id_column for name in TITLE_COLUMNS})


def test_every_table_of_records_has_titles_and_a_name() -> None:
    named = {table.name for table in tables_with_ids()}
    assert set(TITLE_COLUMNS) == named
    # Votes are named too; their titles are read from their own file when somebody asks.
    assert set(RECORD_NAMES) == named | {"votes"}


def test_every_record_has_a_title(index: pd.DataFrame, small_atlas: Atlas) -> None:
    assert set(index["record_id"]) == set(small_atlas.table_of)
    assert index["record_id"].is_unique
    assert (index["title"] != "").all()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("pipeline-deal", "pipeline-agreement"),
        ("pipeline-agreement", "pipeline-agreement"),
        ("nobody", "nobody"),
        ("", ""),
    ],
)
def test_a_former_id_leads_to_the_record_of_today(small_atlas: Atlas, asked: str, found: str) -> None:
    assert resolve(small_atlas["aliases"], asked) == found


@pytest.mark.parametrize(
    ("words", "found"), [("", 4), ("minister", 0), ("PIPELINE", 1), ("visit contacts", 1), ("visit", 2)]
)
def test_a_table_is_searched_in_all_its_cells(small_atlas: Atlas, words: str, found: int) -> None:
    assert len(holding(small_atlas["events"], words)) == found
