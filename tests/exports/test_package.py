"""The whole Atlas leaves as one data package that Frictionless, which did not write it, finds valid."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from frictionless import Package

from dashboard.data.atlas import Atlas
from dashboard.data.codebook import codebook, descriptor
from dashboard.data.publication import published_tables
from dashboard.exports.package import data_package
from dashboard.model.schema import TABLES


def test_the_package_of_the_real_tables_is_whole_and_valid(atlas: Atlas, data: Path, tmp_path: Path) -> None:
    content = data_package(
        published_tables(data, atlas.digest), descriptor(atlas), codebook(atlas), atlas.released
    )
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        beside = {"datapackage.json", "README.md", "LICENCE.md", "votes.parquet"}
        assert set(archive.namelist()) == {*beside, *(table.file for table in TABLES)}
        assert archive.read("events.csv") == (data / "events.csv").read_bytes()
        described = json.loads(archive.read("datapackage.json"))
        archive.extractall(tmp_path)
    assert described["version"] == atlas.version
    report = Package.from_descriptor(described, basepath=str(tmp_path)).validate()
    assert report.valid, report.flatten(["title", "note"])[:5]
    assert {task.name for task in report.tasks} == {*(table.name for table in TABLES), "votes"}


def test_a_package_is_the_same_whatever_the_order_in_which_its_tables_are_read() -> None:
    day = date(2026, 11, 22)
    one = data_package({"b.csv": b"2", "a.csv": b"1"}, "{}", "# Codebook", day)
    two = data_package({"a.csv": b"1", "b.csv": b"2"}, "{}", "# Codebook", day)
    assert one == two
    with ZipFile(io.BytesIO(one)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert list(held.items()) == [
        ("datapackage.json", b"{}"),
        ("README.md", b"# Codebook"),
        ("a.csv", b"1"),
        ("b.csv", b"2"),
    ]
