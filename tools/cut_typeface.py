"""Cut the heading face out of the serif that Streamlit ships: one weight, the letters of the Atlas's
languages in Latin script, a twentieth of the bytes; and pack the faces of other scripts for the screen.

Run by hand when Streamlit ships another version: `python tools/cut_typeface.py`. The licence (SIL OFL 1.1)
asks that a changed face bears another name, and that its terms go with it: static/fonts/LICENCE.txt.
"""

from __future__ import annotations

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
# Latin with its accents, thin and narrow spaces, dashes, quotation marks, ellipsis, euro and minus.
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2009, 0x202F, *range(0x2010, 0x2027), 0x20AC, 0x2212]


def main() -> None:
    """Write the faces."""
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
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = NAME.replace(" ", "") if record.nameID == 6 else NAME
    FACE.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, FACE, options)
    for name, cut in SCRIPTS.items():
        script = TTFont(PICTURES / cut, recalcTimestamp=False)
        script.flavor = "woff2"
        script.save(FACE.with_name(f"{name}.woff2"))


if __name__ == "__main__":
    main()
