"""What authors argue: claims against documents, and how far documents agree."""

from __future__ import annotations

import pandas as pd


def stances(claims: pd.DataFrame, evidence: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row for each claim and document that speaks of it: `claim_id`, `source_id`, `stance` (supports, disputes or both)."""
    own = evidence[evidence["record_id"].isin(claims["claim_id"]) & evidence["source_id"].isin(documents["source_id"])]
    grouped = own.groupby(["record_id", "source_id"])["stance"].agg(lambda words: " and ".join(sorted(set(words), reverse=True)))
    return grouped.rename("stance").reset_index().rename(columns={"record_id": "claim_id"})


def agreement(claims: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """The claims with `supporting`, `disputing` (numbers of documents), sorted by topic, then by how many speak of it."""
    supporting = told[told["stance"].str.contains("supports")].groupby("claim_id")["source_id"].nunique()
    disputing = told[told["stance"].str.contains("disputes")].groupby("claim_id")["source_id"].nunique()
    counted = claims.assign(
        supporting=claims["claim_id"].map(supporting).fillna(0).astype(int),
        disputing=claims["claim_id"].map(disputing).fillna(0).astype(int),
    )
    return counted.sort_values(["supporting", "disputing", "claim_id"], ascending=[False, False, True], kind="stable")
