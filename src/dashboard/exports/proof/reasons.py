"""Why shown cells of some columns follow from no query on the tables."""

from __future__ import annotations

from collections.abc import Mapping

_COMPOSED = "words composed for the screen"
_CHOSEN = "what the reader or the page chose"
_ORDERED = "a list that the programs order or cut"
_WORDED = "the screen’s word for a code or an empty cell of the tables"
_RULES = "worked out by rules that are longer than a query"
_NUMBERED = "a text of the tables into which the programs fill numbers"
_OTHERWISE = "the tables hold nothing of this name"

_BY_COLUMN: Mapping[str, tuple[str, ...]] = {
    _COMPOSED: (
        *("about", "detail", "kind", "layer", "name", "said_by", "says", "sentence", "title", "what"),
        *("when", "who", "why", "words"),
    ),
    _CHOSEN: ("record_id", "year"),
    _ORDERED: ("first", "note", "second", "source_ids"),
    _WORDED: ("by", "country", "published", "status", "status_of"),
    _RULES: ("connected", "passage"),
    _NUMBERED: ("outcome",),
}
_REASONS = {name: why for why, names in _BY_COLUMN.items() for name in names}


def reason(column: str) -> str:
    """Why cells of a column are taken as they are."""
    return _REASONS.get(column, _OTHERWISE)


def is_explained(column: str) -> bool:
    """True if the reason is one that was written for such a column."""
    return column in _REASONS
