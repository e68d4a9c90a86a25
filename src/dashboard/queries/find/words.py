"""Words as they are compared: folded, cut into tokens, and brought from Cyrillic and Urdu script to Latin
letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+")

# Letters that Urdu, Arabic and Persian keyboards write with different signs.
_ONE_LETTER = str.maketrans("يىكةۃهأإآٱۂ", "ییکہہہاااا" + "ہ")
# Digits as Urdu, Persian and Arabic keyboards write them.
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
# Accents and vowel signs; beyond these planes Unicode has none.
_MARKS = {code: None for code in range(0x300, 0x20000) if unicodedata.combining(chr(code))}
# One table, made once: a text is folded some hundred thousand times when the tables are taken up.
# Marks of direction, joiners and breaks that nobody sees, which come along with what is pasted; a joiner of
# width nought parts the words of a compound in Urdu and Persian, and stays.
_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u061c\u180e\u200b\u200d\u200e\u200f\u2060\ufeff"))
_HIDDEN |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_FOLDING = _MARKS | _HIDDEN | _ONE_LETTER | _DIGITS

_CYRILLIC = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ь": "",
    "ъ": "",
}
# Consonants alone: Urdu script leaves short vowels out.
_CONSONANTS = (
    "ب=b پ=p ت=t ٹ=t ث=s ج=j چ=ch ح=h خ=kh د=d ڈ=d ذ=z ر=r ڑ=r ز=z ژ=zh س=s ش=sh ص=s ض=z ط=t ظ=z "
    "غ=gh ف=f ق=k ک=k گ=g ل=l م=m ن=n ں=n ہ=h ھ=h"
)
_URDU = dict(pair.split("=") for pair in _CONSONANTS.split())
_VOWELS = re.compile(r"[aeiouyvw]")


def folded(text: str) -> str:
    """Lower case without accents and with one sign for each letter, for comparison only."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDING)


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, folded, in their order."""
    return _TOKEN.findall(folded(text))


def spans(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, each with the place where it begins and ends in the text."""
    return [(_folded_word(word.group()), word.start(), word.end()) for word in _TOKEN.finditer(text)]


def as_typed(text: str, words: str) -> str:
    """How folded words stand in a text; the words themselves where they do not."""
    sought, held = words.split(), spans(text)
    for first in range(len(held) - len(sought) + 1):
        found = held[first : first + len(sought)]
        if sought and [word for word, _, _ in found] == sought:
            return text[found[0][1] : found[-1][2]]
    return words


@lru_cache(65_536)
def _folded_word(word: str) -> str:
    return folded(word)


def script(token: str) -> str:
    """`cyrillic`, `arabic` or `latin`, by the first letter of a token."""
    name = unicodedata.name(token[0], "")
    if name.startswith("CYRILLIC"):
        return "cyrillic"
    return "arabic" if name.startswith("ARABIC") else "latin"


def romanised(token: str) -> str:
    """A token of Cyrillic letters in Latin ones, as newspapers write such names (close to BGN/PCGN)."""
    return "".join(_CYRILLIC.get(letter, letter) for letter in token).replace("ks", "x")


def skeleton(token: str) -> str:
    """The consonants of a token of either script, by which a name in Urdu script meets its Latin spelling."""
    latin = token.replace("q", "k")
    if script(token) == "arabic":
        latin = "".join(_URDU.get(letter, "") for letter in token)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", latin))
