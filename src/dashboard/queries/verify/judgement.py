"""Findings as they are made: a thing stated or a stretch of words, with its verdict, record and sources."""

from __future__ import annotations

from dashboard.model.statement import Finding
from dashboard.queries.verify.held import Held
from dashboard.queries.verify.statement import Stated


def judged(held: Held, stated: Stated, verdict: str, record_id: str = "", ours: str = "") -> Finding:
    """The verdict on a thing stated, with the record's sources."""
    return Finding(
        stated.kind,
        stated.text,
        stated.begin,
        stated.end,
        verdict,
        record_id,
        ours,
        held.sources.get(record_id, ()),
    )


def finding_of(
    held: Held,
    kind: str,
    sentence: str,
    begin: int,
    end: int,
    verdict: str,
    record_id: str,
    ours: str,
    sources: tuple[str, ...],
) -> Finding:
    """The verdict on a stretch of a sentence; without `sources` those of the record."""
    return Finding(
        kind,
        sentence[begin:end],
        begin,
        end,
        verdict,
        record_id,
        ours,
        sources or held.sources.get(record_id, ()),
    )
