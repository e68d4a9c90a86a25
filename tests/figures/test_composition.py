"""Small choices by which a figure is put together: the reader's mode, notes of rows, the last chosen year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.figures import agreements, capitals, checks, method, overview, people, trade, votes
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Options, Question
from dashboard.figures.spec import FigureSpec
from dashboard.model.figure import Chart, EmptyFigure, Figure, Grid
from dashboard.model.selection import Selection
from dashboard.views.theme import Mode


def with_tables(dataset: Dataset, **tables: pd.DataFrame) -> Dataset:
    """The data set with other rows in some of its tables."""
    frames: Mapping[str, pd.DataFrame] = {**dataset.atlas.frames, **tables}
    return Dataset(replace(dataset.atlas, frames=frames))


def drawn(
    spec: FigureSpec,
    dataset: Dataset,
    last_year: int = 2022,
    options: Options | None = None,
    mode: Mode = "light",
) -> Figure:
    figure = Question(spec, dataset, Selection((), (), 1947, last_year), options, mode).answer()
    assert isinstance(figure, Figure)
    return figure


def test_a_dark_reader_gets_a_dark_drawing(dataset: Dataset) -> None:
    specs = figures_in(dataset)
    families = (specs["context-goods"], specs["context-goods-total"])
    for spec in (trade.LINES, trade.MIRROR, capitals.BY_COUNTRY, *families):
        light, dark = (drawn(spec, dataset, mode=mode).drawing for mode in ("light", "dark"))
        assert isinstance(light, Chart)
        assert isinstance(dark, Chart)
        assert light.spec["config"] != dark.spec["config"], spec.figure_id


def test_what_two_counts_share_is_said_beside_their_gap(dataset: Dataset) -> None:
    pairs = dataset.atlas["pairs"].assign(note="Both are one count.")
    assert drawn(trade.MIRROR, with_tables(dataset, pairs=pairs)).note.endswith("Both are one count.")


def test_a_number_without_a_period_stands_in_every_choice_of_years(dataset: Dataset) -> None:
    quantities = dataset.atlas["quantities"]
    undated = quantities.assign(period="", period_first=pd.NaT, period_last=pd.NaT, period_caption="")
    figure = drawn(trade.STATEMENTS, with_tables(dataset, quantities=undated), 1950)
    assert list(figure.rows["record_id"])[:1] == ["trade-2018"]


def test_slips_within_documents_stand_apart_from_what_is_held_against_others(dataset: Dataset) -> None:
    rows = dataset.atlas["checks"]
    slips = rows.assign(kind=["consistency", *rows["kind"][1:]])
    figure = drawn(checks.OWN, with_tables(dataset, checks=slips))
    assert "check-trade-2018" in figure.record_ids
    assert "check-length" not in figure.record_ids


def test_a_kind_of_text_that_nobody_signed_is_named(dataset: Dataset) -> None:
    figure = Question(agreements.TABLE, dataset, options={agreements.KIND: ("treaty",)}).answer()
    assert isinstance(figure, EmptyFigure)
    assert figure.title == "Texts of the kind treaty"


def test_how_sources_count_for_countries_is_said_where_they_are_counted(dataset: Dataset) -> None:
    subject = replace(dataset.atlas.subject, voices_note="Old sources count for the new state.")
    noted = Dataset(replace(dataset.atlas, subject=subject))
    for spec in (capitals.BY_COUNTRY, capitals.ONE_COUNTRY):
        assert drawn(spec, noted).note.endswith("Old sources count for the new state.")


@pytest.mark.parametrize(("year", "title"), [(2015, "in 2015"), (2021, "in 2021")])
def test_statuses_are_those_of_the_last_chosen_year(dataset: Dataset, year: int, title: str) -> None:
    figure = drawn(overview.STATUSES, dataset, year)
    assert figure.title.endswith(title)
    assert figure.rows[["record_id", "status"]].values.tolist() == [["river-pipeline", "agreed"]]


def test_before_its_first_milestone_no_project_has_a_status(dataset: Dataset) -> None:
    question = Question(overview.STATUSES, dataset, Selection((), (), 1947, 2014))
    assert isinstance(question.answer(), EmptyFigure)


@pytest.mark.parametrize("code", ["RUS", "SUN"])
def test_persons_of_a_former_state_meet_for_the_side_that_came_after_it(dataset: Dataset, code: str) -> None:
    actors = dataset.atlas["actors"]
    other = actors.iloc[[2]].assign(actor_id="boris-minister", name="Boris Minister", country=code)
    events = dataset.atlas["events"]
    visit = events["event_id"] == "deal-2020"
    met = events.assign(
        kind=events["kind"].where(~visit, "visit"),
        actors=[
            ("ada-minister", "boris-minister") if event_id == "deal-2020" else actor_ids
            for event_id, actor_ids in zip(events["event_id"], events["actors"], strict=True)
        ],
    )
    figure = drawn(people.MET, with_tables(dataset, actors=pd.concat([actors, other]), events=met))
    assert list(figure.rows["record_id"]) == ["deal-2020"]


def test_the_sides_head_their_own_persons(dataset: Dataset, real: Dataset) -> None:
    for spec in (people.MET, people.PAIRS):
        grid = drawn(spec, real, 2026).drawing
        assert isinstance(grid, Grid)
        first, second = grid.header.index("Pakistan"), grid.header.index("Russia")
        countries = real.atlas["actors"].set_index("name")["country"]
        for row in grid.rows:
            assert {countries[name] for name in row[first].text.split(", ")} == {"PAK"}
            assert {countries[name] for name in row[second].text.split(", ")} <= {"RUS", "SUN"}


def test_sources_of_a_former_state_count_for_the_side_that_came_after_it(dataset: Dataset) -> None:
    sources, evidence = dataset.atlas["sources"], dataset.atlas["evidence"]
    codes = {"journal-1972": "SUN", "gazette-2018": "RUS"}
    coded = sources.assign(country=sources["source_id"].map(codes).fillna(sources["country"]))
    deal = evidence["record_id"] == "deal-2020"
    two = evidence[~deal | evidence["source_id"].isin(codes)]
    other = with_tables(dataset, sources=coded, evidence=two)
    alone = drawn(method.WEAK_RECORDS, other, options={method.WEAKNESS: ("one-country",)})
    assert "deal-2020" in alone.record_ids
    assert (
        "deal-2020"
        not in drawn(
            method.WEAK_RECORDS,
            with_tables(dataset, sources=coded.replace({"country": {"SUN": "IND"}}), evidence=two),
            options={method.WEAKNESS: ("one-country",)},
        ).record_ids
    )


def test_counts_of_both_directions_are_never_held_against_those_of_one(dataset: Dataset) -> None:
    indicators, observations = dataset.atlas["indicators"], dataset.atlas["observations"]
    total = indicators[indicators["indicator_id"] == "both-trade"]
    counted = observations[observations["indicator_id"] == "both-trade"]
    new = {"indicator_id": "other-total"}
    wider = with_tables(
        dataset,
        indicators=pd.concat([indicators, total.assign(**new, reporter="Pakistan", partner="Russia")]),
        observations=pd.concat([observations, counted.assign(**new, value=counted["value"] + 90_000)]),
    )
    assert drawn(overview.COUNTS, wider).title == drawn(overview.COUNTS, dataset).title


def test_the_pair_is_named_in_the_order_of_the_atlas_and_held_against_four_others(real: Dataset) -> None:
    assert drawn(overview.ALIKE, real, 2026).title.startswith("Pakistan and Russia voted alike in ")
    for spec in (votes.AGREEMENT, votes.TOPICS):
        assert set(drawn(spec, real, 2026).rows["state"]) == {"RUS", "USA", "CHN", "IND"}


def test_agreement_by_topic_counts_each_resolution_once(real: Dataset) -> None:
    rows = drawn(votes.TOPICS, real, 2026).rows
    counted = rows[rows["state"] == "RUS"].set_index("topic")["votes"].to_dict()
    cast = real.atlas.votes
    cast = cast[(cast["body"] == "general-assembly") & cast["PAK"].isin(["Y", "N", "A"])]
    cast = cast[cast["RUS"].isin(["Y", "N", "A"])]
    whole = cast[cast["kind"].isin(["resolution", "decision", "draft"]) & (cast["repeats"] == "")]
    assert len(whole) < len(cast)
    expected = Counter(topic for topics in whole["topics"] for topic in topics or ("",))
    assert counted == {topic: expected[topic] for topic in counted}


def test_totals_that_documents_state_stand_before_those_of_others(real: Dataset) -> None:
    rows = drawn(figures_in(real)["context-deaths-total"], real, 2026).rows
    assert list(rows["by"]) == ["series", "series", "document", "official", "official", "official"]
