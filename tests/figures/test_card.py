"""A card says of a record what, when, in one sentence, who says so, and leads to the whole."""

from __future__ import annotations

from dashboard.figures.card import card
from dashboard.figures.dataset import Dataset


def test_a_card_has_title_date_sentence_agreement_and_the_way_on(dataset: Dataset) -> None:
    html = card(dataset, "pipeline-agreement")
    assert f"<h3>{dataset.titles['pipeline-agreement']}</h3>" in html
    assert "October 2015" in html
    assert "differ on the date" in html
    assert html.count('class="atlas-rail"') == 1
    assert "In October 2015 the two countries</q>" in html
    assert "Open the whole record</a>" in html


def test_a_card_of_a_record_that_is_not_disputed_draws_no_line_of_dots(dataset: Dataset) -> None:
    html = card(dataset, "border-1971")
    assert 'class="atlas-rail"' not in html
    assert "The Herald" in html


def test_a_card_names_the_edition_that_it_is_of(dataset: Dataset) -> None:
    assert f"version {dataset.atlas.version} of " in card(dataset, "pipeline-agreement")
