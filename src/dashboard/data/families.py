"""What the rows of a family of series owe each other: members, one unit a panel, and choices that a link can
tell apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.cells import is_number
from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import EARLIEST, LATEST, Period, period_or_none
from dashboard.model.selection import COUNTRY, DRAWN, EDITION, KIND, RECORD, SEARCH, STEP, THEME, TOUR, YEARS

Frames = Mapping[str, pd.DataFrame]

_IN_A_LINK = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Figures that the pages have whatever the data are bear these names.
_TAKEN = {"statements", "lines", "mirror", "mirror-table"}
_FILTERS = {THEME, YEARS, KIND, COUNTRY, RECORD, SEARCH, EDITION, TOUR, STEP, *DRAWN}
_FAMILIES, _MEMBERS = "families.csv", "family_members.csv"


def without_family(frames: Frames) -> Iterator[Fault]:
    """Members of a family that has no row."""
    known = set(frames["families"]["family"])
    for row in frames["family_members"].to_dict("records"):
        if row["family"] not in known:
            expected = f"a family of {_FAMILIES}"
            yield Fault(_MEMBERS, row[ROW], "family", "no such family", row["family"], expected)


def incomplete(frames: Frames) -> Iterator[Fault]:
    """Families without a series, and sums that do not say over which time and beside which totals."""
    members = frames["family_members"]
    with_series = set(members.loc[members["factor"] == "", "family"])
    for row in frames["families"].to_dict("records"):
        if row["family"] not in with_series:
            expected = f"a series in {_MEMBERS}"
            yield Fault(_FAMILIES, row[ROW], "family", "a family without a series", row["family"], expected)
        for column in ("period", "stated"):
            if (row["kind"] == "sum") != bool(row[column]):
                found, expected = row[column] or "nothing", f"a {column} where the kind is sum, else nothing"
                yield Fault(
                    _FAMILIES, row[ROW], column, f"{row['kind']} does not go with it", found, expected
                )


def idle_sums(frames: Frames) -> Iterator[Fault]:
    """Sums over a time that is open, or in which a series of theirs has no value."""
    values: dict[str, list[Period]] = {}
    for row in frames["observations"].to_dict("records"):
        period = period_or_none(row["period"])
        if period:
            values.setdefault(row["indicator_id"], []).append(period)
    members = frames["family_members"]
    for row in frames["families"].to_dict("records"):
        over = period_or_none(row["period"])
        if over is None:
            continue
        if over.first == EARLIEST or over.last == LATEST or over.approximate:
            expected = "years with a beginning and an end"
            yield Fault(_FAMILIES, row[ROW], "period", "a sum without bounds", over.text, expected)
            continue
        for member in members.loc[members["family"] == row["family"], "member"]:
            periods = values.get(member)
            if periods and not any(
                period.first <= over.last and over.first <= period.last for period in periods
            ):
                expected = f"years in which {member} has values"
                yield Fault(_FAMILIES, row[ROW], "period", "a sum of nothing", over.text, expected)


def mismeasured(frames: Frames) -> Iterator[Fault]:
    """Panels of several units, factors that are missing or too many, totals that nobody states."""
    units = dict(zip(frames["indicators"]["indicator_id"], frames["indicators"]["unit"], strict=True))
    first: dict[tuple[str, str], str] = {}
    for row in frames["family_members"].to_dict("records"):
        is_series = row["member"] in units
        if row["factor"] and is_number(row["factor"]) and float(row["factor"]) <= 0:
            expected = "a number above nought"
            yield Fault(_MEMBERS, row[ROW], "factor", "a factor that hides a number", row["factor"], expected)
        if is_series == bool(row["factor"]):
            found, expected = row["factor"] or "nothing", "a factor for a stated number, nothing for a series"
            yield Fault(_MEMBERS, row[ROW], "factor", "a factor does not go with it", found, expected)
        if is_series:
            unit = units[row["member"]]
            expected = first.setdefault((row["family"], row["panel"]), unit)
            if unit != expected:
                yield Fault(_MEMBERS, row[ROW], "member", "a second unit in one panel", unit, expected)
    stated = set(frames["quantities"]["indicator"])
    for row in frames["families"].to_dict("records"):
        if row["stated"] and row["stated"] not in stated:
            expected = "an indicator of quantities.csv"
            yield Fault(_FAMILIES, row[ROW], "stated", "no such stated number", row["stated"], expected)


def misnamed(frames: Frames) -> Iterator[Fault]:
    """Names that cannot stand in a link, or that mean something else there."""
    for row in frames["families"].to_dict("records"):
        for column, taken in (("figure", _TAKEN), ("option", _FILTERS), ("choice", set[str]())):
            name = row[column]
            if name and (name in taken or not _IN_A_LINK.fullmatch(name)):
                expected = "small letters, digits and hyphens" + (
                    f", and none of {', '.join(sorted(taken))}" if taken else ""
                )
                yield Fault(_FAMILIES, row[ROW], column, "not a name for a link", name, expected)


def choices_apart(frames: Frames) -> Iterator[Fault]:
    """Families of one figure that a link cannot tell apart, and options that are named in two ways."""
    options: dict[str, str] = {}
    titles: dict[tuple[str, ...], str] = {}
    seen: set[tuple[str, str]] = set()
    for row in frames["families"].to_dict("records"):
        figure, option, choice = row["figure"], row["option"], row["choice"]
        if (figure, choice) in seen or options.setdefault(figure, option) != option:
            expected = "one option, and another choice for each family of the figure"
            yield Fault(
                _FAMILIES, row[ROW], "choice", "the figure is chosen already", choice or "nothing", expected
            )
        seen.add((figure, choice))
        yield from _words_apart(row, titles)


def _words_apart(row: Mapping[str, str], titles: dict[tuple[str, ...], str]) -> Iterator[Fault]:
    """An option, its title, its choice and the words of it come together, and are the same in every row."""
    columns = ("option", "option_title", "choice", "choice_label")
    given = [column for column in columns if row[column]]
    if given and len(given) < len(columns):
        found = ", ".join(given)
        yield Fault(
            _FAMILIES, int(row[ROW]), "option", "half an option", found, f"all of {', '.join(columns)}"
        )
    words = ((row["option"],), row["option_title"]), ((row["option"], row["choice"]), row["choice_label"])
    for key, title in words:
        expected = titles.setdefault(key, title)
        if title != expected:
            yield Fault(_FAMILIES, int(row[ROW]), "option", "two names for one choice", title, expected)
