"""Why shown cells of some columns follow from no query on the tables."""

from __future__ import annotations

from collections.abc import Mapping

_COMPOSED = "words composed for the screen"
_CHOSEN = "what the reader or the page chose"
_ORDERED = "a list that the programs order or cut"
_WORDED = "the screen’s word for a code or an empty cell of the tables"
_RULES = "worked out by rules that are longer than a query"
_FILE = "from a file of the audit, which is no table of the Atlas"
_NUMBERED = "a text of the tables into which the programs fill numbers"
_OPEN = "of a row known by the record that is open, which no shown column names"
_OTHERWISE = "the tables hold nothing of this name"

_BY_COLUMN: Mapping[str, tuple[str, ...]] = {
    _COMPOSED: (
        *("about", "detail", "kind", "layer", "name", "said", "said_by", "says", "sentence", "step"),
        *("title", "tour", "weakness", "what", "when", "who", "why", "words"),
    ),
    _CHOSEN: ("record_id", "year"),
    _ORDERED: ("first", "note", "second", "source_ids"),
    _WORDED: ("by", "country", "published", "status", "status_of"),
    _RULES: ("connected", "debts", "passage", "score", "weight"),
    _NUMBERED: ("outcome",),
}
_REASONS = {name: why for why, names in _BY_COLUMN.items() for name in names}
# Where a column of the name is another thing than elsewhere.
_OF_FIGURES: Mapping[str, Mapping[str, str]] = {
    "method-audit": {"value": _FILE, "why": _FILE, "audit": _FILE},
    "record-life": {"status": _OPEN, "note": _OPEN},
    "record-map": {"what": _OPEN, "status": _OPEN},
}


def reason(figure_id: str, column: str) -> str:
    """Why cells of a column are taken as they are."""
    return _OF_FIGURES.get(figure_id, _REASONS).get(column) or _REASONS.get(column, _OTHERWISE)


def is_explained(figure_id: str, column: str) -> bool:
    """True if the reason is one that was written for such a column."""
    return reason(figure_id, column) != _OTHERWISE
