"""The sources of a record: folded by kind, each with its passages, disputes marked."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Listing
from dashboard.views.record_sources import folded

SOURCES = pd.DataFrame(
    {
        "source_id": ["paper", "essay"],
        "kind": ["news", "document"],
        "title": ["A report", "An essay"],
        "author": ["", "Ada"],
        "publisher": ["The Herald", "A journal"],
        "published_caption": ["", "May 2019"],
    }
)
EVIDENCE = pd.DataFrame(
    {
        "source_id": ["essay", "paper", "paper"],
        "locator": ["para:4", "excerpt", "excerpt"],
        "quote": ["a few words", "", ""],
        "field": ["", "date", "date"],
        "value": ["", "2017-06-09", "2017-06-09"],
        "speaker": ["", "ada", "ada"],
        "stance": ["supports", "disputes", "disputes"],
        "note": ["", "", ""],
    }
)


def test_each_source_says_its_passages_once_documents_first() -> None:
    figure = folded(EVIDENCE, SOURCES, {"ada": "Ada Minister"})
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert [heading for heading, _ in figure.drawing.groups] == ["Documents (1)", "News (1)"]
    essay, paper = (items[0] for _, items in figure.drawing.groups)
    assert (essay.when, essay.detail) == ("May 2019", "Ada, A journal. “a few words”, paragraph 4.")
    assert paper.detail == "The Herald. Read in an excerpt, date: 9 June 2017, words of Ada Minister."
    assert paper.when == "no date known"
    assert paper.tags == (("fails", "disputes this"),)


def test_the_first_few_stand_open_and_many_of_a_kind_are_folded() -> None:
    papers = pd.concat([SOURCES.iloc[:1].assign(source_id=f"paper-{number}") for number in range(6)])
    figure = folded(EVIDENCE, pd.concat([papers, SOURCES.iloc[1:]]), {})
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert [heading for heading, _ in figure.drawing.folds] == ["", "News (6)"]
    assert [heading for heading, _ in figure.drawing.groups] == ["Documents (1)", ""]


def test_without_sources_it_says_so() -> None:
    assert isinstance(folded(EVIDENCE.iloc[:0], SOURCES.iloc[:0], {}), EmptyFigure)
