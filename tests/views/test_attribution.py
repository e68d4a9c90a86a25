"""One line says in short whose data it is, and the panel what each source says, with paragraph and link."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries import sources as ask
from dashboard.views.attribution import (
    address,
    data_line,
    panel,
    source_line,
    sources_in_short,
    standing_line,
    tellers,
    titled,
)

TITLES = {"pipeline-agreement": "Agreement on the river pipeline", "river-pipeline": "River pipeline"}
HREFS = {record_id: f"record?id={record_id}" for record_id in TITLES}


def opened(atlas: Atlas, *record_ids: str) -> str:
    evidence = ask.evidence_behind(atlas["evidence"], record_ids)
    behind = ask.sources_behind(atlas["evidence"], atlas["sources"], record_ids)
    return panel(evidence, behind, TITLES, HREFS, {"pipeline-agreement": 3})


def named(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """Sources by kind, publisher and the number of records behind which they stand."""
    behind = pd.DataFrame(rows, columns=["kind", "publisher", "records"])
    return behind.assign(publisher_short=behind["publisher"], title="A title", author="", published="2020")


def test_the_line_names_data_sets_first_and_then_the_publishers_behind_most_records() -> None:
    behind = named(
        ("news", "Dawn", 3), ("dataset", "The Bureau", 1), ("news", "TASS", 4), ("news", "Dawn", 2)
    )
    assert data_line(behind) == "Data: The Bureau, Dawn, TASS"
    assert sources_in_short(behind) == "Data: The Bureau, Dawn, TASS · 4 sources"


def test_data_sets_behind_a_few_of_many_records_do_not_lead() -> None:
    many = (("news", "Dawn", 60), ("news", "TASS", 31), ("dataset", "The Bureau", 9))
    assert data_line(named(*many)) == "Data: Dawn, TASS, The Bureau"
    assert data_line(named(*many[:2], ("dataset", "The Bureau", 11))) == "Data: The Bureau, Dawn, TASS"


def test_a_long_publisher_is_named_in_short_with_the_whole_name_behind_it() -> None:
    behind = named(("dataset", "Bureau of Statistics", 1), ("news", "Dawn", 1))
    behind["publisher_short"] = ["BoS", "Dawn"]
    assert data_line(behind) == "Data: BoS, Dawn"
    for line in (source_line(behind), standing_line(behind)):
        assert 'Data: <abbr title="Bureau of Statistics">BoS</abbr>, Dawn' in line
    assert standing_line(named()) == "<p></p>"


def test_publishers_of_one_short_name_stand_in_the_line_once() -> None:
    behind = named(("news", "Dawn (copy)", 1), ("news", "Dawn", 1))
    behind["publisher_short"] = "Dawn"
    assert data_line(behind) == "Data: Dawn"


def test_the_line_says_that_there_are_others_where_it_has_no_room_for_them() -> None:
    many = named(*(("news", name, 1) for name in ("A", "B", "C", "D")))
    assert data_line(many) == "Data: A, B, C and others"
    long = named(("news", "A" * 50, 2), ("news", "B" * 20, 1))
    assert data_line(long) == f"Data: {'A' * 50} and others"


def test_without_sources_the_line_is_empty() -> None:
    assert sources_in_short(named()) == data_line(named()) == source_line(named()) == ""


def test_the_panel_has_a_card_for_each_source_with_its_words_and_paragraph(small_atlas: Atlas) -> None:
    html = opened(small_atlas, "pipeline-agreement")
    assert html.count('class="atlas-card"') == 3
    assert "<q>In October 2015 the two countries</q>, paragraph 2" in html
    assert "16 October 2015" in html
    assert "the Gazette printed the date on the day" in html


def test_a_source_that_disputes_says_so(small_atlas: Atlas) -> None:
    assert "disputes" in opened(small_atlas, "river-pipeline")
    assert "disputes" not in opened(small_atlas, "pipeline-agreement")


@pytest.mark.parametrize(("speaker", "named"), [("ada-minister", "Ada Minister"), ("A colonel", "A colonel")])
def test_a_passage_that_reports_another_says_whose_words_they_are(
    small_atlas: Atlas, speaker: str, named: str
) -> None:
    evidence = ask.evidence_behind(small_atlas["evidence"], ["visit-dropped"]).assign(speaker=speaker)
    behind = ask.sources_behind(small_atlas["evidence"], small_atlas["sources"], ["visit-dropped"])
    titles = {"visit-dropped": "Visit", "ada-minister": "Ada Minister"}
    assert f"reports the words of {named}; <q>" in panel(evidence, behind, titles, {}, {})
    assert tellers(evidence, {"paper-2021": "Paper 2021"}, titles) == {
        "visit-dropped": (f"{named}, in Paper 2021",)
    }


def test_a_source_in_its_own_voice_is_named_alone_and_once(small_atlas: Atlas) -> None:
    evidence = ask.evidence_behind(small_atlas["evidence"], ["trade-2018"])
    twice = evidence.loc[[*evidence.index, *evidence.index]]
    names = {"voice-2020": "Voice 2020", "gazette-2018": "The Gazette"}
    assert tellers(twice, names, {}) == {"trade-2018": ("Voice 2020", "The Gazette")}
    assert "reports the words" not in opened(small_atlas, "pipeline-agreement")


def test_several_records_are_told_apart_by_their_titles(small_atlas: Atlas) -> None:
    html = opened(small_atlas, *TITLES)
    assert 'href="record?id=river-pipeline"' in html
    assert 'href="record?id=pipeline-agreement"' in html
    assert "3 independent sources" in html


@pytest.mark.parametrize(
    ("url", "quote", "followed"),
    [
        (
            "https://example.org/a",
            "gas pipeline of 1100",
            "https://example.org/a#:~:text=gas%20pipeline%20of%201100",
        ),
        ("https://example.org/a", "", "https://example.org/a"),
        ("https://example.org/a#part", "gas", "https://example.org/a#part"),
        (
            "https://example.org/a",
            "a, b – c & d",
            "https://example.org/a#:~:text=a%2C%20b%20%E2%80%93%20c%20%26%20d",
        ),
    ],
)
def test_the_link_scrolls_to_the_quote(url: str, quote: str, followed: str) -> None:
    assert address(url, quote) == followed


def test_no_text_of_a_source_becomes_markup(small_atlas: Atlas) -> None:
    hostile = small_atlas["sources"].assign(
        title="<img src=x>", author="<b>", publisher="<i>", published_note="<u>"
    )
    evidence = small_atlas["evidence"].assign(note="<s>", value="<s>", field="<s>", speaker="<s>")
    html = panel(evidence, hostile, dict.fromkeys(evidence["record_id"], "<h1>"), {}, {})
    assert not any(
        tag in html + source_line(hostile.assign(records=1)) for tag in ("<img", "<i>", "<u>", "<s>", "<h1>")
    )


def test_a_title_leads_to_its_address_and_names_what_was_read_and_when() -> None:
    row = {"title": "A title", "language": "ur", "url": "https://a.example/1", "seen": "2022-05-30"}
    assert titled({**row, "archived": "https://copy.example/1"}, "") == (
        '<a href="https://a.example/1" target="_blank" rel="noopener noreferrer" lang="ur" dir="auto" '
        'data-originalurl="https://a.example/1" data-versiondate="2022-05-30" '
        'data-versionurl="https://copy.example/1">A title</a>'
    )
    bare = titled({**row, "archived": "", "seen": "", "published_caption": "2016"}, "")
    assert "data-version" not in bare
    assert titled({**row, "url": ""}) == '<b lang="ur" dir="auto">A title</b>'


def test_a_card_of_a_source_has_author_publisher_date_how_it_is_known_and_its_language() -> None:
    names = ["source_id", "kind", "title", "author", "publisher", "published_caption", "published_note"]
    names += ["language", "url", "seen", "archived"]
    cells = ["s", "news", "A title", "An Author", "A House", "May 2016", "window inferred", "ur", "", "", ""]
    said = ["record_id", "source_id", "speaker", "stance", "quote", "locator", "field", "value", "note"]
    passage = ["a", "s", "", "disputes", "", "page 3", "date", "2016-05", "Printed later"]
    card = panel(
        pd.DataFrame([passage], columns=said),
        pd.DataFrame([cells], columns=names),
        {"a": "Talks"},
        {},
        {"a": 1},
    )
    assert "<h3>News (1)</h3>" in card
    assert " An Author, A House, May 2016 (window inferred) · in Urdu</p>" in card
    assert "<li>disputes this; page 3; date: <b>May 2016</b>; Printed later</li>" in card
