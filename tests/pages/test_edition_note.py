"""Whoever follows a link that names an edition is told what differs now, on a record and on other pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.data.atlas import Atlas
from dashboard.data.editions import read_editions, rows_of

Open = Callable[..., AppTest]

NOTE = 'class="atlas-edition"'


def texts(app: AppTest, holding: str) -> list[str]:
    assert not app.exception
    return [element.proto.body for element in app.get("html") if holding in element.proto.body]


def test_a_record_is_told_with_its_old_and_its_new_value(open_page: Open) -> None:
    app = open_page("record", id=["lavrov-on-pakistan-2025"], edition=["0.1.0"])
    (note,) = texts(app, NOTE)
    assert "names edition 0.1.0 of 22 November 2026" in note
    assert "relations with Pakistan at their best in decades → " in note
    assert "Correction: " in note


def test_another_page_counts_what_changed_in_what_it_shows(open_page: Open, atlas: Atlas, data: Path) -> None:
    (note,) = texts(open_page("agreements", edition=["0.1.0"]), NOTE)
    first = read_editions(data)[0]
    before = {row["agreement_id"] for row in rows_of("agreements.csv", first.files["agreements.csv"])}
    new = len(set(atlas["agreements"]["agreement_id"]) - before)
    assert f"Of the records behind what is shown here: {new} new" in note
    assert 'href="changes?edition=0.1.0"' in note


def test_a_link_of_the_present_edition_or_of_none_says_nothing(open_page: Open, data: Path) -> None:
    version = (data / "VERSION").read_text("utf-8").split()[0]
    assert texts(open_page("agreements"), NOTE) == []
    assert texts(open_page("agreements", edition=[version]), NOTE) == []


def test_an_edition_that_there_is_not_is_named(open_page: Open) -> None:
    app = open_page("agreements", edition=["9.9"])
    assert texts(app, "The link asks for the edition “9.9”; there are ")
    assert texts(app, NOTE) == []


def test_the_page_of_changes_takes_it_as_its_own_option(open_page: Open) -> None:
    app = open_page("changes", edition=["0.1.0"])
    assert texts(app, NOTE) == []
    assert texts(app, "since edition 0.1.0")
