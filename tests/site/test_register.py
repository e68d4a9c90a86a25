"""Find without a server: the index of names and words, and the search for who runs scripts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, expect

from dashboard.figures.dataset import Dataset
from dashboard.site.publication import MENU, Publication
from dashboard.site.register import pages_of, search_data


def menu_of(page: str) -> list[str]:
    found = re.search(r'<nav aria-label="Pages">(.*?)</nav>', page)
    assert found is not None
    return re.findall(r">([^<>]+)</a>", found[1])


def test_every_page_has_the_whole_menu_of_the_app(pages: dict[str, str]) -> None:
    titles = [page.title for page in MENU]
    assert "Find" in titles
    for path, page in pages.items():
        assert menu_of(page) == titles, path


def test_find_leads_to_every_kind_of_record_and_to_every_letter(pages: dict[str, str]) -> None:
    ways = set(re.findall(r'href="((?:names|words|votes)/[^"]+)"', pages["find.html"]))
    first_parts = {path for path in pages if path.startswith(("names/", "words/")) and ".part-" not in path}
    assert ways == {*first_parts, "votes/1.html"}


def test_a_name_stands_in_the_index_under_its_kind_and_under_its_words(pages: dict[str, str]) -> None:
    way = 'href="../record/river-pipeline.html"'
    assert way in pages["names/projects.html"]
    assert way in pages["words/p.html"]


def test_the_search_finds_titles_and_other_names_in_a_folder_without_a_server(
    browser: Browser, edition: dict[str, bytes], tmp_path: Path
) -> None:
    for path in ("find.html", "search.js", "search-data.js", "style.css"):
        (tmp_path / path).write_bytes(edition[path])
    page = browser.new_page()
    try:
        errors: list[object] = []
        page.on("pageerror", lambda error: errors.append(error))
        page.goto(f"{(tmp_path / 'find.html').as_uri()}?q=river+pipeline")
        expect(page.locator("#found li").first).to_contain_text(re.compile("river pipeline", re.IGNORECASE))
        page.get_by_label("Search titles and names").fill("nothing of that name")
        expect(page.locator("#said")).to_have_text("0 records")
        page.get_by_label("Search titles and names").fill("PIPELINE")
        expect(page.locator("#found a").first).to_have_attribute("href", re.compile(r"record/.+\.html$"))
        assert not errors
    finally:
        page.close()


def test_the_search_knows_each_record_by_title_path_kind_and_its_names_in_every_script(
    publication: Publication,
) -> None:
    atlas = publication.dataset.atlas
    places = atlas["places"].assign(name_ru="Дом", name_ur="گھر")
    named = Publication(Dataset(replace(atlas, frames={**atlas.frames, "places": places})))
    content = search_data(named).decode("utf-8")
    rows = json.loads(content.removeprefix("atlasRecords(").removesuffix(");\n"))
    assert {row[0]: row[1:] for row in rows if row[1].startswith("record/river")} == {
        "River pipeline": ["record/river-pipeline.html", "project", "North line Port line"],
        "Port to town": ["record/river-line.html", "route"],
        "Talks on the river pipeline": ["record/river-talks.html", "series of meetings"],
        "Agreement on the construction of the river pipeline": ["record/river-agreement.html", "agreement"],
    }
    assert ["Meeting House", "record/meeting-house.html", "place", "Дом گھر"] in rows
    assert ["Ada Minister", "record/ada-minister.html", "actor", "Ада Министр"] in rows


def test_names_and_words_stand_in_the_order_of_the_alphabet(publication: Publication) -> None:
    written = {path: content.decode("utf-8") for path, content in pages_of(publication)}
    names = re.findall(r'<li><a href="\.\./record/[^"]*"[^>]*>([^<]*)</a></li>', written["names/events.html"])
    assert names == [
        "Agreement on the river pipeline",
        "Early contacts",
        "Round of talks on trade",
        "Visit that did not take place",
    ]
    words = re.findall(r"<li><b>([^<]*)</b>", written["words/p.html"])
    assert words == sorted(words)
    assert len(words) > 2
