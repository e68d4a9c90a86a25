"""Two periods of the small Atlas face to face."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.figures.compare import NUMBER, PERIODS, RECORDS, TABLE
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.model.figure import EmptyFigure, Figure, Grid

Ask = Callable[..., Figure | EmptyFigure]
AddRows = Callable[[Path, Mapping[str, list[str]]], None]

ASKED = "1947-1999,2015-2022"


def lines(figure: Figure | EmptyFigure) -> dict[str, tuple[str, ...]]:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return {row[0].text: tuple(cell.text for cell in row[1:]) for row in figure.drawing.rows}


def test_events_agreements_and_sources_of_two_periods_are_counted(ask: Ask) -> None:
    rows = lines(ask(TABLE, options={PERIODS: ASKED}))
    assert rows["Events"] == ("0.06 a year (3)", "0.62 a year (5)")
    assert rows["Texts signed, exchanged or drawn up"] == ("0", "0.12 a year (1)")
    assert rows["Sources that tell of events"][1].endswith("(6)")


def test_trade_is_a_mean_of_the_years_that_have_a_value(ask: Ask) -> None:
    rows = lines(ask(TABLE, options={PERIODS: ASKED}))
    first, second = rows["Russia: total trade with Pakistan (customs), million US dollars"]
    assert (first, second) == ("–", "225.7 (mean of 2 years)")


def test_votes_alike_are_a_mean_of_yearly_shares_in_per_cent(ask: Ask) -> None:
    # Apart on the one whole text of 2015, alike on the one of 2016.
    rows = lines(ask(TABLE, options={PERIODS: ASKED}))
    votes = rows["Pakistan and Russia: identical votes in the General Assembly, per cent"]
    assert votes == ("–", "50 (mean of 2 years)")


def test_a_number_opens_its_records_and_another_none(ask: Ask) -> None:
    found = ask(RECORDS, options={PERIODS: ASKED, NUMBER: "signed-2"})
    assert isinstance(found, Figure)
    assert found.record_ids == ("river-agreement",)
    for number in ("signed-1", "signed-9", "nothing"):
        assert isinstance(ask(RECORDS, options={PERIODS: ASKED, NUMBER: number}), EmptyFigure)


def test_without_a_choice_the_first_and_the_last_era_are_compared(ask: Ask) -> None:
    # Three events begin in 53 years.
    rate = "0.06 a year in 1947–1999"
    assert ask(TABLE).title == f"Events on record: {rate}, {rate}"


def test_a_choice_that_is_none_is_said(ask: Ask) -> None:
    assert ask(TABLE, options={PERIODS: "soon"}).title == "“soon” is not two ranges of years"


# Beside the rows of the small Atlas: a visit of Ada to Boris, a second era without an end, a text of which
# nothing is known, wheat with a value that is doubtful, and wheat to the whole world.
FULLER = {
    "actors": ["boris-envoy,Boris Envoy,,person,RUS,Envoy,,"],
    "events": [
        "visit-2019,2019-04-02,A visit to the town,They talked.,visit,happened,diplomacy,"
        "ada-minister;boris-envoy,northern-town,,2,,,,,",
    ],
    "agreements": ["commerce-1960,treaty-1960,treaty,Treaty of commerce,,,,"],
    "eras": ["late-years,Late years,2015/..,Many contacts."],
    "indicators": [
        "wheat-between,Wheat to Russia,Pakistan,Russia,exports,,tonnes,customs-2022,as-reported,Wheat.",
        "wheat-world,Wheat to the world,Pakistan,World,exports,,tonnes,customs-2022,as-reported,Wheat.",
    ],
    "observations": [
        "wheat-between,2015,10,observed,",
        "wheat-between,2016,98,doubtful,misprint",
        "wheat-world,2015,500,observed,",
    ],
    "evidence": [
        "visit-2019,gazette-2018,,,,,,supports,",
        "commerce-1960,gazette-2015,,,,,,supports,",
        "late-years,gazette-2015,,,,,,supports,",
        "wheat-between,customs-2022,wheat,,,,,supports,",
        "wheat-world,customs-2022,wheat,,,,,supports,",
    ],
}


@pytest.fixture(scope="module")
def fuller(with_more_rows: Path, add_rows: AddRows, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("fuller") / "small"
    shutil.copytree(with_more_rows, folder)
    add_rows(folder, FULLER)
    return Dataset(read_atlas(folder))


def compared(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    return lines(Question(TABLE, dataset, options={PERIODS: (ASKED,)}).answer())


def test_texts_of_which_something_became_are_counted_beside_all_texts(fuller: Dataset) -> None:
    rows = compared(fuller)
    assert rows["Texts signed, exchanged or drawn up"] == ("0.02 a year (1)", "0.12 a year (1)")
    assert rows["of them, with what became of them"] == ("0", "0.12 a year (1)")


def test_persons_of_both_sides_are_counted_by_name(fuller: Dataset) -> None:
    rows = compared(fuller)
    for name in ("Visits and calls with persons of both sides", "Ada Minister", "Boris Envoy"):
        assert rows[name] == ("0", "0.12 a year (1)"), name


def test_other_series_are_those_between_the_sides_without_doubtful_values(fuller: Dataset) -> None:
    rows = compared(fuller)
    assert rows["Wheat to Russia, tonnes"] == ("–", "10 (mean of 1 year)")
    assert "Wheat to the world, tonnes" not in rows
    assert list(rows).count("Russia: total trade with Pakistan (customs), million US dollars") == 1
    assert not [name for name in rows if name.endswith("USD million")]


def test_an_era_without_an_end_lasts_until_the_last_year(fuller: Dataset) -> None:
    figure = Question(TABLE, fuller).answer()
    assert isinstance(figure, Figure)
    assert figure.subtitle.startswith("1947–1999 and 2015–2022 face to face")


def test_the_second_period_of_a_number_is_its_second(fuller: Dataset) -> None:
    found = Question(RECORDS, fuller, options={PERIODS: (ASKED,), NUMBER: ("events-1",)}).answer()
    assert isinstance(found, Figure)
    assert found.title == "Events, 1947–1999: 3 records"
    assert found.record_ids == ("early-contact", "treaty-1960", "border-1971")


def test_without_votes_no_share_of_them_is_compared(dataset: Dataset) -> None:
    bare = Dataset(replace(dataset.atlas, votes_file=b""))
    assert "General Assembly" in " ".join(compared(dataset))
    assert "General Assembly" not in " ".join(compared(bare))
