"""What a reader chose for all pages (themes, years, kinds and countries of sources), as read from a link and
written to one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite

from dashboard.model.sign import unseen, visible

Span = tuple[int, int]
"""The first and the last year that a reader can choose."""

THEME, YEARS, KIND, COUNTRY, RECORD, SEARCH = "theme", "years", "kind", "country", "id", "q"
# A mark of a figure that stands for no record, such as what two states did in a year.
MARK = "mark"
# The edition at which whoever made a link saw the tables.
EDITION = "edition"

# A step of a guided tour.
TOUR, STEP = "tour", "step"

# How a page is drawn: alone in a frame, which figure of it, on paper.
EMBED, FIGURE, PAPER = "embed", "figure", "paper"
# What else the framework or the door reads from an address, and what says how a page is drawn.
DRAWN = (EMBED, FIGURE, PAPER, "embed_options")

THE_YEAR, THE_YEARS = "the year", "the years"

LONGEST = 100
"""Characters of one value of a link: no id and no choice of the Atlas is longer."""

_EPOCH, _DAY = date(1970, 1, 1), 24 * 60 * 60 * 1000

# Signs that steer a terminal or the direction of a line, and those that no text may hold.
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


@dataclass(frozen=True)
class Selection:
    """Empty themes, kinds or countries mean all of them; the years are both included."""

    themes: tuple[str, ...]
    kinds: tuple[str, ...]
    first_year: int
    last_year: int
    countries: tuple[str, ...] = ()

    def as_params(self, span: Span) -> dict[str, list[str]]:
        """The link's parameters: only what differs from the default stands in a link."""
        params: dict[str, list[str]] = {}
        if self.themes:
            params[THEME] = list(self.themes)
        if (self.first_year, self.last_year) != span:
            params[YEARS] = [str(self.first_year), str(self.last_year)]
        if self.kinds:
            params[KIND] = list(self.kinds)
        if self.countries:
            params[COUNTRY] = list(self.countries)
        return params


@dataclass(frozen=True)
class LinkProblem:
    """A value in a link that the Atlas does not know, and what it would know."""

    parameter: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"The link asks for {self.parameter} “{self.found}”; {self.expected}."


def read_selection(
    params: Mapping[str, Sequence[str]], themes: Sequence[str], kinds: Sequence[str], span: Span
) -> tuple[Selection, tuple[LinkProblem, ...]]:
    """Judge the parameters of a link.

    Known values are kept, each unknown one becomes a LinkProblem; nothing is dropped silently.
    Years in the wrong order are put right, and that is told; `span` holds the years that may be chosen.
    """
    problems: list[LinkProblem] = []
    chosen_themes = _known(params.get(THEME, ()), themes, "the theme", problems)
    chosen_kinds = _known(params.get(KIND, ()), kinds, "the kind of source", problems)
    first, last = _years(params.get(YEARS, ()), span, problems)
    return Selection(chosen_themes, chosen_kinds, first, last), tuple(problems)


def covered_years(ends: Sequence[object], span: Span) -> tuple[int, int] | None:
    """The years that a stretch of a line of years touches, within those that may be chosen; None for anything
    but a stretch.

    `ends` are milliseconds since 1970 in UTC, in either order; the moment at the end itself is not part of
    the stretch.
    """
    moments = sorted(float(end) for end in ends if isinstance(end, int | float) and isfinite(end))
    if len(moments) != 2:
        return None
    first, last = (_year_at(moment, span) for moment in (moments[0], moments[1] - 1))
    return first, max(first, last)


def _year_at(moment: float, span: Span) -> int:
    """The year of a moment, or the nearest that may be chosen."""
    earliest, latest = ((day - _EPOCH).days for day in (date(span[0], 1, 1), date(span[1], 12, 31)))
    days = min(max(moment // _DAY, earliest), latest)
    return (_EPOCH + timedelta(days=days)).year


def shown(value: str, longest: int = 60) -> str:
    """A value from a link, fit to be repeated to the reader: no control or direction marks and nothing that
    is no character, at most `longest` of them.
    """
    clean = _CONTROL.sub("", value)
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"


def refused(value: str, allowed: Collection[str]) -> str:
    """A value that is none of those allowed, fit to be repeated: where only signs that nobody sees part it
    from one, they are written as their numbers, or the reader would be told that there is not what there is.
    """
    hidden = unseen(value)
    seen = "".join(sign for sign in value if sign not in hidden)
    return shown(visible(value) if seen in allowed else value)


def _known(
    values: Sequence[str], allowed: Sequence[str], name: str, problems: list[LinkProblem]
) -> tuple[str, ...]:
    for value in values:
        if value not in allowed:
            problems.append(LinkProblem(name, refused(value, allowed), f"there are {', '.join(allowed)}"))
    return tuple(value for value in allowed if value in values)


def _years(values: Sequence[str], span: Span, problems: list[LinkProblem]) -> tuple[int, int]:
    if not values:
        return span
    expected = f"two years from {span[0]} to {span[1]} are possible, so all years are shown"
    if len(values) != 2:
        problems.append(LinkProblem(THE_YEARS, shown(", ".join(values)), expected))
        return span
    bad = [value for value in values if not _is_year(value, span)]
    for value in bad:
        problems.append(LinkProblem(THE_YEAR, shown(value), expected))
    if bad:
        return span
    first, last = sorted(int(value) for value in values)
    if int(values[0]) > int(values[1]):
        read = f"the earlier year stands first, so they are read as {first}–{last}"
        problems.append(LinkProblem(THE_YEARS, shown(", ".join(values)), read))
    return first, last


def _is_year(value: str, span: Span) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}", value)) and span[0] <= int(value) <= span[1]
