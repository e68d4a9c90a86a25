"""The words of a sentence that a row quotes: three to twelve around what it states, never the whole
sentence.
"""

from __future__ import annotations

from dashboard.model.quote import FEWEST_WORDS, fold, words
from dashboard.queries.verify.held import stems

LONGEST, LIKE = 9, 7
# White space around a word belongs to no quote.
_EDGES = " ,;:.()\"'-"


def quote_around(sentence: str, begin: int, end: int) -> str:
    """A quote that holds the place from begin to end, or its beginning if that is long; empty if the sentence
    is too short to be quoted in part.
    """
    places = _places(sentence)
    if len(places) <= FEWEST_WORDS:
        return ""
    most = min(LONGEST, len(places) - 1)
    inside = [place for place, (first, last) in enumerate(places) if first < end and last > begin]
    first, last = (inside[0], min(inside[-1], inside[0] + most - 1)) if inside else (0, 0)
    while last - first + 1 < min(most, max(FEWEST_WORDS + 2, last - first + 1)):
        if last + 1 < len(places):
            last += 1
        else:
            first -= 1
    quoted = sentence[places[first][0] : places[last][1]]
    return quoted if len(words(quoted)) >= FEWEST_WORDS else ""


def place_like(sentence: str, text: str) -> tuple[int, int]:
    """Where a run of words of a sentence holds most words of a text, those that mean something."""
    places, wanted = _places(sentence), set(stems(text))
    met = [bool(wanted.intersection(stems(sentence[begin:end]))) for begin, end in places]
    starts = range(max(len(places) - LIKE + 1, 1))
    best = max(starts, key=lambda start: (sum(met[start : start + LIKE]), -start))
    run = places[best : best + LIKE]
    return (run[0][0], run[-1][1]) if run else (0, 0)


def _places(sentence: str) -> list[tuple[int, int]]:
    """Where the words of a folded sentence begin and end."""
    places, at = [], 0
    for word in words(sentence):
        at = fold(sentence).index(word, at)
        places.append((at, at + len(word)))
        at += len(word)
    return places
