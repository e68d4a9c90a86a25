"""Who argues what: a cell for each document that speaks, silence for the others."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.claims import agreement, stances

CLAIMS = pd.DataFrame({"claim_id": ["lone", "shared", "contested"], "topic": ["B", "A", "A"]})
DOCUMENTS = pd.DataFrame({"source_id": ["one", "two", "three"]})
EVIDENCE = pd.DataFrame(
    [
        ("shared", "one", "supports", ""),
        ("shared", "one", "supports", ""),
        ("shared", "one", "disputes", "A minister"),
        ("shared", "two", "supports", ""),
        ("shared", "three", "supports", "A minister"),
        ("contested", "one", "supports", ""),
        ("contested", "one", "disputes", ""),
        ("contested", "three", "disputes", ""),
        ("lone", "two", "supports", ""),
        ("lone", "newspaper", "supports", ""),
        ("an-event", "two", "supports", ""),
    ],
    columns=["record_id", "source_id", "stance", "speaker"],
)


def told() -> pd.DataFrame:
    return stances(CLAIMS, EVIDENCE, DOCUMENTS)


def test_each_claim_and_document_has_one_stance_and_silence_has_none() -> None:
    cells = {(row.claim_id, row.source_id): row.stance for row in told().itertuples()}
    assert cells == {
        ("shared", "one"): "supports",
        ("shared", "two"): "supports",
        ("shared", "three"): "supports",
        ("contested", "one"): "supports and disputes",
        ("contested", "three"): "disputes",
        ("lone", "two"): "supports",
    }


def test_words_that_a_document_only_quotes_are_not_its_own() -> None:
    quoted = {(row.claim_id, row.source_id) for row in told().itertuples() if row.quoted}
    assert quoted == {("shared", "three")}


def test_documents_are_counted_not_passages() -> None:
    counted = agreement(CLAIMS, told()).set_index("claim_id")[["supporting", "disputing"]]
    assert counted.loc["shared"].tolist() == [2, 0]
    assert counted.loc["contested"].tolist() == [1, 2]
    assert counted.loc["lone"].tolist() == [1, 0]


def test_the_most_shared_stands_first() -> None:
    assert list(agreement(CLAIMS, told())["claim_id"]) == ["shared", "contested", "lone"]


def test_a_claim_of_which_nobody_speaks_counts_nothing() -> None:
    counted = agreement(CLAIMS, stances(CLAIMS, EVIDENCE.iloc[:0], DOCUMENTS))
    assert counted[["supporting", "disputing"]].sum().tolist() == [0, 0]
