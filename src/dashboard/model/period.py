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
_END = r"(\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\.\.)"
_LEVEL_ONE = re.compile(rf"{_END}(/{_END})?|\d{{3}}X|\d{{2}}XX", re.ASCII)


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
    """Read an EDTF text.

    Calendar dates, marked as uncertain or not, and intervals of them take a short way, because the edtf
    grammar needs milliseconds for each; everything else is judged by edtf itself.

    Raises ValueError for anything outside levels 0 and 1 as used here, or that ends before it begins.
    """
    if not _LEVEL_ONE.fullmatch(text) or text in ("..", "../.."):
        raise ValueError(EXPECTED)
    ends = text.split("/")
    if "X" not in text:
        first = EARLIEST if ends[0] == ".." else _bounds(ends[0])[0]
        last = LATEST if ends[-1] == ".." else _bounds(ends[-1])[1]
    else:
        first, last = _bounds_by_edtf(text)
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
    parts = [int(part) for part in end.rstrip("~?%").split("-")]
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
        return _one(text)
    start, end = text.split("/")
    if end == "..":
        return f"since {_one(start)}"
    if start == "..":
        return f"until {_one(end)}"
    if not _PLAIN.fullmatch(start) or not _PLAIN.fullmatch(end):
        return f"{_one(start)} – {_one(end)}"
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_one(end)}"
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    if start[:4] == end[:4]:
        return f"{_one(start).removesuffix(' ' + start[:4])} – {_one(end)}"
    return f"{_one(start)} – {_one(end)}"


def _one(text: str) -> str:
    if text.endswith("X"):
        return f"{text.replace('X', '0')}s"
    plain = text.rstrip("~?%")
    parts = plain.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, calendar.month_name[int(parts[1])])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    about = "about " if text != plain else ""
    return about + " ".join(words)
