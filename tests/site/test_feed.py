"""Feeds: read by feedparser, of the latest events, and of what a comparison with the edition before names."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import feedparser
import pandas as pd
import pytest

from dashboard.data.atlas import read_atlas
from dashboard.data.editions import ENDING, edition_files, packed
from dashboard.figures.dataset import Dataset
from dashboard.site.edition import file_at
from dashboard.site.feed import Entry, Feed, atom, feeds_of, has_changed, json_feed, of_record
from dashboard.site.living import words
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
    (small / "editions" / f"1.0.0{ENDING}").write_bytes(packed(edition_files(small)))
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


def test_the_page_of_a_record_names_its_feed_where_it_has_one(revised: Publication) -> None:
    def feeds(page: str) -> list[str]:
        return re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]*)">', page)

    changed, same = (
        (file_at(revised, f"record/{record_id}.html") or b"").decode("utf-8")
        for record_id in ("early-contact", "river-pipeline")
    )
    assert feeds(changed) == ["../record/early-contact.xml", "../feed/new.xml"]
    assert feeds(same) == ["../feed/new.xml"]
    assert feeds(words(revised.dataset, BASE, "record", "early-contact").head) == [
        f"{BASE}record/early-contact.xml"
    ]
    assert feeds(words(revised.dataset, BASE, "record", "river-pipeline").head) == []


def test_a_feed_says_edition_terms_and_where_its_page_and_each_record_stand(publication: Publication) -> None:
    feed = Feed(
        "feed/energy", "A small Atlas: Energy", (Entry("river-line", "Port & town", "2021. <Stalled>."),)
    )
    assert atom(feed, publication).decode("utf-8").split("\n", 1)[1] == (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>A small Atlas: Energy</title>'
        "<id>tag:small-atlas.invalid,2026:feed/energy</id><updated>2022-06-01T00:00:00Z</updated>"
        "<rights>CC BY 4.0</rights><author><name>A small Atlas</name></author>"
        f'<link rel="self" href="{BASE}feed/energy.xml" /><link rel="alternate" href="{BASE}feeds.html" />'
        "<entry><title>Port &amp; town</title><id>tag:small-atlas.invalid,2026:river-line</id>"
        "<updated>2022-06-01T00:00:00Z</updated><summary>2021. &lt;Stalled&gt;.</summary>"
        f'<link href="{BASE}record/river-line.html" /></entry></feed>'
    )
    assert json.loads(json_feed(feed, publication)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A small Atlas: Energy",
        "home_page_url": BASE,
        "feed_url": f"{BASE}feed.json",
        "language": "en-GB",
        "authors": [{"name": "A small Atlas"}],
        "items": [
            {
                "id": "tag:small-atlas.invalid,2026:river-line",
                "url": f"{BASE}record/river-line.html",
                "title": "Port & town",
                "content_text": "2021. <Stalled>.",
                "date_published": "2022-06-01T00:00:00Z",
            }
        ],
    }


def test_where_nobody_has_told_the_address_a_feed_names_none(publication: Publication) -> None:
    feed = Feed("feed/energy", "Energy", (Entry("river-line", "Port", "2021."),))
    nowhere = Publication(publication.dataset)
    assert b"<link" not in atom(feed, nowhere)
    assert not {"home_page_url", "feed_url"} & json.loads(json_feed(feed, nowhere)).keys()


def test_a_feed_of_events_holds_the_sixty_latest(publication: Publication) -> None:
    atlas = publication.dataset.atlas
    (row,) = atlas["events"].query("event_id == 'early-contact'").to_dict("records")
    many = pd.DataFrame(
        [{**row, "event_id": f"e{at:02}", "date_first": date(1900 + at, 1, 1)} for at in range(70)]
    )
    busy = replace(atlas, frames={**atlas.frames, "events": many})
    latest, *_ = feeds_of(Publication(Dataset(busy)))
    assert [entry.record_id for entry in latest.entries] == [f"e{at:02}" for at in range(69, 9, -1)]


def test_the_feed_of_a_record_names_its_newest_edition_first(revised: Publication, small: Path) -> None:
    (small / "editions" / f"1.1.0{ENDING}").write_bytes(packed(edition_files(small)))
    (small / "VERSION").write_text("1.2.0 2022-06-03\n", "utf-8")
    text = (small / "events.csv").read_text("utf-8")
    (small / "events.csv").write_text(text.replace("met now and then", "met at times", 1), "utf-8")
    feed = of_record(Publication(Dataset(read_atlas(small))), "early-contact")
    assert [entry.identity for entry in feed.entries] == [
        "record/early-contact@1.2.0",
        "record/early-contact@1.1.0",
    ]
