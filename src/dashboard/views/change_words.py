"""A change between two editions in words: what changed, the old and the new value as a reader sees them, and
why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dashboard.model.change import (
    ADDED,
    EVIDENCE_ADDED,
    EVIDENCE_WITHDRAWN,
    REMOVED,
    STANCE,
    VALUE,
    VERDICT,
    Change,
)
from dashboard.model.period import parse_period
from dashboard.model.schema import BY_NAME, Column, Holds
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.views.country_names import country, language
from dashboard.views.formatting import number

NOTHING = "–"
# The field of events that a source can state.
DATE = "date"
# A year alone may be a number as well.
_FINER_THAN_A_YEAR = re.compile(r"\d{4}(-\d{2}|/\d{4}|~$)")
# A column of names in one language.
_NAME_IN = re.compile(r"name_([a-z]{2})")

Titles = Mapping[str, str]


def what(change: Change, titles: Titles) -> str:
    """What of a record changed."""
    if change.kind == ADDED:
        return "New record"
    if change.kind == REMOVED:
        return "Record given up"
    if change.kind == EVIDENCE_ADDED:
        return f"Evidence added: {_named(change.field, titles)}"
    if change.kind == EVIDENCE_WITHDRAWN:
        return f"Evidence withdrawn: {_named(change.field, titles)}"
    if change.kind == STANCE:
        return f"Stance of {_named(change.field, titles)}"
    named_in = _NAME_IN.fullmatch(change.field)
    if named_in:
        return f"Name in {language(named_in[1])}"
    words = " ".join(_named(word, titles) for word in change.field.replace("_", " ").split(" "))
    return words[:1].upper() + words[1:]


def old(change: Change, titles: Titles) -> str:
    """The value in the older edition; of a record given up its title there."""
    return change.title if change.kind == REMOVED else value(change, change.old, titles)


def new(change: Change, titles: Titles) -> str:
    """The value in the newer edition; of a record given up the one that takes its place."""
    if change.kind == REMOVED:
        return _named(change.successor, titles) or NOTHING
    return value(change, change.new, titles)


def why(change: Change) -> str:
    """Why it changed, and whether the old value was wrong; empty where the tables give no reason."""
    reason = change.why.removesuffix(".")
    return f"Correction: {reason}" if change.corrected else reason


def sentence(change: Change, titles: Titles) -> str:
    """All of it in a line."""
    reason = f" ({why(change)})" if why(change) else ""
    if change.kind == ADDED:
        return f"New record{reason}"
    if change.kind == REMOVED:
        return f"Given up: {change.title}{reason}"
    if change.kind in (EVIDENCE_ADDED, EVIDENCE_WITHDRAWN):
        return f"{what(change, titles)}{reason}"
    return f"{what(change, titles)}: {old(change, titles)} → {new(change, titles)}{reason}"


def sentences(changes: Sequence[Change], titles: Titles) -> str:
    """Several changes of one record, one after the other; each reason stands once."""
    parts = []
    said: set[str] = set()
    for change in changes:
        text = sentence(change, titles)
        reason = f" ({why(change)})"
        parts.append(text.removesuffix(reason) if why(change) in said else text)
        said.add(why(change))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def value(change: Change, cell: str, titles: Titles) -> str:
    """A cell as a reader sees it: dates, numbers, words of a vocabulary, records by their titles."""
    if not cell:
        return NOTHING
    column = _column(change) if change.kind in (VALUE, VERDICT) else None
    if column is None:
        return "; ".join(_dated(_named(part, titles)) for part in cell.split("; "))
    if column.many:
        return ", ".join(_in_words(column, part, titles) for part in cell.split(";"))
    return _in_words(column, cell, titles)


def _column(change: Change) -> Column | None:
    """The column that changed; none for rows of another table."""
    columns = BY_NAME[change.table].columns
    return next((column for column in columns if column.name == change.field), None)


def _in_words(column: Column, cell: str, titles: Titles) -> str:
    try:
        if column.holds is Holds.EDTF:
            return parse_period(cell).caption
        if column.holds in (Holds.NUMBER, Holds.INTEGER):
            return number(float(cell))
    except ValueError:
        return cell
    if column.holds is Holds.COUNTRY:
        return country(cell)
    if column.vocabulary:
        return VOCABULARIES[column.vocabulary].get(cell, cell)
    return _named(cell, titles) if column.points_to else cell


def _dated(words: str) -> str:
    """What a source states, in words where it is a date: alone, or after the field that it fixes."""
    field, colon, stated = words.rpartition(": ")
    if field != DATE and not (not field and _FINER_THAN_A_YEAR.match(stated)):
        return words
    try:
        return f"{field}{colon}{parse_period(stated).caption}"
    except ValueError:
        return words


def _named(record_id: str, titles: Titles) -> str:
    return titles.get(record_id, record_id)
