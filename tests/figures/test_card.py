"""A card says of a record what, when, in one sentence, who says so, and leads to the whole."""

from __future__ import annotations

import re

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures import votes
from dashboard.figures.card import card, card_of_mark
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.trade import LINES
from dashboard.model.figure import Figure


def test_a_card_has_title_date_sentence_agreement_and_the_way_on(dataset: Dataset) -> None:
    html = card(dataset, "pipeline-agreement")
    assert f"<h3>{dataset.titles['pipeline-agreement']}</h3>" in html
    assert "October 2015" in html
    assert "differ on the date" in html
    assert html.count('class="atlas-rail"') == 1
    assert "In October 2015 the two countries</q>" in html
    assert re.search(r'href="record\?[^"]*id=pipeline-agreement"[^>]*>Open the whole record</a>', html)


def test_a_card_of_a_record_that_is_not_disputed_draws_no_line_of_dots(dataset: Dataset) -> None:
    html = card(dataset, "border-1971")
    assert 'class="atlas-rail"' not in html
    assert "The Herald" in html


def test_a_card_names_the_edition_that_it_is_of(dataset: Dataset) -> None:
    assert f"version {dataset.atlas.version} of " in card(dataset, "pipeline-agreement")


@pytest.mark.parametrize("year", [1971, 1992])
def test_the_card_of_a_year_of_votes_says_as_much_as_its_point_and_leads_to_the_votes(
    atlas: Atlas, year: int
) -> None:
    question = Question(votes.AGREEMENT, Dataset(atlas))
    figure = question.answer()
    assert isinstance(figure, Figure)
    rows = figure.rows.query("state == 'RUS' and year == @year")
    html = card_of_mark(question, f"RUS-{year}")
    assert f"<h3>Pakistan and Russia in {year}</h3>" in html
    share, counted = rows["identical"].iloc[0], rows["votes"].iloc[0]
    said = f"They voted alike on {round(share * counted)} of {counted} whole resolutions"
    assert said in html
    assert f"({100 * share:.0f} per cent)" in html
    assert f"relation=opposite&amp;years={year}&amp;years={year}#votes-list" in html
    assert f">all votes of {year} in the list</a>" in html


def test_a_year_has_a_card_as_far_as_the_figure_draws_it_and_no_other_figure_has_one(atlas: Atlas) -> None:
    dataset = Dataset(atlas)
    figure = Question(votes.AGREEMENT, dataset).answer()
    assert isinstance(figure, Figure)
    assert len(set(figure.marks)) == len(figure.marks) > 200
    assert {"RUS-1971", "USA-1988"} <= set(figure.marks)
    assert card_of_mark(Question(LINES, dataset), "RUS-1971") == ""
