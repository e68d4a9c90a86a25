"""The numbers of a sentence that somebody could quote: value, unit, qualifier; numbers in words too.

What marks no quantity is left out: years and days, footnotes, pages, and the digits of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_FIRST = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORDS: dict[str, float] = {word: float(number) for number, word in enumerate(_FIRST, 1)}
_WORDS |= {"a": 1.0, "half a": 0.5, "half": 0.5, "a quarter of a": 0.25, "a dozen": 12.0, "twenty": 20.0}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_NAMED = {1e6: "million", 1e9: "billion", 1e12: "trillion"}
_UNITS = {
    **dict.fromkeys(["%", "percent", "per cent", "percentage"], "percent"),
    **dict.fromkeys(["km", "kilometre", "kilometer"], "km"),
    **dict.fromkeys(["rouble", "ruble"], "RUB"),
    **dict.fromkeys(["dollar", "usd"], "USD"),
    **dict.fromkeys(["rupee", "pkr"], "PKR"),
    **dict.fromkeys(["mw", "megawatt"], "MW"),
    **dict.fromkeys(["tonne", "ton"], "tonnes"),
    **{word: word for word in ["bcm", "mmcfd", "mtpa"]},
    **{word: f"{word}s" for word in ["mile", "barrel", "hectare", "year", "month", "day", "decade", "hour"]},
    "euro": "EUR",
    "gw": "GW",
}
_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "Rs": "PKR",
    "Rs.": "PKR",
    "PKR": "PKR",
    "€": "EUR",
    "£": "GBP",
}
_MEASURES = frozenset([*_UNITS.values(), *_SIGNS.values()])
# After these a number names a page, a note, a meeting or a thing, and counts nothing.
_NO_COUNT = re.compile(
    r"(?:\b(?:p|pp|no|nos|vol|issue|article|page|chapter|figure|table|para)\.?|[#\[^*])\s*$", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?P<noun>[a-z]{3,}s)\b")
_SIDES = frozenset(["sides", "countries", "states", "nations", "leaders", "parties", "neighbours", "ties"])
_QUALIFIERS = (
    ("about", r"about|around|approximately|nearly|almost|some|roughly|close to|an estimated|estimated at"),
    ("over", r"over|more than|above|at least|exceed(?:s|ed|ing)?|upwards of|surpass(?:es|ed|ing)?"),
    ("under", r"under|less than|below|fewer than"),
    ("up-to", r"up to|as much as|as many as|at most|a maximum of"),
)
_IN_WORDS = "|".join(sorted(_WORDS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<sign>US\$|USD|\$|PKR|Rs\.?|€|£)?\s?"
    rf"(?P<number>(?:{_DIGITS})(?!\d)|\b(?:{_IN_WORDS})\b)"
    rf"[\s-]*(?P<scale>(?:{'|'.join(_SCALES)})\b)?(?![:/]\d)(?=(?P<rest>(?:[\s-]*(?:%|[A-Za-z]+)){{0,3}}))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """A number of a sentence: where it stands, its value in its unit as the tables write it (`USD million`),
    and its qualifier.
    """

    text: str
    begin: int
    end: int
    value: float
    unit: str
    qualifier: str = "exact"


def numbers_in(sentence: str, dated: Iterable[tuple[int, int]] = ()) -> list[Number]:
    """The numbers of a sentence, without those that stand within its dates."""
    taken = {place for begin, end in dated for place in range(begin, end)}
    return [number for number in _found(sentence) if taken.isdisjoint(range(number.begin, number.end))]


def _found(sentence: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(sentence):
        before = sentence[: match.start()]
        word = match["number"].lower()
        scale, sign = (match["scale"] or "").lower(), match["sign"] or ""
        unit = _SIGNS.get(sign) or _unit(match["rest"])
        in_words = word in _WORDS
        if in_words and not scale and unit not in _UNITS.values():
            unit = _counted(before, sentence[match.end("number") :])
            if not unit:
                continue
        if _NO_COUNT.search(before):
            continue
        if word in ("a", "one", "half") and not scale:
            continue
        if _is_year(word) and not scale and unit not in _UNITS.values():
            continue
        if not unit and not scale and not in_words and float(word.replace(",", "")) < 100:
            continue
        value = _WORDS[word] if in_words else float(word.replace(",", ""))
        value, unit = _in_table(value, _SCALES.get(scale, 1.0), unit)
        end = match.end("scale") if scale else match.end("number")
        begin = match.start("sign") if sign else match.start("number")
        yield Number(sentence[begin:end], begin, end, value, unit, _qualifier(before))


def _counted(before: str, after: str) -> str:
    """What a number in words counts: the first plural among the next words; empty for the two sides of which
    a text speaks all the time, and where no more is said than that they are two.
    """
    found = _PLURAL.match(after)
    if not found or re.search(r"\b(?:the|these|those|both|all|its|their|other)\s+$", before, re.IGNORECASE):
        return ""
    return "" if found["noun"] in _SIDES else found["noun"]


def _in_table(value: float, scale: float, unit: str) -> tuple[float, str]:
    """As the tables write it: 1.5 and "USD billion", but 3 000 000 and "refugees"."""
    named = _NAMED.get(scale, "")
    if named and unit in _MEASURES:
        return value, f"{unit} {named}"
    return value * scale, unit


def _unit(rest: str) -> str:
    """The known unit among the words after a number, else the first noun; empty if a sign of grammar
    follows.
    """
    words = re.findall(r"%|[a-z]+", rest.lower())
    for word in (" ".join(words[:2]), *words[:2]):
        known = _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))
        if known:
            return known
    grammar = {
        "and",
        "to",
        "in",
        "of",
        "on",
        "the",
        "by",
        "for",
        "from",
        "at",
        "or",
        "as",
        "was",
        "is",
        "with",
        "that",
    }
    return words[0] if words and words[0] not in grammar and len(words[0]) > 2 else ""


def _qualifier(before: str) -> str:
    for name, words in _QUALIFIERS:
        if re.search(rf"\b(?:{words})\s+(?:a\s+|the\s+)?$", before, re.IGNORECASE):
            return name
    return "exact"


def _is_year(word: str) -> bool:
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", word))
