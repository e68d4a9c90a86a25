"""Lists, grids and rows as HTML that a screen reader, a keyboard and a printer can use."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.model.figure import Article, Cell, Grid, Hotspot, Item, Listing, Mark, Ordered, SvgImage, Ways
from dashboard.views.columns import Columns, columns_of
from dashboard.views.formatting import capitalised, count, number
from dashboard.views.link import here, there
from dashboard.views.markup import Markup, join, link, tag


def listing(drawing: Listing, hrefs: Mapping[str, str], level: int = 3) -> Markup:
    """Items under headings; each title leads to its record. Folds open by click or key; one without a heading
    stands open.
    """
    if drawing.folds:
        return tag("div", *(_fold(*part) for part in folds(drawing, hrefs, level)))
    groups = [_group(heading, items, hrefs, level) for heading, items in drawing.groups]
    status = tag("p", drawing.status, class_="atlas-choice", role="status") if drawing.status else ""
    return tag("div", status, *map(ways, drawing.ways), *groups, *map(ways, drawing.further))


def folds(drawing: Listing, hrefs: Mapping[str, str], level: int = 3) -> list[tuple[str, Markup]]:
    """The folds of a list, each with its heading and its groups."""
    groups = [_group(heading, items, hrefs, level) for heading, items in drawing.groups]
    parts, at = [], 0
    for heading, size in drawing.folds:
        parts.append((heading, join(*groups[at : at + size])))
        at += size
    return parts


def _fold(heading: str, groups: Markup) -> Markup:
    return tag("details", tag("summary", heading), groups, class_="atlas-fold") if heading else groups


def ways(to: Ways) -> Markup:
    """A word, and links side by side after it."""
    links = [tag("li", _way(cell)) for cell in to.cells]
    listed = tag("ul", *links, aria_label=to.heading)
    return tag("div", tag("b", to.heading), listed, class_="atlas-ways")


def _way(cell: Cell) -> Markup:
    if not cell.params:
        return tag("b", cell.text, aria_current="true")
    if cell.page:
        return link(cell.text, there(cell.page, cell.params))
    return link(cell.text, here(cell.params, cell.to))


def _group(heading: str, items: Sequence[Item], hrefs: Mapping[str, str], level: int) -> Markup:
    title = tag(f"h{level}", heading, class_="atlas-group") if heading else ""
    return join(title, tag("ul", *(_item(item, hrefs) for item in items), class_="atlas-list"))


def grid(
    drawing: Grid, hrefs: Mapping[str, str], caption: str = "", columns: Columns | None = None
) -> Markup:
    """A table with a header row; on a narrow screen each row becomes a card. One that stands right below a
    heading that names it has no `caption`, or who listens would hear the name again. A part of a table has
    the `columns` of the whole.
    """
    columns = columns or columns_of(drawing)
    widths: list[str | None] = [f"width: {width}%" for width in columns.widths]
    widths = widths or [None] * len(drawing.header)
    head = tag("tr", *map(_column, drawing.header, columns.numbers, columns.tones, widths))
    rows = []
    for place, cells in enumerate(drawing.rows):
        if place in drawing.groups:
            rows.append(
                tag(
                    "tr",
                    tag("th", drawing.groups[place], colspan=str(len(drawing.header)), scope="colgroup"),
                    class_="atlas-row-group",
                )
            )
        rows.append(
            tag(
                "tr",
                *(
                    _cell(cell, name, hrefs, not at, columns.numbers[at], columns.brief[at])
                    for at, (cell, name) in enumerate(zip(cells, drawing.header, strict=True))
                ),
            )
        )
    paired = " atlas-pairs" if len(drawing.header) == 2 else ""
    table = tag(
        "table",
        tag("caption", caption) if caption else "",
        tag("thead", head),
        tag("tbody", *rows),
        class_=f"atlas-grid{paired}{' atlas-bars' if any(columns.tones) else ''}",
    )
    # Not called by its caption, which is read with the table and would be heard twice.
    scroll = tag("div", table, class_="atlas-scroll", tabindex="0", role="group", aria_label="Table")
    return join(*map(ways, drawing.ways), scroll, *map(ways, drawing.further))


def _column(name: str, is_number: bool, tone: str, width: str | None) -> Markup:
    way = name.way if isinstance(name, Ordered) else None
    return tag("th", name, scope="col", aria_sort=way, class_=_looks(tone, is_number), style=width)


def _looks(tone: str, is_number: bool) -> str | None:
    return " ".join(f"atlas-{look}" for look in (tone, "number" if is_number else "") if look) or None


def article(drawing: Article, hrefs: Mapping[str, str]) -> Markup:
    """A record as a text: the line above, the lead, whether its sources agree, and its facts."""
    above = _joined(drawing.above, hrefs, " · ")
    lead = [tag("p", _words(cell, hrefs), class_="atlas-lead") for cell in drawing.lead]
    facts = [
        tag("div", tag("dt", name), tag("dd", _joined(cells, hrefs, "; "))) for name, cells in drawing.facts
    ]
    is_record = drawing.record_id in hrefs
    way = link("Permanent link", hrefs[drawing.record_id]) if is_record else ""
    return tag(
        "div",
        tag("p", above, class_="atlas-above"),
        *lead,
        tag("p", drawing.agreement, class_="atlas-agreement"),
        tag("dl", *facts, class_="atlas-facts") if facts else "",
        tag("p", way, class_="atlas-permalink") if is_record else "",
    )


def summary(drawing: Article, hrefs: Mapping[str, str]) -> Markup:
    """The head of such a text: the line above, the first sentence of its lead, whether its sources agree."""
    lead = [tag("p", _words(cell, hrefs)) for cell in drawing.lead[:1]]
    above = tag("p", _joined(drawing.above, hrefs, " · "), class_="atlas-above")
    return tag("div", above, *lead, tag("p", drawing.agreement, class_="atlas-agreement"))


def _joined(cells: Sequence[Cell], hrefs: Mapping[str, str], between: str) -> Markup:
    words = [part for cell in cells for part in (between, _words(cell, hrefs))]
    return join(*words[1:])


def _words(cell: Cell, hrefs: Mapping[str, str]) -> str:
    """The text of a cell, which leads on where there is somewhere to lead, in the language that it has."""
    words: str = cell.text
    if cell.record_id in hrefs:
        words = link(cell.text, hrefs[cell.record_id])
    elif cell.page:
        words = link(cell.text, there(cell.page, cell.params, cell.to))
    elif cell.params:
        words = link(cell.text, here(cell.params, cell.to))
    elif cell.url:
        words = link(cell.text, cell.url, cell.original, cell.seen, cell.archived)
    return tag("span", words, lang=cell.language, dir="auto") if cell.language else words


def svg_image(
    drawing: SvgImage, hrefs: Mapping[str, str], message: str, picture: Markup | None = None
) -> Markup:
    """A picture as wide as its place, with links laid over it that grow and shrink with it, and its
    legend; `picture` stands for the drawing's own where that is kept in a file.
    """
    hotspots = [
        _hotspot(hotspot, drawing, hrefs[hotspot.record_id])
        for hotspot in drawing.hotspots
        if hotspot.record_id in hrefs
    ]
    shown = tag("div", picture or _embedded(drawing, message), *hotspots, class_="atlas-plate")
    return tag("div", shown, legend(drawing.legend), class_="atlas-whole")


def _embedded(drawing: SvgImage, message: str) -> Markup:
    source = f"data:image/svg+xml;base64,{b64encode(drawing.svg.encode('utf-8')).decode('ascii')}"
    return tag("img", src=source, alt=message, width=f"{drawing.width}", height=f"{drawing.height}")


def _hotspot(hotspot: Hotspot, drawing: SvgImage, href: str) -> Markup:
    left, top, width, height = hotspot.place
    share = {
        "left": left / drawing.width,
        "top": top / drawing.height,
        "width": width / drawing.width,
        "height": height / drawing.height,
    }
    style = ";".join(f"{side}:{value:.2%}" for side, value in share.items())
    return link(
        "",
        href,
        title=hotspot.words,
        aria_label=hotspot.words,
        style=style,
        tabindex="-1" if hotspot.minor else None,
    )


def legend(groups: Sequence[tuple[str, Sequence[Mark]]]) -> Markup:
    """The legend of a map: under each heading a sample of each mark with its words."""
    parts = [
        tag("div", tag("b", heading), tag("ul", *(tag("li", _sample(mark), mark.words) for mark in marks)))
        for heading, marks in groups
    ]
    return tag("div", *parts, class_="atlas-legend")


def frame(rows: pd.DataFrame, hrefs: Mapping[str, str], caption: str, titles: Mapping[str, str]) -> Markup:
    """The rows of a figure as a table: the twin of every chart and map."""
    names = [name for name in rows.columns if name != "record_id"]
    cells = tuple(
        (
            Cell(titles.get(row["record_id"], row["record_id"]), row["record_id"]),
            *(Cell(_plain(row[name])) for name in names),
        )
        for row in rows.to_dict("records")
    )
    header = ("record", *(name.replace("_", " ") for name in names))
    return grid(Grid(tuple(map(capitalised, header)), cells), hrefs, caption)


def _sample(mark: Mark) -> Markup:
    if mark.shape == "dot":
        size = f"{mark.width:g}px"
        return tag(
            "i",
            style=f"width:{size};height:{size};border:1.4px solid "
            f"{mark.colour};border-radius:50%;background:{mark.fill}",
            aria_hidden="true",
        )
    stroke, whole = mark.dash[0], sum(mark.dash)
    ink = (
        f"repeating-linear-gradient(90deg,{mark.colour} 0 {stroke:g}px,transparent {stroke:g}px {whole:g}px)"
        if mark.dash[1]
        else mark.colour
    )
    return tag("i", style=f"width:46px;height:{mark.width:g}px;background:{ink}", aria_hidden="true")


def _item(item: Item, hrefs: Mapping[str, str]) -> Markup:
    title = link(item.title, hrefs[item.record_id]) if item.record_id in hrefs else tag("b", item.title)
    parts: list[str] = [tag("span", item.when, class_="atlas-when")] if item.when else []
    parts += [tag("span", title, class_="atlas-title")]
    if item.detail:
        parts.append(tag("span", *_marked(item.detail, item.marks), class_="atlas-detail"))
    tags = [tag("span", words, class_=f"atlas-tag atlas-{tone}") for tone, words in item.tags]
    if item.sources:
        tags.append(tag("span", count(item.sources, "source"), class_="atlas-count"))
    return tag("li", *parts, tag("span", *tags, class_="atlas-tags") if tags else "")


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> list[str]:
    """A text with some of its words marked; the places do not overlap and come in order."""
    parts, at = [], 0
    for begin, end in marks:
        parts += [text[at:begin], tag("mark", text[begin:end])]
        at = end
    return [*parts, text[at:]]


def _cell(
    cell: Cell, name: str, hrefs: Mapping[str, str], first: bool, is_number: bool, is_brief: bool
) -> Markup:
    words = _words(cell, hrefs)
    looks = _looks(cell.tone, is_number)
    if first:
        return tag("th", words, scope="row", data_label=name, class_=looks)
    stretch = f"--share:{cell.share:.4f}" if cell.share else None
    brief = "" if is_brief else None
    return tag("td", words, data_label=name, class_=looks, data_brief=brief, style=stretch)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return "–" if value != value else number(value)
    return str(value)
