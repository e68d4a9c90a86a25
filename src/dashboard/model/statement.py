"""How what a paragraph states stands to the record: each statement with its verdict, record and sources."""

from __future__ import annotations

from dataclasses import dataclass

MOST_WORDS = 1000
AGREES, DIFFERS, DISPUTED, NOT_HELD = "agrees", "differs", "disputed", "not in the record"


@dataclass(frozen=True)
class Finding:
    """How one thing that a sentence states stands to the record; `ours` is what the record says, `sources`
    who says so.
    """

    kind: str
    text: str
    begin: int
    end: int
    verdict: str
    record_id: str = ""
    ours: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence with what was found in it, in the order of its words."""

    text: str
    findings: tuple[Finding, ...]
