"""Any record by its words, also misspelt ones; former ids lead to the record of today."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.schema import BY_NAME, tables_with_ids
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries.aliases import resolve
from dashboard.queries.records import TITLE_COLUMNS, folded, search, titles
from dashboard.queries.rows import holding


@pytest.fixture
def index(small_atlas: Atlas) -> pd.DataFrame:
    return titles(small_atlas.frames, {name: BY_NAME[name].id_column for name in TITLE_COLUMNS})


def test_every_table_of_records_can_be_searched_and_has_a_name() -> None:
    named = {table.name for table in tables_with_ids()}
    assert set(TITLE_COLUMNS) == named
    # Votes are named too; their titles are read from their own file when somebody asks.
    assert set(RECORD_NAMES) == named | {"votes"}


def test_every_record_has_a_title(index: pd.DataFrame, small_atlas: Atlas) -> None:
    assert set(index["record_id"]) == set(small_atlas.table_of)
    assert index["record_id"].is_unique
    assert (index["title"] != "").all()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("river pipeline", "river-pipeline"),
        ("PIPELINE river", "river-pipeline"),
        ("north line", "river-pipeline"),
        ("gazette trade", "gazette-2018"),
        ("russian federation", "russia-state"),
        ("quiet", "quiet-years"),
        ("pipelien agrement", "pipeline-agreement"),
        ("visit-dropped", "visit-dropped"),
        ("ada minister of rivers", "term-ada-rivers"),
        ("ада", "ada-minister"),
    ],
)
def test_a_search_finds_by_title_alias_publisher_id_and_near_spelling(
    index: pd.DataFrame, query: str, first: str
) -> None:
    assert first in list(search(index, query)["record_id"])[:2]


@pytest.mark.parametrize("query", ["", "   ", "!!!", "xyzzy", "a\x00"])
def test_a_search_for_nothing_finds_nothing_or_little_but_never_breaks(
    index: pd.DataFrame, query: str
) -> None:
    assert len(search(index, query)) <= 40


def test_a_title_that_holds_the_words_comes_before_a_text_that_does(index: pd.DataFrame) -> None:
    found = search(index, "pipeline")
    in_title = ["pipeline" in folded(title) for title in found["title"]]
    assert in_title == sorted(in_title, reverse=True)
    assert not all(in_title)


def test_no_more_is_found_than_asked_for(index: pd.DataFrame) -> None:
    assert len(search(index, "a", limit=3)) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ştefan", "stefan"), ("Pakistan–Russia", "pakistan russia"), ("  A  b ", "a b"), ("Ёлка", "Елка")],
)
def test_case_accents_and_signs_do_not_matter_to_a_search(one: str, other: str) -> None:
    assert folded(one) == folded(other)


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
