"""What a reader is shown: a drawing that cannot exist without its title, its rows and the records behind
them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from dashboard.model.deferred import Deferred


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: what leads to the record, when, and what else to know at a glance.

    `marks` are places in `detail` (begin and end) that are marked.
    """

    record_id: str
    title: str
    when: str = ""
    detail: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    sources: int = 0
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid; a cell with a record_id leads to that record, one with `params` to the same page
    under them, or to another `page`, and there to the figure `to`, one with `url` out of the Atlas.
    `original` is the address of which `url` is a copy, `seen` the day on which it was read, `archived` the
    address of a copy. `language` is that of the text (BCP 47), if not English. A cell with a `share` is a
    stretch of the bar that its row makes: that part (0 to 1) of the width of the table's bars.
    """

    text: str
    record_id: str = ""
    tone: str = ""
    params: tuple[tuple[str, str], ...] = ()
    url: str = ""
    to: str = ""
    language: str = ""
    page: str = ""
    original: str = ""
    seen: str = ""
    archived: str = ""
    share: float = 0.0


class Ordered(str):
    """The header of the column by which a table is ordered; `way` is ascending or descending."""

    way: str

    def __new__(cls, text: str, way: str) -> Ordered:
        """A header with the way of its order."""
        header = super().__new__(cls, text)
        header.way = way
        return header


@dataclass(frozen=True, slots=True)
class Ways:
    """Links to the same page under other parameters, or to another, side by side after a word; a cell without
    any is the way chosen now.
    """

    heading: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Listing:
    """Items under headings, in reading order. `folds` put runs of groups under a heading that opens: its
    words, and how many groups.

    `status` says above the list what it holds, aloud where a page is read aloud; `ways` lead to other parts
    of it, before and after.
    """

    groups: tuple[tuple[str, tuple[Item, ...]], ...]
    folds: tuple[tuple[str, int], ...] = ()
    status: str = ""
    ways: tuple[Ways, ...] = ()
    further: tuple[Ways, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table of words: a header row, and rows whose first cell names them; `groups` gives a heading to runs
    of rows, `ways` lead above it to other tables, `further` below it to the other parts of a long list.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: Mapping[int, str] = field(default_factory=dict)
    further: tuple[Ways, ...] = ()
    ways: tuple[Ways, ...] = ()


@dataclass(frozen=True)
class Article:
    """A record as a text: what it is, when and where in a line above; the lead; whether its sources agree, in
    a sentence; and facts, each with a label.
    """

    above: tuple[Cell, ...]
    lead: tuple[Cell, ...]
    agreement: str
    facts: tuple[tuple[str, tuple[Cell, ...]], ...]
    record_id: str


@dataclass(frozen=True)
class Glance:
    """What a card says of a mark that stands for no record: its title, and a text whose facts lead to what is
    behind it.
    """

    title: str
    article: Article


@dataclass(frozen=True)
class Dot:
    """One value that sources state: where it begins and ends on its line (0 to 1), its words, who states it,
    and whether the record adopts it.
    """

    span: tuple[float, float]
    words: str
    by: tuple[str, ...]
    adopted: bool = False


@dataclass(frozen=True)
class DotLine:
    """What sources state of one field of a record, from the least to the most, and why one value is
    adopted.
    """

    record_id: str
    title: str
    dots: tuple[Dot, ...]
    reason: str = ""


@dataclass(frozen=True)
class Dots:
    """Lines of dots, one dot a source; `in_full` are the whole names of those that are named in short."""

    lines: tuple[DotLine, ...]
    in_full: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification that names its data, and the rows of each name. `ruler`: what its axis above
    says, as shares of the width and words, for a drawing so high that the axis has to stay in view. `room`:
    the pixels that its axes take beside the plot, for a drawing whose height changes with what is chosen.
    """

    spec: Mapping[str, Any]
    data: Mapping[str, Any]
    selectable: bool = False
    ruler: tuple[tuple[float, str], ...] = ()
    room: int = 0

    @classmethod
    def drawn_when_read(cls, draw: Callable[[], tuple[Mapping[str, Any], Mapping[str, Any]]]) -> Chart:
        """A chart that can be clicked, whose specification and rows `draw` gives when one of them is first
        read: one that stays closed costs nothing.
        """
        drawn = cache(draw)
        return cls(Deferred(lambda: drawn()[0]), Deferred(lambda: drawn()[1]), selectable=True)


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a legend: a sample and what it says. `shape` is line or dot; `dash` and `width` are pixels,
    a dot's `width` its diameter.
    """

    words: str
    colour: str
    shape: str = "line"
    dash: tuple[float, float] = (1, 0)
    width: float = 3
    fill: str = "none"


LegendPlace = Literal["below", "open", "folded"]


@dataclass(frozen=True)
class Deck:
    """A deck.gl scene as JSON text, its height in pixels, which layers answer to a click, and the legend by
    heading. Where that lies on the map, `open` or `folded`, the map is as high as its place.
    """

    json: str
    height: int = 560
    pickable: tuple[str, ...] = ()
    legend: tuple[tuple[str, tuple[Mark, ...]], ...] = ()
    legend_place: LegendPlace = "below"


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A part of a picture that leads to a record: its words, and left, top, width and height in pixels. A
    `minor` one is for the pointer only.
    """

    record_id: str
    words: str
    place: tuple[float, float, float, float]
    minor: bool = False


@dataclass(frozen=True)
class SvgImage:
    """A picture as SVG text, its width and height in pixels, the legend by heading where it does not hold it
    itself, and where it leads on.
    """

    svg: str
    width: int
    height: int
    legend: tuple[tuple[str, tuple[Mark, ...]], ...] = ()
    hotspots: tuple[Hotspot, ...] = ()


@dataclass(frozen=True)
class DataTable:
    """The rows themselves, to sort, search and widen; `columns` says in words what each column holds."""

    columns: Mapping[str, str]


Drawing = Listing | Grid | Article | Dots | Chart | Deck | SvgImage | DataTable


@dataclass(frozen=True)
class Figure:
    """A drawing with everything that has to travel with it.

    `rows` is a pandas frame with the column `record_id`: exactly what is drawn, readable as a table.
    `message` says in a sentence what the drawing shows, for those who cannot see it. `note` says how to read
    it and goes where the figure goes; `hint` says what can be done with it on a screen, and stays there.
    `rests_on` names records that stand behind all rows beside those that the rows name.
    `subtitle` says below the title what is drawn, in which unit.
    `marks` are what its marks are called in a link where they stand for no record of their own.
    Raises ValueError if a part is missing or a row names no record.
    """

    figure_id: str
    title: str
    drawing: Drawing
    rows: Any
    message: str
    note: str = ""
    record_ids: tuple[str, ...] = ()
    hint: str = ""
    rests_on: tuple[str, ...] = ()
    subtitle: str = ""
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for part in ("figure_id", "title", "message"):
            if not getattr(self, part).strip():
                raise ValueError(f"a figure needs a {part}")
        if "record_id" not in getattr(self.rows, "columns", ()):
            raise ValueError(f"figure {self.figure_id}: its rows need a column record_id")
        ids = tuple(dict.fromkeys(self.rows["record_id"]))
        if not ids or not all(ids):
            raise ValueError(f"figure {self.figure_id}: a figure without record ids cannot be built")
        object.__setattr__(self, "record_ids", tuple(dict.fromkeys((*ids, *self.rests_on))))


@dataclass(frozen=True)
class EmptyFigure:
    """Why there is nothing to draw, and what the reader could change."""

    figure_id: str
    title: str
    why: str
    change: str
