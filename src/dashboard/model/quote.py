"""What a quotation is: its words, how text is folded before it is compared, and its fingerprint."""

from __future__ import annotations

import re
from hashlib import blake2b

FEWEST_WORDS, MOST_WORDS = 3, 12

_FOLDED = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'(]*[A-Z0-9])")


def fold(text: str) -> str:
    """The text with white space and typographic quotes and dashes made plain; case is kept."""
    return " ".join(text.translate(_FOLDED).split())


def words(text: str) -> list[str]:
    """The words of a text after folding: letters and digits, with inner apostrophes, points, commas and hyphens."""
    return _WORD.findall(fold(text))


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph, by full stop and capital; good enough to count and to compare with quotes."""
    return [part for part in _SENTENCE_END.split(fold(text)) if words(part)]


def triples(text: str) -> list[tuple[str, str, str]]:
    """Every run of three words."""
    run = words(text)
    return list(zip(run, run[1:], run[2:], strict=False))


def fingerprint(document: str, run: tuple[str, ...] | list[str]) -> str:
    """A short hash of some words of one document (40 bits of BLAKE2b, salted with the document's id)."""
    return blake2b(" ".join(run).encode(), digest_size=5, salt=document.encode()[:16]).hexdigest()
