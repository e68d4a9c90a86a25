"""Which weaknesses are counted, what they are called, and in which texts superlatives are looked for."""

from __future__ import annotations

from dashboard.model.weakness import READ, SUPERLATIVES, TABLES, WORDS


def test_a_weakness_says_of_what_it_is() -> None:
    assert WORDS == {
        "one-origin": "Events on one origin",
        "one-country": "Events told by one country’s sources only",
        "planned-past": "Events planned for a day that is past",
        "superlatives": "Sentences with a superlative, to be read with care",
        "weak-sources": "Records on weak sources only",
        "not-rated": "Sources whose reliability is not stated",
        "missing-numbers": "Numbers of series under which no meeting was found",
    }


def test_superlatives_are_looked_for_in_all_prose_of_ours() -> None:
    assert {(table, name) for table, names in READ.items() for name in names} == {
        ("events", "title"),
        ("events", "summary"),
        ("events", "outcome"),
        ("projects", "summary"),
        ("claims", "statement"),
        ("checks", "finding"),
        ("agreements", "outcome"),
        ("series", "summary"),
    }


def test_ever_and_never_are_superlatives_and_many_is_none() -> None:
    assert {"first", "only", "last", "never", "ever", "largest", "in decades"} <= set(SUPERLATIVES)
    assert "many" not in SUPERLATIVES


def test_sources_and_places_are_no_statements_to_be_looked_after() -> None:
    assert set(TABLES) == {"events", "quantities", "projects", "claims", "checks", "agreements"}
