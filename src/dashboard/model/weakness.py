"""The kinds of weakness that are counted in the tables, by the name of each in a link, in words."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "one-origin": "Events on one origin",
    "one-country": "Events told by one country’s sources only",
    "planned-past": "Events planned for a day that is past",
    "superlatives": "Sentences with a superlative, to be read with care",
    "weak-sources": "Records on weak sources only",
    "not-rated": "Sources whose reliability is not stated",
    "missing-numbers": "Numbers of series under which no meeting was found",
}
