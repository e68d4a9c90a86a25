"""What is proposed of the invented letter: every kind, duplicates first, misspelt names and relative dates
resolved; and nothing that a document said itself is known when it is read again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas
from dashboard.data.document import paragraphs_of
from dashboard.model.period import parse_period
from dashboard.model.proposal import Proposal, Row
from dashboard.queries.desk.known import Known, without_document
from dashboard.queries.desk.proposals import draft, proposals, read, records_like
from dashboard.queries.desk.row import following, ids_in, new_id, rows_of

LETTER = Path(__file__).parents[2] / "desk" / "letter-2022.txt"


@pytest.fixture(scope="module")
def known(small_atlas: Atlas) -> Known:
    return Known(small_atlas.frames)


@pytest.fixture(scope="module")
def found(known: Known) -> list[Proposal]:
    return proposals(read(paragraphs_of(LETTER.read_text("utf-8")), known, parse_period("2022-03")), known)


def test_what_the_record_may_hold_already_stands_first(found: list[Proposal]) -> None:
    held = [bool(proposal.record_id) for proposal in found]
    assert held == sorted(held, reverse=True)
    assert {proposal.kind: proposal.record_id for proposal in found if proposal.record_id} == {
        "event": "pipeline-agreement",
        "project": "river-pipeline",
        "claim": "claim-interests",
        "number": "trade-2018",
        "check": "check-trade-2018",
    }


def test_a_new_event_has_its_date_kind_actors_and_places(found: list[Proposal]) -> None:
    (visit,) = [proposal for proposal in found if proposal.cells.get("date") == "2021-05-14"]
    assert visit.kind == "event"
    assert not visit.record_id
    assert visit.cells["kind"] == "visit"
    assert visit.cells["actors"] == "ada-minister"
    assert visit.cells["places"] == "southern-port"
    assert "14 May 2021" in visit.quote


def test_a_misspelt_actor_is_known(found: list[Proposal]) -> None:
    (talks,) = [
        proposal for proposal in found if "Ministar" in proposal.sentence and proposal.kind == "event"
    ]
    assert talks.cells["actors"] == "ada-minister"


def test_a_number_has_its_unit_qualifier_and_the_relative_month(found: list[Proposal]) -> None:
    (cost,) = [proposal for proposal in found if proposal.cells.get("value") == "40"]
    assert (cost.cells["unit"], cost.cells["qualifier"], cost.cells["period"]) == (
        "USD million",
        "about",
        "2022-02~",
    )


def test_the_same_text_has_the_same_keys(known: Known, found: list[Proposal]) -> None:
    again = proposals(read(paragraphs_of(LETTER.read_text("utf-8")), known, parse_period("2022-03")), known)
    assert [proposal.key for proposal in again] == [proposal.key for proposal in found]
    assert len({proposal.key for proposal in found}) == len(found)


def test_a_proposal_for_a_record_is_evidence_and_a_new_one_a_record_with_evidence(
    known: Known, found: list[Proposal]
) -> None:
    agreement = next(proposal for proposal in found if proposal.record_id == "pipeline-agreement")
    (evidence,) = rows_of(agreement, "letter-2022", known, ())
    assert evidence.table == "evidence"
    assert evidence.cells["record_id"] == "pipeline-agreement"
    assert (evidence.cells["field"], evidence.cells["value"]) == ("date", "2015-10")
    record, evidence = rows_of(agreement, "letter-2022", known, (), "")
    assert record.table == "events"
    assert record.cells["event_id"] == evidence.cells["record_id"]
    assert "title" not in record.cells, "only the coder has words of their own"


def test_an_id_that_is_in_use_is_not_given_again(known: Known, found: list[Proposal]) -> None:
    visit = next(proposal for proposal in found if proposal.cells.get("date") == "2021-05-14")
    first = rows_of(visit, "letter-2022", known, ())[0].cells["event_id"]
    assert rows_of(visit, "letter-2022", known, {first})[0].cells["event_id"] == f"{first}-2"


def test_a_number_is_of_the_date_that_stands_nearest(known: Known) -> None:
    said = "Trade grew in 2014 and 2017, and in March 2020 a ship landed 50,000 tonnes of wheat in the port."
    (number,) = [found for found in proposals(read((said,), known), known) if found.kind == "number"]
    assert number.cells["period"] == "2020-03"


def test_evidence_follows_an_id_that_a_coder_changes(known: Known, found: list[Proposal]) -> None:
    visit = next(proposal for proposal in found if proposal.cells.get("date") == "2021-05-14")
    event, evidence = rows_of(visit, "letter-2022", known, ())
    renamed = Row("events", {**event.cells, "event_id": "visit-to-the-port-2021"})
    noted = Row("evidence", {**evidence.cells, "note": "seen"})
    assert [
        (row.cells.get("event_id", row.cells.get("record_id")), row.cells.get("note"))
        for row in following((event, evidence), (renamed, noted))
    ] == [("visit-to-the-port-2021", None), ("visit-to-the-port-2021", "seen")]
    alone = Row("evidence", {**evidence.cells, "record_id": "pipeline-agreement"})
    assert following((evidence,), (alone,)) == (alone,), "evidence may be led to another record"


def test_a_check_takes_the_independent_sources_of_the_near_one_and_leaves_the_verdict_to_the_coder(
    known: Known, found: list[Proposal]
) -> None:
    check = next(proposal for proposal in found if proposal.kind == "check")
    row, evidence = rows_of(check, "letter-2022", known, ())
    assert (row.cells["source_id"], row.cells["about"]) == ("letter-2022", "trade-2018")
    assert row.cells["finding"]
    assert "verdict" not in row.cells, "that of another author's statement is not this one's"
    assert (evidence.cells["source_id"], evidence.cells["stance"]) == ("customs-2022", "disputes")


def test_without_a_document_nothing_that_it_alone_says_is_known(small_atlas: Atlas) -> None:
    frames = without_document(small_atlas.frames, "voice-2020")
    assert "voice-2020" not in set(frames["evidence"]["source_id"])
    assert "pipeline-length" not in set(frames["quantities"]["quantity_id"]), "no other source states it"
    assert "trade-2018" in set(frames["quantities"]["quantity_id"])
    assert frames["checks"].empty
    assert len(Known(frames).tables) == 4 + 1 + 1 + 1


def told(known: Known, *texts: str) -> list[Proposal]:
    return proposals(read(list(texts), known, parse_period("2022-03")), known)


@pytest.mark.parametrize(
    ("date", "held"),
    [("15 October 2015", False), ("16 October 2015", True), ("17 October 2015", False), ("2015", True)],
)
def test_an_event_may_be_the_same_only_on_one_of_its_days(known: Known, date: str, held: bool) -> None:
    text = f"On {date} the two sides signed an agreement on the river pipeline in town."
    (event,) = [proposal for proposal in told(known, text) if proposal.kind == "event"]
    assert (event.record_id == "pipeline-agreement") is held
    assert ("pipeline-agreement" in [candidate.record_id for candidate in event.candidates]) is held


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("They met in 2016 and there were then some quite long drills.", "institution"),
        ("They met and then there were quite long drills in 2016 there.", "exercise"),
        ("Quite long drills there were, and in 2016 they met at last.", "institution"),
        ('"24 May 2016 we met in long drills of the north.', "institution"),
    ],
)
def test_the_act_nearest_to_a_date_before_or_after_it_is_that_of_the_event(
    known: Known, text: str, act: str
) -> None:
    (event,) = [proposal for proposal in told(known, text) if proposal.kind == "event"]
    assert event.cells["kind"] == act


@pytest.mark.parametrize(("gap", "whole"), [(40, True), (70, False)])
def test_an_event_rests_on_act_and_date_where_they_stand_near_each_other(
    known: Known, gap: int, whole: bool
) -> None:
    text = f"They met {'x' * gap} in 2016 as all of us knew well."
    (event,) = [proposal for proposal in told(known, text) if proposal.kind == "event"]
    assert text[event.begin : event.end].startswith("met") is whole
    assert text[event.begin : event.end].endswith("2016")


def test_a_sentence_of_five_words_proposes_nothing(known: Known) -> None:
    assert told(known, "They met there in 2016.") == []
    assert told(known, "They met there again in 2016.")


@pytest.mark.parametrize(("value", "held"), [("505", True), ("506", False), ("495", True), ("494", False)])
def test_a_number_within_a_hundredth_may_be_the_same(known: Known, value: str, held: bool) -> None:
    text = f"Trade stood at {value} million dollars as a comment had put it."
    (number,) = [proposal for proposal in told(known, text) if proposal.kind == "number"]
    assert ("trade-2018" in [candidate.record_id for candidate in number.candidates]) is held


@pytest.mark.parametrize(
    ("kind", "source_id", "record_id"),
    [
        ("check", "letter-2022", "check-letter-two-new-words-2016"),
        ("check", "letter", "check-letter-two-new-words-2016"),
        ("claim", "letter-2022", "claim-two-new-words-2016"),
        ("event", "letter-2022", "two-new-words-2016"),
    ],
)
def test_an_id_has_the_kind_of_judgement_the_document_words_and_year(
    known: Known, kind: str, source_id: str, record_id: str
) -> None:
    cells = {"date": "2016-05"}
    made = Proposal("k", kind, "para:1", "", 0, 0, "Two new, words", (), "", "", cells)
    assert new_id(made, source_id, known, ()) == record_id
    assert new_id(made, source_id, known, {record_id, f"{record_id}-2"}) == f"{record_id}-3"


@pytest.mark.parametrize(
    ("words", "cells", "record_id"),
    [
        ("one two three four five", {}, "one-two-three-four"),
        ("встреча", {}, "event-event"),
        ("talks", {}, "talks-event"),
        ("talks", {"period": "2017"}, "talks-2017"),
    ],
)
def test_an_id_has_four_words_at_most_and_two_parts_at_least(
    known: Known, words: str, cells: dict[str, str], record_id: str
) -> None:
    made = Proposal("k", "event", "para:1", "", 0, 0, words, (), "", "", cells)
    assert new_id(made, "letter-2022", known, ()) == record_id


def test_a_day_of_a_year_that_the_sentence_names_alone_is_the_date_of_its_event(known: Known) -> None:
    sentence = "In 2021 Ada Minister visited Southern Port on 14 May with her staff."
    (visit,) = [p for p in proposals(read((sentence,), known), known) if p.kind == "event"]
    assert visit.cells["date"] == "2021-05-14~"
    assert "14 May" in visit.quote


def test_a_date_that_follows_from_another_is_that_of_an_event_where_the_sentence_states_none(
    known: Known,
) -> None:
    sentences = {
        "Ada Minister visited Southern Port last year with her staff.": "2021~",
        "Ada Minister visited Southern Port last year, in 2020, with her staff.": "2020",
    }
    for sentence, date in sentences.items():
        readings = read((sentence,), known, parse_period("2022-03"))
        (visit,) = [p for p in proposals(readings, known) if p.kind == "event"]
        assert visit.cells["date"] == date


def test_what_happened_on_the_very_day_is_offered_though_few_words_are_shared(known: Known) -> None:
    sentence = (
        "On 16 October 2015, a wet and windy morning which nobody among those old clerks, cooks, drivers or "
        "gardeners ever forgot, some paper about that pipeline was signed between breakfast and lunch."
    )
    (signed,) = [p for p in proposals(read((sentence,), known), known) if p.kind == "event"]
    vague = sentence.replace("On 16 October 2015", "In October 2015")
    (loosely,) = [p for p in proposals(read((vague,), known), known) if p.kind == "event"]
    assert signed.record_id == ""
    assert [candidate.record_id for candidate in signed.candidates] == ["pipeline-agreement"]
    assert loosely.candidates == ()


@pytest.mark.parametrize("end", ["", " 2016", ","])
def test_a_line_that_does_not_end_like_a_sentence_is_a_heading_and_nothing_is_proposed_of_it(
    known: Known, end: str
) -> None:
    said = "The two presidents signed a long agreement in May 2016"
    assert told(known, said + ".") != []
    assert told(known, said + end) == []


def test_a_coder_is_offered_the_records_of_the_date_before_those_of_like_words(known: Known) -> None:
    sentence = "On 16 October 2015 the two sides spoke of shared interests that bring the two sides together."
    (reading,) = read((sentence,), known)
    assert next(found.record_id for found in records_like(reading, "event", known)) == "pipeline-agreement"
    assert [found.record_id for found in records_like(reading, "claim", known)] == ["claim-interests"]
    drafted = draft(reading, "claim", known)
    assert drafted.record_id == ""
    assert drafted.candidates == records_like(reading, "claim", known)


def test_a_date_that_follows_from_another_makes_no_event_beside_a_stated_one(known: Known) -> None:
    sentence = "On 14 May 2021 Ada Minister visited Southern Port, and talks went on for months this year."
    found = [
        p for p in proposals(read((sentence,), known, parse_period("2022-03")), known) if p.kind == "event"
    ]
    assert [proposal.cells["date"] for proposal in found] == ["2021-05-14"]


def test_the_ids_of_rows_are_those_of_records_that_have_one() -> None:
    event, evidence = Row("events", {"event_id": "visit"}), Row("evidence", {"record_id": "other"})
    unnamed = Row("claims", {"claim_id": ""})
    assert ids_in({"a": (event, evidence), "b": (unnamed,)}) == {"visit"}
