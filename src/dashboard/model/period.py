"""When something was: EDTF dates (ISO 8601-2, levels 0 and 1), their bounds and how a person writes them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

EARLIEST = date(1, 1, 1)
LATEST = date(9999, 12, 31)
EXPECTED = "an EDTF date such as 2016, 2016-09, 2016-09-24, 2014/2017, 2018~ or 1979-12/.."

_PLAIN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_UNSPECIFIED = r"\d{4}-XX(-XX)?|\d{4}-\d{2}-XX|\d{3}X|\d{2}XX"
_SEASON = r"\d{4}-2[1-4]"
_END = rf"(({_UNSPECIFIED}|{_SEASON}|\d{{4}}(-\d{{2}}(-\d{{2}})?)?)[~?%]?)"
_LEVEL_ONE = re.compile(rf"{_END}(/({_END}|\.\.)?)?|(\.\.)?/{_END}", re.ASCII)
_BY_LIBRARY = re.compile(rf"{_UNSPECIFIED}|{_SEASON}", re.ASCII)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_MARKS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of days, never more precise than its text; both ends belong to it."""

    first: date
    last: date
    text: str
    approximate: bool = False

    @property
    def caption(self) -> str:
        """The period as a person writes it, in British English: `24 September – 10 October 2016`."""
        return _caption(self.text)


@cache
def parse_period(text: str) -> Period:
    """Read an EDTF text: a date, a season, a date with unspecified digits, each marked as approximate (`~`),
    uncertain (`?`) or both (`%`), and an interval of them. An end that is open (`..`) reaches as far as dates
    go; of an interval whose one end is unknown (empty) only the other is bound to days.

    Calendar dates take a short way, because the edtf grammar needs milliseconds for each; everything else
    is judged by edtf itself.

    Raises ValueError for anything outside levels 0 and 1 as used here (no times of day, no years before 1
    or after 9999), or that ends before it begins.
    """
    if not _LEVEL_ONE.fullmatch(text):
        raise ValueError(EXPECTED)
    start, _, end = text.partition("/") if "/" in text else (text, "", text)
    first = EARLIEST if start == ".." else _bounds(start or end)[0]
    last = LATEST if end == ".." else _bounds(end or start)[1]
    if last < first:
        raise ValueError("a period whose end is not before its beginning")
    return Period(first, last, text, approximate=any(mark in text for mark in "~?%X"))


def period_or_none(text: str) -> Period | None:
    """The period, or None where the text is empty or no date."""
    try:
        return parse_period(text) if text else None
    except ValueError:
        return None


def _bounds(end: str) -> tuple[date, date]:
    plain = end.rstrip("~?%")
    if _BY_LIBRARY.fullmatch(plain):
        return _bounds_by_edtf(plain)
    parts = [int(part) for part in plain.split("-")]
    try:
        first = date(*parts, *([1] * (3 - len(parts))))
    except ValueError as error:
        raise ValueError(EXPECTED) from error
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return first, date(parts[0], month, day)


def _bounds_by_edtf(text: str) -> tuple[date, date]:
    try:
        parsed = parse_edtf(text)
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError) as error:
        raise ValueError(EXPECTED) from error


def _caption(text: str) -> str:
    if "/" not in text:
        return _end_in_words(text)
    start, end = text.split("/")
    if end == "..":
        return f"since {_end_in_words(start)}"
    if start == "..":
        return f"until {_end_in_words(end)}"
    if not end:
        return f"{_end_in_words(start)} – unknown"
    if not start:
        return f"unknown – {_end_in_words(end)}"
    if not _PLAIN.fullmatch(start) or not _PLAIN.fullmatch(end):
        return f"{_end_in_words(start)} – {_end_in_words(end)}"
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_end_in_words(end)}"
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    if start[:4] == end[:4]:
        return f"{_end_in_words(start).removesuffix(' ' + start[:4])} – {_end_in_words(end)}"
    return f"{_end_in_words(start)} – {_end_in_words(end)}"


def _end_in_words(text: str) -> str:
    plain = text.rstrip("~?%")
    return _MARKS[text.removeprefix(plain)] + _date_in_words(plain)


def _date_in_words(plain: str) -> str:
    year, month, day = [*plain.split("-"), "", ""][:3]
    if year.endswith("XX"):
        return f"between {year.replace('X', '0')} and {year.replace('X', '9')}"
    if year.endswith("X"):
        return f"{year.replace('X', '0')}s"
    if month == "XX":
        return f"some {'day' if day else 'month'} of {year}"
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    within = f"{calendar.month_name[int(month)]} {year}" if month else year
    if day == "XX":
        return f"some day of {within}"
    return f"{int(day)} {within}" if day else within
