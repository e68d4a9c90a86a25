"""Two coders are compared proposal by proposal: agreement for each kind, what is to be settled, readings."""

from __future__ import annotations

from dashboard.model.proposal import ACCEPTED, REJECTED, Decision, Proposal, Row
from dashboard.queries.desk.comparison import agreement, differences, readings


def proposal(key: str, kind: str) -> Proposal:
    return Proposal(key, kind, "para:2", "A sentence.", 0, 1, key, (), "", "some words here")


def kept(key: str, record_id: str, **cells: str) -> Decision:
    return Decision(
        key, ACCEPTED, (Row("evidence", {"record_id": record_id, "quote": "some words here", **cells}),)
    )


PROPOSALS = [
    proposal("e1", "event"),
    proposal("e2", "event"),
    proposal("e3", "event"),
    proposal("c1", "claim"),
    proposal("c2", "claim"),
]
FIRST = {
    "e1": kept("e1", "talks-2016"),
    "e2": kept("e2", "talks-2018"),
    "e3": Decision("e3", REJECTED),
    "c1": kept("c1", "claim-trade", stance="supports"),
}
SECOND = {
    "e1": kept("e1", "talks-2016"),
    "e2": Decision("e2", REJECTED),
    "e3": Decision("e3", REJECTED),
    "c1": kept("c1", "claim-trade", stance="disputes"),
    "c2": kept("c2", "claim-trade", stance="supports"),
}


def test_agreement_counts_what_both_decided_for_each_kind() -> None:
    rows = agreement(PROPOSALS, FIRST, SECOND).to_dict("records")
    assert [(row["kind"], row["judged"], row["agreed"]) for row in rows] == [("event", 3, 2), ("claim", 1, 0)]
    assert round(rows[0]["share"], 3) == 0.667


def test_other_verdicts_other_cells_and_what_one_left_undecided_are_to_be_settled() -> None:
    found = differences(PROPOSALS, FIRST, SECOND)
    assert [difference.key for difference in found] == ["e2", "c1", "c2"]
    assert (found[0].second, found[2].first) == ("left out", "not decided")


def test_readings_come_in_pairs_for_what_one_of_two_kept() -> None:
    rows = [
        tuple(row.cells[name] for name in ("record_id", "field", "coder", "value"))
        for row in readings(PROPOSALS, FIRST, SECOND, "letter-2022")
    ]
    assert rows == [
        ("talks-2016", "event", "A", "kept"),
        ("talks-2016", "event", "B", "kept"),
        ("talks-2018", "event", "A", "kept"),
        ("talks-2018", "event", "B", "left-out"),
        ("claim-trade", "stance", "A", "supports"),
        ("claim-trade", "stance", "B", "disputes"),
    ]


def test_the_same_record_in_two_coders_hands_needs_the_same_id() -> None:
    second = {"e1": kept("e1", "another-talk")}
    (row,) = agreement(PROPOSALS, FIRST, second).to_dict("records")
    assert (row["judged"], row["agreed"]) == (1, 0)
    assert [cells.cells["value"] for cells in readings(PROPOSALS, FIRST, second, "x")] == ["kept", "left-out"]
