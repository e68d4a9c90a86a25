"""The data of the edition in the formats of other programs, opened by other programs."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
from icalendar import Calendar

from dashboard.figures.dataset import Dataset
from dashboard.model.period import parse_period
from dashboard.site.holding import calendar, crate, database, geojson, storyline
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


def of_events(publication: Publication, rows: list[dict[str, object]], **tables: pd.DataFrame) -> Publication:
    """The publication with other events (`event_id`, `date`, `title`, what differs) and other tables."""
    usual = {"status": "happened", "weight": 1, "summary": "Words."}
    dates = [parse_period(str(row["date"])) for row in rows]
    events = pd.DataFrame([{**usual, **row} for row in rows]).assign(
        date_first=[period.first for period in dates], date_caption=[period.caption for period in dates]
    )
    atlas = publication.dataset.atlas
    named = {**atlas.table_of, **dict.fromkeys(events["event_id"], "events")}
    frames = {**atlas.frames, "events": events, **tables}
    return Publication(Dataset(replace(atlas, frames=frames, table_of=named)), publication.base)


def test_the_map_says_of_each_place_and_route_what_it_is_and_how_well_it_is_known(
    publication: Publication,
) -> None:
    features = json.loads(geojson(publication))["features"]
    assert [feature["id"] for feature in features] == [
        "southern-port",
        "northern-town",
        "meeting-house",
        "river-line",
    ]
    assert features[0] == {
        "type": "Feature",
        "id": "southern-port",
        "geometry": {"type": "Point", "coordinates": [67.01, 24.86]},
        "properties": {
            "name": "Southern Port",
            "kind": "port",
            "country": "PAK",
            "precision": "town",
            "url": "https://atlas.example/pr/record/southern-port.html",
        },
    }
    assert features[-1] == {
        "type": "Feature",
        "id": "river-line",
        "geometry": {"type": "LineString", "coordinates": [[67.01, 24.86], [74.35, 31.56]]},
        "properties": {
            "name": "Port to town",
            "status": "stalled",
            "status_as_of": "2021-12",
            "drawn": "schematic",
            "project_id": "river-pipeline",
            "url": "https://atlas.example/pr/record/river-line.html",
        },
    }


def test_the_calendar_has_plans_that_are_to_come_and_round_years_of_what_weighs_most(
    publication: Publication,
) -> None:
    # Released on 1 June 2022: what is five or a multiple of five years old in 2022 or 2023 has a jubilee.
    rows: list[dict[str, object]] = [
        {"event_id": "ten", "date": "2012-04-05", "title": "Ten years old"},
        {"event_id": "next", "date": "2018-09-10", "title": "Five in the year after"},
        {"event_id": "seven", "date": "2015-10-16", "title": "Seven years old"},
        {"event_id": "slight", "date": "2012-04-06", "title": "Of less weight", "weight": 2},
        {"event_id": "leap", "date": "2012-02-29", "title": "A day that is not there in 2022"},
        {"event_id": "month", "date": "2012-04", "title": "Known by its month"},
        {"event_id": "rough", "date": "2012-04-07~", "title": "About that day"},
        {"event_id": "dropped", "date": "2012-04-08", "title": "Dropped", "status": "did-not-happen"},
        {"event_id": "now", "date": "2022-03-01", "title": "Of this year"},
        {"event_id": "plan", "date": "2022-06-01", "title": "To come", "status": "planned", "weight": 3},
        {"event_id": "past", "date": "2022-05-31", "title": "Past", "status": "planned", "weight": 3},
    ]
    diary = Calendar.from_ical(calendar(of_events(publication, rows)))
    assert [
        (str(entry["SUMMARY"]), entry.decoded("DTSTART"), entry.decoded("DTEND"), str(entry["URL"]))
        for entry in diary.walk("VEVENT")
    ] == [
        (words, first, first + timedelta(days=1), f"https://atlas.example/pr/record/{event_id}.html")
        for words, first, event_id in (
            ("10 years ago: Ten years old", date(2022, 4, 5), "ten"),
            ("5 years ago: Five in the year after", date(2023, 9, 10), "next"),
            ("Planned: To come", date(2022, 6, 1), "plan"),
        )
    ]
    first = diary.walk("VEVENT")[0]
    assert (str(first["UID"]), str(first["DESCRIPTION"])) == ("ten-2022-04-05@small-atlas", "Words.")
    assert first.decoded("DTSTAMP") == datetime(2022, 6, 1, tzinfo=UTC)


def test_the_storyline_holds_what_weighs_most_in_order_and_no_text_of_it_is_html(
    publication: Publication,
) -> None:
    rows: list[dict[str, object]] = [
        {"event_id": "later", "date": "2016-09", "title": "<b>Later</b>", "summary": "1 < 2 & 3"},
        {"event_id": "slight", "date": "2015", "title": "Of less weight", "weight": 2},
        {"event_id": "first", "date": "195X", "title": "First"},
        {"event_id": "long", "date": "2014-02-03/2015", "title": "Long"},
    ]
    eras = pd.DataFrame([{"era_id": "open", "label": "<i>Open</i>", "period": "2001-05/.."}])
    story = json.loads(storyline(of_events(publication, rows, eras=eras)))
    assert story == {
        "title": {"text": {"headline": "A small Atlas"}},
        "events": [
            {
                "unique_id": "first",
                "start_date": {"year": 1950},
                "display_date": "1950s",
                "text": {"headline": "First", "text": "Words."},
            },
            {
                "unique_id": "long",
                "start_date": {"year": 2014, "month": 2, "day": 3},
                "end_date": {"year": 2015},
                "display_date": "3 February 2014 – 2015",
                "text": {"headline": "Long", "text": "Words."},
            },
            {
                "unique_id": "later",
                "start_date": {"year": 2016, "month": 9},
                "display_date": "September 2016",
                "text": {"headline": "&lt;b&gt;Later&lt;/b&gt;", "text": "1 &lt; 2 &amp; 3"},
            },
        ],
        "eras": [{"start_date": {"year": 2001, "month": 5}, "text": {"headline": "&lt;i&gt;Open&lt;/i&gt;"}}],
    }


def test_the_crate_names_each_file_as_a_part_with_its_size_and_terms(publication: Publication) -> None:
    about, whole, *files = json.loads(crate(publication, {"events.csv": b"12345", "places.csv": b""}))[
        "@graph"
    ]
    assert (about["@id"], about["about"]) == ("ro-crate-metadata.json", {"@id": "./"})
    assert (whole["@id"], whole["@type"], whole["version"]) == ("./", "Dataset", "0.9.0")
    assert whole["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert whole["hasPart"] == [{"@id": "data/events.csv"}, {"@id": "data/places.csv"}]
    assert files == [
        {"@id": "data/events.csv", "@type": "File", "name": "events.csv", "contentSize": "5"},
        {"@id": "data/places.csv", "@type": "File", "name": "places.csv", "contentSize": "0"},
    ]


def test_the_database_holds_the_votes_and_looks_records_up_by_an_index(
    publication: Publication, tmp_path: Path
) -> None:
    path = tmp_path / "atlas.sqlite"
    path.write_bytes(database(publication))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT vote_id, RUS FROM votes ORDER BY vote_id").fetchall() == [
            ("a-res-1", "N"),
            ("a-res-2", "Y"),
            ("a-res-2-paragraph", "Y"),
            ("s-2017-1", "N"),
        ]
        indexed = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        }
    assert {"events_event_id", "votes_vote_id", "evidence_source"} <= indexed
