"""How completely each document is coded: which of its sentences are tied to a record, and how much of it is
quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.data.cells import split
from dashboard.data.document import Document, quotes_of
from dashboard.model.quote import fold, sentences, words

MOST_QUOTED = 0.30

_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_NUMBER = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion)\b",
    re.I,
)


@dataclass(frozen=True)
class Coverage:
    """Of one document: sentences in all, those in which a quote stands, telling sentences that are tied to
    nothing, share of words quoted.
    """

    source_id: str
    sentences: int
    tied: int
    untied: tuple[tuple[str, str], ...]
    words: int
    quoted: int

    @property
    def counts(self) -> dict[str, int]:
        """The numbers that are kept when the text is not at hand."""
        return {
            "sentences": self.sentences,
            "tied": self.tied,
            "untied": len(self.untied),
            "words": self.words,
            "quoted": self.quoted,
        }

    @property
    def share_quoted(self) -> float:
        """Quoted words over all words, each word counted once (0 to 1)."""
        return self.quoted / self.words if self.words else 0.0


def coverage_of(document: Document, frames: Mapping[str, pd.DataFrame]) -> Coverage:
    """Measure one document against the quotes taken from it.

    A sentence is telling if it holds a year, a number, or the name of a project.
    """
    quotes: dict[str, set[str]] = {}
    for _, row in quotes_of(frames):
        if row["source_id"] == document.source_id:
            quotes.setdefault(row["locator"], set()).add(fold(row["quote"]))
    names = _project_names(frames["projects"])
    tied, untied, total, quoted, length = 0, [], 0, 0, 0
    for number, text in enumerate(document.paragraphs, start=1):
        locator = f"para:{number}"
        here = quotes.get(locator, set())
        quoted += _words_quoted(text, here)
        length += len(words(text))
        for sentence in sentences(text):
            total += 1
            if any(_meet(sentence, quote) for quote in here):
                tied += 1
            elif (
                _YEAR.search(sentence) or _NUMBER.search(sentence) or any(name in sentence for name in names)
            ):
                untied.append((locator, sentence))
    return Coverage(document.source_id, total, tied, tuple(untied), length, quoted)


def _project_names(projects: pd.DataFrame) -> list[str]:
    cells = [*projects["name"], *(alias for cell in projects["aliases"] for alias in split(cell))]
    return [fold(name) for name in cells if len(name) > 3]


def _meet(sentence: str, quote: str) -> bool:
    """True if the quote stands in the sentence, or begins or ends in it (a quote may cross a full stop)."""
    if quote in sentence:
        return True
    run, whole = words(quote), words(sentence)
    return any(whole[-size:] == run[:size] or whole[:size] == run[-size:] for size in range(3, len(run)))


def _words_quoted(text: str, quotes: set[str]) -> int:
    whole = words(text)
    covered: set[int] = set()
    for quote in quotes:
        run = words(quote)
        for start in range(len(whole) - len(run) + 1):
            if whole[start : start + len(run)] == run:
                covered.update(range(start, start + len(run)))
                break
    return len(covered)
