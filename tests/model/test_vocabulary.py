"""What readers see for the words of the tables, where that is not the word itself."""

from __future__ import annotations

import pytest

from dashboard.model.vocabulary import MEANINGS, RECORD_NAMES, VOCABULARIES, label


@pytest.mark.parametrize(
    ("vocabulary", "word", "seen"),
    [
        ("source kind", "thinktank", "think tank"),
        ("event status", "did-not-happen", "did not happen"),
        ("agreement kind", "exchange-of-letters", "exchange of letters"),
        ("reliability", "primary", "primary record"),
        ("reliability", "state", "state outlet"),
        ("break kind", "vintage", "edition"),
        ("check kind", "fact", "other evidence"),
        ("check kind", "consistency", "the document itself"),
        ("coder", "A", "first reader"),
        ("coder", "B", "second reader"),
        ("coder", "later", "later reader"),
        ("qualifier", "up-to", "up to"),
        ("processing", "as-reported", "as reported"),
        ("project status", "construction", "under construction"),
        ("verdict", "partly", "partly supported"),
        ("verdict", "unverifiable", "cannot be verified"),
        ("vote body", "security-council", "Security Council"),
        ("vote kind", "other", "other motion"),
        ("vote outcome", "not-adopted", "not adopted"),
    ],
)
def test_a_word_is_shown_in_the_words_of_readers(vocabulary: str, word: str, seen: str) -> None:
    assert label(vocabulary, word) == seen


def test_verdicts_and_stages_of_a_project_stand_in_their_order() -> None:
    assert list(VOCABULARIES["verdict"]) == ["supported", "partly", "contradicted", "unverifiable"]
    assert list(VOCABULARIES["project status"])[:4] == ["proposed", "agreed", "construction", "operating"]


def test_every_word_that_needs_a_meaning_has_exactly_that() -> None:
    for vocabulary, meanings in MEANINGS.items():
        assert list(meanings) == list(VOCABULARIES[vocabulary]), vocabulary


def test_records_are_called_as_readers_call_them() -> None:
    called = {table: RECORD_NAMES[table] for table in ("claims", "quantities", "indicators", "series")}
    assert called == {
        "claims": "argument",
        "quantities": "stated number",
        "indicators": "statistical series",
        "series": "series of meetings",
    }
