"""Does it hold: statements by verdict and by document."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

AGAINST_OTHERS, AGAINST_ITSELF = "fact", "consistency"
VERDICTS = ("supported", "partly", "contradicted", "unverifiable")


def verdict_counts(checks: pd.DataFrame) -> pd.DataFrame:
    """The number of statements for each document and verdict: one row a document, one column a verdict."""
    counts = pd.crosstab(checks["source_id"], checks["verdict"])
    return counts.reindex(columns=list(VERDICTS), fill_value=0).rename_axis(columns=None).reset_index()


def held_against(checks: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The statements held against other evidence, or against the document that makes them."""
    return checks[checks["kind"] == kind]


def said_in(checks: pd.DataFrame, source_ids: Collection[str]) -> pd.DataFrame:
    """The checks of what the sources say or report."""
    return checks[checks["source_id"].isin(list(source_ids))]


def with_verdict(checks: pd.DataFrame, verdicts: tuple[str, ...]) -> pd.DataFrame:
    """The checks that have one of the verdicts; none named means all."""
    return checks[checks["verdict"].isin(list(verdicts))] if verdicts else checks
