"""Tried on the documents of the Atlas: read as if none of their rows were there, each is proposed at least
nine of ten sentences that the tables tie to an event, a number or a project, and most proposals are right.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.data.document import Document, read_documents
from dashboard.model.period import parse_period
from dashboard.model.proposal import EVENT, KIND_TABLES, NUMBER, PROJECT, Proposal
from dashboard.model.quote import fold
from dashboard.queries.desk.known import Known, without_document
from dashboard.queries.desk.proposals import Reading, proposals, read

MAIN = {EVENT, NUMBER, PROJECT}


@pytest.fixture(scope="module")
def documents(texts: Path, atlas: Atlas) -> dict[str, Document]:
    sources = atlas["sources"]
    return read_documents(texts, sources.loc[sources["kind"] == "document", "source_id"])[0]


@pytest.fixture(scope="module")
def tried(documents: dict[str, Document], atlas: Atlas) -> dict[str, tuple[list[Reading], list[Proposal]]]:
    """The readings and the proposals of each document, made without anything that it says itself."""
    published = atlas["sources"].set_index("source_id")["published"]
    found = {}
    for source_id, document in documents.items():
        known = Known(without_document(atlas.frames, source_id))
        readings = list(read(document.paragraphs, known, parse_period(published[source_id])))
        found[source_id] = readings, proposals(readings, known)
    return found


@pytest.fixture(scope="module")
def counted(tried: dict[str, tuple[list[Reading], list[Proposal]]], atlas: Atlas) -> Counter[str]:
    """Sentences that are tied, those of them that got a proposal, proposals, those whose sentence the tables
    tie to a record of the same kind.
    """
    kinds = kinds_of(atlas)
    whole: Counter[str] = Counter()
    for source_id, (readings, proposed) in tried.items():
        offered = defaultdict(list)
        for proposal in proposed:
            offered[proposal.locator, proposal.sentence].append(proposal.kind)
        evidence = atlas["evidence"]
        quoted = evidence[(evidence["source_id"] == source_id) & (evidence["quote"] != "")]
        for reading in readings:
            tied = tied_kinds(quoted, kinds, reading.locator, reading.sentence)
            here = offered[reading.locator, reading.sentence]
            whole["proposed"] += len(here)
            whole["as tied"] += sum(kind in tied for kind in here)
            whole["tied"] += bool(tied & MAIN)
            whole["met"] += bool(tied & MAIN) and bool(MAIN & set(here))
            whole["tied to an event"] += EVENT in tied
            whole["event met"] += EVENT in tied and EVENT in here
    return whole


def kinds_of(atlas: Atlas) -> dict[str, str]:
    """The kind of every record that a proposal can be."""
    ids = {kind: atlas[table].iloc[:, 0] for kind, table in KIND_TABLES.items()}
    return {record_id: kind for kind, column in ids.items() for record_id in column}


def tied_kinds(quoted: pd.DataFrame, kinds: dict[str, str], locator: str, sentence: str) -> set[str]:
    """The kinds of record whose quote stands wholly in a sentence."""
    here = quoted[quoted["locator"] == locator]
    pairs = zip(here["record_id"], here["quote"], strict=True)
    return {kinds[record_id] for record_id, quote in pairs if record_id in kinds and fold(quote) in sentence}


def test_nine_of_ten_sentences_that_are_tied_get_a_proposal(counted: Counter[str]) -> None:
    assert counted["tied"] > 100
    assert counted["met"] / counted["tied"] >= 0.9
    assert counted["event met"] / counted["tied to an event"] >= 0.9


def test_at_least_half_of_the_proposals_are_of_a_kind_to_which_the_tables_tie_their_sentence(
    counted: Counter[str],
) -> None:
    assert counted["as tied"] / counted["proposed"] >= 0.5


def test_of_a_sample_that_was_read_one_by_one_at_least_half_is_kept(
    tried: dict[str, tuple[list[Reading], list[Proposal]]],
) -> None:
    with (Path(__file__).parent / "sample.csv").open(encoding="utf-8", newline="") as file:
        sample = list(csv.DictReader(file))
    there = {proposal.key for _, proposed in tried.values() for proposal in proposed}
    judged = [row for row in sample if row["key"] in there]
    assert len(judged) >= 50, "the sample is of proposals that the desk still makes"
    assert all(row["why_not"] for row in judged if row["kept"] == "no")
    assert sum(row["kept"] == "yes" for row in judged) / len(judged) >= 0.5
