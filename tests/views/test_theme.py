"""One colour for one thing everywhere, strong enough to be seen in light and dark."""

from __future__ import annotations

import re
import tomllib
from inspect import getsource
from itertools import combinations
from math import dist
from pathlib import Path

import altair as alt
import pytest
import streamlit
from fontTools.ttLib import TTFont

from dashboard.data.atlas import Atlas
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.views import tables
from dashboard.views.theme import (
    INK,
    SERIES_COLOURS,
    STATUS_COLOURS,
    STATUS_DASH,
    TONE_COLOURS,
    VERDICT_TONES,
    css,
    layered,
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


# What is left of red, green and blue for who has no cones for red or for green (Machado and others, 2009; in
# linear light).
BLIND = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}


def lab(colour: str, sight: str) -> tuple[float, ...]:
    """A colour as it is seen, in CIE Lab: differences of its numbers are differences to the eye."""
    parts = (one / 255 for one in rgb(colour))
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (
        min(max(sum(share * part for share, part in zip(row, light, strict=True)), 0), 1)
        for row in BLIND[sight]
    )
    white = (0.9505, 1.0, 1.089)
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (
        ((r * red + g * green + b * blue) / whole) ** (1 / 3)
        for (r, g, b), whole in zip(rows, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", BLIND)
@pytest.mark.parametrize("mode", MODES)
def test_statuses_have_colours_of_their_own_that_the_colour_blind_tell_apart_too(
    atlas: Atlas, mode: str, sight: str
) -> None:
    colours = {status: pair[mode] for status, pair in STATUS_COLOURS.items()}
    themes = {pair[mode] for pair in palette(atlas["themes"]).values()}
    verdicts = {pair[mode] for pair in TONE_COLOURS.values()}
    assert not set(colours.values()) & {*themes, *verdicts, *SERIES_COLOURS[mode]}
    assert [colour for colour in colours.values() if contrast(colour, INK[mode].land) < 4.5] == [], "names"
    near = [
        pair
        for pair in combinations(colours, 2)
        if dist(*(lab(colours[status], sight) for status in pair)) < 12
    ]
    assert near == []


def test_no_two_statuses_have_one_stroke() -> None:
    assert len(set(STATUS_DASH.values())) == len(STATUS_DASH)


def test_every_word_that_is_drawn_has_its_look() -> None:
    assert set(STATUS_DASH) == set(STATUS_COLOURS) == set(VOCABULARIES["project status"])
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
    # The length of a stretch of a bar is written with the cell.
    written = set(re.findall(r"(--[a-z-]+):", css(mode, {}) + STYLE + getsource(tables)))
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


@pytest.mark.parametrize(
    ("script", "letters"), [("arabic", "سےگںھہۓ۔"), ("devanagari", "भारत"), ("bengali", "ঢাকা")]
)
def test_letters_of_other_scripts_have_a_face_of_their_own_on_the_screen(script: str, letters: str) -> None:
    address = f"app/static/fonts/atlas-{script}.woff2"
    face = TTFont(ROOT / "static" / "fonts" / f"atlas-{script}.woff2")
    assert {ord(letter) for letter in letters} <= face.getBestCmap().keys()
    faces = re.findall(r"@font-face \{([^}]+)\}", STYLE)
    families = {
        family for rule in faces if address in rule for family in re.findall(r'family: "([^"]+)"', rule)
    }
    assert families == {"Source Sans", "Atlas Serif"}
    ranges = [rule.split("unicode-range:")[1] for rule in faces if address in rule]
    assert all(_is_in(ord(letter), text) for letter in letters for text in ranges)


def _weight_of_streamlits(family: str) -> str:
    sheets = (Path(streamlit.__file__).parent / "static" / "static" / "css").glob("*.css")
    pattern = rf'@font-face\{{font-family:"?{family}"?;font-weight:([^;]+);'
    (weight,) = {found for sheet in sheets for found in re.findall(pattern, sheet.read_text("utf-8"))}
    return weight


def _is_in(code: int, ranges: str) -> bool:
    pairs = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges)
    return any(int(begin, 16) <= code <= int(end or begin, 16) for begin, end in pairs)


def test_nothing_is_sent_and_nothing_is_asked_on_the_first_start() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["showEmailPrompt"] is False
    assert CONFIG["client"]["showErrorDetails"] in ("none", False)
    assert "fontFaces" not in str(CONFIG["theme"]) or "http" not in str(CONFIG["theme"])


def test_charts_over_each_other_are_what_altair_makes_of_them() -> None:
    names = alt.selection_point(name="isolated", fields=["key"])
    near = alt.selection_point(name="near", encodings=["x"], on="pointerover")
    high = alt.param(name="high", value=3)
    rows = alt.Chart(alt.NamedData("rows")).encode(x=alt.X("day:T"), y=alt.Y("value:Q"))
    charts = [
        rows.mark_rule().add_params(near),
        rows.mark_line(strokeWidth=2).add_params(names, near),
        alt.Chart(alt.NamedData("words")).mark_text().encode(text=alt.Text("said:N")).add_params(high),
    ]
    ours = layered(charts, "dark", 320)
    theirs = alt.layer(*charts).properties(width="container", height=320).to_dict()
    alt.LayerChart.from_dict(ours, validate=True)
    assert [view.pop("name", "") for view in ours["layer"]] == ["view_0", "view_1", ""]
    for view in theirs["layer"]:
        view.pop("name", None)
    assert ours["layer"] == theirs["layer"]
    assert (ours["width"], ours["height"]) == (theirs["width"], theirs["height"])
    assert {param["name"]: param.pop("views", []) for param in ours["params"]} == {
        "near": ["view_0"],
        "isolated": ["view_1"],
        "high": [],
    }
    for param in theirs["params"]:
        param.pop("views", None)
    by_name = [
        sorted(params, key=lambda param: param["name"]) for params in (ours["params"], theirs["params"])
    ]
    assert by_name[0] == by_name[1]


def test_a_chart_takes_the_height_that_it_asks_for_or_none() -> None:
    chart = alt.Chart(alt.NamedData("rows")).mark_bar()
    assert "height" not in layered([chart], "light")
    assert layered([chart], "light", 110)["height"] == 110
    assert "params" not in layered([chart], "light")
