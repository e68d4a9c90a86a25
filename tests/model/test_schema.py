"""The description of the tables holds together: keys are columns, references lead to tables with ids,
vocabularies exist.
"""

from __future__ import annotations

import pytest

from dashboard.model.schema import BY_NAME, TABLES, Column, Holds, Table, tables_with_ids
from dashboard.model.vocabulary import MEANINGS, VOCABULARIES, label

# design: one table per kind of thing; these names and columns are the contract and are never renamed.
CONTRACT = {
    "sources": "source_id kind title title_en author author_kind publisher country reliability published "
    "published_note url archived seen language licence origin note",
    "evidence": "record_id source_id locator quote field value speaker stance note",
    "events": "event_id date title summary kind status themes actors places projects weight after series "
    "number outcome note",
    "agreements": "agreement_id event_id kind title in_force text_url outcome note",
    "series": "series_id name kind summary last_number note",
    "offices": "office_id title country",
    "terms": "term_id office_id actor_id period note",
    "breaks": "indicator_id period kind note",
    "readings": "record_id source_id locator field coder value why",
    "quantities": "quantity_id indicator subject value qualifier unit period themes summary",
    "indicators": "indicator_id label reporter partner flow valuation unit source_id processing description",
    "observations": "indicator_id period value status note",
    "projects": "project_id name aliases kind status status_as_of themes countries summary name_ru name_ur "
    "note",
    "places": "place_id name country kind longitude latitude precision coordinate_source name_ru name_ur",
    "routes": "route_id project_id name status status_as_of drawn seq place_id note",
    "actors": "actor_id name aliases kind country role name_ru name_ur",
    "claims": "claim_id topic statement themes",
    "checks": "check_id source_id locator quote claim verdict finding correct_value confidence",
    "themes": "theme_id label description",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_no_column_of_the_contract_is_renamed_or_lost(name: str) -> None:
    assert set(CONTRACT[name].split()) <= {column.name for column in BY_NAME[name].columns}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_described_whole(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert set(table.key) <= set(names)
    assert table.row_is
    assert all(column.description for column in table.columns)


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table in TABLES for column in table.columns],
    ids=lambda part: part.name,
)
def test_every_reference_leads_to_ids_and_every_vocabulary_exists(table: Table, column: Column) -> None:
    assert not column.vocabulary or column.vocabulary in VOCABULARIES
    for target in column.points_to:
        assert target == "*" or BY_NAME[target].id_column
    assert not column.points_to or column.holds is Holds.ID


def test_what_states_a_fact_needs_evidence_and_has_ids() -> None:
    happened = {"events", "agreements", "eras", "projects", "terms"}
    said = {"claims", "checks", "quantities", "indicators"}
    needing = {table.name for table in TABLES if table.needs_evidence}
    assert needing == happened | said
    assert needing <= {table.name for table in tables_with_ids()}


def test_an_unknown_column_is_not_found() -> None:
    with pytest.raises(KeyError, match="no column colour"):
        BY_NAME["events"].column("colour")


@pytest.mark.parametrize(
    ("vocabulary", "word"), [(name, word) for name, words in VOCABULARIES.items() for word in words]
)
def test_every_word_has_a_label_fit_for_a_reader(vocabulary: str, word: str) -> None:
    assert label(vocabulary, word).strip()
    assert "_" not in label(vocabulary, word)


@pytest.mark.parametrize("vocabulary", MEANINGS)
def test_a_vocabulary_with_meanings_says_what_each_of_its_words_means(vocabulary: str) -> None:
    assert list(MEANINGS[vocabulary]) == list(VOCABULARIES[vocabulary])
