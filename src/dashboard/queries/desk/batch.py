"""Proposals that a coder may decide together after one look: those of which the record is nearly certain, and
those of which more are left out than kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.model.proposal import EVENT, NUMBER, PROJECT, Proposal

# Of the records that may hold the same, the first has to be this near, and this much nearer than the next.
NEAR, AHEAD = 0.3, 0.15
# What is told without a date is seldom an event of its own, unless it is of one of these kinds.
_EVEN_UNDATED = frozenset({"visit", "call", "agreement", "exercise", "vote", "delivery"})


def sure(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those that name a project, a number with its value in the record, or an event of a day or a month that
    no other record is nearly as near to.
    """
    return [proposal for proposal in proposals if proposal.record_id and _is_sure(proposal)]


def vague(proposals: Iterable[Proposal]) -> list[Proposal]:
    """New events without a date that tell of no visit, call, signing, exercise, vote or delivery."""
    return [proposal for proposal in proposals if not proposal.record_id and _is_vague(proposal)]


def _is_sure(proposal: Proposal) -> bool:
    first, *others = proposal.candidates
    ahead = first.nearness - max((other.nearness for other in others), default=0.0)
    if proposal.kind == PROJECT:
        return first.nearness == 1.0
    is_dated = proposal.kind == EVENT and len(proposal.cells.get("date", "")) >= len("2025-03")
    return (is_dated or proposal.kind == NUMBER) and first.nearness >= NEAR and ahead >= AHEAD


def _is_vague(proposal: Proposal) -> bool:
    is_dated = bool(proposal.cells.get("date"))
    return proposal.kind == EVENT and not is_dated and proposal.cells["kind"] not in _EVEN_UNDATED
