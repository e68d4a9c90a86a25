"""One colour for one thing everywhere, strong enough to be seen in light and dark."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.views.theme import (
    INK,
    SERIES_COLOURS,
    STATUS_DASH,
    STATUS_STRENGTH,
    TONE_COLOURS,
    VERDICT_TONES,
    css,
    palette,
    rgb,
)

MODES = ("light", "dark")
ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
STYLE = (ROOT / "src" / "dashboard" / "ui" / "style.css").read_text("utf-8")


def luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", MODES)
def test_words_reach_the_contrast_of_wcag_aa(mode: str) -> None:
    ink = INK[mode]
    for ground in (ink.ground, ink.panel):
        assert contrast(ink.text, ground) >= 7
        assert contrast(ink.quiet, ground) >= 4.5
        assert contrast(ink.link, ground) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_every_mark_reaches_three_to_one_on_its_ground(atlas: Atlas, mode: str) -> None:
    colours = [*(pair[mode] for pair in palette(atlas["themes"]).values()), *SERIES_COLOURS[mode]]
    assert [colour for colour in colours if contrast(colour, INK[mode].ground) < 3] == []
    lines = [pair[mode] for pair in palette(atlas["line_styles"]).values()]
    assert [colour for colour in lines if contrast(colour, INK[mode].land) < 3] == []


@pytest.mark.parametrize("mode", MODES)
def test_names_in_the_colour_of_their_line_can_be_read(mode: str) -> None:
    assert [colour for colour in SERIES_COLOURS[mode] if contrast(colour, INK[mode].ground) < 4.5] == []


@pytest.mark.parametrize("mode", MODES)
def test_no_two_themes_share_a_colour(atlas: Atlas, mode: str) -> None:
    assert all(one[mode] != other[mode] for one, other in combinations(palette(atlas["themes"]).values(), 2))


@pytest.mark.parametrize("mode", MODES)
def test_themes_verdicts_and_series_have_palettes_of_their_own(atlas: Atlas, mode: str) -> None:
    themes = {pair[mode] for pair in palette(atlas["themes"]).values()}
    verdicts = {pair[mode] for pair in TONE_COLOURS.values()}
    assert len(verdicts) == len(TONE_COLOURS)
    assert not themes & verdicts
    assert not (themes | verdicts) & set(SERIES_COLOURS[mode])
    assert [colour for colour in verdicts if contrast(colour, INK[mode].ground) < 4.5] == []


def test_every_word_that_is_drawn_has_its_look() -> None:
    assert set(STATUS_DASH) == set(STATUS_STRENGTH) == set(VOCABULARIES["project status"])
    assert set(VERDICT_TONES) == set(VOCABULARIES["verdict"])


@pytest.mark.parametrize("mode", MODES)
def test_lists_and_charts_have_the_same_colour_for_a_theme(small_atlas: Atlas, mode: str) -> None:
    themes = palette(small_atlas["themes"])
    for theme, pair in themes.items():
        assert f".atlas-{theme} {{ --atlas-dot: {pair[mode]}; }}" in css(mode, themes)


@pytest.mark.parametrize("mode", MODES)
def test_the_charts_and_the_app_around_them_are_of_one_ground_and_ink(mode: str) -> None:
    app = CONFIG["theme"][mode]
    ink = INK[mode]
    assert (app["backgroundColor"], app["secondaryBackgroundColor"], app["textColor"]) == (
        ink.ground,
        ink.panel,
        ink.text,
    )
    assert (app["primaryColor"], app["linkColor"], app["borderColor"]) == (ink.accent, ink.link, ink.rule)


def test_paper_is_white_whatever_the_screen_was() -> None:
    screen, paper = css("dark", {}).split("@media print")
    assert INK["dark"].text in screen
    assert INK["light"].text in paper
    assert INK["dark"].text not in paper
    assert "@media print" not in css("light", {})


@pytest.mark.parametrize("mode", MODES)
def test_the_style_sheet_uses_no_variable_that_nobody_writes(mode: str) -> None:
    written = set(re.findall(r"(--[a-z-]+):", css(mode, {}) + STYLE))
    used = set(re.findall(r"var\((--[a-z-]+)", STYLE))
    assert {"--atlas-serif", "--atlas-rule", "--atlas-link"} <= used
    assert used - written == set()


def test_headings_are_in_the_serif_that_streamlit_ships() -> None:
    assert re.search(r"h1, h2, h3 \{ font-family: var\(--atlas-serif\)", STYLE)
    assert '--atlas-serif: "Atlas Serif", Georgia, serif' in css("light", {})


def test_the_face_of_the_headings_is_small_and_its_terms_lie_beside_it() -> None:
    face = ROOT / "static" / "fonts" / "atlas-serif.woff2"
    assert "app/static/fonts/atlas-serif.woff2" in STYLE
    assert face.stat().st_size < 40_000
    assert "SIL OPEN FONT LICENSE" in face.with_name("LICENCE.txt").read_text("utf-8")


def test_nothing_is_sent_and_nothing_is_asked_on_the_first_start() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["showEmailPrompt"] is False
    assert CONFIG["client"]["showErrorDetails"] in ("none", False)
    assert "fontFaces" not in str(CONFIG["theme"]) or "http" not in str(CONFIG["theme"])
