"""The card of a record or a page shows its date, whatever it is called, and the edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.figures.dataset import Dataset
from dashboard.site.card import card, of_page, of_record
from dashboard.site.publication import Publication


@pytest.mark.parametrize(
    ("record_id", "title", "when", "below"),
    [
        ("visit-dropped", "Visit that did not take place", "2017", "Data: Paper 2021 · 1 source"),
        (
            "term-ada-rivers",
            "Ada Minister, Minister of Rivers",
            "June 2014 – 2018",
            "Data: The Gazette · 1 source",
        ),
        ("somewhere", "Somewhere", "", "Data: Paper 2021 · 1 source"),
    ],
)
def test_a_record_shows_title_date_or_period_and_who_is_behind_it(
    publication: Publication, record_id: str, title: str, when: str, below: str
) -> None:
    assert of_record(publication, record_id) == card(publication, title, when, below)


def test_each_line_of_a_card_can_be_seen(publication: Publication) -> None:
    atlas = publication.dataset.atlas
    newer = Publication(Dataset(replace(atlas, version="1.0.0")))
    drawn = [
        card(publication, "Title", "2017", "Data: one"),
        card(publication, "Other", "2017", "Data: one"),
        card(publication, "Title", "2018", "Data: one"),
        card(publication, "Title", "2017", "Data: two"),
        card(newer, "Title", "2017", "Data: one"),
    ]
    assert len(set(drawn)) == len(drawn)
    assert of_page(publication, "Trade", "How much?") == card(publication, "Trade", "", "How much?")
