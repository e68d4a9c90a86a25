"""What the rows owe a reader beyond their form: nothing orphaned, nothing half said, no word of the
workshop.
"""

from __future__ import annotations

import re

import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.schema import BY_NAME, TABLES, Holds, tables_with_ids

# Free text that a reader sees; ids, queries of links, words of a vocabulary, addresses and what a source
# calls its variable are not.
TEXTS = [
    pytest.param(table.name, column.name, id=f"{table.name}-{column.name}")
    for table in TABLES
    for column in table.columns
    if column.holds is Holds.TEXT
    and not column.vocabulary
    and (table.name, column.name)
    not in {("evidence", "locator"), ("checks", "locator"), ("quantities", "subject"), ("tours", "query")}
]
IN_OUR_WORDS = [
    ("events", "summary"),
    ("projects", "summary"),
    ("quantities", "summary"),
    ("claims", "statement"),
    ("checks", "finding"),
    ("indicators", "description"),
]
TITLES = [
    ("events", "title"),
    ("projects", "name"),
    ("actors", "name"),
    ("places", "name"),
    ("indicators", "label"),
]
# Sources of coordinates only: rows of places.csv name them in words.
COORDINATES = ("geonames", "airportsdata")
# Words of praise or blame that are nobody's quote.
JUDGING = re.compile(
    r"\b(brilliant|heroic|shameful|disgraceful|unfortunately|fortunately|obviously|of "
    r"course|clearly|terrible|wonderful|so-called)\b",
    re.I,
)


def cells_of(atlas: Atlas, table: str, column: str) -> list[str]:
    cells = atlas[table][column]
    return [part for cell in cells for part in (cell if isinstance(cell, tuple) else (cell,)) if part]


@pytest.mark.parametrize(("table", "column"), TEXTS)
def test_no_text_for_readers_names_a_source_or_a_record_by_its_id(
    atlas: Atlas, table: str, column: str
) -> None:
    ids = {identifier for identifier in atlas.table_of if re.search(r"-\d{4}", identifier)} | set(
        atlas["sources"]["source_id"]
    )
    # A speaker who is a record stands as its id, and is shown by name.
    speakers = set(atlas["actors"]["actor_id"]) if column == "speaker" else set()
    found = [
        (word, cell)
        for cell in cells_of(atlas, table, column)
        if cell not in speakers
        for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", cell)
        if word in ids
    ]
    assert found == []


@pytest.mark.parametrize(("table", "column"), TEXTS)
def test_texts_are_typeset(atlas: Atlas, table: str, column: str) -> None:
    quoted = column in ("quote", "aliases", "publisher") or table == "sources"
    pattern = re.compile(r"  |\s[,;.](?!\d)" + ("" if quoted else r"|\.\.\.|(?<=[A-Za-z])'(?=[a-z])"))
    assert [cell for cell in cells_of(atlas, table, column) if pattern.search(cell)] == []


@pytest.mark.parametrize(("table", "column"), IN_OUR_WORDS)
def test_what_we_say_is_whole_sentences_without_praise_or_blame(
    atlas: Atlas, table: str, column: str
) -> None:
    cells = cells_of(atlas, table, column)
    assert [cell for cell in cells if not cell.endswith((".", "?", ".”", ".)"))] == []
    assert [cell for cell in cells if JUDGING.search(cell)] == []


@pytest.mark.parametrize(("table", "column"), TITLES)
def test_titles_are_short_and_have_no_full_stop(atlas: Atlas, table: str, column: str) -> None:
    assert [cell for cell in cells_of(atlas, table, column) if len(cell) > 100 or cell.endswith(".")] == []


def test_less_than_half_is_what_every_reader_should_see(atlas: Atlas) -> None:
    events = atlas["events"]
    assert (events["weight"] == 1).mean() < 0.5, "what every reader should see cannot be most of it"


def named_by(atlas: Atlas, column: str) -> set[str]:
    return {identifier for cell in atlas["events"][column] for identifier in cell}


def test_every_actor_is_named_by_an_event_a_number_or_a_source_or_speaks_in_one(atlas: Atlas) -> None:
    named = (
        named_by(atlas, "actors") | set(atlas["evidence"]["record_id"]) | set(atlas["quantities"]["subject"])
    )
    named |= set(atlas["evidence"]["speaker"])
    assert sorted(set(atlas["actors"]["actor_id"]) - named) == []


def test_every_place_is_named_by_an_event_a_route_or_a_source(atlas: Atlas) -> None:
    named = named_by(atlas, "places") | set(atlas["routes"]["place_id"]) | set(atlas["evidence"]["record_id"])
    sites = atlas["places"]
    named |= set(sites.loc[sites["precision"] == "site", "place_id"])
    assert sorted(set(sites["place_id"]) - named) == []


def test_every_source_says_something(atlas: Atlas) -> None:
    used = (
        set(atlas["evidence"]["source_id"])
        | set(atlas["indicators"]["source_id"])
        | set(atlas["checks"]["source_id"])
    )
    used |= set(atlas.votes["source_id"])
    used |= {
        source_id
        for source_id in COORDINATES
        if atlas["places"]["coordinate_source"].str.contains(source_id, case=False).any()
    }
    assert sorted(set(atlas["sources"]["source_id"]) - used) == []


def test_every_theme_has_events(atlas: Atlas) -> None:
    assert sorted(set(atlas["themes"]["theme_id"]) - named_by(atlas, "themes")) == []


@pytest.mark.parametrize("project", ["cpec", "pakafuz", "pakistan-stream"])
def test_the_corridor_the_railway_and_the_pipeline_are_on_the_map(atlas: Atlas, project: str) -> None:
    assert (atlas["routes"]["project_id"].str.startswith(project)).any()


def test_statements_of_documents_are_quoted_and_those_of_other_sources_told_in_our_words(
    atlas: Atlas,
) -> None:
    kinds = atlas["sources"].set_index("source_id")["kind"]
    of_documents = atlas["checks"]["source_id"].map(kinds) == "document"
    assert (of_documents == (atlas["checks"]["quote"] != "")).all()
    assert (of_documents == (atlas["checks"]["locator"] != "")).all()


def test_supported_needs_a_source_that_is_not_one_of_the_documents(atlas: Atlas) -> None:
    kinds = atlas["sources"].set_index("source_id")["kind"]
    said_in = atlas["checks"].set_index("check_id")["source_id"]
    evidence = atlas["evidence"].assign(kind=atlas["evidence"]["source_id"].map(kinds))
    itself = evidence["source_id"] == evidence["record_id"].map(said_in)
    independent = set(evidence.loc[(evidence["kind"] != "document") & ~itself, "record_id"])
    supported = atlas["checks"]
    supported = supported[supported["verdict"] == "supported"]
    assert sorted(set(supported["check_id"]) - independent) == []


def test_every_document_speaks_of_several_claims_and_several_claims_have_several_documents(
    atlas: Atlas,
) -> None:
    evidence = atlas["evidence"]
    own = evidence[evidence["record_id"].isin(atlas["claims"]["claim_id"])]
    assert own.groupby("source_id")["record_id"].nunique().reindex(["tanvir-2021"]).min() > 1
    assert (own.groupby("record_id")["source_id"].nunique() > 1).any()


def test_every_table_of_records_is_known_by_its_ids(atlas: Atlas) -> None:
    assert set(atlas.table_of.values()) <= {table.name for table in tables_with_ids()} & BY_NAME.keys()


def test_the_readings_of_one_record_stand_together(atlas: Atlas) -> None:
    records = atlas["readings"]["record_id"]
    assert (records != records.shift()).sum() == records.nunique()
