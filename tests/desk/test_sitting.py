"""The recipe of CONTRIBUTING, as a newcomer follows it: the invented letter is read at the desk, accepted,
edited, written, appended to the tables, and the check with the texts at hand is clean.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.data.desk_folder import DETAILS, DeskFolder
from dashboard.data.manuscript import read_manuscript
from dashboard.desk.sitting import Record, Sitting, detailed
from dashboard.model.fault import FaultyData
from dashboard.model.proposal import Proposal, Row

LETTER = Path(__file__).parent / "letter-2022.txt"
OF_LETTER = {
    **dict.fromkeys(DETAILS, ""),
    "source_id": "letter-2022",
    "title": "A letter from the harbour",
    "author": "Cora Letter",
    "published": "2022-03",
}


@pytest.fixture(scope="module")
def record(proved_small: Path) -> Record:
    return Record.read(proved_small)


@pytest.fixture
def sitting(record: Record, tmp_path: Path) -> Sitting:
    folder = DeskFolder(tmp_path / "a")
    folder.begin(read_manuscript(LETTER), detailed(OF_LETTER, record))
    return Sitting(record, folder)


def proposed(sitting: Sitting, kind: str, words: str = "") -> Proposal:
    return next(p for p in sitting.proposals if p.kind == kind and words in p.sentence)


def describe(sitting: Sitting) -> None:
    more = {"publisher": "The Harbour Post", "country": "PAK", "reliability": "established"}
    sitting.describe_source(Row("sources", {**sitting.source_row.cells, **more}))


def code_whole(sitting: Sitting) -> None:
    """Keep four proposals as they are, say two in words of one's own, leave the rest out."""
    describe(sitting)
    for kind in ("event", "project", "claim", "number"):
        sitting.accept(next(p for p in sitting.proposals if p.kind == kind and p.record_id))
    visit = proposed(sitting, "event", "visited Southern Port")
    event, evidence = sitting.rows_for(visit)
    words = {
        "title": "Ada Minister visits the southern port",
        "summary": "She saw the yard.",
        "themes": "trade",
    }
    sitting.accept(visit, [Row(event.table, {**event.cells, **words}), evidence])
    cost = proposed(sitting, "number", "40 million")
    number, evidence = sitting.rows_for(cost)
    words = {
        "indicator": "cost",
        "subject": "southern-port",
        "summary": "Cost of the yard.",
        "themes": "trade",
    }
    sitting.accept(cost, [Row(number.table, {**number.cells, **words}), evidence])
    for proposal in sitting.undecided:
        sitting.reject(proposal)


def test_what_is_written_lands_by_appending_and_the_check_with_texts_is_clean(
    sitting: Sitting, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code_whole(sitting)
    written, faults = sitting.write()
    assert faults == []
    assert {path.name for path in written} == {
        "sources.csv",
        "events.csv",
        "quantities.csv",
        "evidence.csv",
        "letter-2022.json",
    }
    for path in (sitting.folder.path / "rows").iterdir():
        header, *rows = path.read_text("utf-8").splitlines(keepends=True)
        table = small / path.name
        assert table.read_text("utf-8").startswith(header)
        table.write_text(table.read_text("utf-8") + "".join(rows), "utf-8")
    shutil.copy(sitting.folder.path / "fingerprints" / "letter-2022.json", small / "fingerprints")
    assert main(["--data", str(small), "check"]) == 0, "the fingerprint alone proves the quotes"
    stored = (small / "fingerprints" / "letter-2022.json").read_text("utf-8")
    shutil.copy(sitting.folder.path / "letter-2022.txt", small / "texts")
    assert main(["--data", str(small), "check", "--documents", str(small / "texts")]) == 0
    assert (small / "fingerprints" / "letter-2022.json").read_text("utf-8") == stored
    assert "letter-2022: 9 sentences, 5 tied" in capsys.readouterr().out


def test_nothing_is_written_while_a_row_has_a_fault_and_what_was_written_is_withdrawn(
    sitting: Sitting,
) -> None:
    code_whole(sitting)
    assert sitting.write()[0]
    cost = proposed(sitting, "number", "40 million")
    sitting.accept(cost, sitting.rows_for(cost))
    written, faults = sitting.write()
    assert written == []
    assert {fault.column for fault in faults} >= {"indicator"}
    assert not (sitting.folder.path / "rows").exists()
    assert not (sitting.folder.path / "fingerprints").exists()


def test_what_was_begun_and_not_decided_is_there_again(record: Record, sitting: Sitting) -> None:
    locator, sentence = sitting.untied[-1]
    made = sitting.written_for(locator, sentence, "event")
    sitting.begin(made)
    event, evidence = sitting.rows_for(made)
    filled = (Row("events", {**event.cells, "title": "Half a title"}), evidence)
    sitting.begin(made, filled)
    again = Sitting(record, DeskFolder(sitting.folder.path))
    assert again.written == [made.key]
    assert again.written_as(made.key) == made
    assert again.drafts[made.key].rows == filled
    assert again.decisions == {}, "a draft decides nothing"
    again.reject(made)
    assert (again.written, again.drafts) == ([], {})


def test_a_new_record_has_words_to_mend_where_the_sentence_says_enough(sitting: Sitting) -> None:
    event, _ = sitting.rows_for(proposed(sitting, "event", "visited Southern Port"))
    assert event.cells["title"] == "Ada Minister visits Southern Port"
    assert event.cells["summary"] == "Ada Minister visited Southern Port on 14 May 2021, Cora Letter says."
    number, _ = sitting.rows_for(proposed(sitting, "number", "40 million"))
    assert number.cells["summary"].startswith("About 40 USD million")


def test_work_goes_on_where_it_stopped(record: Record, sitting: Sitting) -> None:
    sitting.accept(proposed(sitting, "claim"))
    sitting.reject(proposed(sitting, "check"))
    again = Sitting(record, DeskFolder(sitting.folder.path))
    assert again.decisions == sitting.decisions
    assert again.rows == sitting.rows
    assert len(again.undecided) == len(sitting.proposals) - 2


def test_coverage_counts_what_is_tied_so_far_and_names_what_is_not(sitting: Sitting) -> None:
    before = sitting.coverage()
    assert (before.tied, len(before.untied)) == (0, 6)
    assert any("14 May 2021" in sentence for _, sentence in before.untied)
    visit = proposed(sitting, "event", "visited Southern Port")
    sitting.accept(visit)
    after = sitting.coverage()
    assert (after.tied, len(after.untied)) == (1, 5)
    sitting.take_back(visit.key)
    assert sitting.coverage() == before


def test_a_sentence_without_a_proposal_can_be_given_a_row(sitting: Sitting) -> None:
    locator, sentence = sitting.coverage().untied[-1]
    made = sitting.written_for(locator, sentence, "event")
    event, evidence = sitting.rows_for(made)
    assert (event.table, event.cells["status"]) == ("events", "happened")
    assert evidence.cells["locator"] == locator
    assert evidence.cells["quote"] in sentence
    sitting.accept(made)
    assert len(sitting.coverage().untied) == 5
    assert sitting.written == [made.key]
    again = sitting.written_as(made.key)
    assert again == made, "it is made again from its sentence"


def test_a_sentence_that_a_row_ties_already_can_be_given_another_and_be_tied_to_a_record(
    sitting: Sitting,
) -> None:
    locator, sentence = next(said for said in sitting.sentences if "October 2015" in said[1])
    made = sitting.written_for(locator, sentence, "event")
    assert (made.record_id, made.cells["date"]) == ("", "2015-10")
    assert "pipeline-agreement" in [candidate.record_id for candidate in made.candidates]
    (evidence,) = sitting.rows_for(made, "pipeline-agreement")
    assert (evidence.table, evidence.cells["value"]) == ("evidence", "2015-10")


def test_what_a_coder_makes_is_filled_as_far_as_the_sentence_says(sitting: Sitting) -> None:
    locator, sentence = next(said for said in sitting.sentences if "14 May 2021" in said[1])
    event, evidence = sitting.rows_for(sitting.written_for(locator, sentence, "event"))
    assert {name: event.cells[name] for name in ("kind", "date", "actors", "places")} == {
        "kind": "visit",
        "date": "2021-05-14",
        "actors": "ada-minister",
        "places": "southern-port",
    }
    assert "14 May 2021" in evidence.cells["quote"]
    locator, sentence = next(said for said in sitting.sentences if "40 million" in said[1])
    number, _ = sitting.rows_for(sitting.written_for(locator, sentence, "number"))
    assert (number.cells["value"], number.cells["unit"]) == ("40", "USD million")


def test_two_rows_made_of_one_sentence_do_not_replace_each_other(sitting: Sitting) -> None:
    locator, sentence = sitting.coverage().untied[-1]
    first = sitting.written_for(locator, sentence, "event")
    assert sitting.written_for(locator, sentence, "event").key == first.key, "as long as it is not decided"
    sitting.accept(first)
    assert sitting.written_for(locator, sentence, "event").key != first.key


def test_a_new_record_is_named_by_its_title_and_its_evidence_follows(sitting: Sitting) -> None:
    visit = proposed(sitting, "event", "visited Southern Port")
    before = sitting.rows_for(visit)
    words = {"title": "Ada Minister sees the yard of the port", "date": "2021-05"}
    after = (Row("events", {**before[0].cells, **words}), before[1])
    event, evidence = sitting.edited(visit, before, after)
    assert event.cells["event_id"] == "ada-minister-sees-yard-2021"
    assert (evidence.cells["record_id"], evidence.cells["value"]) == (event.cells["event_id"], "2021-05")
    own = (Row("events", {**after[0].cells, "event_id": "visit-yard"}), before[1])
    assert sitting.edited(visit, before, own)[1].cells["record_id"] == "visit-yard"


def test_what_a_publisher_published_before_says_its_country_and_reliability(
    record: Record, tmp_path: Path
) -> None:
    sources = record.tables.frames["sources"]
    known = sources[sources["publisher"] != ""].iloc[0]
    folder = DeskFolder(tmp_path / "b")
    folder.begin(read_manuscript(LETTER), detailed({**OF_LETTER, "publisher": known["publisher"]}, record))
    cells = Sitting(record, folder).source_row.cells
    assert (cells["country"], cells["reliability"]) == (known["country"], known["reliability"])


def test_a_sentence_left_out_is_no_longer_tied_to_nothing(sitting: Sitting) -> None:
    first, *others = sitting.untied
    sitting.leave_sentence(*first)
    assert list(sitting.untied) == others
    assert len(sitting.coverage().untied) == 6, "the fingerprint keeps the whole count"


def test_the_document_needs_a_row_of_its_own_and_a_known_one_has_it(record: Record, sitting: Sitting) -> None:
    assert sitting.is_new
    assert [row.table for row in sitting.rows] == ["sources"]
    known = detailed({**dict.fromkeys(DETAILS, ""), "source_id": "voice-2020"}, record)
    assert (known["title"], known["published"]) == ("The pipeline and the port", "2020-03/2020-05")


def test_a_day_of_publication_that_is_none_is_a_fault(record: Record) -> None:
    with pytest.raises(FaultyData, match="not a date"):
        detailed({**OF_LETTER, "published": "last spring"}, record)
