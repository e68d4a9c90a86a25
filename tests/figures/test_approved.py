"""Every figure of the small Atlas says and shows, for its default choice and for each choice that differs
from it in one thing, what stands in `approved/`: words, notes, rows and their order, cells, axes and legends.

A difference is a fault or meant. If it is meant, `ATLAS_APPROVE=1 pytest tests/figures/test_approved.py`
writes the files anew: read what changed in them before it is committed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.data.atlas import read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, PAGES
from dashboard.figures.question import Question
from dashboard.figures.spec import COUNTRIES, KINDS, LAST_YEAR, RECORD, SEARCH, THEMES, YEARS, FigureSpec
from dashboard.model.figure import Chart, Deck, EmptyFigure, Figure, Ordered, SvgImage
from dashboard.model.selection import Selection

APPROVED = Path(__file__).parent / "approved"
# How Vega-Lite is told of data and of names, which Altair counts; the rest of a chart is seen.
UNSEEN = ("$schema", "config", "name", "data", "datasets", "usermeta", "params")
WORDS = {
    "words": "river",
    "part": "2",
    "number": "signed-2",
    "periods": "1947-1999,2015-2022",
    SEARCH.name: "pipeline",
}
RECORDS = (
    *("river-pipeline", "pipeline-agreement", "deal-2020", "trade-round", "visit-dropped", "voice-2020"),
    *("gazette-2018", "ada-minister", "a-res-2", "meeting-2016-04-02", "northern-town"),
    *("pakistan-exports", "trade-2018", "claim-first", "check-length", "check-trade-2018"),
    *("river-agreement", "river-talks", "energy"),
)

Choice = tuple[str, Selection, dict[Any, tuple[str, ...]]]


# Rows without which some figures of the small Atlas would be empty or too short to have an order.
MORE = {
    "actors": ["boris-minister,Boris Minister,,person,RUS,Minister,,"],
    "offices": ["minister-of-seas,Minister of Seas,RUS"],
    "terms": ["term-boris-seas,minister-of-seas,boris-minister,2012/2016-05,"],
    "events": [
        f"meeting-{day},{day},Ministers meet,They met.,visit,happened,{theme},"
        f"ada-minister;boris-minister,,,{weight},,,,,"
        for day, theme, weight in (
            ("2014-07-01", "trade", 2),
            ("2016-04-02", "trade;energy", 1),
            ("2017-05-03", "diplomacy", 3),
        )
    ],
    "projects": [
        "sea-pipeline,Sea pipeline,,pipeline,proposed,2021-12,energy,PAK;RUS,A line under the sea.,,,",
        "hill-road,Hill road,,road,proposed,2021-12,trade,PAK;RUS,A road over the hills.,,,",
    ],
    "evidence": [
        "sea-pipeline,gazette-2015,,,,,,supports,",
        "hill-road,gazette-2015,,,,,,supports,",
        *(
            f"meeting-{day},{source},,,date,{value},,supports,"
            for day, values in (
                ("2014-07-01", ("2014-07-01", "2014-08")),
                ("2016-04-02", ("2016-04-02", "2016-04-03")),
                ("2017-05-03", ("2017-05-03", "2017-06-01")),
            )
            for source, value in zip(("gazette-2015", "journal-1972"), values, strict=True)
        ),
        "term-boris-seas,gazette-2015,,,,,,supports,",
        "border-1971,gazette-2018,,,date,1971-03,,supports,",
        "border-1971,customs-2022,,,date,1971-04,,supports,",
    ],
}
STATES = ("PAK", "RUS", "USA", "CHN", "IND", "FRA")
# How the states voted on each of the resolutions of a year, in turn; five are the fewest that are drawn.
A_YEAR = 5
PATTERNS = {
    1985: ("YYNYAN", "YNNYYN", "YAYYNA"),
    2001: ("YYNYYN", "AYYYNN", "YNNAAY", "NYANYY"),
    2016: ("YYNYYA", "YYYYNN"),
}


def _votes(small: pd.DataFrame) -> bytes:
    """The votes of the small Atlas and some resolutions in each of three years."""
    like = small.iloc[0].to_dict()
    more = [
        {
            **like,
            "vote_id": f"a-res-{year}-{number}",
            "symbol": f"A/RES/{year}/{number}",
            "title": f"Question {number} of {year}",
            "date": f"{year}-12-{number + 1:02}",
            "topics": "topic-rivers" if number % 2 == 0 else "",
            **dict(zip(STATES, patterns[number % len(patterns)], strict=True)),
        }
        for year, patterns in PATTERNS.items()
        for number in range(A_YEAR)
    ]
    rows = pd.concat([small, pd.DataFrame(more)], ignore_index=True).fillna(dict.fromkeys(STATES, ""))
    rows = rows.sort_values("date", kind="stable").astype(small.dtypes.to_dict())
    buffer = BytesIO()
    rows.to_parquet(buffer, index=False)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def fuller(
    with_more_rows: Path, add_rows: Callable[..., None], tmp_path_factory: pytest.TempPathFactory
) -> Dataset:
    """The small Atlas with every row that the tests of figures add, and those above."""
    folder = tmp_path_factory.mktemp("fuller") / "small"
    shutil.copytree(with_more_rows, folder)
    add_rows(folder, MORE)
    votes = folder / "votes.parquet"
    votes.write_bytes(_votes(pd.read_parquet(votes)))
    return Dataset(read_atlas(folder))


# What other pages show hangs on words that a reader types.
APPROVED_PAGES = [page.name for page in PAGES if not all(spec.of_text for spec in page.figures)]


@pytest.mark.parametrize("page", APPROVED_PAGES)
def test_the_figures_of_a_page_are_what_was_approved(page: str, fuller: Dataset) -> None:
    written = "\n".join(_page(page, fuller)) + "\n"
    path = APPROVED / f"{page}.txt"
    if os.environ.get("ATLAS_APPROVE"):
        path.write_text(written, "utf-8")
    assert written.splitlines() == path.read_text("utf-8").splitlines()


def _page(page: str, dataset: Dataset) -> Iterator[str]:
    for spec in BY_NAME[page].figures_in(dataset):
        if spec.of_text or _home(spec, dataset) != page:
            continue
        before: list[str] = []
        for name, selection, options in _choices(spec, dataset):
            lines = list(_lines(Question(spec, dataset, selection, options).answer()))
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
    if RECORD in spec.options and not spec.follows:
        for record_id in RECORDS:
            yield record_id, whole, {RECORD: (record_id,)}
        return
    yield "default", whole, {}
    if THEMES in spec.follows:
        yield "energy", Selection(("energy",), (), first, last), {}
    if KINDS in spec.follows:
        yield "official", Selection((), ("official",), first, last), {}
    if COUNTRIES in spec.follows:
        yield "RUS", Selection((), (), first, last, ("RUS",)), {}
    if spec.follows & {YEARS, LAST_YEAR}:
        yield "2015–2016", Selection((), (), 2015, 2016), {}
    for option in spec.options:
        choices = list(option.choices_in(dataset))[1:8] or [WORDS.get(option.name, "river-pipeline")]
        for value in choices:
            yield f"{option.title}: {option.choices_in(dataset).get(value, value)}", whole, {option: (value,)}


def _lines(answer: Figure | EmptyFigure) -> Iterator[str]:
    if isinstance(answer, EmptyFigure):
        yield f"nothing: {answer.title} | {answer.why} | {answer.change}"
        return
    for part in ("title", "subtitle", "message", "note", "hint", "rests_on"):
        if value := getattr(answer, part):
            yield f"{part}: {value}"
    yield from _table("rows", answer.rows)
    drawing = answer.drawing
    if isinstance(drawing, Chart):
        for name, data in drawing.data.items():
            yield from _table(name, data)
        yield from _seen(drawing.spec)
    elif isinstance(drawing, Deck):
        yield from _seen(_without_ground(json.loads(drawing.json)))
        yield from _parts(drawing.legend, "legend")
    elif isinstance(drawing, SvgImage):
        yield from _parts((drawing.legend, drawing.hotspots), "picture")
    else:
        yield from _parts(drawing, type(drawing).__name__)


def _table(name: str, data: Any) -> Iterator[str]:
    frame = pd.DataFrame(data)
    yield f"{name}: {' | '.join(map(str, frame.columns))}"
    for row in frame.itertuples(index=False, name=None):
        yield "  " + " | ".join(_rounded(value) for value in row)


def _rounded(value: Any) -> str:
    return f"{value:.9g}" if isinstance(value, float) else str(value)


def _parts(part: Any, name: str) -> Iterator[str]:
    """A part of a drawing and what it holds, without what is empty; one line for what holds no other."""
    if is_dataclass(part):
        values = {field.name: getattr(part, field.name) for field in fields(part)}
        simple = " | ".join(f"{key}={value}" for key, value in values.items() if value and _is_flat(value))
        yield f"{name}: {simple}"
        for key, value in values.items():
            if not _is_flat(value):
                yield from _parts(value, key)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _parts(value, f"{name} {key}")
    elif isinstance(part, tuple | list) and not _is_flat(part):
        yield f"{name} ({len(part)})"
        for value in part:
            yield from _parts(value, f"  {name}")
    elif part:
        yield f"{name}: {part}" + (f" ({part.way})" if isinstance(part, Ordered) else "")


def _is_flat(value: Any) -> bool:
    if isinstance(value, Ordered):
        return False
    if isinstance(value, tuple | list):
        return all(isinstance(each, str | float | int) and not isinstance(each, Ordered) for each in value)
    return not isinstance(value, Mapping) and not is_dataclass(value)


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
