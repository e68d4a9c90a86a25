"""What authors argue: claims against documents, and how far documents agree."""

from __future__ import annotations

import pandas as pd


def stances(claims: pd.DataFrame, evidence: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row for each claim and document that speaks of it: `claim_id`, `source_id`, `stance`, `quoted`.

    The stance is supports, disputes or both, as the document itself says; where it only quotes somebody else,
    it is that of the quoted words, and `quoted` is true.
    """
    about = evidence["record_id"].isin(claims["claim_id"]) & evidence["source_id"].isin(
        documents["source_id"]
    )
    passages = evidence[about].assign(quoted=evidence["speaker"] != "")
    pairs = ["record_id", "source_id"]
    passages = passages[passages["quoted"] == passages.groupby(pairs)["quoted"].transform("min")]
    grouped = passages.groupby(pairs).agg(stance=("stance", _both), quoted=("quoted", "all"))
    return grouped.reset_index().rename(columns={"record_id": "claim_id"})


def agreement(claims: pd.DataFrame, stances: pd.DataFrame) -> pd.DataFrame:
    """The claims with `supporting`, `disputing`, those that most documents make first.

    Both are numbers of documents that say so themselves; a document that only quotes somebody does not count.
    """
    stances = stances[~stances["quoted"].astype(bool)]
    supporting = (
        stances[stances["stance"].str.contains("supports")].groupby("claim_id")["source_id"].nunique()
    )
    disputing = stances[stances["stance"].str.contains("disputes")].groupby("claim_id")["source_id"].nunique()
    counted = claims.assign(
        supporting=claims["claim_id"].map(supporting).fillna(0).astype(int),
        disputing=claims["claim_id"].map(disputing).fillna(0).astype(int),
    )
    return counted.sort_values(
        ["supporting", "disputing", "claim_id"], ascending=[False, False, True], kind="stable"
    )


def _both(words: pd.Series) -> str:
    return " and ".join(sorted(set(words), reverse=True))
