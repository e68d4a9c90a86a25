"""The data of the edition in the formats of other programs, opened by other programs."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
from icalendar import Calendar

from dashboard.site.publication import Publication


def test_the_database_holds_every_row_of_every_table(
    edition: dict[str, bytes], publication: Publication, tmp_path: Path
) -> None:
    path = tmp_path / "atlas.sqlite"
    path.write_bytes(edition["data/atlas.sqlite"])
    with sqlite3.connect(path) as connection:
        for name, frame in publication.dataset.atlas.frames.items():
            assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(frame),)
        (themes,) = connection.execute(
            "SELECT themes FROM events WHERE event_id = 'pipeline-agreement'"
        ).fetchone()
    expected = publication.dataset.atlas["events"].set_index("event_id").at["pipeline-agreement", "themes"]
    assert themes == ";".join(expected)


def test_parquet_holds_the_same_rows(edition: dict[str, bytes], publication: Publication) -> None:
    events = pd.read_parquet(io.BytesIO(edition["data/parquet/events.parquet"]))
    assert list(events["event_id"]) == list(publication.dataset.atlas["events"]["event_id"])


def test_the_map_puts_longitude_first_and_draws_routes_through_their_stops(
    edition: dict[str, bytes], publication: Publication
) -> None:
    features = {feature["id"]: feature for feature in json.loads(edition["data/atlas.geojson"])["features"]}
    places = publication.dataset.atlas["places"].set_index("place_id")
    for record_id, feature in features.items():
        if feature["geometry"]["type"] == "Point":
            assert feature["geometry"]["coordinates"] == list(
                places.loc[record_id, ["longitude", "latitude"]]
            )
    lines = [feature for feature in features.values() if feature["geometry"]["type"] == "LineString"]
    assert all(len(line["geometry"]["coordinates"]) > 1 for line in lines)
    assert lines


def test_the_calendar_and_the_storyline_are_read(edition: dict[str, bytes], publication: Publication) -> None:
    diary = Calendar.from_ical(edition["data/dates.ics"])
    assert str(diary["X-WR-CALNAME"]) == publication.edition.title
    story = json.loads(edition["data/timeline.json"])
    events = publication.dataset.atlas["events"]
    assert {slide["unique_id"] for slide in story["events"]} == set(
        events.loc[events["weight"] == 1, "event_id"]
    )
    assert all("year" in slide["start_date"] for slide in story["events"])


def test_the_book_is_a_zip_whose_pages_are_whole_and_named_in_its_contents(edition: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(edition["atlas.epub"])) as book:
        assert book.infolist()[0].filename == "mimetype"
        assert book.infolist()[0].compress_type == zipfile.ZIP_STORED
        package = ElementTree.fromstring(book.read("book.opf"))
        named = {item.get("href") for item in package.iter("{http://www.idpf.org/2007/opf}item")}
        pages = {name for name in book.namelist() if name.endswith(".xhtml")}
        assert named == pages
        for page in pages:
            ElementTree.fromstring(book.read(page))


def test_each_record_stands_as_json_beside_its_page(
    edition: dict[str, bytes], publication: Publication
) -> None:
    for record_id in publication.dataset.atlas.table_of:
        record = json.loads(edition[f"record/{record_id}.json"])
        assert record["id"] == record_id
        assert record["edition"]["version"] == publication.edition.version
        assert record["terms"].startswith("Facts:")
    told = json.loads(edition["record/pipeline-agreement.json"])
    assert {row["source_id"] for row in told["evidence"]} == {row["source_id"] for row in told["sources"]}


def test_the_sitemap_names_every_page_and_robots_the_sitemap(
    edition: dict[str, bytes], pages: dict[str, str], publication: Publication
) -> None:
    named = {
        element.text for element in ElementTree.fromstring(edition["sitemap.xml"]).iter() if element.text
    }
    assert {publication.address(path) for path in pages} <= named
    assert f"Sitemap: {publication.base}sitemap.xml" in edition["robots.txt"].decode()


def test_the_crate_and_the_guide_name_files_that_are_there(edition: dict[str, bytes]) -> None:
    graph = json.loads(edition["ro-crate-metadata.json"])["@graph"]
    files = [entity["@id"] for entity in graph if entity["@type"] == "File"]
    assert files
    assert set(files) <= edition.keys()
    assert b"atlas.sqlite" in edition["llms.txt"]
