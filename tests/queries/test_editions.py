"""Two editions with forty planted changes of eight kinds: all of them are named, and nothing else is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from dashboard.model.change import (
    ADDED,
    EVIDENCE_ADDED,
    EVIDENCE_WITHDRAWN,
    REMOVED,
    STANCE,
    VALUE,
    VERDICT,
    Change,
)
from dashboard.queries.editions import changes, made_between

Rows = list[dict[str, str]]
Tables = dict[str, Rows]
Named = tuple[str, str, str, str, str, bool, str]

FIVE = range(1, 6)


def event(name: str, **cells: str) -> dict[str, str]:
    plain = {"date": "1971", "title": f"What {name} is", "summary": "They met.", "kind": "visit"}
    return {"event_id": name, **plain, "status": "happened", "themes": "trade", "note": "", **cells}


def passage(record: str, source: str, **cells: str) -> dict[str, str]:
    plain = {"locator": "para:1", "quote": "", "field": "", "value": "", "stance": "supports", "note": ""}
    return {"record_id": record, "source_id": source, **plain, **cells}


def check(name: str, verdict: str) -> dict[str, str]:
    return {"check_id": name, "claim": "It was so.", "verdict": verdict, "finding": "It was.", "note": ""}


def older() -> Tables:
    """Thirty-two records with their evidence."""
    events = [f"{kind}-{n}" for kind in ("kept", "gone", "moved", "wrong", "more", "less") for n in FIVE]
    claims = [f"claim-{n}" for n in FIVE]
    checks = [f"check-{n}" for n in FIVE]
    tables: Tables = {
        "events": [event(name) for name in events],
        "claims": [{"claim_id": name, "topic": "T", "statement": name, "themes": ""} for name in claims],
        "checks": [check(name, "supported") for name in checks],
        "indicators": [{"indicator_id": "exports", "label": "Exports", "unit": "USD"}],
        "observations": [{"indicator_id": "exports", "period": "2015", "value": "100.50", "status": ""}],
        "evidence": [passage(name, "paper") for name in (*events, *claims, *checks)],
        "glossary": [{"word": "cpec", "meaning": "a corridor"}],
        "readings": [],
        "aliases": [],
    }
    tables["evidence"] += [passage(f"less-{n}", "herald", field="date", value="1970") for n in FIVE]
    return tables


def newer() -> Tables:
    """The same with five changes of each kind, and with much that is no change of a record."""
    tables = older()
    events = {row["event_id"]: row for row in tables["events"]}
    for n in FIVE:
        del events[f"gone-{n}"]
        events[f"moved-{n}"]["date"] = f"1971-08-0{n}"
        events[f"wrong-{n}"]["title"] = f"Better words {n}"
        events[f"fresh-{n}"] = event(f"fresh-{n}", note="Found in a paper of the day.")
        row(tables["checks"], "check_id", f"check-{n}")["verdict"] = "partly"
        row(tables["evidence"], "record_id", f"claim-{n}")["stance"] = "disputes"
        tables["aliases"].append(
            {"former_id": f"gone-{n}", "record_id": f"kept-{n}", "reason": "entered twice"}
        )
    evidence = [
        passage
        for passage in tables["evidence"]
        if passage["source_id"] != "herald" and not passage["record_id"].startswith("gone")
    ]
    evidence += [passage(f"more-{n}", "gazette", note="A second voice.") for n in FIVE]
    evidence += [passage(f"fresh-{n}", "paper") for n in FIVE]
    # None of this is a change of a record: another order, a number written in another way, what is coded.
    tables["events"] = list(reversed(events.values()))
    tables["evidence"] = list(reversed(evidence))
    tables["observations"][0]["value"] = "100.5"
    tables["glossary"].append({"word": "sco", "meaning": "an organisation"})
    tables["readings"] += [
        reading("moved-1", "event", "changed", "a report of the day was found"),
        reading("check-1", "verdict", "partly", "the year is right and the place is not"),
        reading("kept-1", "event", "kept", ""),
    ]
    return tables


def row(rows: Rows, column: str, value: str) -> dict[str, str]:
    return next(row for row in rows if row[column] == value)


def reading(record: str, field: str, value: str, why: str) -> dict[str, str]:
    judged = {"record_id": record, "source_id": "", "locator": "", "field": field}
    return {**judged, "coder": "settled", "value": value, "why": why}


CORRECTIONS = [
    {"record_id": f"wrong-{n}", "field": "title", "edition": "0.2.0", "why": "it told of another place"}
    for n in FIVE
]


def planted() -> set[Named]:
    """The forty changes as they were made above."""
    return {
        *((f"fresh-{n}", ADDED, "", "", "", False, "") for n in FIVE),
        *((f"gone-{n}", REMOVED, "", "", "", False, f"kept-{n}") for n in FIVE),
        *((f"moved-{n}", VALUE, "date", "1971", f"1971-08-0{n}", False, "") for n in FIVE),
        *((f"check-{n}", VERDICT, "verdict", "supported", "partly", False, "") for n in FIVE),
        *((f"claim-{n}", STANCE, "paper", "supports", "disputes", False, "") for n in FIVE),
        *((f"more-{n}", EVIDENCE_ADDED, "gazette", "", "para:1; supports", False, "") for n in FIVE),
        *(
            (f"less-{n}", EVIDENCE_WITHDRAWN, "herald", "para:1; date: 1970; supports", "", False, "")
            for n in FIVE
        ),
        *((f"wrong-{n}", VALUE, "title", f"What wrong-{n} is", f"Better words {n}", True, "") for n in FIVE),
    }


def named(found: Iterable[Change]) -> Counter[Named]:
    return Counter((c.record_id, c.kind, c.field, c.old, c.new, c.corrected, c.successor) for c in found)


@pytest.fixture
def found() -> tuple[Change, ...]:
    return changes(older(), newer(), CORRECTIONS)


def test_forty_changes_of_eight_kinds_are_all_named_and_none_is_invented(found: tuple[Change, ...]) -> None:
    assert len(planted()) == 40
    assert named(found) == Counter(planted())


def test_an_edition_does_not_differ_from_itself() -> None:
    assert changes(older(), older(), CORRECTIONS) == ()
    assert changes(newer(), newer(), CORRECTIONS) == ()


def test_backwards_what_was_added_is_given_up_and_the_other_way_round() -> None:
    kinds = Counter(change.kind for change in changes(newer(), older()))
    assert kinds[ADDED] == kinds[REMOVED] == kinds[EVIDENCE_ADDED] == kinds[EVIDENCE_WITHDRAWN] == 5
    assert sum(kinds.values()) == 40


def test_every_change_says_why_where_the_tables_do(found: tuple[Change, ...]) -> None:
    reasons = {(change.record_id, change.kind): change.why for change in found}
    assert reasons["fresh-1", ADDED] == "Found in a paper of the day."
    assert reasons["gone-2", REMOVED] == "entered twice"
    assert reasons["moved-1", VALUE] == "a report of the day was found"
    assert reasons["moved-2", VALUE] == ""
    assert reasons["check-1", VERDICT] == "the year is right and the place is not"
    assert reasons["more-3", EVIDENCE_ADDED] == "A second voice."
    assert reasons["wrong-4", VALUE] == "it told of another place"


def test_a_note_written_anew_explains_a_date_and_not_a_title() -> None:
    after = older()
    row(after["events"], "event_id", "kept-1").update(date="1972", title="Other", note="By a second paper.")
    reasons = {change.field: change.why for change in changes(older(), after)}
    assert reasons == {"date": "By a second paper.", "title": "", "note": ""}


def test_a_column_that_the_older_edition_did_not_have_was_empty_there() -> None:
    after = older()
    for event in after["events"]:
        event["outcome"] = "It came to nothing." if event["event_id"] == "kept-3" else ""
    (change,) = changes(older(), after)
    assert (change.record_id, change.field, change.old, change.new) == (
        "kept-3",
        "outcome",
        "",
        "It came to nothing.",
    )


def test_a_value_of_a_series_that_is_new_revised_or_gone_is_a_change_of_the_series() -> None:
    after = older()
    after["observations"] = [
        {"indicator_id": "exports", "period": "2016", "value": "90", "status": "observed"},
    ]
    found = {(c.field, c.old, c.new) for c in changes(older(), after)}
    assert found == {("value of 2015", "100.5", ""), ("value of 2016", "", "90; observed")}


def test_what_a_source_is_now_read_to_state_otherwise_is_no_passage_withdrawn_and_added() -> None:
    before, after = older(), older()
    for tables, year in ((before, "1970"), (after, "1971")):
        tables["evidence"].append(passage("kept-1", "times", field="date", value=year))
    (change,) = changes(before, after)
    assert (change.kind, change.field) == (VALUE, "value of the evidence from times")
    assert (change.old, change.new) == ("1970", "1971")


def test_a_correction_of_the_evidence_marks_what_was_withdrawn() -> None:
    corrections = [{"record_id": "less-1", "field": "evidence", "edition": "0.2.0", "why": "another visit"}]
    found = [change for change in changes(older(), newer(), corrections) if change.corrected]
    assert [(c.record_id, c.kind, c.why) for c in found] == [("less-1", EVIDENCE_WITHDRAWN, "another visit")]


def test_the_corrections_between_two_editions_are_those_made_in_one_of_the_later() -> None:
    rows = [{"edition": version} for version in ("0.1.0", "0.2.0", "0.3.0")]
    assert made_between(rows, ["0.2.0", "0.3.0"]) == rows[1:]
