"""What the edition's pages share: one style sheet with the colours that the app has, a search, a sign."""

from __future__ import annotations

from pathlib import Path

from dashboard.site.publication import Publication
from dashboard.views import icon as sign
from dashboard.views.theme import palette, rules

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
    """The sign of the Atlas."""
    return sign.icon().encode("utf-8")
