"""What a quotation is: its words, how text is folded before it is compared, and its fingerprint."""

from __future__ import annotations

import re
from hashlib import blake2b

FEWEST_WORDS, MOST_WORDS = 3, 12

_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'(]*[A-Z0-9])")


def fold(text: str) -> str:
    """The text with white space and typographic quotes and dashes made plain; case is kept."""
    return " ".join(text.translate(_FOLDED).split())


def words(text: str) -> list[str]:
    """The words of a text after folding: letters and digits, with inner apostrophes, points, commas and
    hyphens.
    """
    return _WORD.findall(fold(text))


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph, by full stop and capital; good enough to count and to compare with
    quotes.
    """
    return [part for part in _SENTENCE_END.split(fold(text)) if words(part)]


def passages(text: str) -> set[str]:
    """Every run of three words as written, alone and with any of the signs that stand directly before or
    after it.

    A quote stands in a text only if all its passages do: no word and no sign can be added, lost or moved.
    """
    folded = fold(text)
    found = [match.span() for match in _WORD.finditer(folded)]
    starts, ends = [start for start, _ in found], [end for _, end in found]
    runs: set[str] = set()
    for first in range(len(found) - 2):
        begin, end = starts[first], ends[first + 2]
        earliest = ends[first - 1] if first else 0
        latest = starts[first + 3] if first + 3 < len(found) else len(folded)
        runs |= {folded[at:end] for at in range(earliest, begin + 1)}
        runs |= {folded[begin:at] for at in range(end, latest + 1)}
    return {run for run in runs if run == run.strip()}


def fingerprint(document: str, passage: str) -> str:
    """A short hash of some words of one document (40 bits of BLAKE2b, salted with the document's id)."""
    return blake2b(passage.encode(), digest_size=5, salt=document.encode()[:16]).hexdigest()
