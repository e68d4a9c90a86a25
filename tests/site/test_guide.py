"""What the edition holds beside its pages is named to people and to programs, each with what it is."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.site.guide import FILES, for_language_models, pages_of
from dashboard.site.holding import files_of
from dashboard.site.publication import MENU, Publication

# Each table is named once for all, and the book and the guide are no files of data.
BESIDE = {"atlas.epub", "llms.txt"}


def test_every_kind_of_file_of_data_is_named_and_each_that_is_named_is_there(
    publication: Publication,
) -> None:
    made = {path for path, _ in files_of(publication, {})}
    kinds = {path for path in made if not path.startswith("data/parquet/")} | {"data/parquet/events.parquet"}
    assert {path for path, _ in FILES} - BESIDE == kinds


def test_a_language_model_is_told_edition_terms_and_of_each_page_its_question(
    publication: Publication,
) -> None:
    lines = for_language_models(publication).decode("utf-8").splitlines()
    assert lines[0] == "# A small Atlas"
    assert lines[4].startswith("A small Atlas, version 0.9.0 of 1 June 2022. Facts: CC BY 4.0;")
    assert "- [Trade](https://atlas.example/pr/trade.html): How much, by whose count?" in lines
    assert (
        "- [data/dates.ics](https://atlas.example/pr/data/dates.ics): Dated plans and jubilees as a calendar"
        in lines
    )
    assert len([line for line in lines if line.startswith("- [")]) == len(MENU) + len(FILES)
    nowhere = for_language_models(replace(publication, base="")).decode("utf-8").splitlines()
    assert "- [Trade](trade.html): How much, by whose count?" in nowhere


def test_the_pages_of_files_and_feeds_lead_to_each_of_them(publication: Publication) -> None:
    pages = {path: content.decode("utf-8") for path, content in pages_of(publication)}
    files = re.findall(r'<li><a href="([^"]*)"[^>]*>([^<]*)</a>: ([^<]*)\.</li>', pages["files.html"])
    assert files == [(path, path, words) for path, words in FILES]
    feeds = re.findall(r'<li><a href="(feed[^"]*)"[^>]*>([^<]*)</a></li>', pages["feeds.html"])
    assert feeds == [
        ("feed/new.xml", "A small Atlas: latest events"),
        ("feed/diplomacy.xml", "A small Atlas: Diplomacy"),
        ("feed/trade.xml", "A small Atlas: Trade"),
        ("feed/energy.xml", "A small Atlas: Energy"),
        ("feed.json", "The first of them as JSON Feed"),
    ]
