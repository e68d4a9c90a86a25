"""Two coders' decisions on one document: how far they agree for each kind of proposal, where they differ, and
the readings that both make.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.model.proposal import ACCEPTED, CHECK, CLAIM, KIND_TABLES, Decision, Proposal, Row
from dashboard.model.schema import BY_NAME

KEPT, LEFT_OUT = "kept", "left-out"
# What the coders judged, as the readings call it.
_FIELDS = {CLAIM: "stance", CHECK: "verdict"}
READINGS = ["record_id", "source_id", "locator", "field", "coder", "value", "why"]


@dataclass(frozen=True)
class Judgement:
    """What one coder made of a proposal: the record that it goes to (empty: none or a new one), and the
    value.
    """

    record_id: str
    value: str


@dataclass(frozen=True)
class Difference:
    """A proposal on which two coders differ, or of which they keep rows with other cells."""

    key: str
    locator: str
    words: str
    first: str
    second: str


def agreement(
    proposals: Sequence[Proposal], first: Mapping[str, Decision], second: Mapping[str, Decision]
) -> pd.DataFrame:
    """For each kind: `kind`, `judged` (by both), `agreed` (kept by both for the same record with the same
    value, or left out by both), `share` (0 to 1).
    """
    rows = []
    for kind in KIND_TABLES:
        both = [p for p in proposals if p.kind == kind and p.key in first and p.key in second]
        agreed = sum(_judgement(p, first[p.key]) == _judgement(p, second[p.key]) for p in both)
        if both:
            rows.append({"kind": kind, "judged": len(both), "agreed": agreed, "share": agreed / len(both)})
    return pd.DataFrame(rows, columns=["kind", "judged", "agreed", "share"])


def differences(
    proposals: Sequence[Proposal], first: Mapping[str, Decision], second: Mapping[str, Decision]
) -> list[Difference]:
    """What is to be settled: other verdicts, other records, other cells; and proposals that one coder alone
    decided.
    """
    found = []
    for proposal in proposals:
        decided = [decisions.get(proposal.key) for decisions in (first, second)]
        said = [_in_words(proposal, decision) for decision in decided]
        if said[0] != said[1]:
            found.append(Difference(proposal.key, proposal.locator, proposal.words, said[0], said[1]))
    return found


def readings(
    proposals: Sequence[Proposal],
    first: Mapping[str, Decision],
    second: Mapping[str, Decision],
    source_id: str,
) -> list[Row]:
    """Rows of readings.csv: a pair for each proposal that both decided and at least one kept. Where they
    differ the check asks for a third row, of the coder `settled`.
    """
    rows, seen = [], set()
    for proposal in proposals:
        if proposal.key not in first or proposal.key not in second:
            continue
        pair = {
            "A": _judgement(proposal, first[proposal.key]),
            "B": _judgement(proposal, second[proposal.key]),
        }
        named = next((judged.record_id for judged in pair.values() if judged.value != LEFT_OUT), "")
        field = _FIELDS.get(proposal.kind, proposal.kind)
        judged_once = (named, proposal.locator, field)
        if not named or judged_once in seen:
            continue
        seen.add(judged_once)
        for coder, judged in pair.items():
            value = judged.value if judged.record_id in (named, "") else LEFT_OUT
            cells = (named, source_id, proposal.locator, field, coder, value, "")
            rows.append(Row("readings", dict(zip(READINGS, cells, strict=True))))
    return rows


def _judgement(proposal: Proposal, decision: Decision) -> Judgement:
    if decision.verdict != ACCEPTED:
        return Judgement("", LEFT_OUT)
    evidence = [row.cells for row in decision.rows if row.table == "evidence"]
    made = [row.cells for row in decision.rows if row.table == KIND_TABLES[proposal.kind]]
    id_column = BY_NAME[KIND_TABLES[proposal.kind]].id_column
    record_id = (
        made[0].get(id_column, "") if made else next((cells.get("record_id", "") for cells in evidence), "")
    )
    if proposal.kind == CLAIM and evidence:
        return Judgement(record_id, evidence[0].get("stance", ""))
    if proposal.kind == CHECK and made:
        return Judgement(record_id, made[0].get("verdict", ""))
    return Judgement(record_id, KEPT)


def _in_words(proposal: Proposal, decision: Decision | None) -> str:
    if decision is None:
        return "not decided"
    judged = _judgement(proposal, decision)
    if judged.value == LEFT_OUT:
        return "left out"
    cells = "; ".join(
        f"{row.table} {name}={value}"
        for row in decision.rows
        for name, value in sorted(row.cells.items())
        if value and name not in ("source_id", "locator")
    )
    return f"{judged.value}: {cells}"
