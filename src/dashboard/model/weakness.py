"""What counts as a weakness of the record, and where it is looked for."""

from __future__ import annotations

from collections.abc import Mapping

# By the name of each in a link.
WORDS: Mapping[str, str] = {
    "one-origin": "Events on one origin",
    "one-country": "Events told by one country’s sources only",
    "planned-past": "Events planned for a day that is past",
    "superlatives": "Sentences with a superlative, to be read with care",
    "weak-sources": "Records on weak sources only",
    "not-rated": "Sources whose reliability is not stated",
    "missing-numbers": "Numbers of series under which no meeting was found",
}

# "In … years" is one as well, whatever their number.
SUPERLATIVES = (
    *("first", "only", "last", "never", "ever", "unique", "unprecedented"),
    *("largest", "biggest", "highest", "longest", "oldest", "in decades", "in history", "in years"),
)
# The texts in which they are looked for, in their order.
READ: Mapping[str, tuple[str, ...]] = {
    "events": ("title", "summary", "outcome"),
    "projects": ("summary",),
    "claims": ("statement",),
    "checks": ("finding",),
    "agreements": ("outcome",),
    "series": ("summary",),
}

# What is to be looked after: records that rest on evidence and that a reader meets as statements, each table
# with the column of its ids.
TABLES: Mapping[str, str] = {
    "events": "event_id",
    "quantities": "quantity_id",
    "projects": "project_id",
    "claims": "claim_id",
    "checks": "check_id",
    "agreements": "agreement_id",
}
