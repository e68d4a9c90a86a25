"""The whole edition: valid, whole, light, without scripts, and alone in the world."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import urlsplit

import html5lib
import pandas as pd
import pytest

from dashboard.__main__ import main
from dashboard.data.atlas import Atlas, read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.site import chapter
from dashboard.site.edition import file_at, made_by, tasks_of
from dashboard.site.publication import Publication

BASE = "https://atlas.example/pr/"
LARGEST = 300 * 1024


def attributes(page: str, name: str) -> list[str]:
    return re.findall(rf'[\s]{name}="([^"]*)"', page)


def test_every_page_is_valid_html(pages: dict[str, str]) -> None:
    parser = html5lib.HTMLParser(strict=True)
    for path, page in pages.items():
        try:
            parser.parse(page)
        except html5lib.html5parser.ParseError as error:
            raise AssertionError(f"{path}: {error} at {parser.errors[-1]}") from error


def test_every_link_of_every_page_leads_somewhere(pages: dict[str, str], edition: dict[str, bytes]) -> None:
    ids = {path: set(attributes(page, "id")) for path, page in pages.items()}
    for path, page in pages.items():
        for href in {*attributes(page, "href"), *attributes(page, "src"), *attributes(page, "srcset")}:
            parts = urlsplit(href)
            if parts.scheme:
                continue
            target = normpath(str(PurePosixPath(path).parent / parts.path)) if parts.path else path
            assert target in edition, f"{path} leads to {href}"
            assert not parts.fragment or parts.fragment in ids[target], f"{path} leads to {href}"


def robust(page: str) -> list[dict[str, str]]:
    """The attributes of every link of a page that leads out of the edition."""
    links = [dict(re.findall(r'([\w-]+)="([^"]*)"', link)) for link in re.findall(r"<a ([^>]*)>", page)]
    outward = [link for link in links if urlsplit(link["href"]).netloc]
    return [link for link in outward if not link["href"].startswith(BASE)]


def test_every_link_out_of_the_edition_says_what_it_led_to_and_when_its_source_was_seen(
    pages: dict[str, str], small_atlas: Atlas
) -> None:
    sources = small_atlas["sources"]
    seen = dict(zip(sources["url"], sources["seen"], strict=True))
    links = [(path, link) for path, page in pages.items() for link in robust(page)]
    for path, link in links:
        assert link["data-originalurl"] == link["href"].partition("#:~:text=")[0], path
        assert link.get("data-versiondate", "") == seen.get(link["data-originalurl"], ""), path
    found = {link["data-originalurl"] for _, link in links}
    assert found >= set(filter(None, sources["url"]))


def test_a_source_leads_to_its_copy_and_a_vote_carries_the_day_on_which_its_collection_was_seen(
    small: Path,
) -> None:
    text, copy = (small / "sources.csv").read_text("utf-8"), "https://copy.example/1"
    sources = text.replace("https://example.org/gazette,,", f"https://example.org/gazette,{copy},")
    (small / "sources.csv").write_text(sources, "utf-8")
    votes = pd.read_parquet(small / "votes.parquet")
    votes["un_url"] = "https://un.example/" + votes["vote_id"]
    votes.to_parquet(small / "votes.parquet")
    atlas = Publication(Dataset(read_atlas(small)), BASE)
    page = (file_at(atlas, "record/gazette-2015.html") or b"").decode("utf-8")
    assert {link["href"] for link in robust(page)} == {"https://example.org/gazette", copy}
    for link in robust(page):
        assert link["data-originalurl"] == "https://example.org/gazette"
        assert (link["data-versiondate"], link["data-versionurl"]) == ("2022-05-30", copy)
    dated = robust((file_at(atlas, "votes/1.html") or b"").decode("utf-8"))
    assert [link["data-originalurl"] for link in dated] == [
        f"https://un.example/{vote_id}" for vote_id in atlas.votes
    ]
    assert {link["data-versiondate"] for link in dated} == {"2022-05-30"}
    assert "data-versionurl" not in dated[0]


def test_no_id_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        ids = attributes(page, "id")
        assert len(ids) == len(set(ids)), path


def test_pages_need_no_script_and_no_other_host(pages: dict[str, str], edition: dict[str, bytes]) -> None:
    for path, page in pages.items():
        scripts = re.findall(r"<script(?! type=\"application/ld\+json\")[^>]*>", page)
        assert len(scripts) == (1 if path == "find.html" else 0), path
        fetched = [*attributes(page, "src"), *attributes(page, "srcset")]
        fetched += re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]*)"', page)
        assert not [address for address in fetched if urlsplit(address).netloc], path
    assert b"http" not in edition["style.css"]


def test_no_page_is_large(pages: dict[str, str]) -> None:
    assert [path for path, page in pages.items() if len(page.encode()) > LARGEST] == []


def test_every_record_has_its_page_and_every_vote_its_row(
    publication: Publication, pages: dict[str, str]
) -> None:
    assert {f"record/{record_id}.html" for record_id in publication.dataset.atlas.table_of} <= pages.keys()
    for vote_id in publication.votes:
        path, _, place = publication.path_of(vote_id).partition("#")
        assert f'id="{place}"' in pages[path]


def test_a_page_says_its_language_and_its_direction_and_its_title(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        assert '<html lang="en-GB" dir="ltr">' in page, path
        assert re.search(r"<title>[^<]{8,}</title>", page), path
        assert page.count("<h1>") == 1, path


@pytest.mark.parametrize("stem", ["theme/energy", "decade/2010s", "figure/timeline-lanes"])
def test_themes_decades_and_figures_have_pages_of_their_own(stem: str, pages: dict[str, str]) -> None:
    assert f"{stem}.html" in pages


@pytest.mark.parametrize("narrow", [False, True])
def test_every_theme_decade_and_era_of_the_record_can_be_drawn(atlas: Atlas, narrow: bool) -> None:
    dataset = Dataset(atlas)
    for part in chapter.chapters_of(Publication(dataset)):
        for spec in chapter.DRAWN:
            answer = Question(spec, dataset, part.selection).drawn_for("light", narrow).answer()
            assert answer.title, part.title


def test_two_processes_make_what_one_makes(publication: Publication, edition: dict[str, bytes]) -> None:

    tasks = tasks_of(publication)[-4:]
    made = dict(pair for files in made_by(publication, tasks, 2) for pair in files)
    assert made == {path: edition[path] for path in made}
    assert made


def test_the_command_writes_into_an_empty_folder_only(
    proved_small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["--data", str(proved_small), "site", str(tmp_path)]) == 1
    assert "something is there already" in capsys.readouterr().out


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "find.html",
        "names/projects.html",
        "record/river-pipeline.html",
        "record/river-pipeline.json",
        "theme/energy.html",
        "decade/2010s-timeline-lanes-page-dark.svg",
        "era/quiet-years.html",
        "figure/checks-list.csv",
        "votes/1.html",
        "feed/energy.xml",
        "llms.txt",
    ],
)
def test_one_file_made_for_itself_is_that_of_the_whole(
    publication: Publication, edition: dict[str, bytes], path: str
) -> None:
    assert file_at(publication, path) == edition[path]
