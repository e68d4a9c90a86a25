"""What the edition's pages share: one style sheet with the colours that the app has, a search, a sign."""

from __future__ import annotations

from pathlib import Path

from dashboard.site.publication import Publication
from dashboard.views.theme import INK, palette, rules

SHEET, SEARCH = Path(__file__).with_name("style.css"), Path(__file__).with_name("search.js")


def style_sheet(publication: Publication) -> bytes:
    """The colours by day and by night, then the rules; paper has those of day."""
    themes = palette(publication.dataset.atlas["themes"])
    night = f"@media screen and (prefers-color-scheme: dark) {{\n{rules('dark', themes)}\n}}"
    return "\n".join((rules("light", themes), night, SHEET.read_text("utf-8"))).encode("utf-8")


def search_script() -> bytes:
    """The script of the search, without which everything is found by the index."""
    return SEARCH.read_bytes()


def icon() -> bytes:
    """The sign of the Atlas: a line of years with three marks."""
    ground, ink = INK["light"].accent, INK["light"].ground
    marks = "".join(f'<circle cx="{x}" cy="16" r="3"/>' for x in (8, 16, 24))
    line = '<path d="M4 16H28" stroke-width="2"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" '
        f'fill="{ground}"/><g fill="{ink}" stroke="{ink}">{line}{marks}</g></svg>'
    ).encode()
