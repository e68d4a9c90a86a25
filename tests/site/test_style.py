"""By night a page has the colours that the app has by night, on paper those of day."""

from __future__ import annotations

from dashboard.site.publication import Publication
from dashboard.site.style import style_sheet
from dashboard.views.theme import INK, palette, rules


def test_the_colours_of_night_stand_for_dark_screens_alone(publication: Publication) -> None:
    sheet = style_sheet(publication).decode("utf-8")
    themes = palette(publication.dataset.atlas["themes"])
    day, night = sheet.split("@media screen and (prefers-color-scheme: dark)", 1)
    assert day.strip() == rules("light", themes).strip()
    assert rules("dark", themes) in night
    assert INK["dark"].ground in night
    assert INK["light"].ground in day
