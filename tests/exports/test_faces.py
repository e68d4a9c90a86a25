"""Pictures have letters, not boxes, for every script that the tables hold, on a host without fonts too."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from dashboard.exports import picture
from dashboard.exports.typeset import FAMILY, HEADINGS, width_of

FACES = Path(picture.__file__).with_name("faces")
ON_SCREEN = Path(__file__).resolve().parents[2] / "static" / "fonts" / "atlas-serif.woff2"
# The scripts of the font that draws all pictures.
ITS_OWN = ("LATIN", "CYRILLIC", "GREEK", "MODIFIER LETTER", "FEMININE", "MASCULINE", "MICRO")


@pytest.fixture(scope="module")
def letters() -> set[int]:
    return {sign for path in FACES.glob("*.?tf") for sign in TTFont(path).getBestCmap()}


def test_every_letter_of_the_tables_is_in_a_face_that_is_shipped(data: Path, letters: set[int]) -> None:
    used = {sign for table in data.glob("*.csv") for sign in table.read_text("utf-8")}
    foreign = {
        sign
        for sign in used
        if unicodedata.category(sign)[0] in "LM" and not unicodedata.name(sign, "").startswith(ITS_OWN)
    }
    assert sorted(sign for sign in foreign if ord(sign) not in letters) == [], (
        "cut the faces anew: docs/cut_scripts.py"
    )


def drawn(text: str, family: str = FAMILY) -> Image.Image:
    words = f'<text x="4" y="40" font-size="32" font-family="{family}">{text}</text>'
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="260" height="60">'
    svg += f'<rect width="260" height="60" fill="#fff"/>{words}</svg>'
    return Image.open(BytesIO(picture.png_of(svg))).convert("L")


@pytest.mark.parametrize("words", ["پاکستان اور روس", "टैंक", "আমাদের", "苏联", "Москва", "ٹڈڑےہھگچپژں"])
def test_each_sign_is_drawn_as_itself_and_not_as_a_box(words: str) -> None:
    signs = [sign for sign in dict.fromkeys(words) if unicodedata.category(sign) == "Lo" or sign.isalpha()]
    pictures = {sign: drawn(sign) for sign in signs}
    box = drawn("\U0010fffd")
    for sign, shown in pictures.items():
        assert ImageChops.invert(shown).getbbox(), f"{sign} leaves no ink"
        assert ImageChops.difference(shown, box).getbbox(), f"{sign} is a box"
    assert len({shown.tobytes() for shown in pictures.values()}) == len(signs), "two signs look the same"


def test_a_heading_has_the_face_of_the_headings_on_screen() -> None:
    cut, screen = TTFont(FACES / "AtlasSerif.ttf"), TTFont(ON_SCREEN)
    assert cut["name"].getDebugName(1) == HEADINGS.split(",")[0].strip("'")
    assert cut.getBestCmap() == screen.getBestCmap()
    assert cut["hmtx"].metrics == screen["hmtx"].metrics
    alone = drawn("Tashkent", "'Atlas Serif'")
    assert ImageChops.invert(alone).getbbox(), "no ink: the face is not there"
    assert drawn("Tashkent", HEADINGS).tobytes() == alone.tobytes()
    assert drawn("Tashkent", FAMILY).tobytes() != alone.tobytes()


@pytest.mark.parametrize(
    "title",
    [
        "Three counts of the trade of 2012 differ by 146 million US dollars",
        "780 of 1\u202f531 events fall into the years since 2011",
        "WAWAWA MMMM",
    ],
)
def test_a_heading_is_never_wider_than_it_was_measured(title: str) -> None:
    face = TTFont(FACES / "AtlasSerif.ttf")
    letters, size = face.getBestCmap(), 21
    wide = sum(face["hmtx"][letters[ord(sign)]][0] for sign in title) / face["head"].unitsPerEm * size
    assert 0.85 * width_of(title, size, bold=True) < wide <= width_of(title, size, bold=True)


@pytest.mark.parametrize("words", ["Москва", "苏联"])
def test_a_heading_in_another_script_has_letters_too(words: str) -> None:
    box = drawn("\U0010fffd", HEADINGS)
    for sign in words:
        assert ImageChops.invert(drawn(sign, HEADINGS)).getbbox()
        assert ImageChops.difference(drawn(sign, HEADINGS), box).getbbox(), f"{sign} is a box"


def test_the_faces_are_small_and_their_licence_goes_with_them() -> None:
    assert sum(path.stat().st_size for path in FACES.glob("*.?tf")) < 2 * 2**20
    licence = (FACES / "LICENCE.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert [
        path.name for path in FACES.glob("*.?tf") if path.stem.removeprefix("NotoSans") not in licence
    ] == []
