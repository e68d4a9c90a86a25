"""A figure is written once for all readers: its title, its words, a drawing that is HTML, and its sources."""

from __future__ import annotations

import pytest

from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, figures_in
from dashboard.figures.question import Question
from dashboard.figures.rendered import render, rendered
from dashboard.figures.spec import RECORD
from dashboard.model.figure import Chart, Figure, Grid, Listing
from dashboard.model.selection import Selection


def question(
    dataset: Dataset, figure_id: str, record_id: str = "", years: tuple[int, int] = (1947, 2022)
) -> Question:
    options = {RECORD: (record_id,)} if record_id else {}
    return Question(figures_in(dataset)[figure_id], dataset, Selection((), (), *years), options)


def test_a_chart_has_its_title_its_unit_and_its_message_for_those_who_hear_it(dataset: Dataset) -> None:
    found = rendered(question(dataset, "trade-lines"))
    figure = found.figure
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    assert found.before == (
        f'<h2 id="trade-lines" class="atlas-figure">{figure.title}</h2>'
        f'<p class="atlas-unit">{figure.subtitle}</p>'
        f'<p class="atlas-drawing-words" hidden="">{figure.message}</p>'
    )
    assert set(found.spec["datasets"]) == set(figure.drawing.data)
    assert all(isinstance(rows, bytes) for rows in found.spec["datasets"].values())


def test_below_a_drawing_stand_its_sources_and_its_note(dataset: Dataset) -> None:
    found = rendered(question(dataset, "trade-lines"))
    assert isinstance(found.figure, Figure)
    assert found.after.startswith('<div class="atlas-caption">')
    assert found.after.endswith(f'<p class="atlas-note atlas-paper">{found.figure.note}</p></div>')
    assert found.sources == 1
    assert "StatOffice" in found.after


@pytest.mark.parametrize(
    ("figure_id", "record_id", "kind"),
    [
        ("timeline-list", "", "atlas-whole"),
        ("sources-table", "", "atlas-whole"),
        ("record-facts", "river-pipeline", "atlas-whole atlas-article"),
    ],
)
def test_a_drawing_that_is_text_stands_with_its_title(
    dataset: Dataset, figure_id: str, record_id: str, kind: str
) -> None:
    found = rendered(question(dataset, figure_id, record_id))
    assert found.before.startswith(f'<div class="{kind}"><h2 id="{figure_id}" class="atlas-figure">')
    assert found.before.endswith("</div>")
    assert "atlas-drawing-words" not in found.before
    assert (found.spec, found.below) == ({}, "")


def test_a_map_has_its_legend_below(dataset: Dataset) -> None:
    found = rendered(question(dataset, "map-routes"))
    assert found.before.startswith('<h2 id="map-routes"')
    assert found.below.startswith('<div class="atlas-legend"><div><b>Status of a line</b>')
    assert found.spec == {}


def test_the_legend_on_the_map_of_a_window_can_be_folded(dataset: Dataset) -> None:
    spec = figures_in(dataset)["map-routes"]
    for window, opened in (("large", ' open=""'), ("small", "")):
        found = rendered(Question(spec, dataset, window=window))
        assert found.below.startswith(f'<details class="atlas-key"{opened}><summary>Legend</summary>')


def test_where_there_is_nothing_it_is_said_why(dataset: Dataset) -> None:
    found = rendered(question(dataset, "trade-lines", years=(1950, 1950)))
    assert found.before == (
        '<h2 id="trade-lines" class="atlas-figure">'
        "Pakistan to Russia or the USSR, as each side counts it</h2>"
        '<p class="atlas-absence">No count and no statement of trade falls into these years. '
        "Widen the years or choose another direction.</p>"
    )
    assert (found.after, found.sources) == ("", 0)


def test_the_same_question_is_written_once_and_words_of_a_reader_are_not_kept(dataset: Dataset) -> None:
    asked = question(dataset, "trade-lines")
    assert rendered(asked) is rendered(question(dataset, "trade-lines"))
    assert render(asked.answer(), dataset) is not rendered(asked)
    spec = BY_NAME["verify"].figures[0]
    typed = [Question(spec, dataset, text="They met in 2016.") for _ in range(2)]
    assert rendered(typed[0]) is not rendered(typed[1])
    assert rendered(typed[0]).before == rendered(typed[1]).before


@pytest.mark.parametrize("figure_id", ["timeline-list", "checks-verdicts"])
def test_of_a_list_or_a_table_the_html_is_kept_and_not_what_it_was_made_of(
    dataset: Dataset, figure_id: str
) -> None:
    asked = question(dataset, figure_id)
    found, answer = rendered(asked), asked.answer()
    assert isinstance(found.figure, Figure)
    assert isinstance(answer, Figure)
    assert isinstance(answer.drawing, Listing | Grid)
    assert "<li" in found.before or "<td" in found.before
    assert found.figure.drawing in (Listing(()), Grid((), ()))
    assert found.figure.rows.equals(answer.rows)
    assert found.figure.record_ids == answer.record_ids
