"""What a record is connected with, by heading, and the events around it in order of time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.figures.connected import RELATED, events_around, is_connected
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD
from dashboard.model.figure import EmptyFigure, Figure

Groups = dict[str, list[tuple[str, str]]]
AddRows = Callable[[Path, Mapping[str, list[str]]], None]


def related(dataset: Dataset, record_id: str) -> Figure | EmptyFigure:
    return Question(RELATED, dataset, options={RECORD: (record_id,)}).answer()


def groups(dataset: Dataset, record_id: str) -> Groups:
    figure = related(dataset, record_id)
    assert isinstance(figure, Figure)
    found: Groups = {}
    for row in figure.rows.to_dict("records"):
        found.setdefault(row["kind"], []).append((row["connected"], row["when"]))
    return found


def test_an_event_is_connected_with_its_neighbours_texts_persons_places_and_numbers(dataset: Dataset) -> None:
    assert groups(dataset, "pipeline-agreement") == {
        "Before and after": [("early-contact", "1950s"), ("trade-round", "about 2018")],
        "Agreements": [("river-agreement", "since 2016")],
        "Series": [("river-talks", "")],
        "Projects": [("river-pipeline", "")],
        "Who": [("pakistan-state", ""), ("russia-state", "")],
        "Where": [("meeting-house", "")],
    }
    assert groups(dataset, "trade-round")["Stated numbers"] == [("trade-2018", "2018")]


def test_a_project_is_connected_with_its_routes_and_the_events_that_name_it(dataset: Dataset) -> None:
    assert groups(dataset, "river-pipeline") == {
        "Routes": [("river-line", "December 2021")],
        "Events": [("pipeline-agreement", "16 October 2015")],
    }


def test_a_source_is_connected_with_all_that_rests_on_it_by_the_word_that_readers_know(
    dataset: Dataset,
) -> None:
    assert groups(dataset, "customs-2022") == {
        "Behind checks": [("check-trade-2018", "")],
        "Behind events": [("deal-2020", "")],
        "Behind statistical series": [("pakistan-exports", ""), ("russia-imports", ""), ("both-trade", "")],
    }
    assert "Behind stated numbers" in groups(dataset, "gazette-2018")
    assert "Behind arguments" in groups(dataset, "paper-2021")


@pytest.mark.parametrize(
    ("record_id", "heading", "named"),
    [
        ("river-agreement", "Signed at", "pipeline-agreement"),
        ("river-line", "Project", "river-pipeline"),
        ("ada-minister", "Terms of office", "term-ada-rivers"),
        ("term-ada-rivers", "Person", "ada-minister"),
    ],
)
def test_what_a_record_names_or_is_named_by_stands_under_its_heading(
    dataset: Dataset, record_id: str, heading: str, named: str
) -> None:
    assert [each for each, _ in groups(dataset, record_id)[heading]] == [named]
    assert is_connected(dataset, record_id)


def test_what_nothing_names_is_connected_with_nothing(dataset: Dataset) -> None:
    assert not is_connected(dataset, "quiet-years")


def test_events_of_one_series_or_that_follow_each_other_stand_around_an_event_in_order_of_time(
    dataset: Dataset,
) -> None:
    around = ["early-contact", "pipeline-agreement", "trade-round"]
    for event in around:
        assert list(events_around(dataset, event)["event_id"]) == around
    assert list(events_around(dataset, "treaty-1960")["event_id"]) == ["treaty-1960"]
    assert list(events_around(dataset, "river-talks")["event_id"]) == ["pipeline-agreement", "trade-round"]
    assert list(events_around(dataset, "energy")["event_id"]) == ["pipeline-agreement", "deal-2020"]
    assert list(events_around(dataset, "southern-port")["event_id"]) == ["trade-round"]


# A term that stands in its table behind a later one, and a project that is tested.
OUT_OF_ORDER = {
    "terms": ["term-ada-early,minister-of-rivers,ada-minister,2009/2011,"],
    "checks": [
        "check-line,paper-2021,para:2,remains 1000 kilometres,The line is 1000 km,partly,Perhaps.,,low,fact,"
        "river-pipeline",
    ],
    "evidence": [
        "term-ada-early,gazette-2015,,,,,,supports,",
        "check-line,gazette-2015,,,,,,supports,",
    ],
}


@pytest.fixture(scope="module")
def out_of_order(
    with_more_rows: Path, add_rows: AddRows, tmp_path_factory: pytest.TempPathFactory
) -> Dataset:
    folder = tmp_path_factory.mktemp("order") / "small"
    shutil.copytree(with_more_rows, folder)
    add_rows(folder, OUT_OF_ORDER)
    return Dataset(read_atlas(folder))


def test_terms_stand_in_the_order_of_time(out_of_order: Dataset) -> None:
    terms = [("term-ada-early", "2009–2011"), ("term-ada-rivers", "June 2014 – 2018")]
    assert groups(out_of_order, "ada-minister")["Terms of office"] == terms
    assert groups(out_of_order, "minister-of-rivers")["Terms of office"] == terms


def test_the_statements_tested_of_a_project_stand_beside_it(out_of_order: Dataset) -> None:
    assert groups(out_of_order, "river-pipeline")["Statements tested"] == [("check-line", "")]


def test_what_rests_on_a_source_stands_by_the_name_of_its_table(dataset: Dataset) -> None:
    behind = list(groups(dataset, "gazette-2015"))
    assert [heading for heading in behind if heading.startswith("Behind")] == [
        "Behind agreements",
        "Behind checks",
        "Behind eras",
        "Behind events",
        "Behind terms",
    ]
