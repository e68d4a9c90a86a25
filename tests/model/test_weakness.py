"""Which weaknesses are counted, what they are called, and in which texts superlatives are looked for."""

from __future__ import annotations

from dashboard.model.weakness import READ, SUPERLATIVES, TABLES, WORDS


def test_a_weakness_says_of_what_it_is() -> None:
    subjects = {name: words.split()[0] for name, words in WORDS.items()}
    assert {name for name, subject in subjects.items() if subject == "Events"} == {
        "one-origin",
        "one-country",
        "planned-past",
    }
    others = ("superlatives", "weak-sources", "not-rated", "missing-numbers")
    assert [subjects[name] for name in others] == ["Sentences", "Records", "Sources", "Numbers"]


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
