"""Cut the heading face out of the serif that Streamlit ships: one weight, the letters of the Atlas's
languages in Latin script, a twentieth of the bytes; cut the faces of the text to those letters and Cyrillic
ones, a quarter of the bytes; cut the face of icons to those that Streamlit names; and pack the faces of other
scripts for the screen.

Run by hand when Streamlit ships another version: `python tools/cut_typeface.py`. The licence (SIL OFL 1.1)
asks that a changed face bears another name, and that its terms go with it: static/fonts/LICENCE.txt. That of
the icons (Apache 2.0) asks that a change is said: static/fonts/LICENCE-icons.txt.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SHIPPED = Path(streamlit.__file__).parent / "static" / "static" / "media"
FACE = Path(__file__).resolve().parents[1] / "static" / "fonts" / "atlas-serif.woff2"
# The faces of the pictures serve the screen too, packed; the Chinese one is left out: 850 KB.
PICTURES = Path(__file__).resolve().parents[1] / "src" / "dashboard" / "exports" / "faces"
SCRIPTS = {
    "atlas-arabic": "NotoSansArabic.ttf",
    "atlas-bengali": "NotoSansBengali.ttf",
    "atlas-devanagari": "NotoSansDevanagari.ttf",
}
NAME, WEIGHT, OPTICAL_SIZE = "Atlas Serif", 600, 20
# The faces of the text, upright and slanted, with all their weights.
TEXT = {"SourceSansVF-Upright": "atlas-sans", "SourceSansVF-Italic": "atlas-sans-slanted"}
TEXT_NAME = "Atlas Sans"
# The same face for the titles of pictures, which are drawn without a browser.
FOR_PICTURES = "AtlasSerif.ttf"
# Latin with its accents, thin and narrow spaces, dashes, quotation marks, ellipsis, euro and minus.
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2009, 0x202F, *range(0x2010, 0x2027), 0x20AC, 0x2212]


# Those of the headings, Cyrillic with the letters of Central Asia, and signs that may stand between words.
TEXT_LETTERS = [
    *LETTERS,
    *range(0x400, 0x460),
    *map(ord, "αβκμҒғҚқҢңҮүҰұҲҳҺһҶҷӘәӨөӢӣӮӯ‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄₹₽№™←↑→↓−≈≠≤≥×÷■□▲△▶▼▽◀◆◇○●"),
]
ICONS = FACE.with_name("atlas-icons.woff2")
# Signs of which the names of icons consist: a name is drawn as one icon.
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def main() -> None:
    """Write the faces."""
    cut_letters()
    cut_text()
    cut_icons()
    for name, cut in SCRIPTS.items():
        script = TTFont(PICTURES / cut, recalcTimestamp=False)
        script.flavor = "woff2"
        script.save(FACE.with_name(f"{name}.woff2"))


def cut_icons() -> None:
    """The icons that Streamlit's interface or its Python names, of the face that it ships."""
    (shipped,) = SHIPPED.glob("MaterialSymbols-Rounded*.woff2")
    font = TTFont(shipped, recalcTimestamp=False)
    drawn = icons_of(font)
    options = subset.Options(flavor="woff2", layout_closure=False, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    options.layout_features = ["rlig"]
    cutter = subset.Subsetter(options)
    cutter.populate(
        glyphs=[drawn[name] for name in sorted(icons_named() & drawn.keys())],
        unicodes=[ord(sign) for sign in SIGNS],
    )
    cutter.subset(font)
    subset.save_font(font, ICONS, options)


def icons_named() -> set[str]:
    """The names of icons that stand in Streamlit's scripts and modules."""
    folder = Path(streamlit.__file__).parent
    files = [*SHIPPED.parent.glob("js/*.js"), *folder.rglob("*.py")]
    return {
        name for path in files for name in re.findall(r":material/([a-z0-9_]+):", path.read_text("utf-8"))
    }


def icons_of(font: TTFont) -> dict[str, str]:
    """The glyph of each icon of a face by the icon's name: a ligature of the letters of the name."""
    sign_of = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if chr(code) in SIGNS}
    tables = [table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable]
    found = {}
    for table in tables:
        for first, ligatures in getattr(table, "ExtSubTable", table).ligatures.items():
            for ligature in ligatures:
                glyphs = (first, *ligature.Component)
                found["".join(sign_of.get(glyph, " ") for glyph in glyphs)] = ligature.LigGlyph
    return found


def cut_letters() -> None:
    """The letters of the headings."""
    (shipped,) = SHIPPED.glob("SourceSerifVariable-Roman*.woff2")
    font = instancer.instantiateVariableFont(
        TTFont(shipped, recalcTimestamp=False), {"wght": WEIGHT, "opsz": OPTICAL_SIZE}
    )
    options = subset.Options(
        flavor="woff2",
        layout_features=["kern", "liga", "mark", "mkmk", "locl", "lnum", "pnum"],
        name_IDs=[0, 1, 2, 4, 6, 13, 14],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    named(font, NAME)
    FACE.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, FACE, options)
    unpacked = TTFont(FACE, recalcTimestamp=False)
    unpacked.flavor = None
    unpacked.save(PICTURES / FOR_PICTURES)


def cut_text() -> None:
    """The letters of the text, as they are, at all weights."""
    for shipped, cut in TEXT.items():
        (path,) = SHIPPED.glob(f"{shipped}.*.woff2")
        font = TTFont(path, recalcTimestamp=False)
        options = subset.Options(
            flavor="woff2",
            layout_features=["ccmp", "kern", "liga", "locl", "mark", "mkmk", "lnum", "pnum", "tnum"],
            name_IDs=[0, 1, 2, 4, 6, 13, 14],
        )
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=TEXT_LETTERS)
        cutter.subset(font)
        named(font, TEXT_NAME)
        subset.save_font(font, FACE.with_name(f"{cut}.woff2"), options)


def named(font: TTFont, name: str) -> None:
    """Gives a face another name."""
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = name.replace(" ", "") if record.nameID == 6 else name


if __name__ == "__main__":
    main()
