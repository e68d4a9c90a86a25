"""A small Atlas with some more rows, so that orders, ties, firsts and lasts can be told apart; every number
is worked out by hand.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, FIGURES, figures_in
from dashboard.figures.people import offices_at
from dashboard.figures.question import Question
from dashboard.figures.record import figures_of_record
from dashboard.figures.spec import RECORD, FigureSpec, Option
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.selection import Selection
from dashboard.queries.checks import AGAINST_ITSELF, held_against
from dashboard.views.theme import Mode

MORE = {
    "sources": [
        "journal-1972,news,A border,,,,The Herald,IND,established,1972,,"
        "https://example.org/herald,,2022-01-05,en,,,"
    ],
    "events": [
        "treaty-1960,1960-05-02,Treaty of commerce,The two signed.,agreement,happened,trade,,,,2,,,,,",
        "border-1971,1971-03,Words at the border,They spoke.,statement,happened,diplomacy,,,,3,,,,,",
        "deal-2020,2020-01-15,A deal on gas,They agreed on a "
        "sum.,agreement,happened,energy;trade,,northern-town,,1,,,,,",
        "plan-2021,2021-11,A visit to come,It was "
        "announced.,visit,planned,diplomacy,,,,2,,,,Outcome unknown: nothing was found.,",
    ],
    "evidence": [
        "treaty-1960,gazette-2015,,,date,1960-05-02,,supports,",
        "treaty-1960,journal-1972,,,date,1960-06,,supports,printed a month late",
        "border-1971,journal-1972,,,,,,supports,",
        "deal-2020,gazette-2018,,,cost,5 USD million,,supports,",
        "deal-2020,customs-2022,,,cost,7 USD million,,supports,",
        "deal-2020,journal-1972,,,cost,8 USD million,,supports,",
        "deal-2020,gazette-2015,,,cost,9 USD million,,supports,",
        "plan-2021,gazette-2018,,,,,,supports,",
        "both-trade,customs-2022,total,,,,,supports,",
        "check-length,gazette-2015,,,,,,disputes,",
        "check-date,gazette-2015,,,,,,supports,",
        "check-word,voice-2020,para:3,old alliances still weigh,,,,supports,",
        "claim-trade,voice-2020,para:3,Trade stood at 500 million dollars,,,,supports,",
        "claim-trade,paper-2021,para:3,interests explain little,,,,supports,",
        "claim-first,paper-2021,para:3,interests explain little,,,,disputes,",
    ],
    "checks": [
        "check-length,voice-2020,para:2,gas pipeline of 1100 kilometres,The line has 1100 "
        "km,contradicted,It has not.,,high,fact,",
        "check-date,voice-2020,para:2,In October 2015 the two countries,They met in "
        "October,supported,They did.,,high,fact,",
        "check-word,voice-2020,para:3,old alliances still weigh,Which alliances,contradicted,The text names "
        "none.,,high,consistency,",
    ],
    "claims": [
        "claim-trade,What they trade,Trade comes first.,trade",
        "claim-first,A first thing,Nothing comes first.,energy",
    ],
    "indicators": [
        "both-trade,Russia: total trade with Pakistan (customs),Russia,Pakistan,total,,USD "
        "million,customs-2022,as-reported,Both ways."
    ],
    "observations": ["both-trade,2015,200,observed,", "both-trade,2016,251.4,observed,"],
}

Ask = Callable[..., Figure | EmptyFigure]

REAL = Path(__file__).parents[2] / "data"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a `figure_id` that names none runs for every figure, those that the real tables name too."""
    named = [mark for mark in metafunc.definition.iter_markers("parametrize") if "figure_id" in mark.args[0]]
    if "figure_id" in metafunc.fixturenames and not named:
        with (REAL / "families.csv").open(encoding="utf-8", newline="") as file:
            families = dict.fromkeys(f"{row['page']}-{row['figure']}" for row in csv.DictReader(file))
        metafunc.parametrize("figure_id", [*FIGURES, *families])


AddRows = Callable[[Path, Mapping[str, list[str]]], None]


@pytest.fixture(scope="session")
def add_rows() -> AddRows:
    """Adds lines to tables of a folder."""

    def add(folder: Path, more: Mapping[str, list[str]]) -> None:
        for table, rows in more.items():
            path = folder / f"{table}.csv"
            path.write_text(path.read_text("utf-8") + "\n".join(rows) + "\n", "utf-8")

    return add


@pytest.fixture(scope="session")
def with_more_rows(proved_small: Path, add_rows: AddRows, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small Atlas with more rows; not to be changed."""
    folder = tmp_path_factory.mktemp("more") / "small"
    shutil.copytree(proved_small, folder)
    add_rows(folder, MORE)
    return folder


@pytest.fixture(scope="session")
def dataset(with_more_rows: Path) -> Dataset:
    """The small Atlas with more rows."""
    return Dataset(read_atlas(with_more_rows))


@pytest.fixture(scope="session")
def fuller(
    with_more_rows: Path,
    add_rows: AddRows,
    module_at: Callable[[Path], ModuleType],
    tmp_path_factory: pytest.TempPathFactory,
) -> Dataset:
    """The small Atlas with every row that the tests of figures add, those of fuller.py, and an edition before
    it.
    """
    folder = tmp_path_factory.mktemp("fuller") / "small"
    shutil.copytree(with_more_rows, folder)
    more = module_at(Path(__file__).parent / "fuller.py")
    add_rows(folder, more.ROWS)
    more.fill(folder, tmp_path_factory.mktemp("before") / "small")
    return Dataset(read_atlas(folder))


@pytest.fixture(scope="session")
def real(atlas: Atlas) -> Dataset:
    """The real tables."""
    return Dataset(atlas)


@pytest.fixture(scope="session")
def filling(real: Dataset) -> dict[str, list[str]]:
    """For each figure of a record, records that fill it: at least one, of each kind that can; for a figure
    that only points at a record, drawn projects.
    """
    drawn = list(real.atlas["routes"]["project_id"].unique()[:3])
    pointing = [spec for spec in figures_in(real).values() if RECORD in spec.options]
    pointing = [spec for spec in pointing if spec not in BY_NAME["record"].figures]
    found: dict[str, list[str]] = {spec.figure_id: [*drawn] for spec in pointing}
    for record_id in records_of_each_kind(real):
        for spec in figures_of_record(real, record_id):
            if isinstance(Question(spec, real, options={RECORD: (record_id,)}).answer(), Figure):
                found.setdefault(spec.figure_id, []).append(record_id)
    return found


def records_of_each_kind(dataset: Dataset) -> list[str]:
    """Two records of each table, drawn projects, votes, documents with slips of their own, an event that
    tells of votes, two with unlike offices.
    """
    atlas = dataset.atlas
    events = reversed(atlas["events"]["event_id"])
    slips = held_against(atlas["checks"], AGAINST_ITSELF)
    return [
        *atlas["routes"]["project_id"].unique()[:2],
        *dataset.index.groupby("table", sort=False).head(2)["record_id"],
        *atlas.votes["vote_id"][:2],
        *slips["source_id"].unique()[:2],
        *atlas["event_votes"]["event_id"].unique()[:2],
        *islice(unlike(dataset, events), 2),
    ]


def unlike(dataset: Dataset, events: Iterable[str]) -> Iterator[str]:
    """Those of some events at which offices were held, of alike ones the first."""
    met: set[str] = set()
    for event in events:
        offices = offices_at(dataset, event)
        held = offices.to_csv(index=False)
        if len(offices) and held not in met:
            met.add(held)
            yield event


@pytest.fixture
def ask(dataset: Dataset) -> Ask:
    """Asks for a figure: `ask(LINES, years=(2015, 2016), options={SCALE: "log"})`."""

    def answer(
        spec: FigureSpec,
        themes: tuple[str, ...] = (),
        kinds: tuple[str, ...] = (),
        years: tuple[int, int] = (1947, 2022),
        options: dict[Option, str] | None = None,
        mode: Mode = "light",
        narrow: bool = False,
    ) -> Figure | EmptyFigure:
        chosen = {option: (value,) for option, value in (options or {}).items()}
        return Question(spec, dataset, Selection(themes, kinds, *years), chosen, mode, narrow).answer()

    return answer
