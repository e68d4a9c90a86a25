"""What a sentence states that can be held against a record: dates, numbers with their units, firsts and
lasts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.model.quote import sentences

_PARAGRAPH = re.compile(r"\n\s*\n")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "(?P<month>" + "|".join(_MONTHS) + ")"
_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*-\s*\d{1,2})?"
_OF_YEAR = r",?\s+(?:of\s+)?(?P<year>\d{4})\b"
_FULL = [
    re.compile(form + _OF_YEAR, re.IGNORECASE)
    for form in (rf"\b{_DAYS}\s+{_MONTH}", rf"\b{_MONTH}\s+{_DAYS}")
]
_OF_MONTH = re.compile(rf"\b{_MONTH}{_OF_YEAR}", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\d.,$])\d{4}(?![\d.,]?\d)(?!\s*(?:km|kilomet|miles|MW|mega|million|troops|people|tonnes))"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# The digits of a designation ("B-52") are part of a name.
_NUMBER = re.compile(
    rf"(?<![\w.,])(?<![A-Za-z]-)(?P<sign>(?:US)?\$\s?|Rs\.?\s?)?"
    rf"(?P<number>{_DIGITS})(?P<rest>(?:[\s-]?[A-Za-z%]+){{0,3}})"
)
_SUPERLATIVE = re.compile(
    r"\b(?:first|only|last|never before|for the second time|largest|biggest)\b", re.IGNORECASE
)
_SCALES = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_UNITS = {
    "km": "km",
    "kilometre": "km",
    "kilometer": "km",
    "percent": "percent",
    "%": "percent",
    "dollar": "USD",
    "usd": "USD",
    "pkr": "PKR",
    "rupee": "PKR",
}
_SIGNS = {"$": "USD", "US$": "USD", "": ""}


@dataclass(frozen=True)
class Stated:
    """One thing that a sentence states: its kind (date · number · superlative), its words, where they stand,
    value and unit.

    `value` is a number in its plain unit (not millions); `unit` is USD, km, percent or the noun that follows.
    `first` and `last` bound a date as ISO days.
    """

    kind: str
    text: str
    begin: int
    end: int
    value: float = 0.0
    unit: str = ""
    first: str = ""
    last: str = ""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, paragraph by paragraph, with plain quotes and dashes."""
    return [sentence for paragraph in _PARAGRAPH.split(text) for sentence in sentences(paragraph)]


def stated_in(sentence: str) -> list[Stated]:
    """The dates, numbers and superlatives of a sentence, in their order; four digits alone are a year."""
    found: list[Stated] = []
    taken: set[int] = set()
    for form in (*_FULL, _OF_MONTH, _YEAR):
        dates = [
            _date(match)
            for match in form.finditer(sentence)
            if match.start() not in taken and match.end() - 1 not in taken
        ]
        taken |= {place for date in dates for place in range(date.begin, date.end)}
        found += dates
    found += [_number(match) for match in _NUMBER.finditer(sentence) if match.start("number") not in taken]
    found += [
        Stated("superlative", match.group(), *match.span()) for match in _SUPERLATIVE.finditer(sentence)
    ]
    return sorted(found, key=lambda stated: stated.begin)


def _date(match: re.Match[str]) -> Stated:
    """A date as far as it is stated: a day (the first of several), a month or a year."""
    parts = match.groupdict()
    year = parts.get("year") or match.group()
    if not parts.get("month"):
        first, last = f"{year}-01-01", f"{year}-12-31"
    else:
        month = f"{year}-{_MONTHS.index(parts['month'].lower()) + 1:02}"
        day = parts.get("day")
        first, last = (f"{month}-{int(day):02}",) * 2 if day else (f"{month}-01", f"{month}-31")
    return Stated("date", match.group(), *match.span(), first=first, last=last)


def _number(match: re.Match[str]) -> Stated:
    value = float(match["number"].replace(",", ""))
    unit = _SIGNS.get((match["sign"] or "").strip(), "PKR")
    after = re.findall(r"[a-z]+|%", match["rest"].lower())
    if after and after[0] in _SCALES:
        value *= _SCALES[after.pop(0)]
    end = match.end("number")
    text = match.string[match.start() : end].strip()
    return Stated("number", text, match.start(), end, value, unit or unit_named(after))


def unit_named(words: list[str]) -> str:
    """The unit that some words after a number name: a known one, else the first noun without its plural;
    empty if there is none.
    """
    for word in words[:2]:
        known = _UNITS.get(word) or _UNITS.get(word.rstrip("s"))
        if known:
            return known
    return words[0].rstrip("s") if words else ""


def plain(value: float, unit: str) -> tuple[float, str]:
    """A value of the tables in its plain unit: 2.5 USD billion is 2 500 000 000 USD."""
    words = unit.split()
    scale = next((_SCALES[word] for word in words if word in _SCALES), 1.0)
    return value * scale, unit_named([word.lower() for word in words if word not in _SCALES])
