"""What people state as a number: who says it, and which check holds it against other evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from dashboard.model.quote import words

FEWEST_SHARED = 3
DOCUMENT, OTHERS = "document", "official"


def speakers(evidence: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Who stands behind each record: `document` if one of the documents states it, else `official`, indexed
    by record_id.
    """
    kinds = evidence["source_id"].map(sources.set_index("source_id")["kind"])
    documents = set(evidence.loc[kinds == DOCUMENT, "record_id"])
    ids = evidence["record_id"].unique()
    return pd.Series(
        [DOCUMENT if record_id in documents else OTHERS for record_id in ids], index=ids, dtype="str"
    )


def tested_by(evidence: pd.DataFrame, checks: pd.DataFrame, record_ids: Collection[str]) -> dict[str, str]:
    """The check that tests what a document says of each record: the one whose quote shares most words, in a
    row, with that of the evidence.

    A quote counts only in the same document and paragraph, and with at least three words in a row (or all of
    a shorter one) in common.
    """
    pairs = evidence[evidence["record_id"].isin(list(record_ids))].merge(
        checks[["check_id", "source_id", "locator", "quote"]],
        on=["source_id", "locator"],
        suffixes=("", "_tested"),
    )
    best: dict[str, tuple[int, str]] = {}
    for row in pairs.to_dict("records"):
        statement, other = words(row["quote"]), words(row["quote_tested"])
        shared = _shared(statement, other)
        if (
            shared >= min(FEWEST_SHARED, len(statement), len(other))
            and shared > best.get(row["record_id"], (0, ""))[0]
        ):
            best[row["record_id"]] = (shared, row["check_id"])
    return {record_id: check_id for record_id, (_, check_id) in best.items()}


def _shared(quoted: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest run of words that both have."""
    longest, before = 0, [0] * (len(other) + 1)
    for word in quoted:
        now = [0] * (len(other) + 1)
        for place, same in enumerate(other, start=1):
            now[place] = before[place - 1] + 1 if word == same else 0
        longest, before = max(longest, *now), now
    return longest
