"""What the living app says before scripts run: heads by the rules of those who read them, content, files."""

from __future__ import annotations

import io
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZipFile

import pytest
from PIL import Image

from dashboard.data.atlas import read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import PAGES
from dashboard.site.living import file, words
from dashboard.site.publication import Publication

BASE = "https://atlas.example/"


@pytest.fixture
def dataset(publication: Publication) -> Dataset:
    return publication.dataset


def content_of(dataset: Dataset, path: str) -> bytes:
    answer = file(dataset, BASE, path)
    assert answer is not None, path
    return answer.content


@pytest.mark.parametrize(
    ("record_id", "kind"),
    [("pipeline-agreement", "Event"), ("check-length", "ClaimReview"), ("northern-town", "Place")],
)
def test_a_record_says_in_json_what_it_is_and_where_it_stands(
    dataset: Dataset, record_id: str, kind: str
) -> None:
    if record_id not in dataset.titles:
        record_id = dataset.atlas["checks"]["check_id"].iloc[0]
    parts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', words(dataset, BASE, "record", record_id).head
    )
    thing, trail = map(json.loads, parts)
    assert thing["@type"] == kind
    assert trail["@type"] == "BreadcrumbList"
    assert [step["position"] for step in trail["itemListElement"]] == [1, 2, 3, 4]


def test_no_text_of_the_tables_can_end_the_script_that_holds_it(dataset: Dataset) -> None:
    from dashboard.site.head import Head, written

    said = Head("</script><b>", "<i>", linked=({"@context": "x", "@type": "y", "name": "</script><b>"},))
    head = str(written(said, Publication(dataset)))
    assert head.count("</script>") == 1
    assert "<b>" not in head


def test_a_page_and_a_record_have_content_for_who_runs_no_scripts(dataset: Dataset) -> None:
    for page in PAGES:
        if page.listed:
            said = words(dataset, BASE, page.name, "").content
            assert "<noscript><h1>" in said
            assert "read/" in said
    record = words(dataset, BASE, "record", "pipeline-agreement").content
    assert dataset.atlas["events"].set_index("event_id").at["pipeline-agreement", "summary"] in unescape(
        record
    )


def test_a_record_that_there_is_not_is_told_by_its_absence(dataset: Dataset) -> None:
    with pytest.raises(KeyError):
        words(dataset, BASE, "record", "nothing")
    for path in (
        "record/nothing.json",
        "card/nothing.png",
        "figure/nothing.csv",
        "read/no.html",
        "x.txt",
        "record/x.y",
    ):
        assert file(dataset, BASE, path) is None, path


def test_links_in_the_header_lead_programs_on(dataset: Dataset) -> None:
    links = words(dataset, BASE, "record", "pipeline-agreement").links
    assert f'<{BASE}record?id=pipeline-agreement>; rel="cite-as"' in links
    assert f'<{BASE}record/pipeline-agreement.json>; rel="describedby"; type="application/json"' in links
    assert '<https://schema.org/Event>; rel="type"' in links


def test_the_card_of_a_long_title_is_a_picture_of_the_right_size_and_light(dataset: Dataset) -> None:
    from dashboard.site.card import card

    for content in (
        content_of(dataset, "card/pipeline-agreement.png"),
        content_of(dataset, "card/timeline.png"),
        card(Publication(dataset), "A very long title " * 30, "24 September 2016", "Data: many · 30 sources"),
    ):
        assert Image.open(io.BytesIO(content)).size == (1200, 630)
        assert len(content) <= 150 * 1024
        colours = Image.open(io.BytesIO(content)).convert("L").getcolors(256)
        assert colours is not None
        assert len(colours) > 8, "no words are drawn"


def test_files_of_records_and_figures_stand_beside_their_addresses(dataset: Dataset) -> None:
    assert json.loads(content_of(dataset, "record/pipeline-agreement.json"))["id"] == "pipeline-agreement"
    told = json.loads(content_of(dataset, "figure/timeline-lanes.json"))
    assert len(told["rows"]) == len(dataset.atlas["events"])
    assert told["terms"]
    assert content_of(dataset, "figure/timeline-lanes.csv").startswith(b"\xef\xbb\xbf")
    assert content_of(dataset, "figure/timeline-lanes.svg").startswith(b"<svg")
    assert f"{BASE}record?id=pipeline-agreement" in content_of(dataset, "sitemap.xml").decode()
    assert b"Sitemap: " + BASE.encode() in content_of(dataset, "robots.txt")


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "timeline.html",
        "record/pipeline-agreement.html",
        "votes/1.html",
        "style.css",
        "find.html",
        "names/events.html",
        "",
        "data/atlas.sqlite",
    ],
)
def test_the_app_shows_each_page_of_the_edition_without_scripts(dataset: Dataset, path: str) -> None:
    assert content_of(dataset, f"read/{path}")


def test_each_address_answers_with_the_file_that_it_names(dataset: Dataset) -> None:
    with ZipFile(io.BytesIO(content_of(dataset, "figure/timeline-lanes.zip"))) as proof:
        assert {"check.py", "query.sql", "shown.csv"} <= set(proof.namelist())
    assert b"<title>A small Atlas: Trade</title>" in content_of(dataset, "feed/trade.xml")
    assert file(dataset, BASE, "feed/tra.xml") is None
    vote = json.loads(content_of(dataset, "record/a-res-1.json"))
    assert (vote["kind"], vote["record"]["PAK"]) == ("vote", "Y")
    types = {
        path: answer.media_type
        for path in (
            "record/a-res-1.json",
            "feed/trade.xml",
            "figure/timeline-lanes.csv",
            "favicon.ico",
            "llms.txt",
        )
        if (answer := file(dataset, BASE, path))
    }
    assert list(types.values()) == [
        "application/json",
        "application/xml",
        "text/csv; charset=utf-8",
        "image/svg+xml",
        "text/plain; charset=utf-8",
    ]


def test_the_sitemap_of_the_app_names_every_page_record_and_vote_once(dataset: Dataset) -> None:
    named = re.findall(r"<loc>(.*?)</loc>", content_of(dataset, "sitemap.xml").decode())
    pages = {f"{BASE}{'' if page.name == 'overview' else page.name}" for page in PAGES if page.listed}
    votes = ("a-res-1", "a-res-2", "a-res-2-paragraph", "s-2017-1")
    records = {f"{BASE}record?id={record_id}" for record_id in (*dataset.atlas.table_of, *votes)}
    assert len(named) == len(set(named))
    assert set(named) == pages | records


def test_the_header_names_what_to_cite_where_to_read_the_terms_and_the_data(dataset: Dataset) -> None:
    assert words(dataset, BASE, "record", "pipeline-agreement").links.split(", ") == [
        f'<{BASE}record?id=pipeline-agreement>; rel="cite-as"',
        f'<{BASE}read/record/pipeline-agreement.html>; rel="alternate"; type="text/html"',
        '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
        f'<{BASE}record/pipeline-agreement.json>; rel="describedby"; type="application/json"',
        '<https://schema.org/Event>; rel="type"',
    ]
    head = words(dataset, BASE, "trade", "").head
    assert f'<meta property="og:image" content="{BASE}card/trade.png">' in head
    assert f'<link rel="canonical" href="{BASE}trade">' in head


@pytest.mark.parametrize("path", ["llms.txt", "read/files.html", "read/feeds.html", "feed/new.xml"])
def test_what_the_app_names_as_its_files_is_there(dataset: Dataset, path: str) -> None:
    said = content_of(dataset, path).decode()
    named = {urljoin(BASE + path, at) for at in re.findall(r'(?:href="|\]\()([^")#]+)', said)}
    apps = {BASE, *(BASE + page.name for page in PAGES), *re.findall(rf"{BASE}record\?id=[^\"]+", said)}
    files = {at for at in named if at.startswith(BASE)} - apps
    assert files
    assert [at for at in files if file(dataset, BASE, at.removeprefix(BASE)) is None] == []


def test_a_title_in_another_script_names_its_language(small: Path) -> None:
    text = (small / "sources.csv").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("paper-2021,"))
    russian = line.replace("A second look,", "Второй взгляд,A second look").replace(",en,", ",ru,")
    there = text.replace(line, russian)
    (small / "sources.csv").write_text(there, "utf-8")
    dataset = Dataset(read_atlas(small))
    assert (
        '<h1 lang="ru" dir="auto">Второй взгляд</h1>' in words(dataset, BASE, "record", "paper-2021").content
    )
    assert "<h1>The pipeline and the port</h1>" in words(dataset, BASE, "record", "voice-2020").content
