"""A record whole: the figures that its kind has, what they hold, and the neighbours to which it leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.figures.capitals import OF_RECORD
from dashboard.figures.checks import OF_DOCUMENT as SLIPS
from dashboard.figures.connected import AROUND, RELATED, SOURCES
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.record import (
    DISAGREEMENTS,
    FACTS,
    LIFE,
    SERIES,
    SIZES,
    figures_of_record,
)
from dashboard.figures.record_map import WHERE
from dashboard.figures.series import OF_RECORD as MEETINGS
from dashboard.figures.spec import RECORD, FigureSpec
from dashboard.model.figure import Article, EmptyFigure, Figure, SvgImage

Ask = Callable[..., Figure | EmptyFigure]


@pytest.mark.parametrize(
    ("record_id", "specs"),
    [
        ("river-pipeline", (FACTS, WHERE, DISAGREEMENTS, LIFE, SIZES, RELATED, OF_RECORD, SOURCES)),
        ("voice-2020", (FACTS, SLIPS, RELATED)),
        ("both-trade", (FACTS, SERIES, SOURCES)),
        ("deal-2020", (FACTS, WHERE, DISAGREEMENTS, RELATED, OF_RECORD, SOURCES)),
        ("river-talks", (FACTS, AROUND, MEETINGS)),
        ("trade-round", (FACTS, AROUND, WHERE, RELATED, OF_RECORD, SOURCES)),
    ],
)
def test_a_record_has_the_figures_of_its_kind(
    dataset: Dataset, record_id: str, specs: tuple[FigureSpec, ...]
) -> None:
    assert figures_of_record(dataset, record_id) == specs


def test_a_series_shows_its_values_in_order(ask: Ask) -> None:
    figure = ask(SERIES, options={RECORD: "both-trade"})
    assert isinstance(figure, Figure)
    assert [value for value in figure.rows["value"].tolist()] == [200.0, 251.4]


def test_a_document_lists_its_own_slips_and_no_other_check(ask: Ask) -> None:
    figure = ask(SLIPS, options={RECORD: "voice-2020"})
    assert isinstance(figure, Figure)
    assert figure.title == "1 slip within the document"
    assert figure.record_ids == ("check-word",)


@pytest.mark.parametrize(
    ("record_id", "values"), [("deal-2020", 4), ("treaty-1960", 2), ("river-pipeline", 2)]
)
def test_disagreements_are_those_of_the_record(ask: Ask, record_id: str, values: int) -> None:
    figure = ask(DISAGREEMENTS, options={RECORD: record_id})
    assert isinstance(figure, Figure)
    assert set(figure.record_ids) == {record_id}
    assert len(figure.rows) == values


@pytest.mark.parametrize(
    ("record_id", "expected"),
    [
        ("river-pipeline", {"pipeline-agreement", "river-line"}),
        ("northern-town", {"deal-2020"}),
        ("river-line", {"river-pipeline", "southern-port", "northern-town"}),
    ],
)
def test_what_names_a_record_is_connected_with_it(ask: Ask, record_id: str, expected: set[str]) -> None:
    figure = ask(RELATED, options={RECORD: record_id})
    assert isinstance(figure, Figure)
    assert set(figure.rows["connected"]) == expected
    assert figure.record_ids == (record_id,), "its sources are those of the record, not of its neighbours"


def _article(answer: Figure | EmptyFigure) -> Article:
    assert isinstance(answer, Figure)
    assert isinstance(answer.drawing, Article)
    return answer.drawing


def _facts(drawing: Article) -> dict[str, list[str]]:
    return {name: [cell.text for cell in cells] for name, cells in drawing.facts}


def test_a_project_says_its_statuses_and_sizes_before_its_other_names(ask: Ask) -> None:
    drawing = _article(ask(FACTS, options={RECORD: "river-pipeline"}))
    assert [cell.text for cell in drawing.above] == ["Project", "pipeline", "stalled", "as of December 2021"]
    assert list(_facts(drawing))[:2] == ["Through time", "Length"]
    assert _facts(drawing)["Through time"][0] == "agreed 16 October 2015"
    assert _facts(drawing)["Length"] == ["1\u202f100 km"]
    assert drawing.agreement.endswith("they differ on the length.")


def test_an_event_says_when_where_and_whether_its_sources_agree(ask: Ask) -> None:
    drawing = _article(ask(FACTS, options={RECORD: "treaty-1960"}))
    assert [cell.text for cell in drawing.above] == ["Event", "agreement", "2 May 1960"]
    assert drawing.agreement == "2 sources; they differ on the date."


def test_a_source_and_a_place_say_what_rests_on_them_and_names_them(ask: Ask) -> None:
    assert _article(ask(FACTS, options={RECORD: "journal-1972"})).agreement.endswith("rest on it.")
    assert "Named by 2 events" in _article(ask(FACTS, options={RECORD: "meeting-house"})).agreement


def test_a_small_map_fits_a_phone(ask: Ask) -> None:
    wide, narrow = (
        ask(WHERE, options={RECORD: "meeting-house"}, narrow=on_phone) for on_phone in (False, True)
    )
    assert isinstance(wide, Figure)
    assert isinstance(narrow, Figure)
    assert isinstance(wide.drawing, SvgImage)
    assert isinstance(narrow.drawing, SvgImage)
    assert narrow.drawing.width < 390 < wide.drawing.width


def test_an_argument_names_the_documents_for_and_against(ask: Ask) -> None:
    facts = _facts(_article(ask(FACTS, options={RECORD: "claim-interests"})))
    assert {"Supported by", "Disputed by"} & set(facts)


def test_without_a_record_there_are_no_facts(ask: Ask) -> None:
    absence = ask(FACTS, options={RECORD: ""})
    assert isinstance(absence, EmptyFigure)
    assert absence.why == "The link names no record."


@pytest.mark.parametrize(
    ("record_id", "neighbours"),
    [
        ("river-talks", ["pipeline-agreement", "trade-round"]),
        ("pipeline-agreement", ["early-contact", "river-talks", "river-agreement"]),
        ("river-agreement", ["pipeline-agreement"]),
        ("minister-of-rivers", ["term-ada-rivers"]),
        ("ada-minister", ["term-ada-rivers"]),
        ("term-ada-rivers", ["ada-minister", "minister-of-rivers"]),
    ],
)
def test_a_record_leads_to_its_neighbours(small_atlas: Atlas, record_id: str, neighbours: list[str]) -> None:
    figure = Question(RELATED, Dataset(small_atlas), options={RECORD: (record_id,)}).answer()
    assert isinstance(figure, Figure)
    assert set(neighbours) <= set(figure.rows["connected"])


def test_every_figure_of_every_record_can_be_built(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    for record_id in dataset.titles:
        for spec in figures_of_record(dataset, record_id):
            answer = Question(spec, dataset, options={RECORD: (record_id,)}).answer()
            assert isinstance(answer, Figure | EmptyFigure), (record_id, spec.figure_id)


def _facts_of(ask: Ask, record_id: str) -> dict[str, list[tuple[str, ...]]]:
    figure = ask(FACTS, options={RECORD: record_id})
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Article)
    facts: dict[str, list[tuple[str, ...]]] = {}
    for name, cells in figure.drawing.facts:
        facts[name] = [(cell.text, cell.page, cell.to) for cell in cells]
    return facts


def test_a_series_leads_to_the_charts_that_draw_it(ask: Ask) -> None:
    places = _facts_of(ask, "russia-imports")["Drawn in"]
    assert [place[1:] for place in places] == [("trade", "trade-lines"), ("context", "context-goods")]
    assert places[1][0] == "Goods sent"


def test_a_check_leads_to_the_charts_of_the_series_that_its_finding_counts(
    counting_check: Callable[[str], Dataset],
) -> None:
    dataset = counting_check("{value:russia-imports@2018:0} million by the other count.")
    answer = Question(FACTS, dataset, options={RECORD: ("check-trade-2018",)}).answer()
    assert isinstance(answer, Figure)
    assert isinstance(answer.drawing, Article)
    drawn = dict(answer.drawing.facts)["Drawn in"]
    assert [cell.to for cell in drawn] == ["trade-lines", "context-goods"]
    plain = Question(FACTS, counting_check("No number."), options={RECORD: ("check-trade-2018",)}).answer()
    assert isinstance(plain, Figure)
    assert isinstance(plain.drawing, Article)
    assert "Drawn in" not in dict(plain.drawing.facts)


@pytest.fixture
def counting_check(small: Path) -> Callable[[str], Dataset]:
    """The small Atlas with another finding of its check of trade."""

    def with_finding(words: str) -> Dataset:
        table = pd.read_csv(small / "checks.csv", dtype=str, keep_default_na=False)
        table.loc[table["check_id"] == "check-trade-2018", "finding"] = words
        table.to_csv(small / "checks.csv", index=False)
        return Dataset(read_atlas(small))

    return with_finding
