"""Cut the faces for scripts that the picture's own font lacks: one weight each, the letters of the script,
for pictures drawn on a host without fonts.

Run by hand, with the folder that holds the whole faces of the Noto project (SIL OFL 1.1) as they come from
the package indexes: `pip download --no-deps fontpkg-noto-sans-arabic fontpkg-noto-sans-devanagari
pylopdf-fonts-zh-cn` and `npm pack @expo-google-fonts/noto-sans-bengali`, unpacked, then `python
docs/cut_scripts.py FOLDER`. `tests/exports/test_faces.py` names a letter of the tables that no face has.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
FACES = ROOT / "src" / "dashboard" / "exports" / "faces"
# The 3,755 commonest Chinese signs are the first level of GB 2312: rows 16 to 55 of its table.
_COMMON = (
    bytes((0xA0 + row, 0xA0 + column)).decode("gb2312", "ignore")
    for row in range(16, 56)
    for column in range(1, 95)
)
CHINESE = {ord(sign) for sign in "".join(_COMMON)} | {*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F)}
ARABIC = {*range(0x0600, 0x0700), *range(0x0750, 0x0780), 0x200C, 0x200D}
DEVANAGARI = {*range(0x0900, 0x0980), 0x200C, 0x200D, 0x25CC}
BENGALI = {*range(0x0980, 0x0A00), 0x0964, 0x0965, 0x200C, 0x200D, 0x25CC}
CUTS = {
    "NotoSansArabic": ("NotoSansArabic[[]*.ttf", ARABIC),
    "NotoSansBengali": ("NotoSansBengali_400Regular.ttf", BENGALI),
    "NotoSansDevanagari": ("NotoSansDevanagari[[]*.ttf", DEVANAGARI),
    "NotoSansSC": ("NotoSansSC-Regular.otf", CHINESE),
}


def main(folder: Path) -> None:
    """Write the faces and the text of their licence."""
    FACES.mkdir(exist_ok=True)
    used = {ord(sign) for table in (ROOT / "data").glob("*.csv") for sign in table.read_text("utf-8")}
    for name, (pattern, letters) in CUTS.items():
        (whole,) = folder.rglob(pattern)
        font = TTFont(whole, recalcTimestamp=False)
        if "fvar" in font:
            font = instancer.instantiateVariableFont(
                font, {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
            )
        options = subset.Options(hinting=False, layout_features=["*"], name_IDs=[0, 1, 2, 4, 6, 13, 14])
        cutter = subset.Subsetter(options)
        ideographs = {sign for sign in used if name == "NotoSansSC" and 0x3400 <= sign <= 0x9FFF}
        cutter.populate(unicodes=letters | ideographs)
        cutter.subset(font)
        subset.save_font(font, FACES / f"{name}{whole.suffix}", options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
