"""The dates of a sentence as EDTF: calendar dates, ranges, decades, and relative ones resolved from the day
or window in which the document was published.

Own patterns, because a date of the record keeps the precision of its words: a parser that answers with a day
turns "in 2016" into one of 366.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.model.period import Period, period_or_none

_MONTHS = [name.lower() for name in month_name if name]
_SHORT = {name[:3]: place for place, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})(?=[.\s\d,]))\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|to|and)\s*(?P<until>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_OF = r",?\s+(?:of\s+)?"
_VAGUE = r"(?:(?P<vague>early|late|mid|around|about|circa)[\s-]+(?:in\s+)?)?"
_FIRST_TEN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_COUNTS = dict(zip(_FIRST_TEN, range(1, 11), strict=True))
_COUNT = rf"(?P<count>\d{{1,2}}|a|{'|'.join(_COUNTS)})"
# Four digits before these words are a number.
_NO_YEAR = r"(?!\s*(?:km|kilomet|miles|MW|mega|million|billion|troops|people|tonnes|soldiers))"


@dataclass(frozen=True)
class Dated:
    """A date of a sentence: its words, where they stand, and its EDTF; `relative`: it was resolved from the
    day of publication or from the year named last.
    """

    text: str
    begin: int
    end: int
    edtf: str
    relative: bool = False


Reader = Callable[[re.Match[str], Period | None, str], str]


def dates_in(sentence: str, published: Period | None = None, last_year: str = "") -> list[Dated]:
    """The dates of a sentence in their order. `published` resolves relative ones, which are left out without
    it; a month without a year belongs to the year that the sentence named before it, else to `last_year`, the
    one that the text named last, else to that of publication.
    """
    found: list[Dated] = []
    taken: set[int] = set()
    for pattern, read, relative in _FORMS:
        for match in pattern.finditer(sentence):
            if taken.isdisjoint(range(*match.span())):
                edtf = read(match, published, _year_before(match.start(), found) or last_year)
                if edtf and period_or_none(edtf):
                    found.append(Dated(match.group(), *match.span(), edtf, relative))
                    taken |= set(range(*match.span()))
    return sorted(found, key=lambda dated: dated.begin)


def year_of(dated: Dated) -> str:
    """The last year that a date names."""
    return re.findall(r"\d{4}", dated.edtf)[-1] if re.search(r"\d{4}", dated.edtf) else ""


def _year_before(place: int, found: list[Dated]) -> str:
    """The year of the last date that stands before a place and names its own."""
    before = [dated for dated in found if dated.end <= place and not dated.relative]
    return year_of(max(before, key=lambda dated: dated.end)) if before else ""


def _month_number(match: re.Match[str]) -> int:
    return _SHORT[match["month"][:3].lower()]


def _day(match: re.Match[str], published: Period | None, last_year: str) -> str:
    month = f"{match['year']}-{_month_number(match):02}"
    first = f"{month}-{int(match['day']):02}"
    return f"{first}/{month}-{int(match['until']):02}" if match["until"] else first


def _month(match: re.Match[str], published: Period | None, last_year: str) -> str:
    return f"{match['year']}-{_month_number(match):02}" + ("~" if match["vague"] else "")


def _range(match: re.Match[str], published: Period | None, last_year: str) -> str:
    until = match["until"]
    until = match["year"][: 4 - len(until)] + until
    return f"{match['year']}/{until}" if until > match["year"] else ""


def _decade(match: re.Match[str], published: Period | None, last_year: str) -> str:
    return f"{match['decade']}X"


def _year(match: re.Match[str], published: Period | None, last_year: str) -> str:
    return match["year"] + ("~" if match["vague"] else "")


def _monthly(match: re.Match[str], published: Period | None, last_year: str) -> str:
    year = last_year or (str(published.last.year) if published else "")
    if not year:
        return ""
    month = f"{year}-{_month_number(match):02}"
    return f"{month}-{int(match['day']):02}~" if match.groupdict().get("day") else f"{month}~"


def _relative(match: re.Match[str], published: Period | None, last_year: str) -> str:
    """A year or a month counted from the window of publication; over a year's end both stay possible."""
    if not published:
        return ""
    step = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
    move, unit = step[match["which"].lower()], match["unit"].lower()
    ends = [_moved(day, move, unit) for day in (published.first, published.last)]
    return _window(ends)


def _ago(match: re.Match[str], published: Period | None, last_year: str) -> str:
    if not published:
        return ""
    word = match["count"].lower()
    number = 1 if word == "a" else _COUNTS.get(word) or int(word)
    ends = [_moved(day, -number, match["unit"].lower()) for day in (published.first, published.last)]
    return _window(ends)


def _near_day(match: re.Match[str], published: Period | None, last_year: str) -> str:
    if not published or published.first != published.last:
        return ""
    back = 1 if match.group().lower() == "yesterday" else 0
    return (published.first - timedelta(days=back)).isoformat() + "~"


def _moved(day: date, number: int, unit: str) -> str:
    if unit.startswith("year"):
        return str(day.year + number)
    if unit.startswith("decade"):
        return str(day.year + 10 * number)
    if unit.startswith("week"):
        return (day + timedelta(weeks=number)).isoformat()[:7]
    months = day.year * 12 + day.month - 1 + number
    return f"{months // 12}-{months % 12 + 1:02}"


def _window(ends: list[str]) -> str:
    return f"{ends[0]}~" if ends[0] == ends[1] else f"{ends[0]}~/{ends[1]}~"


def _forms() -> Iterator[tuple[re.Pattern[str], Reader, bool]]:
    """The longest forms first: what one has read, no other reads again."""
    forms: list[tuple[str, Reader, bool]] = [
        (rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}{_OF}{_YEAR}\b", _day, False),
        (rf"\b{_MONTH}\s+{_DAY}{_OF}{_YEAR}\b", _day, False),
        (rf"\b{_VAGUE}{_MONTH}{_OF}{_YEAR}\b", _month, False),
        (
            rf"(?<![\d.,$/-])\b{_YEAR}\s*(?:-|/|to|and|until|till)\s*(?P<until>(?:1[89]|20)?\d\d)\b(?!-)",
            _range,
            False,
        ),
        (r"\b(?:the\s+)?(?P<decade>(?:1[89]|20)\d)0'?s\b", _decade, False),
        (rf"(?<![\d.,$/-])\b{_VAGUE}{_YEAR}\b(?![.,]\d)(?![/-]\d){_NO_YEAR}", _year, False),
        (rf"\b{_DAY}\s+{_MONTH}(?!\w)", _monthly, True),
        (rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)", _monthly, True),
        (rf"\b(?:in|since|until|by|of|last|this|during)\s+(?P<month>{'|'.join(_MONTHS)})\b", _monthly, True),
        (
            r"\b(?P<which>last|previous|past|this|current|next|coming)\s+(?P<unit>year|month|week|decade)\b",
            _relative,
            True,
        ),
        (rf"\b{_COUNT}\s+(?P<unit>years?|months?|weeks?|decades?)\s+ago\b", _ago, True),
        (r"\b(?:yesterday|today)\b", _near_day, True),
    ]
    for pattern, read, relative in forms:
        yield re.compile(pattern, re.IGNORECASE), read, relative


_FORMS = tuple(_forms())
