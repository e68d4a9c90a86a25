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


def test_a_record_is_read_once_in_a_paragraph_for_each_thing_that_is_read_of_it() -> None:
    proposals = [proposal("e1", "event"), proposal("e2", "event"), proposal("c1", "claim")]
    decided = {each.key: kept(each.key, "talks-2016", stance="supports") for each in proposals}
    rows = readings(proposals, decided, decided, "letter-2022")
    assert [(row.cells["field"], row.cells["coder"]) for row in rows] == [
        ("event", "A"),
        ("event", "B"),
        ("stance", "A"),
        ("stance", "B"),
    ]


def test_the_same_record_in_two_coders_hands_needs_the_same_id() -> None:
    second = {"e1": kept("e1", "another-talk")}
    (row,) = agreement(PROPOSALS, FIRST, second).to_dict("records")
    assert (row["judged"], row["agreed"]) == (1, 0)
    assert [cells.cells["value"] for cells in readings(PROPOSALS, FIRST, second, "x")] == ["kept", "left-out"]


def made(key: str, table: str, **cells: str) -> Decision:
    """A decision for a new record of a table, with the evidence that names it."""
    evidence = Row("evidence", {"record_id": "from-evidence", "stance": "supports"})
    return Decision(key, ACCEPTED, (Row(table, cells), evidence))


def test_a_new_record_is_read_under_its_own_id_and_a_check_by_its_verdict() -> None:
    offered = [proposal("e", "event"), proposal("n", "number"), proposal("k", "check")]
    decided = {
        "e": made("e", "events", event_id="new-event"),
        "n": made("n", "quantities", quantity_id="new-number"),
        "k": made("k", "checks", check_id="new-check", verdict="partly"),
    }
    rows = readings(offered, decided, decided, "letter-2022")
    assert [(row.cells["record_id"], row.cells["field"], row.cells["value"]) for row in rows[::2]] == [
        ("new-event", "event", "kept"),
        ("new-number", "number", "kept"),
        ("new-check", "verdict", "partly"),
    ]
    assert {row.cells["source_id"] for row in rows} == {"letter-2022"}


def test_a_row_of_another_table_is_not_the_record_of_a_proposal() -> None:
    for table in ("actors", "themes"):
        decided = {"e": made("e", table, event_id="not-this")}
        rows = readings([proposal("e", "event")], decided, decided, "letter-2022")
        assert {row.cells["record_id"] for row in rows} == {"from-evidence"}


def test_what_two_coders_kept_is_told_with_its_cells_by_name() -> None:
    second = {**FIRST, "e1": kept("e1", "talks-2016", note="why")}
    (found,) = differences(PROPOSALS, FIRST, second)
    assert found.first == "kept: evidence quote=some words here; evidence record_id=talks-2016"
    assert found.second == f"{found.first.replace('evidence quote', 'evidence note=why; evidence quote')}"
