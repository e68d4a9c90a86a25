"""What a reader takes away from the small Atlas, in every form, is what stands in `approved/` (see
tests/approval.py): tables, references, packets, words of pictures, proofs, annotations, cards, reports.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

from dashboard.exports import citation
from dashboard.exports.annotation import web_annotations
from dashboard.exports.fault_report import instruction
from dashboard.exports.package import data_package
from dashboard.figures.address import base_of, standing
from dashboard.figures.card import card, card_of_mark
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import changes_of, named_edition, themes_of
from dashboard.figures.fault_report import fault_report
from dashboard.figures.figure_exports import FigureExports, edition_of
from dashboard.figures.filter_counts import by_kind, by_theme
from dashboard.figures.pages import PAGES, example, figures_in, followed_on, path_of
from dashboard.figures.parameters import homes, misread, taken
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, FigureSpec
from dashboard.figures.tour_step import step_of
from dashboard.model.figure import Dots, Figure
from dashboard.model.selection import Selection

APPROVED = Path(__file__).parent / "approved"
BASE = "https://atlas.example/"
# A chart as Vega draws it.
MARKS = re.compile(r'<svg [^>]*class="marks".*?</svg>', re.DOTALL)
# Around the query of a figure whose rows are counted.
COUNTED = """)
UNION ALL
-- A record that stands in more or in fewer rows than it has to.
SELECT {}, NULL FROM (
  SELECT record_id, 1 AS number FROM (
  """
COUNTED_END = """)
  UNION ALL SELECT record_id, -1 FROM shown)
GROUP BY record_id HAVING SUM(number) <> 0
) ORDER BY _place IS NULL, _place
"""
SOME = ("trade-lines", "record-differences", "sources-table", "votes-agreement")
RECORDS = (
    *("river-pipeline", "pipeline-agreement", "border-1971", "debt-2016", "check-length", "claim-first"),
    *("reprint-1971", "voice-2020", "a-res-2", "ada-minister", "pakistan-exports", "northern-town"),
)


def _takes(dataset: Dataset, spec: FigureSpec, record_id: str, selection: Selection) -> FigureExports | None:
    options = {RECORD: (record_id,)} if RECORD in spec.options and not spec.follows else {}
    question = Question(spec, dataset, selection, options)
    figure = question.answer()
    if not isinstance(figure, Figure):
        return None
    page = next(page.name for page in PAGES if spec in page.figures_in(dataset))
    context = standing(page, BASE, question, spec.options, record_id if options else "", selection)
    return FigureExports(figure, dataset, context)


def test_what_is_taken_from_figures_and_records(fuller: Dataset, approval: ModuleType) -> None:
    approval.approve(APPROVED / "exports.txt", _taken(fuller))


def _taken(dataset: Dataset) -> Iterator[str]:
    whole = Selection((), (), *dataset.atlas.span)
    chosen = Selection(("trade", "energy"), ("news",), 2015, 2018, ("GBR",))
    for figure_id in SOME:
        selection = whole if figure_id == "sources-table" else chosen
        take = _takes(dataset, figures_in(dataset)[figure_id], "border-1971", selection)
        assert take is not None
        yield f"{'=' * 4} {figure_id}: {take.file('csv')}, picture: {take.has_picture()}"
        yield f"embedded: {take.context.embedding(figure_id)}"
        for item in (take.figure_item, take.record_item(take.figure.record_ids[0])):
            yield citation.text(item)
        yield from citation.texts(take.source_items)
        yield from citation.bibtex(take.source_items).splitlines()
        yield from citation.ris([take.figure_item, *take.source_items]).splitlines()
        yield from citation.csl_json(take.source_items).splitlines()
        with ZipFile(io.BytesIO(take.packet())) as archive:
            for name in archive.namelist():
                if name.endswith(".png"):
                    yield f"--- {name}"
                elif name.endswith(".svg"):
                    yield from _drawn(name, archive.read(name).decode("utf-8"), take)
                else:
                    yield f"--- {name}"
                    yield from archive.read(name).decode("utf-8-sig").splitlines()


def _drawn(name: str, svg: str, take: FigureExports) -> Iterator[str]:
    """What a picture is made of around its chart, which is Vega's; of dots all that is drawn."""
    drawn = svg if isinstance(take.figure.drawing, Dots) else MARKS.sub("", svg)
    yield f"--- {name}"
    yield from (unescape(part) for part in re.findall(r"<(?!/)[^>]*>[^<]*", drawn))


def test_what_is_told_of_records(fuller: Dataset, approval: ModuleType) -> None:
    approval.approve(APPROVED / "records.txt", _told(fuller))


def _told(dataset: Dataset) -> Iterator[str]:
    for record_id in RECORDS:
        yield f"{'=' * 4} {record_id}"
        yield str(card(dataset, record_id))
        report = fault_report(dataset, record_id, BASE, f"{BASE}record?id={record_id}")
        yield from (report.heading, *report.text.splitlines())
    report = fault_report(dataset, "debt-2016", "", "", "value")
    yield from (report.heading, *report.text.splitlines())
    yield report.opening("faults@example.org")
    yield report.opening(f"https://example.org/{'x' * 1800}?b={{body}}")[1810:]
    yield from map(instruction, ("faults@example.org", ""))
    yield report.opening("https://example.org/new?t={title}&b={body}")
    yield f"{'=' * 4} marks"
    for figure_id, mark in (("votes-agreement", "RUS-2016"), ("votes-agreement", "USA-1985")):
        spec = figures_in(dataset)[figure_id]
        yield str(card_of_mark(Question(spec, dataset), mark))
    yield f"{'=' * 4} annotations"
    addresses = dict(zip(dataset.atlas["sources"]["source_id"], dataset.atlas["sources"]["url"], strict=True))
    evidence = dataset.atlas["evidence"].iloc[[0, 2, 3, 7, -3, -1]]
    edition = edition_of(dataset.atlas, BASE)
    told = web_annotations(evidence, addresses, edition, lambda record_id: f"{BASE}record?id={record_id}")
    yield from told.splitlines()
    with ZipFile(
        io.BytesIO(data_package({"b.csv": b"b", "a.csv": b"a"}, "{}", "# C", edition.released))
    ) as of:
        yield from (f"{part.filename} {part.date_time} {part.external_attr:o}" for part in of.infolist())


def test_what_proves_each_figure(fuller: Dataset, approval: ModuleType) -> None:
    approval.approve(APPROVED / "proofs.txt", _proofs(fuller))


def _proofs(dataset: Dataset) -> Iterator[str]:
    """Of each figure the query in short, what no table gives, how many rows of which table it rests on, and
    of its words those that no figure before it has.
    """
    whole = Selection((), (), *dataset.atlas.span)
    said: set[str] = set()
    parts: dict[str, str] = {}
    for figure_id, spec in figures_in(dataset).items():
        takes = () if spec.of_text else (_takes(dataset, spec, record, whole) for record in RECORDS)
        take = next(filter(None, takes), None)
        if take is None:
            continue
        yield f"{'=' * 4} {figure_id}"
        with ZipFile(io.BytesIO(take.proof())) as archive:
            for name in archive.namelist():
                lines = archive.read(name).decode("utf-8").splitlines()
                if name == "query.sql":
                    shown = archive.read("shown.csv").decode("utf-8").splitlines()[0].split(",")
                    yield from _in_short("\n".join([*lines, ""]), shown, parts)
                elif name == "README.txt":
                    yield from (f"| {line}" for line in lines if line not in said)
                    said |= set(lines)
                elif name == "taken.csv":
                    yield from (f"taken: {line}" for line in lines[:4])
                elif name != "check.py":
                    yield f"{name} ({len(lines) - 1}): {lines[0]}"


def _in_short(sql: str, columns: list[str], said: dict[str, str]) -> Iterator[str]:
    """A query without what is the same word for word in others: what stands around each that counts the rows
    of its records, and the body of a part that the figure before it with such a part has. What differs in a
    word stands there in full.
    """
    names = ", ".join(f'"{name}"' for name in columns)
    before = f"SELECT {names} FROM (\nSELECT *, ROW_NUMBER() OVER () AS _place FROM (\n"
    between = COUNTED.format(", ".join(name if name == "record_id" else "NULL" for name in columns))
    if sql.startswith(before) and between in sql and sql.endswith(COUNTED_END):
        sql, _, due = sql.removeprefix(before).removesuffix(COUNTED_END).partition(between)
        sql = f"{sql}COUNTED {due}"
    for part in re.findall(r"^(?:WITH )?\w+ AS \(\n.*?^\)", sql, re.DOTALL | re.MULTILINE):
        name, _, body = part.removeprefix("WITH ").partition("\n")
        if said.get(name) == body:
            sql = sql.replace(body, "as before)")
        said[name] = body
    yield from sql.splitlines()


def test_what_a_link_means(fuller: Dataset, approval: ModuleType) -> None:
    approval.approve(APPROVED / "links.txt", _links(fuller))


def _links(dataset: Dataset) -> Iterator[str]:
    asked = {
        **{
            "theme": ["trade"],
            "scale": ["log", "log"],
            "q": ["a", "b"],
            "id": ["x" * 600],
            "utm_source": ["x"],
        },
        **{"yeers": ["2015"], "figure": ["f", "g"], "nothing-at-all": ["\u202e<b>"], "mark": ["1"]},
    }
    for page in PAGES:
        for problem in misread(page, asked, dataset):
            yield f"{page.name}: {problem}"
        yield f"{page.name}: {json.dumps(taken(page, asked, dataset))}"
        params = example(page, dataset.atlas.subject)
        yield f"{page.name}: /{path_of(page.name)} {params} {', '.join(sorted(followed_on(page, dataset)))}"
        for spec in page.figures_in(dataset):
            for option in spec.options:
                values = ["log", "zz", next(iter(option.choices_in(dataset)), "w")]
                known, problems = option.read(values, dataset)
                meant = " ".join(map(str, problems))
                yield f"  {option.name}: {known} {option.in_words(known, dataset)} {meant}"
    whole = Selection((), (), *dataset.atlas.span)
    for selection in (whole, Selection(("trade",), ("news",), 2015, 2016, ("GBR",))):
        yield f"{selection.as_params(dataset.atlas.span)}"
        yield f"{by_theme(dataset, selection)} {by_kind(dataset, selection)}"
        for page in PAGES:
            if page.rows:
                number = page.rows.number(dataset, selection)
                yield f"{page.name}: {number} {page.rows.name} {page.rows.plural}".rstrip()
    for versions in ([], ["0.8.0"], ["0.7.0", "0.8.0", "0.9.0"]):
        yield f"{versions}: {named_edition(dataset, versions)}"
    for record_id in ("pipeline-agreement", "river-agreement", "check-trade-2018", "river-line", "nobody"):
        changed = [change.kind for change in changes_of(dataset, "0.8.0", [record_id])]
        yield f"{record_id}: {changed} {themes_of(dataset, record_id)}"
    for number in ("1", "2", "3"):
        step = step_of(dataset, "river", number)
        yield f"{step} {step and step.params}"
    yield f"{dataset.source_countries}"
    yield f"{[page.name for page in homes(figures_in(dataset)['trade-lines'], dataset)]}"
    for url in (None, "https://a.example/x/trade", "https://a.example/", "https://a.example/trade/"):
        yield f"{url}: {base_of(url, 'trade')!r}"
