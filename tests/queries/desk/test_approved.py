"""What the desk reads in sentences of every kind, what it proposes of a letter, and how two coders of it are
compared, is what stands in `approved/` (see tests/approval.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.data.document import paragraphs_of
from dashboard.model.period import parse_period
from dashboard.model.proposal import ACCEPTED, KINDS, REJECTED, Decision, Proposal, Row
from dashboard.model.schema import BY_NAME
from dashboard.queries.desk.act import status_of
from dashboard.queries.desk.batch import sure, vague
from dashboard.queries.desk.comparison import agreement, differences, readings
from dashboard.queries.desk.known import Known, without_document
from dashboard.queries.desk.proposals import Reading, draft, proposals, read
from dashboard.queries.desk.row import following, ids_in, named, rows_of
from dashboard.queries.desk.wording import worded

HERE = Path(__file__).parent
LETTER = HERE.parents[1] / "desk" / "letter-2022.txt"
PUBLISHED = parse_period("2022-03-02")


@pytest.fixture(scope="module")
def known(small_atlas: Atlas) -> Known:
    return Known(small_atlas.frames)


@pytest.fixture(scope="module")
def of_sentences(known: Known) -> list[Reading]:
    lines = (HERE / "sentences.txt").read_text("utf-8").splitlines()
    return list(read([line for line in lines if line[0] != "#"], known, PUBLISHED))


def test_what_is_read_in_sentences(of_sentences: list[Reading], approval: ModuleType) -> None:
    approval.approve(HERE / "approved" / "sentences.txt", _read(of_sentences))


def _read(readings_of: list[Reading]) -> Iterator[str]:
    for reading in readings_of:
        yield f"{reading.locator} {reading.sentence}"
        yield f"  {status_of(reading.sentence)}"
        for dated in reading.dates:
            relative = " (relative)" if dated.relative else ""
            yield f"  date {reading.sentence[dated.begin : dated.end]!r}: {dated.edtf}{relative}"
        for number in reading.numbers:
            at = reading.sentence[number.begin : number.end]
            yield f"  number {at!r}: {number.qualifier} {number.value:.12g} {number.unit}"
        for name in reading.names:
            yield f"  name {name.text!r}: {name.record_id} {name.spelt}".rstrip()
        for kind in dict.fromkeys(act.kind for act in reading.acts):
            yield f"  {kind}: {', '.join(act.text for act in reading.acts if act.kind == kind)}"


def test_what_is_proposed_of_a_letter_and_of_sentences(
    known: Known, of_sentences: list[Reading], approval: ModuleType
) -> None:
    letter = read(paragraphs_of(LETTER.read_text("utf-8")), known, parse_period("2022-03"))
    # Those of the words of acts and of numbers would propose the same again and again.
    found = proposals([*letter, *of_sentences[:2], *of_sentences[10:11], *of_sentences[-11:]], known)
    approval.approve(HERE / "approved" / "proposals.txt", _proposed(found, known))


def _proposed(found: list[Proposal], known: Known) -> Iterator[str]:
    certain, loose = ({each.key for each in part} for part in (sure(found), vague(found)))
    for proposal in found:
        group = "sure" if proposal.key in certain else "vague" if proposal.key in loose else "singly"
        yield f"{proposal.kind} ({group}), {proposal.locator}: {proposal.words}"
        yield f"  at {proposal.sentence[proposal.begin : proposal.end]!r}, quoted {proposal.quote!r}"
        yield f"  taken for {proposal.record_id or 'a new record'}: " + "; ".join(
            f"{near.record_id} {near.nearness:.4f}" for near in proposal.candidates
        )
        yield from _rows(rows_of(proposal, "letter-2022", known, {"paper"}))
        yield f"  offered words: {worded(proposal.kind, proposal.cells, known, 'Cora Letter')}"


def _rows(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        yield f"  {row.table}: {' | '.join(f'{name}={cell}' for name, cell in row.cells.items() if cell)}"


def test_what_a_coder_drafts_of_a_sentence_in_which_nothing_was_found(
    known: Known, of_sentences: list[Reading], approval: ModuleType
) -> None:
    drafts = [draft(reading, kind, known) for reading in of_sentences[-12::4] for kind in KINDS]
    made = [rows_of(each, "letter-2022", known, (), "") for each in drafts]
    lines = []
    for each, rows in zip(drafts, made, strict=True):
        near = "; ".join(f"{near.record_id} {near.nearness:.4f}" for near in each.candidates)
        lines += [f"{each.kind} of {each.sentence!r}: {each.words}", f"  near {near}", *_rows(rows)]
        called = named(rows, tuple(map(_called, rows)), {"new-name-it-2015"})[0]
        lines.append(f"  with words of the coder: {next(iter(called.cells.values()))}")
    approval.approve(HERE / "approved" / "drafts.txt", lines)


def test_what_is_known_without_a_document_and_which_state_a_country_stands_for(
    small_atlas: Atlas, approval: ModuleType
) -> None:
    lines = []
    for source_id in ("voice-2020", "paper-2021", "gazette-2015"):
        frames = without_document(small_atlas.frames, source_id)
        lines.append(source_id)
        for table in ("events", "quantities", "projects", "claims", "checks", "line_styles"):
            lines.append(f"  {table}: {' '.join(frames[table].iloc[:, 0])}")
        lines.append(f"  evidence: {len(frames['evidence'])} {sorted(set(frames['evidence']['source_id']))}")
    places = small_atlas["places"]
    country = {**places.iloc[0].to_dict(), "place_id": "russia", "name": "Russia", "kind": "country"}
    known = Known({**small_atlas.frames, "places": pd.concat([places, pd.DataFrame([country])])})
    lines += [f"states: {known.states}", f"sources of checks: {known.check_sources}"]
    approval.approve(HERE / "approved" / "known.txt", lines)


def test_where_evidence_goes_after_its_record_was_edited(known: Known, approval: ModuleType) -> None:
    (found, *_) = proposals(read(["On 14 May 2021 Ada Minister visited Southern Port."], known), known)
    before = rows_of(found, "letter-2022", known, (), "")
    lines = []
    for cells in (
        {"event_id": "renamed"},
        {"date": "2021-05"},
        {"event_id": "r", "date": ""},
        {"kind": "call"},
    ):
        after = (Row(before[0].table, {**before[0].cells, **cells}), before[1])
        lines += [f"{cells}", *_rows(following(before, after))]
    alone = (before[0], Row("evidence", {**before[1].cells, "value": "2021", "record_id": "another"}))
    lines += [
        "evidence alone",
        *_rows(following(before, alone)),
        f"{sorted(ids_in({'a': before, 'b': alone}))}",
    ]
    approval.approve(HERE / "approved" / "edited.txt", lines)


def _called(row: Row) -> Row:
    """The row with words of a coder."""
    names = {"title", "name", "statement", "indicator"} & {each.name for each in BY_NAME[row.table].columns}
    return Row(row.table, {**row.cells, **dict.fromkeys(names, "A new name of it, 2015")})


def test_how_two_coders_of_a_letter_are_compared(known: Known, approval: ModuleType) -> None:
    found = proposals(read(paragraphs_of(LETTER.read_text("utf-8")), known, parse_period("2022-03")), known)
    first: dict[str, Decision] = {}
    second: dict[str, Decision] = {}
    for place, each in enumerate(found):
        rows = rows_of(each, "letter-2022", known, ())
        changed = tuple(Row(row.table, {**row.cells, "note": "seen", "verdict": "partly"}) for row in rows)
        if place % 5 != 4:
            first[each.key] = Decision(each.key, ACCEPTED if place % 4 != 3 else REJECTED, rows)
        if place % 7 != 6:
            kept = rows if place % 3 else changed
            second[each.key] = Decision(each.key, ACCEPTED if place % 2 == 0 else REJECTED, kept)
    lines = list(approval.spelled(agreement(found, first, second), "agreement"))
    lines += [
        f"{each.locator} {each.words}\n  first {each.first}\n  second {each.second}"
        for each in differences(found, first, second)
    ]
    lines += _rows(tuple(readings(found, first, second, "letter-2022")))
    approval.approve(HERE / "approved" / "coders.txt", lines)
