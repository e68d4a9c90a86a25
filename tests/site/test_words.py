"""What a figure says in the edition is what it says in the app, word for word and in the same order: for its
default, for choices that differ from it in one thing, and for records.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.record import figures_of_record
from dashboard.figures.rendered import DRAWING_WORDS, RenderedFigure, rendered
from dashboard.figures.spec import COUNTRIES, KINDS, LAST_YEAR, RECORD, THEMES, YEARS, Answer
from dashboard.model.figure import Chart, DataTable, Deck, Figure, Grid, Listing, SvgImage
from dashboard.model.selection import Selection
from dashboard.site import record
from dashboard.site.figure import section
from dashboard.site.page import figures_of
from dashboard.site.publication import SHOWN, Links, Publication
from dashboard.views.formatting import number
from dashboard.views.markup import join, tag

# Hidden beside a chart, from where a script gives them to it.
HEARD = f'<p class="{DRAWING_WORDS}" hidden="">(.*?)</p>'
MANY = 200
Said = dict[str, list[str]]

# What only one of them has, by design. Ways to other choices need the living app; the way to a figure's page
# of its own is a line that opens in the app; a picture's words stand folded below it in the edition too.
WAYS = r'<div class="atlas-ways">.*?</div>'
TO_ITS_PAGE = r"<p><a [^>]*>Rows, sources, citation and files</a></p>"
IN_WORDS = r'<details class="atlas-note"><summary>[^<]*</summary><p>([^<]*)</p></details>'
# Long lists and tables are cut at other rows, and each part names itself and its columns anew: these are
# compared by themselves.
HEADINGS = (
    r"<(caption|thead|summary)\b.*?</\1>",
    r'<h3 class="atlas-group">.*?</h3>',
    r'<tr class="atlas-row-group">.*?</tr>',
)
CLOSED = r'<details [^>]*data-held="([^"]*)"[^>]*>(<summary>.*?</summary>)</details>'


@pytest.fixture(scope="module")
def datasets(small_atlas: Atlas, another: Path) -> list[Dataset]:
    return [Dataset(small_atlas), Dataset(read_atlas(another))]


def test_two_hundred_figures_say_in_the_edition_what_they_say_in_the_app(datasets: list[Dataset]) -> None:
    compared = set()
    for dataset in datasets:
        for question in questions(dataset):
            shown = rendered(question)
            app = in_app(shown)
            assert in_edition(question, shown) == app, question.key
            if isinstance(shown.figure, Figure):
                compared.add(str(app))
    assert len(compared) >= MANY


def test_the_page_of_a_record_says_of_it_what_the_app_says(datasets: list[Dataset]) -> None:
    for dataset in datasets:
        publication = Publication(dataset)
        for record_id in dataset.atlas.table_of:
            page = str(join(*record.pieces_of(publication, record_id, Links(publication))))
            title = str(tag("h2", dataset.titles[record_id]))
            shown = [rendered(question) for question in of_record(dataset, record_id)]
            app = [
                f"{opened(each.before)}{note_of(each.after)}"
                for each in shown
                if isinstance(each.figure, Figure)
            ]
            told = re.sub(r' id="[^"]*" class="atlas-figure"', "", "".join(app)).replace(title, "")
            assert words(page.partition("<h2>Who says so: ")[0]) == words(told), record_id


def questions(dataset: Dataset) -> Iterator[Question]:
    """Every figure of the pages for its default and for others that differ from it in one thing, and those
    of every record.
    """
    first, last = dataset.atlas.span
    whole = Selection((), (), first, last)
    theme = dataset.atlas["themes"]["theme_id"].iloc[0]
    chosen = {
        THEMES: Selection((theme,), (), first, last),
        KINDS: Selection((), ("official",), first, last),
        COUNTRIES: Selection((), (), first, last, (dataset.atlas.subject.sides[0].country,)),
        YEARS: Selection((), (), 2015, 2016),
        LAST_YEAR: Selection((), (), first, 2016),
    }
    for spec, _ in figures_of(SHOWN, Publication(dataset)):
        yield Question(spec, dataset)
        yield from (Question(spec, dataset, chosen[name]) for name in sorted(spec.follows))
        for option in spec.options:
            values = list(option.choices_in(dataset))[1:4]
            yield from (Question(spec, dataset, whole, {option: (value,)}) for value in values)
    for record_id in dataset.atlas.table_of:
        yield from of_record(dataset, record_id)


def of_record(dataset: Dataset, record_id: str) -> list[Question]:
    """The figures of a record of which the edition says no more and no less than the app."""
    specs = [spec for spec in figures_of_record(dataset, record_id) if spec not in record.TOLD_OTHERWISE]
    return [Question(spec, dataset, options={RECORD: (record_id,)}) for spec in specs]


def in_edition(question: Question, shown: RenderedFigure) -> Said:
    links = Links(Publication(question.dataset))
    body, _, caption = str(section(question, links, whole=True)).partition('<div class="atlas-caption">')
    alternative = "".join(re.findall(IN_WORDS, caption))
    drawing = shown.figure.drawing if isinstance(shown.figure, Figure) else None
    if isinstance(drawing, Deck):
        # The legend stands in the picture, below the map.
        still, legend = question.still(), words(str(shown.below))
        written = words(" ".join(re.findall(r"<text.*?</text>", still.svg if still else "")))
        body += " ".join(written[len(written) - len(legend) :])
    caption = re.sub(f"{IN_WORDS}|{TO_ITS_PAGE}", "", caption)
    return said(shown.figure, body, alternative, caption)


def in_app(shown: RenderedFigure) -> Said:
    """What Streamlit is handed: HTML, its closed parts opened, and the alternative of what it draws."""
    drawing = shown.figure.drawing if isinstance(shown.figure, Figure) else None
    message = shown.figure.message if isinstance(shown.figure, Figure) else ""
    body = opened(shown.before)
    if isinstance(drawing, Chart):
        (message,) = map(unescape, re.findall(HEARD, body))
        body = re.sub(HEARD, "", body)
    if isinstance(drawing, Chart | Deck):
        body += str(tag("img", alt=message))
    if isinstance(drawing, DataTable) and isinstance(shown.figure, Figure):
        rows = shown.figure.rows[list(drawing.columns)].itertuples(index=False)
        body += str(join(*(tag("td", cell(value)) for row in rows for value in row)))
    is_drawn = isinstance(drawing, Chart | Deck | DataTable | SvgImage)
    return said(shown.figure, body + str(shown.below), message if is_drawn else "", str(shown.after))


def said(answer: Answer, body: str, alternative: str, caption: str) -> Said:
    """The words of a figure by where they stand."""
    drawing = answer.drawing if isinstance(answer, Figure) else None
    note, drawn = note_of(caption), re.sub(WAYS, "", body, flags=re.DOTALL)
    for heading in HEADINGS if isinstance(drawing, Grid | Listing | DataTable) else ():
        drawn = re.sub(heading, "", drawn, flags=re.DOTALL)
    columns = re.findall(r'<th scope="col"[^>]*>.*?</th>', body)
    groups = [heading for heading in headings_of(drawing) if spoken(heading, body)]
    return {
        "drawn": words(drawn),
        "columns": list(dict.fromkeys(columns)) if not isinstance(drawing, DataTable) else [],
        "groups": groups,
        "alternative": words(alternative),
        "note": words(note),
        "sources": words(caption.replace(note, "")),
    }


def headings_of(drawing: object) -> list[str]:
    if isinstance(drawing, Listing):
        return [heading for heading, _ in (*drawing.groups, *drawing.folds)]
    return list(drawing.groups.values()) if isinstance(drawing, Grid) else []


def spoken(heading: str, body: str) -> bool:
    return " ".join(heading.split()) in " ".join(words(body))


def note_of(caption: str) -> str:
    return "".join(re.findall(r'<p class="atlas-note[^"]*">.*?</p>', caption))


def opened(html: str) -> str:
    return re.sub(CLOSED, lambda part: part[2] + zlib.decompress(b64decode(part[1])).decode(), str(html))


def cell(value: object) -> str:
    if value != value:
        return "–"
    return number(value) if isinstance(value, float) else str(value)


def words(html: str) -> list[str]:
    """What is read or heard, also of a picture and of what is abbreviated."""
    heard = re.sub(r'<(?:img|abbr)\b[^>]* (?:alt|title)="([^"]*)"[^>]*>', r" \1 ", html)
    return unescape(re.sub(r"<[^>]+>", " ", heard)).split()
