"""Every figure of the catalogue leaves in every form, on the real data, and readers that did not write the
files open them.
"""

from __future__ import annotations

import csv
import io
import json
import random
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from runpy import run_path
from zipfile import ZipFile

import pypandoc
import pytest

from dashboard.exports import citation
from dashboard.exports.proof.reasons import is_explained
from dashboard.exports.proof.written import WRITTEN
from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, SEARCH
from dashboard.model.figure import Chart, Deck, Dots, EmptyFigure, Figure, SvgImage
from dashboard.views import attribution

BASE = "https://atlas.example/"
SVG = "{http://www.w3.org/2000/svg}"
# What these show follows from the cells of two editions, all of it.
COMPARED = ("changes-editions", "changes-list", "record-history")
# Much of what these show is sentences that no table has.
COMPOSED = ("map-chosen", "record-sources")


@pytest.fixture(scope="module")
def dataset(real: Dataset) -> Dataset:
    """The real Atlas with its indexes."""
    return real


@pytest.fixture(scope="module")
def takeaways(dataset: Dataset, filling: dict[str, list[str]]) -> dict[str, FigureExports]:
    """Every figure that the data can fill."""
    return dict(_takeaways(dataset, filling))


def _takeaways(dataset: Dataset, filling: dict[str, list[str]]) -> Iterator[tuple[str, FigureExports]]:
    for figure_id, spec in figures_in(dataset).items():
        record_ids = tuple(filling.get(figure_id, ())[:1])
        question = Question(spec, dataset, options={SEARCH: ("moscow",), RECORD: record_ids})
        figure = question.answer()
        if isinstance(figure, Figure):
            yield (
                figure_id,
                FigureExports(figure, dataset, Context("trade", BASE, {"theme": ["trade"]}, question)),
            )


class Proofs(Mapping[str, bytes]):
    """The proof of each figure, made once for all tests when it is first asked for."""

    def __init__(self, takeaways: Mapping[str, FigureExports]) -> None:
        self._takeaways = takeaways
        self._made: dict[str, bytes] = {}

    def __getitem__(self, figure_id: str) -> bytes:
        if figure_id not in self._made:
            self._made[figure_id] = self._takeaways[figure_id].proof()
        return self._made[figure_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._takeaways)

    def __len__(self) -> int:
        return len(self._takeaways)


@pytest.fixture(scope="module")
def proofs(takeaways: dict[str, FigureExports]) -> Proofs:
    """The proof of every figure."""
    return Proofs(takeaways)


@pytest.fixture
def take(figure_id: str, takeaways: dict[str, FigureExports], dataset: Dataset) -> FigureExports:
    if figure_id not in takeaways:
        absence = Question(figures_in(dataset)[figure_id], dataset).answer()
        assert isinstance(absence, EmptyFigure)
        assert absence.why
        pytest.skip(f"the data hold nothing for it: {absence.why}")
    return takeaways[figure_id]


def test_its_rows_come_back_from_csv(take: FigureExports) -> None:
    header, *rows = csv.reader(io.StringIO(take.rows().decode("utf-8-sig"), newline=""), strict=True)
    assert header == [str(name) for name in take.figure.rows.columns]
    assert len(rows) == len(take.figure.rows)
    at = header.index("record_id")
    assert [row[at] for row in rows] == list(take.figure.rows["record_id"])
    assert all(len(row) == len(header) for row in rows)


def test_its_packet_opens_and_names_all_its_sources(take: FigureExports) -> None:
    with ZipFile(io.BytesIO(take.packet())) as archive:
        assert archive.testzip() is None
        told = json.loads(archive.read("metadata.json"))
        evidence = list(
            csv.DictReader(
                io.StringIO(archive.read("evidence.csv").decode("utf-8-sig"), newline=""), strict=True
            )
        )
        assert archive.read("data.csv") == take.rows()
        note = archive.read("README.txt").decode("utf-8")
    assert (
        {source["source_id"] for source in told["sources"]}
        == set(take.sources["source_id"])
        >= {row["source_id"] for row in evidence}
    )
    assert all(source["licence"] for source in told["sources"])
    assert told["link"] == f"{BASE}trade?theme=trade#{take.figure.figure_id}"
    assert all(source["title"] in note for source in told["sources"])


def test_its_picture_carries_title_choice_note_sources_and_link(take: FigureExports) -> None:
    drawing = take.figure.drawing
    assert take.has_picture() == isinstance(drawing, Chart | Dots | Deck | SvgImage)
    if not take.has_picture():
        with pytest.raises(ValueError, match="leaves as CSV"):
            take.svg()
        return
    svg = take.svg()
    root = ElementTree.fromstring(svg)
    words = " ".join(text.text or "" for text in root.findall(f"{SVG}text"))
    for part in (
        take.figure.title,
        take.context.sentence,
        take.figure.note,
        attribution.sources_in_short(take.sources),
        take.edition.caption,
    ):
        assert letters(part) in letters(words)
    assert letters(take.context.address(take.figure.figure_id)) in letters(words)
    assert not take.figure.hint or letters(take.figure.hint) not in letters(words), (
        "a picture cannot be clicked"
    )
    assert "Source Sans" not in svg.decode("utf-8")


@pytest.mark.parametrize(
    "figure_id", ["overview-counts", "trade-mirror", "map-routes"], ids=["dots", "a chart", "a map"]
)
def test_a_picture_of_each_kind_can_be_had_as_pixels_at_twice_its_size(take: FigureExports) -> None:
    root, png = ElementTree.fromstring(take.svg()), take.png()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)] == [
        2 * int(root.get(side, "0")) for side in ("width", "height")
    ]


def letters(text: str) -> str:
    return "".join(text.split())


def test_every_figure_record_and_source_is_cited_in_forms_that_pandoc_reads(
    takeaways: dict[str, FigureExports],
) -> None:
    items = {
        item["id"]: item
        for take in takeaways.values()
        for item in (take.figure_item, take.record_item(take.figure.record_ids[0]), *take.source_items)
    }
    for text, format in (
        (citation.bibtex(list(items.values())), "biblatex"),
        (citation.ris(list(items.values())), "ris"),
        (citation.csl_json(list(items.values())), "csljson"),
    ):
        assert len(json.loads(pypandoc.convert_text(text, "csljson", format=format))) == len(items)
    assert all(citation.texts(list(items.values())))


def test_its_proof_computes_what_is_shown_and_fails_when_a_cell_is_changed(
    take: FigureExports, figure_id: str, proofs: Mapping[str, bytes], tmp_path: Path
) -> None:
    with ZipFile(io.BytesIO(proofs[figure_id])) as archive:
        archive.extractall(tmp_path)
    assert not proof_fails(tmp_path)
    chance = random.Random(figure_id)
    tables = [path for path in sorted(tmp_path.glob("*.csv")) if path.name not in ("shown.csv", "taken.csv")]
    tables = [path for path in tables if path.read_bytes().count(b"\n") > 1]
    assert change_is_noticed(tmp_path / "shown.csv", chance)
    if (tmp_path / "taken.csv").exists():
        assert change_is_noticed(tmp_path / "taken.csv", chance)
    change = chance.choice((dropped_row, doubled_row))
    assert table_is_noticed(tmp_path / "shown.csv", lambda rows: change(rows, chance))
    # A cell that is counted may change and the count stay: one of those that are drawn must tell.
    shown = frozenset(take.figure.record_ids)
    assert any(change_is_noticed(chance.choice(tables), chance, shown) for _ in range(100))


def test_nine_of_ten_shown_cells_are_computed_again_but_of_words_that_are_composed(
    proofs: Mapping[str, bytes],
) -> None:
    for figure_id, content in proofs.items():
        with ZipFile(io.BytesIO(content)) as archive:
            shown, taken = cells_in(archive, "shown.csv"), cells_in(archive, "taken.csv")
        assert not (taken and figure_id in (*WRITTEN, *COMPARED)), figure_id
        assert (taken > shown / 10) == (figure_id in COMPOSED), figure_id


def test_the_rows_of_more_than_half_of_the_figures_follow_from_the_tables(
    proofs: Mapping[str, bytes],
) -> None:
    listed = 0
    for content in proofs.values():
        with ZipFile(io.BytesIO(content)) as archive:
            listed += "listed.csv" in archive.namelist()
    assert listed < len(proofs) / 2


def test_a_figure_of_which_less_is_computed_says_of_each_column_why(proofs: Mapping[str, bytes]) -> None:
    for figure_id, content in proofs.items():
        with ZipFile(io.BytesIO(content)) as archive:
            if cells_in(archive, "taken.csv") <= cells_in(archive, "shown.csv") / 10:
                continue
            header = archive.read("taken.csv").decode("utf-8").splitlines()[0].split(",")
            unexplained = [name for name in header if name != "row" and not is_explained(name)]
        assert not unexplained, figure_id


def cells_in(archive: ZipFile, name: str) -> int:
    """The filled cells of a table, without those that only name the row."""
    if name not in archive.namelist():
        return 0
    rows = csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"), newline=""))
    return sum(
        bool(cell) for row in rows for column, cell in row.items() if column not in ("record_id", "row")
    )


def change_is_noticed(path: Path, chance: random.Random, ids: frozenset[str] = frozenset()) -> bool:
    """Whether the script fails when one filled cell of a table is another, in a row of one of some records if
    there is one.
    """

    def changed(rows: list[list[str]]) -> list[list[str]]:
        header, *rows = rows
        telling = [at for at, row in enumerate(rows) if not ids.isdisjoint(row)] or range(len(rows))
        filled = [(at, place) for at in telling for place, cell in enumerate(rows[at]) if cell]
        at, place = chance.choice([(at, place) for at, place in filled if header[place] != "row"])
        rows[at][place] = "N" if rows[at][place] in ("Y", "A") else f"7{rows[at][place]}"
        return [header, *rows]

    return table_is_noticed(path, changed)


def dropped_row(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    """A table without one of its rows."""
    place = chance.randrange(1, len(rows))
    return [*rows[:place], *rows[place + 1 :]]


def doubled_row(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    """A table with one of its rows once more at its end."""
    return [*rows, chance.choice(rows[1:])]


def table_is_noticed(path: Path, change: Callable[[list[list[str]]], list[list[str]]]) -> bool:
    """Whether the script fails when a table is another; it is put back."""
    before = path.read_bytes()
    rows = list(csv.reader(io.StringIO(before.decode("utf-8"), newline="")))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(change(rows))
    noticed = proof_fails(path.parent)
    path.write_bytes(before)
    return noticed


def proof_fails(folder: Path) -> bool:
    """Whether the script of a bundle fails; what it prints is not looked at."""
    with pytest.raises(SystemExit) as ended, redirect_stdout(io.StringIO()):
        run_path(str(folder / "check.py"))
    return bool(ended.value.code)
