"""The tables as texts for a proof: those of the data set, the countries, and more that are given."""

from __future__ import annotations

from dashboard.figures.dataset import Dataset
from dashboard.figures.held_texts import HeldTexts
from dashboard.model.schema import BY_NAME


def test_every_table_is_held_beside_the_countries_and_what_is_given(dataset: Dataset) -> None:
    more = {"extra": (("a",), [("1",)]), "themes": (("b",), [("2",)])}
    held = HeldTexts(dataset, more)
    assert list(held) == [*BY_NAME, "countries", "extra"]
    assert len(held) == len(BY_NAME) + 2
    assert held["extra"] == more["extra"]
    assert held["themes"] == more["themes"], "what is given stands for the table of that name"
    assert HeldTexts(dataset)["themes"] != more["themes"]


def test_a_table_is_written_as_published_with_the_words_of_its_dates(dataset: Dataset) -> None:
    columns, rows = HeldTexts(dataset)["events"]
    assert columns[:4] == ("event_id", "date", "date_caption", "title")
    by_id = {row[0]: dict(zip(columns, row, strict=True)) for row in rows}
    assert by_id["early-contact"]["date_caption"] == "1950s"
    assert by_id["pipeline-agreement"]["themes"] == "energy;diplomacy"
    assert "date_first" not in columns
    assert len(rows) == len(dataset.atlas["events"])


def test_the_countries_are_those_of_sources_by_name(dataset: Dataset) -> None:
    columns, rows = HeldTexts(dataset)["countries"]
    assert columns == ("country", "name", "counts_for")
    assert [row[:2] for row in rows][:4] == [
        ("GBR", "United Kingdom"),
        ("IND", "India"),
        ("PAK", "Pakistan"),
        ("RUS", "Russia"),
    ]


def test_the_votes_have_a_column_for_each_state(dataset: Dataset) -> None:
    columns, _ = HeldTexts(dataset)["votes"]
    assert {"PAK", "RUS"} <= set(columns)
