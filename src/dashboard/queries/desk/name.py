"""The actors, projects and places that a sentence names, also where they are misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dashboard.queries.find.words import spans

# Likeness in per cent (Levenshtein) at which a word written as a name spells a known one.
_CLOSE, _SHORTEST, _LONGEST = 86, 6, 6

Words = tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A known record that a sentence names; `spelt` is the known name where the sentence spells it
    otherwise.
    """

    record_id: str
    text: str
    begin: int
    end: int
    spelt: str = ""


class Names:
    """Every name and alias, ready to be met by sentences."""

    def __init__(self, names: Mapping[Words, str]) -> None:
        """`names` as `Held.names` has them: words of a name to its record."""
        self._names = dict(names)
        self._joined = {" ".join(words): words for words in names if len(" ".join(words)) >= _SHORTEST}
        self._ordinary = frozenset(word for words in names for word in words)

    def named_in(self, sentence: str) -> list[Named]:
        """The names of a sentence in their order, the longest first where one holds another, each record
        once.
        """
        words = spans(sentence)
        found = list(self._exact(sentence, words))
        taken = {place for name in found for place in range(name.begin, name.end)}
        found += [name for name in self._close(sentence, words) if name.begin not in taken]
        unique = {name.record_id: name for name in reversed(sorted(found, key=lambda name: name.begin))}
        return sorted(unique.values(), key=lambda name: name.begin)

    def _exact(self, sentence: str, words: list[tuple[str, int, int]]) -> Iterator[Named]:
        place = 0
        while place < len(words):
            size = self._size_at(sentence, words, place)
            if size:
                begin, end = words[place][1], words[place + size - 1][2]
                key = tuple(word for word, _, _ in words[place : place + size])
                yield Named(self._names[key], sentence[begin:end], begin, end)
            place += max(size, 1)

    def _size_at(self, sentence: str, words: list[tuple[str, int, int]], place: int) -> int:
        if not sentence[words[place][1]].isupper():
            return 0
        sizes = range(min(_LONGEST, len(words) - place), 0, -1)
        known = (
            size for size in sizes if tuple(word for word, _, _ in words[place : place + size]) in self._names
        )
        return next(known, 0)

    def _close(self, sentence: str, words: list[tuple[str, int, int]]) -> Iterator[Named]:
        """Runs of one to three words written as names that stand near a known name."""
        for size in (3, 2, 1):
            for place in range(len(words) - size + 1):
                run = words[place : place + size]
                text = " ".join(word for word, _, _ in run)
                written = all(sentence[begin].isupper() for _, begin, _ in run)
                known = size == 1 and text in self._ordinary
                if not written or known or len(text) < _SHORTEST:
                    continue
                near = process.extractOne(text, self._joined.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE)
                if near and near[0][0] == text[0]:
                    begin, end = run[0][1], run[-1][2]
                    yield Named(self._names[self._joined[near[0]]], sentence[begin:end], begin, end, near[0])
