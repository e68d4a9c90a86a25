"""Charts and maps as files that any browser draws: by day and by night, for a page and for a phone."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.exports import picture
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.lookup import sources_behind
from dashboard.figures.question import Question
from dashboard.model.figure import Chart, DataTable, Deck, Figure, SvgImage
from dashboard.site.publication import Links
from dashboard.views import attribution, tables
from dashboard.views.markup import Markup, tag
from dashboard.views.theme import INK, Mode

MODES: tuple[Mode, ...] = ("light", "dark")
PHONE = 340
"""Pixels of a chart that a phone shows without shrinking its words."""


def is_drawn(figure: Figure) -> bool:
    """True for what needs a file of its own: a chart, a picture, a map."""
    return isinstance(figure.drawing, Chart | SvgImage | Deck)


def files_of(
    question: Question, stem: str, takeaway: FigureExports | None = None
) -> Iterator[tuple[str, bytes]]:
    """The drawing of a figure as SVG by day and by night; what is to be taken away also for a phone, and with
    the words that go with it.
    """
    for mode in MODES:
        for narrow in (False, True)[: 1 if takeaway is None else 2]:
            body = _body(question, mode, narrow)
            if body is None:
                return
            yield _path(stem, mode, narrow), _standing(body).encode("utf-8")
            if takeaway is not None and mode == "light" and not narrow:
                yield f"{stem}.svg", takeaway.framed(body)


def shown(figure: Figure, question: Question, links: Links, stem: str) -> Markup:
    """The drawing in a page, with its text alternative, and where parts of it lead."""
    image = _pictured(figure, links, stem, has_phone=stem.startswith("figure/"))
    drawing = question.still() if isinstance(figure.drawing, Deck) else figure.drawing
    if isinstance(drawing, SvgImage):
        return tables.svg_image(drawing, links, figure.message, image)
    return tag("div", image, class_="drawn")


def caption(figure: Figure, question: Question) -> Markup:
    """What stands under a drawing: what it shows in words, its note, its sources."""
    behind = sources_behind(question.dataset, question.dataset.backed(figure.record_ids))
    is_told = is_drawn(figure) or isinstance(figure.drawing, DataTable)
    words = tag("summary", "What it shows, in words"), tag("p", figure.message)
    message = tag("details", *words, class_="atlas-note") if is_told else ""
    note = tag("p", figure.note, class_="atlas-note") if figure.note else ""
    line = attribution.standing_line(behind)
    return tag("div", message, note, line, class_="atlas-caption")


def _pictured(figure: Figure, links: Links, stem: str, has_phone: bool) -> Markup:
    wide, narrow = (links.to(_path(stem, "light", narrow)) for narrow in (False, True))
    night, night_narrow = (links.to(_path(stem, "dark", narrow)) for narrow in (False, True))
    sources = (
        *((("(max-width: 640px) and (prefers-color-scheme: dark)", night_narrow),) if has_phone else ()),
        *((("(max-width: 640px)", narrow),) if has_phone else ()),
        ("screen and (prefers-color-scheme: dark)", night),
    )
    others = "".join(f'<source media="{media}" srcset="{path}">' for media, path in sources)
    image = Markup(tag("img", src=wide, alt=figure.message, loading="lazy").removesuffix("</img>"))
    return tag("picture", Markup(others), image)


def _body(question: Question, mode: Mode, narrow: bool) -> picture.Body | None:
    drawn = question.drawn_for(mode, narrow)
    figure = drawn.answer()
    if not isinstance(figure, Figure) or not is_drawn(figure):
        return None
    width = PHONE if narrow else picture.WIDTH - 2 * picture.MARGIN
    return picture.body_of(figure, drawn.still(), width, INK[mode].ground)


def _standing(body: picture.Body) -> str:
    """A drawing as a file of its own, which grows and shrinks with its place."""
    if "xmlns=" in body.svg.split(">", 1)[0]:
        return body.svg
    size = f'width="{body.width:g}" height="{body.height:g}" viewBox="0 0 {body.width:g} {body.height:g}"'
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {size}>{body.svg}</svg>"


def _path(stem: str, mode: Mode, narrow: bool) -> str:
    return f"{stem}-{'phone' if narrow else 'page'}-{mode}.svg"
