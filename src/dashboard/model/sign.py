"""Signs that nobody sees: controls, marks of direction, joiners out of place, fillers; and how a report shows
them.
"""

from __future__ import annotations

import re
import unicodedata
from string import ascii_letters, digits

# General categories without a picture of their own: control, format, surrogate, private use, unassigned,
# separators of lines.
_UNSEEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Letters, numbers, punctuation and symbols.
_DRAWN_CATEGORIES = "LNPS"
# Nearly every text begins with one of these, which need no second look.
_PLAIN_STARTS = frozenset(ascii_letters + digits)
# Letters, marks and symbols that are drawn as nothing, and what stands for a sign that was lost.
_FILLERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800"
    "\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e01ef]"
)
# Between two letters of Arabic or of a script of India a joiner changes how they are written; elsewhere it
# hides.
_WRITTEN_JOINER = re.compile(
    "(?<=[\u0620-\u06ff\u0900-\u0dff])[\u200c\u200d](?=[\u0620-\u06ff\u0900-\u0dff])"
)


def unseen(text: str) -> str:
    """The signs of a text that nobody sees, in their order."""
    if text.isprintable() and not _FILLERS.search(text):
        return ""
    return "".join(sign for sign in _WRITTEN_JOINER.sub("", text) if _is_unseen(sign))


def visible(text: str) -> str:
    """The text with each sign that nobody sees written as its number: `[U+202E]`."""
    if text.isprintable() and not _FILLERS.search(text):
        return text
    return "".join(f"[U+{ord(sign):04X}]" if _is_unseen(sign) else sign for sign in text)


def says_something(text: str) -> bool:
    """True if the text holds a letter, a digit or another sign that is seen."""
    return text[:1] in _PLAIN_STARTS or any(_is_drawn(sign) for sign in text)


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN_CATEGORIES or bool(_FILLERS.match(sign))


def _is_drawn(sign: str) -> bool:
    return unicodedata.category(sign)[0] in _DRAWN_CATEGORIES and not _FILLERS.match(sign)
