"""What the data page hands out holds the published columns and the addresses of the sources."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.model.schema import BY_NAME
from dashboard.ui.data_page import _annotations, _bibliography, _table
from dashboard.ui.details import FORMATS

BASE = "https://atlas.example/"


def test_a_table_leaves_with_the_columns_that_are_published_alone(small_dataset: Dataset) -> None:
    header, *rows = csv.reader(io.StringIO(_table(small_dataset, "events").decode("utf-8-sig")))
    assert header == [column.name for column in BY_NAME["events"].columns]
    assert [row[:2] for row in rows] == [
        ["early-contact", "195X"],
        ["pipeline-agreement", "2015-10-16"],
        ["visit-dropped", "2017"],
        ["trade-round", "2018~"],
    ]


def test_evidence_points_to_the_address_of_its_source_and_to_its_record(small_dataset: Dataset) -> None:
    atlas = small_dataset.atlas
    copied = atlas["sources"].assign(archived="https://copy.example")
    dataset = Dataset(replace(atlas, frames={**atlas.frames, "sources": copied}))
    told = json.loads(_annotations(dataset, Context("data", BASE)))
    assert told["id"] == f"{BASE}#annotations"
    first, second, third, fourth, *_ = told["first"]["items"]
    assert [item["target"]["source"] for item in (first, second, third, fourth)] == [
        "https://example.org/gazette",
        "https://example.org/gazette",
        "https://example.org/voice",
        f"{BASE}record?id=paper-2021",
    ]
    assert first["body"][0]["source"] == f"{BASE}record?id=early-contact"


def test_each_form_of_a_bibliography_has_the_ending_and_the_type_of_what_it_is(
    small_dataset: Dataset,
) -> None:
    written = {
        name: (_bibliography(small_dataset, write)[:6], *kind) for name, (write, *kind) in FORMATS.items()
    }
    assert written == {
        "BibTeX": ("@misc{", "bib", "application/x-bibtex"),
        "RIS": ("TY  - ", "ris", "application/x-research-info-systems"),
        "CSL-JSON": ("[\n {\n ", "json", "application/vnd.citationstyles.csl+json"),
    }
