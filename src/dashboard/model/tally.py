"""The counts of a vote as a sentence tells them: how many were in favour, against and abstaining.

Read are numbers below a thousand, in figures or words, by what follows them: `104 to 11 with 10 abstentions`,
`104–11–10`, `eleven votes`, `nine, the host among them, voted in favour`, `one of 35 that abstained`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

YES, NO, ABSTAINED = "yes", "no", "abstained"

_TO_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_TO_TWENTY.split(), 1)}
_NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_NUMBER = re.compile(
    rf"(?<!resolution )(?<![0-9],)\b(?:[0-9]{{1,3}}|{'|'.join(_NUMBERS)})\b(?!,[0-9]{{3}})", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;:](?=\s|$)")
_VERSUS = re.compile(r"(?: votes)? to |[–-]")
# "One other voted against" counts the one that was named too, and no number says so.
_TURNS = (
    (re.compile(r" other\b"), ""),
    (re.compile(r"\b(?:absten|abstain)"), ABSTAINED),
    (re.compile(r"\bagainst\b"), NO),
    (re.compile(r"^ votes?\b|^ for\b|\bvoted for\b|\bin favour\b"), YES),
)


@dataclass(frozen=True, order=True)
class Tally:
    """One number of a sentence, and of which votes it is the count: YES, NO or ABSTAINED."""

    role: str
    number: int
    words: str


def tallies(text: str) -> list[Tally]:
    """The counts of votes that a text tells, in its order."""
    return [tally for sentence in _SENTENCE.split(text) for tally in _of_sentence(sentence)]


def _of_sentence(sentence: str) -> Iterator[Tally]:
    found = list(_NUMBER.finditer(sentence))
    ends = [*(number.start() for number in found[1:]), len(sentence)]
    before = ""
    for number, end in zip(found, ends, strict=False):
        after = sentence[number.end() : end]
        role = _role(before, after, followed=end < len(sentence))
        if role:
            yield Tally(role, _value(number.group()), (number.group() + after).strip())
        before = role if _VERSUS.fullmatch(after) else ""


def _role(before: str, after: str, followed: bool) -> str:
    """What a number counts: by what stands before it in a count such as `104 to 11`, else by what follows."""
    if before:
        return {YES: NO, NO: ABSTAINED}.get(before, "")
    if followed and _VERSUS.fullmatch(after):
        return YES
    places = [(found.start(), role) for turn, role in _TURNS if (found := turn.search(after))]
    return min(places)[1] if places else ""


def _value(number: str) -> int:
    return _NUMBERS.get(number.lower()) or int(number)
