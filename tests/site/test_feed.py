"""Feeds: read by feedparser, of the latest events, and of what a comparison with the edition before names."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest

from dashboard.data.atlas import read_atlas
from dashboard.data.editions import ENDING, packed, working_files
from dashboard.figures.dataset import Dataset
from dashboard.site.feed import atom, feeds_of, has_changed, of_record
from dashboard.site.publication import Publication

BASE = "https://atlas.example/pr/"


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


@pytest.fixture
def revised(small: Path) -> Publication:
    """The small Atlas after a release: since then a date was corrected, a place renamed, an event added."""
    (small / "VERSION").write_text("1.0.0 2022-06-01\n", "utf-8")
    (small / "editions").mkdir()
    (small / "editions" / f"1.0.0{ENDING}").write_bytes(packed(working_files(small)))
    (small / "VERSION").write_text("1.1.0 2022-06-02\n", "utf-8")
    for name, old, new in (
        ("events.csv", "Early contacts", "Early contacts again"),
        ("places.csv", "northern-town,", "northern-town,Old "),
        ("corrections.csv", "why\n", "why\nearly-contact,title,1.1.0,there were two\n"),
    ):
        text = (small / name).read_text("utf-8")
        assert old in text
        (small / name).write_text(text.replace(old, new, 1), "utf-8")
    return Publication(Dataset(read_atlas(small)), BASE)


def test_after_a_release_feeds_tell_new_changed_and_corrected_apart(revised: Publication) -> None:
    feeds = {feed.stem: feed for feed in feeds_of(revised)}
    assert feeds["feed/new"].entries == ()
    assert {entry.record_id for entry in feeds["feed/changed"].entries} == {"early-contact", "northern-town"}
    (corrected,) = feeds["feed/corrected"].entries
    said = "Title: Early contacts → Early contacts again (Correction: there were two)"
    assert corrected.words == f"Event. {said}."


def test_the_changes_of_a_theme_have_a_feed(revised: Publication) -> None:
    (row,) = revised.dataset.atlas["events"].query("event_id == 'early-contact'").to_dict("records")
    feeds = {feed.stem: [entry.record_id for entry in feed.entries] for feed in feeds_of(revised)}
    for theme in revised.dataset.themes:
        expected = ["early-contact"] if theme in row["themes"] else []
        assert feeds[f"feed/changes-{theme}"] == expected


def test_each_record_has_a_feed_of_its_changes_with_an_id_for_each_edition(revised: Publication) -> None:
    read = feedparser.parse(atom(of_record(revised, "early-contact"), revised))
    assert not read.bozo
    (entry,) = read.entries
    assert entry.title == "Early contacts again: changed in edition 1.1.0"
    assert entry.id.endswith(":record/early-contact@1.1.0")
    assert entry.link == f"{BASE}record/early-contact.html"
    assert of_record(revised, "river-pipeline").entries == ()


def test_only_a_record_that_changed_after_it_came_has_a_feed_in_the_edition(revised: Publication) -> None:
    assert has_changed(revised, "early-contact")
    assert not has_changed(revised, "river-pipeline")
