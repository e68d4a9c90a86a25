"""Feeds: read by feedparser, of the latest events, and of what a comparison with the edition before names."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import feedparser

from dashboard.data.atlas import read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.site.feed import feeds_of
from dashboard.site.publication import Publication


def test_every_feed_is_read_without_a_complaint(edition: dict[str, bytes], publication: Publication) -> None:
    feeds = [path for path in edition if path.startswith("feed/")]
    assert {"feed/new.xml", "feed/energy.xml"} <= set(feeds)
    for path in feeds:
        read = feedparser.parse(edition[path])
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.feed.title.startswith(publication.edition.title)
        for entry in read.entries:
            assert entry.link.startswith(publication.base + "record/")
            assert entry.id


def test_the_feed_of_a_theme_holds_its_events_the_latest_first(publication: Publication) -> None:
    events = publication.dataset.atlas["events"]
    for feed in feeds_of(publication)[1:]:
        theme = feed.stem.removeprefix("feed/")
        held = events[[theme in themes for themes in events["themes"]]].sort_values(
            "date_first", ascending=False
        )
        assert {entry.record_id for entry in feed.entries} == set(held["event_id"])
        if len(held):
            assert feed.entries[0].record_id == held["event_id"].iloc[0]


def test_the_feed_in_json_names_the_same_records(edition: dict[str, bytes]) -> None:
    as_json = json.loads(edition["feed.json"])
    assert as_json["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in as_json["items"]] == [
        entry.title for entry in feedparser.parse(edition["feed/new.xml"]).entries
    ]


def test_with_the_edition_before_feeds_tell_new_changed_and_corrected_apart(
    proved_small: Path, tmp_path: Path, publication: Publication
) -> None:
    folder = Path(shutil.copytree(proved_small, tmp_path / "before"))
    events = (folder / "events.csv").read_text("utf-8")
    row = next(line for line in events.splitlines() if line.startswith("early-contact,"))
    date = row.split(",")[1]
    (folder / "events.csv").write_text(events.replace(row, row.replace(date, "1950", 1)), "utf-8")
    places = (folder / "places.csv").read_text("utf-8")
    (folder / "places.csv").write_text(places.replace("northern-town,", "northern-town,Old ", 1), "utf-8")
    before = Dataset(read_atlas(folder))
    feeds = {feed.stem: feed for feed in feeds_of(Publication(publication.dataset, before=before))}
    assert feeds["feed/new"].entries == ()
    assert {entry.record_id for entry in feeds["feed/changed"].entries} == {"early-contact", "northern-town"}
    (corrected,) = feeds["feed/corrected"].entries
    assert f"date: “1950” is now “{date}”" in corrected.words
