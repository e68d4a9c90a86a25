"""The codebook and the descriptor say what the tables are, and an independent judge agrees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from frictionless import Package, system

from dashboard.__main__ import main
from dashboard.data.atlas import Atlas
from dashboard.data.codebook import codebook, descriptor
from dashboard.model.schema import TABLES, Table
from dashboard.model.schema.votes import VOTES
from dashboard.model.vocabulary import MEANINGS


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_codebook_names_every_table_and_column(small_atlas: Atlas, table: Table) -> None:
    section = codebook(small_atlas).split(f"## {table.file}")[1].split("## ")[0]
    assert f"Rows: {len(small_atlas[table.name])}." in section
    for column in table.columns:
        assert f"| {column.name} | " in section
        assert column.description in section


def test_the_votes_are_described_with_a_column_for_each_state_and_the_terms_of_their_collections(
    small_atlas: Atlas,
) -> None:
    section = codebook(small_atlas).split("## votes.parquet")[1].split("## ")[0]
    assert f"Rows: {len(small_atlas.votes)}." in section
    assert "| PAK | " in section
    votes = json.loads(descriptor(small_atlas))["resources"][-1]
    assert (votes["format"], votes["licenses"][0]["path"]) == ("parquet", "LICENCE.md")


def test_the_codebook_says_what_the_words_of_its_scales_mean(small_atlas: Atlas) -> None:
    section = codebook(small_atlas).split("## Words of reliability")[1].split("## ")[0]
    assert f"| weak | {MEANINGS['reliability']['weak']} |" in section


def test_the_descriptor_names_tables_sources_and_licence(small_atlas: Atlas) -> None:
    package = json.loads(descriptor(small_atlas))
    files = [*(table.file for table in TABLES), VOTES.file]
    assert [resource["path"] for resource in package["resources"]] == files
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert {source["title"] for source in package["sources"]} == set(small_atlas["sources"]["title"])


def test_describing_writes_both_and_frictionless_finds_the_package_valid(small: Path) -> None:
    assert main(["--data", str(small), "describe"]) == 0
    assert (small / "README.md").read_text("utf-8").startswith("# Codebook")
    with system.use_context(trusted=True):
        report = Package(str(small / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


def test_frictionless_finds_the_damage_that_it_can_see(small: Path) -> None:
    """The judge is awake: with a number made text and a reference made dangling it disagrees."""
    assert main(["--data", str(small), "describe"]) == 0
    for file, old, new in [
        ("observations.csv", "100.5", "plenty"),
        ("milestones.csv", "river-pipeline", "mountain-pipeline"),
    ]:
        path = small / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with system.use_context(trusted=True):
        report = Package(str(small / "datapackage.json")).validate()
    assert {task.name for task in report.tasks if not task.valid} == {"observations", "milestones"}
