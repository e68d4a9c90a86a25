"""How a question is read: its years, the words that matter, and what else each of them may be called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from dashboard.queries.find.words import folded, script, spans, tokens

LONGEST = 300
# So many words of a question are looked up, its first ones.
MOST_WORDS = 24

_DESIGNATION = re.compile(r"([^\W\d_]{1,4})-(\d+[^\W\d_]?)")
_YEAR = re.compile(r"(1[89]\d\d|20\d\d)")
_RANGE = re.compile(r"(1[89]\d\d|20\d\d)\s*(?:-|–|—|/|to|until|till|and|до|по|تا)\s*(1[89]\d\d|20\d\d)")
_BEFORE = re.compile(
    r"(?:before|until|up to|prior to|до|سے پہلے)\s*(1[89]\d\d|20\d\d)|(1[89]\d\d|20\d\d)\s*سے پہلے"
)
_AFTER = re.compile(r"(?:after|since|from|после|с)\s+(1[89]\d\d|20\d\d)|(1[89]\d\d|20\d\d)\s*کے بعد")
_DECADE = re.compile(r"\b(1[89]\d|20\d)0(?:s|-?[ех]|\s*کی\s*دہای?ی)\b")
_OF_THE_CENTURY = re.compile(r"(?<![\d-])([4-9])0(?:s|-[ех]|\s*کی\s*دہای?ی)\b")
# Decades of the twentieth century in words, folded as questions are.
_DECADES = {
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
    "сороковы[ех]": 4,
    "пятидесяты[ех]": 5,
    "шестидесяты[ех]": 6,
    "семидесяты[ех]": 7,
    "восьмидесяты[ех]": 8,
    "девяносты[ех]": 9,
    r"چالیس کی دہای?ی": 4,
    r"پچاس کی دہای?ی": 5,
    r"ساٹھ کی دہای?ی": 6,
    r"ستر کی دہای?ی": 7,
    r"اسی کی دہای?ی": 8,
    r"نوے کی دہای?ی": 9,
}

# What a question may want measured: first the two words by which the record calls it, then how else it is
# asked for.
MEASURES = {
    "length": ("length", "kilometres", "long", "km", "длина", "протяженность", "لمبائی"),
    "cost": ("cost", "price", "costs", "expensive", "much", "стоимость", "стоит", "цена", "قیمت", "لاگت"),
}

# Endings of English words, each with what the word may end in without it.
_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ation", ("e",)),
    ("ment", ("",)),
)
# Endings of nouns and adjectives in Cyrillic, the shortest first, folded as questions are.
_OF_CASES = (
    "а я у ю е ы и о ом ем ои еи ам ям ах ях ов ев ами ями ии ыи ая яя ое ее ую юю ого его ому ему ых их"
)
_CASES = tuple(sorted(_OF_CASES.split(), key=len))
_SHORTEST_STEM = 3

_MEASURING = frozenset(word for words in MEASURES.values() for word in words)


Glossary = Mapping[str, tuple[str, ...]]
"""The phrases that stand for a term; none for a word that only asks or joins and names nothing."""


@dataclass(frozen=True)
class Group:
    """One word of a question and the phrases that stand for it; `text` is the word as asked, folded.

    A word that only says what is to be measured need not be found: a number has its unit where the question
    says "cost". `plain` are the phrases that say the same, not only what it may be called: the word itself,
    or what a word of another script means. A word is `capital` if the reader wrote it as a name.
    """

    text: str
    phrases: tuple[str, ...]
    needed: bool = True
    plain: tuple[str, ...] = ()
    capital: bool = False


@dataclass(frozen=True)
class Question:
    """A question as read: its groups of words, the years asked for (both included), and what it wants
    measured; `known` is the glossary that it was read with, `dated` the words that name the years, folded.
    """

    text: str
    groups: tuple[Group, ...]
    years: tuple[int, int] | None = None
    measure: str = ""
    by_years_alone: bool = field(default=False)
    known: Glossary = field(default_factory=dict, compare=False, repr=False)
    dated: str = ""


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
    """Read a question of any length and signs; beyond LONGEST signs it is cut, and so are
    its words beyond MOST_WORDS. Nothing raises."""
    plain = folded(text[:LONGEST])
    years, dated, rest = _years(plain)
    terms = _terms(rest)
    measure = next((name for name, words in MEASURES.items() if not set(words).isdisjoint(tokens(plain))), "")
    sought = [term for term in terms if term not in _MEASURING]
    groups = tuple(_groups(sought, known, _capitalised(text[:LONGEST])))
    if measure:
        groups = (*groups, Group(measure, MEASURES[measure][:2], needed=False))
    by_years_alone = years is not None and not groups
    return Question(text, groups, years, measure, by_years_alone, known, dated)


def _capitalised(text: str) -> frozenset[str]:
    """The words that begin with a capital, none if all do: then it says nothing."""
    words = [(word, text[begin]) for word, begin, _ in spans(text)]
    if not any(first.islower() for _, first in words):
        return frozenset()
    return frozenset(word for word, first in words if first.isupper())


def _terms(text: str) -> list[str]:
    """The words of a question; a designation such as "U-2" is one term of two words."""
    terms: list[str] = []
    for part in text.split():
        designation = _DESIGNATION.fullmatch(part.strip("?!.,;:()«»“”\"'"))
        terms += [" ".join(designation.groups())] if designation else tokens(part)
    return terms


def _years(text: str) -> tuple[tuple[int, int] | None, str, str]:
    """The years that a question names, the words that name them, and the question without these."""
    for words, decade in _DECADES.items():
        text = re.sub(rf"\b{words}\b", f"19{decade}0s", text)
    text = _OF_THE_CENTURY.sub(r"19\g<1>0s", text)
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
            words = " ".join(tokens(match.group()))
            return meaning(numbers), words, text[: match.start()] + " " + text[match.end() :]
    return None, "", text


def _between(numbers: list[int]) -> tuple[int, int]:
    return min(numbers), max(numbers)


def _decade(numbers: list[int]) -> tuple[int, int]:
    return numbers[0] * 10, numbers[0] * 10 + 9


def _before(numbers: list[int]) -> tuple[int, int]:
    return 0, numbers[0] - 1


def _after(numbers: list[int]) -> tuple[int, int]:
    return numbers[0], 9998


def _groups(terms: list[str], known: Glossary, capitals: frozenset[str]) -> list[Group]:
    """Terms of several words first, then single ones; words that only ask are left out."""
    groups: dict[str, Group] = {}
    position = 0
    while position < len(terms):
        size = next((size for size in (3, 2) if " ".join(terms[position : position + size]) in known), 1)
        term = " ".join(terms[position : position + size])
        position += size
        if _asks(term, known) or (len(term) < 2 and not term.isdigit()):
            continue
        groups[term] = _group(term, known, not capitals.isdisjoint(term.split()))
    return list(groups.values())[:MOST_WORDS]


def _group(term: str, known: Glossary, capital: bool) -> Group:
    meant = meanings(term, known)
    if script(term) == "latin":
        return Group(term, tuple(dict.fromkeys((term, *meant))), capital=capital)
    # What a word of another script means may itself be called otherwise.
    plain = tuple(dict.fromkeys((term, *meant)))
    others = (other for phrase in meant for other in known.get(phrase, ()))
    return Group(term, tuple(dict.fromkeys((*plain, *others))), plain=plain, capital=capital)


def _asks(term: str, known: Glossary) -> bool:
    """Whether a word only asks: it, or the form of a word that it is, stands for nothing."""
    if term in known:
        return not known[term]
    form = next((form for form in _forms(term) if form in known), None)
    return form is not None and not known[form]


def meanings(term: str, known: Glossary) -> tuple[str, ...]:
    """The phrases that the glossary gives for a term, also where it has another form of it; words in Cyrillic
    are met without their endings.
    """
    if term in known:
        return known[term]
    form = next((form for form in _forms(term) if form in known), None)
    if form is not None:
        return (form, *known[form])
    if script(term) != "cyrillic" or len(term) < 4:
        return ()
    base = next((base for base in _bases(term) if known.get(base)), None)
    if base is not None:
        return known[base]
    stem = term[: max(4, len(term) - 3)]
    close = [word for word in known if word.startswith(stem) and len(word) < len(term) + 4]
    return known[min(close, key=lambda word: abs(len(word) - len(term)))] if close else ()


def _bases(term: str) -> Iterator[str]:
    """The Cyrillic words of which a word may be a case or an adjective, the longest first."""
    for ending in _CASES:
        base = term.removesuffix(ending)
        if base != term and len(base) >= _SHORTEST_STEM:
            yield base
            if base.endswith("ск"):
                yield base.removesuffix("ск")


def _forms(term: str) -> Iterator[str]:
    """The words of which a Latin word may be the plural, the past or the participle: the nearest first."""
    if " " in term or not term.isascii():
        return
    for ending, others in _ENDINGS:
        stem = term.removesuffix(ending)
        if stem != term and len(stem) >= _SHORTEST_STEM:
            yield from (stem + other for other in others)
            if stem[-1] == stem[-2] and ending in ("ed", "ing"):
                yield stem[:-1]
