"""The icons and letters that are cut out of Streamlit's faces are all that are named and written, drawn as it
draws them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from dashboard.ui.door.faces import CUT
from dashboard.ui.streamlit_internals import ICONS, SLANTED, STATIC, UPRIGHT

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script(module_at: Callable[[Path], ModuleType]) -> ModuleType:
    return module_at(ROOT / "tools" / "cut_typeface.py")


def outlines(font: TTFont, glyph: str) -> list[object]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return [*pen.value, font["hmtx"][glyph]]


def test_every_icon_that_streamlit_names_is_in_the_cut_face_as_it_was(script: ModuleType) -> None:
    whole, cut = TTFont(STATIC / ICONS.removeprefix("/")), TTFont(ROOT / CUT[ICONS].removeprefix("/app/"))
    shipped, kept = script.icons_of(whole), script.icons_of(cut)
    wanted = script.icons_named() & shipped.keys()
    assert {"keyboard_double_arrow_left", "expand_more", "check"} <= wanted
    assert wanted - kept.keys() == set()
    assert {name for name in wanted if outlines(whole, shipped[name]) != outlines(cut, kept[name])} == set()


def written() -> set[int]:
    """The characters of the tables and of the modules."""
    files = [*(ROOT / "data").glob("*.csv"), *(ROOT / "src").rglob("*.py")]
    return {ord(sign) for path in files for sign in path.read_text("utf-8")}


@pytest.mark.parametrize("face", [UPRIGHT, SLANTED])
def test_every_letter_that_is_written_is_in_the_cut_face_as_it_was(face: str) -> None:
    whole, cut = TTFont(STATIC / face.removeprefix("/")), TTFont(ROOT / CUT[face].removeprefix("/app/"))
    shipped, kept = whole.getBestCmap(), cut.getBestCmap()
    wanted = written() & shipped.keys()
    assert {ord("a"), ord("ж"), ord("–"), ord("é")} <= wanted
    assert {chr(code) for code in wanted - kept.keys()} == set()
    drawn = {code: (outlines(whole, shipped[code]), outlines(cut, kept[code])) for code in wanted}
    assert {chr(code) for code, (before, after) in drawn.items() if before != after} == set()
    assert cut["fvar"].axes[0].maxValue == whole["fvar"].axes[0].maxValue


@pytest.mark.parametrize("face", [UPRIGHT, SLANTED])
def test_a_changed_face_does_not_bear_the_reserved_name(face: str) -> None:
    names = TTFont(ROOT / CUT[face].removeprefix("/app/"))["name"]
    assert [names.getDebugName(kind) for kind in (1, 4, 6)] == ["Atlas Sans", "Atlas Sans", "AtlasSans"]
