"""The card that a link preview shows: title, date and sources of a record or a page, as a picture."""

from __future__ import annotations

from html import escape

from dashboard.exports.picture import GROUND, INK, QUIET, small_png_of
from dashboard.exports.typeset import FAMILY, Line, placed, wrapped
from dashboard.figures.lookup import sources_behind
from dashboard.site.publication import Publication
from dashboard.site.record import row_of
from dashboard.views import attribution
from dashboard.views.theme import INK as INKS

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
LARGEST, SMALLEST, MOST_LINES = 60, 34, 5
_ACCENT = INKS["light"].accent


def of_record(publication: Publication, record_id: str) -> bytes:
    """The card of a record as PNG; KeyError if there is none of that id."""
    _, row = row_of(publication, record_id)
    dataset = publication.dataset
    behind = sources_behind(dataset, dataset.backed([record_id]))
    when = str(row.get("date_caption", "") or row.get("period_caption", ""))
    return card(
        publication, publication.dataset.titles[record_id], when, attribution.sources_in_short(behind)
    )


def of_page(publication: Publication, title: str, words: str) -> bytes:
    """The card of a page as PNG."""
    return card(publication, title, "", words)


def card(publication: Publication, title: str, when: str, below: str) -> bytes:
    """Title, date and a line below as PNG, 1200 × 630 pixels."""
    measure = WIDTH - 2 * MARGIN
    head = [wrapped(when, 30, QUIET, measure), _title(title, measure)]
    foot = [
        wrapped(below, 26, QUIET, measure)[:2],
        wrapped(publication.edition.caption, 26, _ACCENT, measure),
    ]
    above, _ = placed(head, MARGIN, MARGIN, gap=14)
    lines = sum(len(block) for block in foot)
    beneath, _ = placed(foot, MARGIN, HEIGHT - MARGIN - lines * 34, gap=10)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{escape(FAMILY)}">'
        f'<rect width="100%" height="100%" fill="{GROUND}"/>'
        f'<rect width="14" height="100%" fill="{_ACCENT}"/>{above}{beneath}</svg>'
    )
    return small_png_of(svg)


def _title(title: str, measure: float) -> list[Line]:
    """The title as large as it fits; what still does not is cut."""
    for size in range(LARGEST, SMALLEST - 1, -4):
        lines = wrapped(title, size, INK, measure, bold=True)
        if len(lines) <= MOST_LINES:
            return lines
    return lines[:MOST_LINES]
