"""Which words of the record a misspelt word, or one of another script, may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from dashboard.queries.find.words import romanised, script, skeleton

# Likeness in per cent (Levenshtein); a romanised word also carries the ending of its case.
CLOSE, CLOSE_ROMANISED = 80, 75
# Who misspells a word seldom misses its first letter: another beginning asks for more of the rest.
CLOSE_OTHER_BEGINNING = 88
SHORTEST = 4
_MOST = 3
_REMEMBERED = 512


class Spelling:
    """The words of the record, ready to be met by others."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` of four letters or more, folded."""
        self._words = list(words)
        self._known = frozenset(self._words)
        self._skeletons: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if script(word) == "latin":
                self._skeletons[skeleton(word)].append(word)
        self._met: dict[str, tuple[str, ...]] = {}

    def close_to(self, word: str) -> tuple[str, ...]:
        """The words that a misspelt or foreign word may mean, best first."""
        if word not in self._met:
            if len(self._met) >= _REMEMBERED:
                self._met = {}
            self._met[word] = self._near(word)
        return self._met[word]

    def _near(self, word: str) -> tuple[str, ...]:
        if " " in word:
            return (romanised(word),)
        kind = script(word)
        if kind == "arabic":
            bones = skeleton(word)
            return tuple(self._skeletons.get(bones, ())[:_MOST]) if len(bones) > 1 else ()
        latin = romanised(word) if kind == "cyrillic" else word
        if len(latin) < SHORTEST or latin.isdigit():
            return (latin,) if kind == "cyrillic" else ()
        swapped = tuple(near for near in _swapped(latin) if near in self._known)
        if swapped:
            return swapped
        cutoff = CLOSE_ROMANISED if kind == "cyrillic" else CLOSE
        found = process.extract(latin, self._words, scorer=fuzz.ratio, score_cutoff=cutoff, limit=_MOST)
        return tuple(
            match for match, likeness, _ in found if match[0] == latin[0] or likeness >= CLOSE_OTHER_BEGINNING
        )


def _swapped(word: str) -> Iterator[str]:
    """The words that differ by the order of two letters side by side."""
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
