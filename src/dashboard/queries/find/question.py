"""How a question is read: its years, the words that matter, and what else each of them may be called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from dashboard.queries.find.words import folded, script, tokens

LONGEST = 300

_DESIGNATION = re.compile(r"([^\W\d_]{1,4})-(\d+[^\W\d_]?)")
_YEAR = re.compile(r"(1[89]\d\d|20\d\d)")
_RANGE = re.compile(r"(1[89]\d\d|20\d\d)\s*(?:-|–|—|/|to|until|till|and|до|по|تا)\s*(1[89]\d\d|20\d\d)")
_BEFORE = re.compile(
    r"(?:before|until|up to|prior to|до|سے پہلے)\s*(1[89]\d\d|20\d\d)|(1[89]\d\d|20\d\d)\s*سے پہلے"
)
_AFTER = re.compile(r"(?:after|since|from|после|с)\s+(1[89]\d\d|20\d\d)|(1[89]\d\d|20\d\d)\s*کے بعد")
_DECADE = re.compile(r"\b(1[89]\d|20\d)0s\b")

# What a question may want measured: first the two words by which the record calls it, then how else it is
# asked for.
MEASURES = {
    "length": ("length", "kilometres", "long", "km", "длина", "протяженность", "لمبائی"),
    "cost": ("cost", "price", "costs", "expensive", "much", "стоимость", "стоит", "цена", "قیمت", "لاگت"),
}

_MEASURING = frozenset(word for words in MEASURES.values() for word in words)


@dataclass(frozen=True)
class Group:
    """One word of a question and the phrases that stand for it; `text` is the word as asked, folded.

    A word that only says what is to be measured need not be found: a number has its unit where the question
    says "cost".
    """

    text: str
    phrases: tuple[str, ...]
    needed: bool = True


@dataclass(frozen=True)
class Question:
    """A question as read: its groups of words, the years asked for (both included), and what it wants
    measured.
    """

    text: str
    groups: tuple[Group, ...]
    years: tuple[int, int] | None = None
    measure: str = ""
    by_years_alone: bool = field(default=False)


Glossary = Mapping[str, tuple[str, ...]]
"""The phrases that stand for a term; none for a word that only asks or joins and names nothing."""


def glossary_of(table: pd.DataFrame) -> Glossary:
    """The phrases that stand for a term, by the term as tokens joined by spaces; `means` of the table holds
    them.
    """
    found: dict[str, list[str]] = {}
    for term, meanings_of_term in zip(table["term"], table["means"], strict=True):
        phrases = [" ".join(tokens(phrase)) for phrase in meanings_of_term if phrase]
        found.setdefault(" ".join(tokens(term)), []).extend(phrases)
    return {term: tuple(dict.fromkeys(phrases)) for term, phrases in found.items()}


def read_question(text: str, known: Glossary) -> Question:
    """Read a question of any length and signs; beyond LONGEST signs it is cut. Nothing raises."""
    plain = folded(text[:LONGEST])
    years, rest = _years(plain)
    terms = _terms(rest)
    measure = next((name for name, words in MEASURES.items() if not set(words).isdisjoint(tokens(plain))), "")
    groups = tuple(_groups([term for term in terms if term not in _MEASURING], known))
    if measure:
        groups = (*groups, Group(measure, MEASURES[measure][:2], needed=False))
    return Question(text, groups, years, measure, by_years_alone=years is not None and not groups)


def _terms(text: str) -> list[str]:
    """The words of a question; a designation such as "U-2" is one term of two words."""
    terms: list[str] = []
    for part in text.split():
        designation = _DESIGNATION.fullmatch(part.strip("?!.,;:()«»“”\"'"))
        terms += [" ".join(designation.groups())] if designation else tokens(part)
    return terms


def _years(text: str) -> tuple[tuple[int, int] | None, str]:
    """The years that a question names, and the question without them."""
    for pattern, meaning in (
        (_RANGE, _between),
        (_DECADE, _decade),
        (_BEFORE, _before),
        (_AFTER, _after),
        (_YEAR, _between),
    ):
        match = pattern.search(text)
        if match:
            numbers = [int(number) for number in match.groups() if number]
            return meaning(numbers), text[: match.start()] + " " + text[match.end() :]
    return None, text


def _between(numbers: list[int]) -> tuple[int, int]:
    return min(numbers), max(numbers)


def _decade(numbers: list[int]) -> tuple[int, int]:
    return numbers[0] * 10, numbers[0] * 10 + 9


def _before(numbers: list[int]) -> tuple[int, int]:
    return 0, numbers[0] - 1


def _after(numbers: list[int]) -> tuple[int, int]:
    return numbers[0], 9998


def _groups(terms: list[str], known: Glossary) -> list[Group]:
    """Terms of several words first, then single ones; words that only ask are left out."""
    groups: list[Group] = []
    position = 0
    while position < len(terms):
        size = next((size for size in (3, 2) if " ".join(terms[position : position + size]) in known), 1)
        term = " ".join(terms[position : position + size])
        position += size
        if known.get(term) == () or (len(term) < 2 and not term.isdigit()):
            continue
        phrases = tuple(dict.fromkeys((term, *meanings(term, known))))
        groups.append(Group(term, phrases))
    return list({group.text: group for group in groups}.values())


def meanings(term: str, known: Glossary) -> tuple[str, ...]:
    """The phrases that the glossary gives for a term; words in Cyrillic are met without their endings."""
    if term in known:
        return known[term]
    if script(term) != "cyrillic" or len(term) < 4:
        return ()
    stem = term[: max(4, len(term) - 3)]
    close = [word for word in known if word.startswith(stem) and abs(len(word) - len(term)) < 4]
    return known[min(close, key=lambda word: abs(len(word) - len(term)))] if close else ()
