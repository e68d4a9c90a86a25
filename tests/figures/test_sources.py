"""Sources: how many records rest on how many, which source stands alone, where they disagree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.sources import CORROBORATION, DISAGREEMENTS, DOCUMENTS, SORT, TABLE, WORDS
from dashboard.model.figure import EmptyFigure, Figure, Grid

Ask = Callable[..., Figure | EmptyFigure]


@pytest.mark.parametrize(
    ("choice", "title", "counts"),
    [
        # One source: early-contact, border-1971, visit-dropped, trade-round, plan-2021. Two: treaty-1960.
        # Three: the others.
        ({}, "5 events of 8 rest on one source alone", "5 with 1, 1 with 2, 2 with 3, 0 with 4 or more"),
        (
            {"themes": ("trade",)},
            "1 event of 3 rests on one source alone",
            "1 with 1, 1 with 2, 1 with 3, 0 with 4 or more",
        ),
        (
            {"years": (1960, 1960)},
            "0 events of 1 rest on one source alone",
            "0 with 1, 1 with 2, 0 with 3, 0 with 4 or more",
        ),
    ],
)
def test_corroboration_counts_independent_sources(
    ask: Ask, choice: dict[str, object], title: str, counts: str
) -> None:
    figure = ask(CORROBORATION, **choice)
    assert isinstance(figure, Figure)
    assert figure.title == title
    assert figure.message == f"Events by number of independent sources: {counts}."


@pytest.mark.parametrize(
    ("choice", "expected", "points"),
    [
        ({}, {"pipeline-agreement", "river-pipeline", "treaty-1960", "deal-2020"}, "4 points"),
        ({"themes": ("energy",)}, {"pipeline-agreement", "river-pipeline", "deal-2020"}, "3 of 4 points"),
        ({"years": (1947, 1970)}, {"river-pipeline", "treaty-1960"}, "2 of 4 points"),
    ],
)
def test_disagreements_are_those_of_the_chosen_events_and_of_all_that_are_none(
    ask: Ask, choice: dict[str, object], expected: set[str], points: str
) -> None:
    figure = ask(DISAGREEMENTS, **choice)
    assert isinstance(figure, Figure)
    assert set(figure.record_ids) == expected
    assert figure.title == f"{points} on which sources disagree"


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((), {"voice-2020", "paper-2021", "gazette-2015", "gazette-2018", "customs-2022", "journal-1972"}),
        (("document",), {"voice-2020", "paper-2021"}),
        (("news", "dataset"), {"gazette-2015", "gazette-2018", "customs-2022", "journal-1972"}),
    ],
)
def test_the_table_of_sources_follows_their_kinds(
    ask: Ask, kinds: tuple[str, ...], expected: set[str]
) -> None:
    figure = ask(TABLE, kinds=kinds, themes=("energy",))
    assert isinstance(figure, Figure)
    assert set(figure.record_ids) == expected
    assert figure.title.startswith(f"{len(expected)} sources")


def test_a_source_says_how_many_records_rest_on_it_and_on_it_alone(ask: Ask) -> None:
    figure = ask(TABLE)
    assert isinstance(figure, Figure)
    rows = figure.rows.set_index("record_id")
    # treaty-1960 and deal-2020 have others; border-1971 has none.
    assert rows.loc["journal-1972", ["records", "alone"]].tolist() == [3, 1]


def test_a_record_counts_once_for_a_source_however_many_of_its_passages_tell_of_it(
    ask: Ask, dataset: Dataset
) -> None:
    atlas = dataset.atlas
    evidence = atlas["evidence"]
    of_journal = evidence[evidence["source_id"] == "journal-1972"].iloc[:1]
    more = pd.concat([evidence, of_journal.assign(locator="page 9")], ignore_index=True)
    told_twice = Dataset(replace(atlas, frames={**atlas.frames, "evidence": more}))
    figures = ask(TABLE), Question(TABLE, told_twice).answer()
    counts = [
        figure.rows.set_index("record_id").loc["journal-1972", "records"]
        for figure in figures
        if isinstance(figure, Figure)
    ]
    assert counts == [3, 3]


def test_sources_are_found_by_publisher_and_by_author_too(ask: Ask) -> None:
    found = {
        words: set(figure.record_ids)
        for words in ("the gazette", "ben paper")
        if isinstance(figure := ask(TABLE, options={WORDS: words}), Figure)
    }
    assert found == {"the gazette": {"gazette-2015", "gazette-2018"}, "ben paper": {"paper-2021"}}


def test_a_document_says_what_came_of_its_statements(ask: Ask) -> None:
    figure = ask(DOCUMENTS)
    assert isinstance(figure, Figure)
    assert list(figure.rows["record_id"]) == ["voice-2020", "paper-2021"], "the oldest first"
    words = str(figure.drawing)
    assert "1 supported" in words
    assert "1 contradicted" in words


def test_the_sources_can_be_searched_and_stand_in_the_order_of_the_link(ask: Ask) -> None:
    whole = ask(TABLE)
    assert isinstance(whole, Figure)
    assert isinstance(whole.drawing, Grid)
    assert whole.drawing.groups
    titles = list(whole.rows["title"])
    by_title = ask(TABLE, options={SORT: "title"})
    assert isinstance(by_title, Figure)
    assert isinstance(by_title.drawing, Grid)
    assert list(by_title.rows["title"]) == sorted(titles, key=str.casefold)
    assert [cells[0].text for cells in by_title.drawing.rows] == list(by_title.rows["title"])
    assert not by_title.drawing.groups
    oldest = ask(TABLE, options={SORT: "oldest"})
    assert isinstance(oldest, Figure)
    days = [day for day in oldest.rows["published"] if day]
    assert days == sorted(days)
    found = ask(TABLE, options={WORDS: titles[0].upper()})
    assert isinstance(found, Figure)
    assert titles[0] in set(found.rows["title"])
    assert len(found.rows) < len(titles)
    assert isinstance(ask(TABLE, options={WORDS: "nowhere-at-all"}), EmptyFigure)
