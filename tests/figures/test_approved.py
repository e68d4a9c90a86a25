"""Every figure of the small Atlas says and shows, for its default choice and for each choice that differs
from it in one thing, what stands in `approved/`: words, notes, rows and their order, cells, axes and legends.

A difference is a fault or meant. If it is meant, `ATLAS_APPROVE=1 pytest tests/figures/test_approved.py`
writes the files anew: read what changed in them before it is committed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, PAGES
from dashboard.figures.question import Question
from dashboard.figures.spec import COUNTRIES, KINDS, LAST_YEAR, RECORD, SEARCH, THEMES, YEARS, FigureSpec
from dashboard.model.figure import Chart, Deck, EmptyFigure, Figure, Listing, SvgImage
from dashboard.model.selection import Selection
from dashboard.queries.find.question import read_question

APPROVED = Path(__file__).parent / "approved"
# How Vega-Lite is told of data and of names, which Altair counts; the rest of a chart is seen.
UNSEEN = ("$schema", "config", "name", "data", "datasets", "usermeta", "params")
WORDS = {
    "words": ("river",),
    "part": ("2",),
    "number": ("signed-2",),
    "periods": ("1947-1999,2015-2022", "2022-2010,1900-1960"),
    SEARCH.name: ("pipeline",),
}
CHOSEN = ("river-pipeline", "river-line", "northern-town")
RECORDS = (
    *("river-pipeline", "pipeline-agreement", "deal-2020", "trade-round", "visit-dropped", "voice-2020"),
    *("gazette-2018", "ada-minister", "a-res-2", "meeting-2016-04-02", "northern-town"),
    *("pakistan-exports", "trade-2018", "claim-first", "check-length", "check-trade-2018"),
    *("river-agreement", "river-talks", "energy", "reprint-1971", "debt-2016", "border-1971"),
)
# Without words these figures show nothing, whatever else is chosen.
ASKED = {"search-results": "pipeline", "search-votes": "question"}

Spelled = Callable[[Any, str], Iterator[str]]
Choice = tuple[str, Selection, dict[Any, tuple[str, ...]]]


# What other pages show hangs on words that a reader types.
APPROVED_PAGES = [page.name for page in PAGES if not all(spec.of_text for spec in page.figures)]


@pytest.mark.parametrize("page", APPROVED_PAGES)
def test_the_figures_of_a_page_are_what_was_approved(
    page: str, fuller: Dataset, approval: ModuleType
) -> None:
    approval.approve(APPROVED / f"{page}.txt", _page(page, fuller, approval.spelled))


def test_what_is_found_of_a_question_is_what_was_approved(fuller: Dataset, approval: ModuleType) -> None:
    approval.approve(APPROVED / "questions.txt", _found(fuller))


def _found(dataset: Dataset) -> Iterator[str]:
    """How each question is read, and the records that are found, shortly."""
    for text in _written("questions.txt"):
        read = read_question(text, dataset.glossary)
        groups = ", ".join(
            "=".join(group.phrases) + ("" if group.needed else "?") + ("^" if group.capital else "")
            for group in read.groups
        )
        yield f"{text} → {groups} {read.years or ''} {read.dated} {read.measure}".rstrip()
        answer = Question(BY_NAME["find"].figures[0], dataset, None, {SEARCH: (text,)}).answer()
        if isinstance(answer, EmptyFigure):
            yield f"  nothing: {answer.title} | {answer.why} | {answer.change}"
            continue
        yield f"  {answer.title}"
        assert isinstance(answer.drawing, Listing)
        for heading, items in answer.drawing.groups:
            yield f"  {heading}"
            yield from (f"    {_short(item)}" for item in items)
        yield from (f"  {way}" for way in answer.drawing.ways[2:])


def _short(item: Any) -> str:
    marked = ", ".join(item.detail[first:last] for first, last in item.marks)
    return " | ".join(filter(None, (item.record_id or item.title, item.when, item.detail, marked)))


def test_what_is_said_of_a_paragraph_is_what_was_approved(fuller: Dataset, approval: ModuleType) -> None:
    lines = []
    for text in (*_written("paragraphs.txt"), "word " * 2001, ""):
        answer = Question(BY_NAME["verify"].figures[0], fuller, text=text).answer()
        lines += [f"{'=' * 4} {text[:200]}", *_lines(answer, approval.spelled)]
    approval.approve(APPROVED / "paragraphs.txt", lines)


def _written(name: str) -> list[str]:
    return (APPROVED.parent / name).read_text("utf-8").splitlines()


def _page(page: str, dataset: Dataset, spelled: Spelled) -> Iterator[str]:
    for spec in BY_NAME[page].figures_in(dataset):
        if spec.of_text or _home(spec, dataset) != page:
            continue
        before: list[str] = []
        for name, selection, options in _choices(spec, dataset):
            lines = list(_lines(Question(spec, dataset, selection, options).answer(), spelled))
            yield f"{'=' * 4} {spec.figure_id}: {name}"
            yield from _changes(before, lines) if before else lines
            before = before or lines if spec.follows or RECORD not in spec.options else []


def _home(spec: FigureSpec, dataset: Dataset) -> str:
    """The last page that shows a figure, which is its own: the overview, the first, shows some of others."""
    return [page.name for page in PAGES if spec in page.figures_in(dataset)][-1]


def _changes(before: list[str], lines: list[str]) -> list[str]:
    if len(lines) == 1 or len(before) == 1:
        return lines
    return [line for line in unified_diff(before, lines, "", "", lineterm="", n=0) if line[0] != "@"][2:]


def _choices(spec: FigureSpec, dataset: Dataset) -> Iterator[Choice]:
    """The default choice, then others that differ from it in one thing; of a figure of a record, records."""
    first, last = dataset.atlas.span
    whole = Selection((), (), first, last)
    asked = {SEARCH: (ASKED[spec.figure_id],)} if spec.figure_id in ASKED else {}
    if RECORD in spec.options and not spec.follows:
        for record_id in RECORDS:
            yield record_id, whole, {RECORD: (record_id,)}
        return
    yield "default", whole, asked
    if THEMES in spec.follows:
        yield "energy", Selection(("energy",), (), first, last), asked
    if KINDS in spec.follows:
        yield "official", Selection((), ("official",), first, last), asked
    if COUNTRIES in spec.follows:
        yield "RUS", Selection((), (), first, last, ("RUS",)), asked
    if spec.follows & {YEARS, LAST_YEAR}:
        yield "2015–2016", Selection((), (), 2015, 2016), asked
        yield "1950", Selection((), (), 1950, 1950), asked
        yield "1960–1971", Selection((), (), 1960, 1971), asked
    if spec.follows >= {THEMES, KINDS, YEARS}:
        several = Selection(("energy", "trade"), ("news",), 2014, 2020)
        yield "energy or trade, with news, 2014–2020", several, asked
    for option in spec.options:
        choices = list(option.choices_in(dataset))[1:8] or WORDS.get(option.name, CHOSEN)
        for value in choices:
            yield (
                f"{option.title}: {option.choices_in(dataset).get(value, value)}",
                whole,
                asked | {option: (value,)},
            )


def _lines(answer: Figure | EmptyFigure, spelled: Spelled) -> Iterator[str]:
    if isinstance(answer, EmptyFigure):
        yield f"nothing: {answer.title} | {answer.why} | {answer.change}"
        return
    for part in ("title", "subtitle", "message", "note", "hint", "rests_on"):
        if value := getattr(answer, part):
            yield f"{part}: {value}"
    yield from spelled(answer.rows, "rows")
    drawing = answer.drawing
    if isinstance(drawing, Chart):
        for name, data in drawing.data.items():
            yield from spelled(pd.DataFrame(data), name)
        yield from _seen(drawing.spec)
    elif isinstance(drawing, Deck):
        yield from _seen(_without_ground(json.loads(drawing.json)))
        yield from spelled(drawing.legend, "legend")
    elif isinstance(drawing, SvgImage):
        yield from spelled((drawing.legend, drawing.hotspots), "picture")
    else:
        yield from spelled(drawing, type(drawing).__name__)


def _seen(spec: Any, name: str = "") -> Iterator[str]:
    """What a reader sees of a chart, a line for each mark and channel."""
    if isinstance(spec, Mapping) and not {"type", "field", "value", "condition", "year"} & set(spec):
        for key, value in sorted(spec.items()):
            if key not in UNSEEN:
                yield from _seen(value, f"{name}.{key}")
    elif isinstance(spec, tuple | list) and any(isinstance(value, Mapping) for value in spec):
        for place, value in enumerate(spec):
            yield from _seen(value, f"{name}.{place}")
    else:
        yield f"{name}: {json.dumps(_dated(spec), ensure_ascii=False, sort_keys=True)}"


def _dated(spec: Any) -> Any:
    """Days in short, because an axis has many."""
    if isinstance(spec, Mapping):
        if "year" in spec and "date" in spec:
            return f"{spec['year']}-{spec['month']}-{spec['date']}"
        return {key: _dated(value) for key, value in spec.items()}
    if not isinstance(spec, tuple | list):
        return spec
    dated = [_dated(value) for value in spec]
    is_axis = len(dated) > 12 and isinstance(spec[0], Mapping)
    return [*dated[:2], f"and {len(dated) - 3} more", dated[-1]] if is_axis else dated


def _without_ground(scene: Mapping[str, Any]) -> dict[str, Any]:
    """A scene without the shapes of the base map."""
    layers = [layer for layer in scene["layers"] if "ground" not in str(layer.get("id"))]
    return {**scene, "layers": layers}
