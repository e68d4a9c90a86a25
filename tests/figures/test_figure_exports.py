"""What a reader takes away from a figure says which figure it is, under which choice, of which edition."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html import unescape
from zipfile import ZipFile

import pytest

from dashboard.exports import citation
from dashboard.exports.picture import Body, composed
from dashboard.figures.address import standing
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.question import Question
from dashboard.figures.trade import DIRECTION, LINES, SCALE
from dashboard.model.figure import Chart, Figure
from dashboard.model.selection import Selection

BASE = "https://atlas.example/"
CHOICE = "All themes; 2015–2016; all kinds of source; scale: Logarithmic"
LINK = f"{BASE}trade?years=2015&years=2016&scale=log#trade-lines"


@pytest.fixture(scope="module")
def take(dataset: Dataset) -> FigureExports:
    """The lines of trade on dark ground, with filters that they follow and one that they do not."""
    selection = Selection(("trade",), (), 2015, 2016)
    question = Question(LINES, dataset, selection, {SCALE: ("log",)}, "dark")
    figure = question.answer()
    assert isinstance(figure, Figure)
    return FigureExports(
        figure, dataset, standing("trade", BASE, question, (SCALE, DIRECTION), "", selection)
    )


def test_a_citation_of_the_figure_names_it_its_choice_and_its_edition(take: FigureExports) -> None:
    item = take.figure_item
    assert (item["title"], item["genre"], item["note"]) == (take.figure.title, "Figure", CHOICE)
    assert item["URL"] == f"{BASE}trade?years=2015&years=2016&scale=log&edition=0.9.0#trade-lines"
    record = take.record_item("trade-2018")
    assert (record["title"], record["genre"]) == (
        "A comment puts trade at half a billion dollars.",
        "Stated number",
    )
    assert record["URL"] == f"{BASE}record?id=trade-2018&edition=0.9.0"
    assert [source["id"] for source in take.source_items] == ["customs-2022"]


def test_a_picture_has_the_choice_the_sources_the_link_and_light_ground(take: FigureExports) -> None:
    svg = take.svg().decode()
    words = [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]
    assert words[0] == take.figure.title
    assert CHOICE in words
    assert f"Data: StatOffice · 1 source, listed at {LINK}" in words
    assert words[-1] == "A small Atlas, version 0.9.0 of 1 June 2022"
    light = Question(LINES, take.dataset, Selection((), (), 2015, 2016), {SCALE: ("log",)}, "light").answer()
    assert isinstance(light, Figure)
    drawn_dark, drawn_light = take.figure.drawing, light.drawing
    assert isinstance(drawn_dark, Chart)
    assert isinstance(drawn_light, Chart)
    dark_ink, light_ink = str(drawn_dark.spec["config"]), str(drawn_light.spec["config"])
    assert dark_ink != light_ink
    for colour in set(re.findall(r"#[0-9a-f]{6}", dark_ink)) - set(re.findall(r"#[0-9a-f]{6}", light_ink)):
        assert colour not in svg


def test_a_packet_repeats_choice_link_and_citation_for_readers_and_programs(take: FigureExports) -> None:
    with ZipFile(io.BytesIO(take.packet())) as archive:
        readme = archive.read("README.txt").decode().splitlines()
        metadata = json.loads(archive.read("metadata.json"))
        assert archive.read("data.csv") == take.rows()
        assert archive.read("figure.svg") == take.svg()
        evidence = archive.read("evidence.csv").decode("utf-8-sig").splitlines()
    cited = citation.text(take.figure_item)
    assert {f"Choice: {CHOICE}.", f"Link: {LINK}", f"Cite as: {cited}"} <= set(readme)
    assert metadata["filters"] == {
        "sentence": CHOICE,
        "values": {"direction": ["to-russia"], "scale": ["log"], "years": ["2015", "2016"]},
    }
    assert (metadata["link"], metadata["citation"]) == (LINK, cited)
    assert [line.split(",")[0] for line in evidence[1:]] == ["pakistan-exports", "russia-imports"]


def test_files_are_named_by_figure_and_edition(take: FigureExports) -> None:
    assert take.file("csv") == "atlas-trade-lines-0.9.0.csv"
    assert take.has_picture()


def test_a_proof_is_of_the_years_that_were_asked_for(take: FigureExports) -> None:
    with ZipFile(io.BytesIO(take.proof())) as archive:
        shown = archive.read("shown.csv").decode().splitlines()
        values = archive.read("observations.csv").decode()
    assert len(shown) == 1 + len(take.figure.rows)
    assert "2018" not in values
    assert "2016" in values


def test_a_figure_that_was_not_asked_for_is_drawn_and_proved_as_it_stands(take: FigureExports) -> None:
    alone = FigureExports(take.figure, take.dataset, replace(take.context, question=None))
    drawn = alone.svg().decode()
    assert take.figure.title in drawn
    assert "A small Atlas, version 0.9.0 of 1 June 2022" in drawn
    with ZipFile(io.BytesIO(alone.proof())) as archive:
        shown = archive.read("shown.csv").decode().splitlines()
    assert len(shown) == 1 + len(take.figure.rows)


def test_a_drawing_that_is_made_already_has_the_words_around_it(take: FigureExports) -> None:
    body = Body('<circle id="made"/>', 320, 90)
    framed = take.framed(body).decode()
    assert framed == composed(take.figure, take._legend, body)
    assert '<circle id="made"/>' in framed
    assert "Data: StatOffice" in framed
