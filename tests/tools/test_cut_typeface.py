"""The icons that are cut out of Streamlit's face are all that it names, drawn as it draws them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from dashboard.ui.door.icons import CUT
from dashboard.ui.streamlit_internals import ICONS, STATIC

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script(module_at: Callable[[Path], ModuleType]) -> ModuleType:
    return module_at(ROOT / "tools" / "cut_typeface.py")


def outlines(font: TTFont, glyph: str) -> list[object]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return [*pen.value, font["hmtx"][glyph]]


def test_every_icon_that_streamlit_names_is_in_the_cut_face_as_it_was(script: ModuleType) -> None:
    whole, cut = TTFont(STATIC / ICONS.removeprefix("/")), TTFont(ROOT / CUT.removeprefix("/app/"))
    shipped, kept = script.icons_of(whole), script.icons_of(cut)
    wanted = script.icons_named() & shipped.keys()
    assert {"keyboard_double_arrow_left", "expand_more", "check"} <= wanted
    assert wanted - kept.keys() == set()
    assert {name for name in wanted if outlines(whole, shipped[name]) != outlines(cut, kept[name])} == set()
