"""Two articles that newcomers coded by the recipe: what they kept is proposed, for the record for which they
kept it or as one of those that may hold it.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas
from dashboard.data.document import paragraphs_of
from dashboard.model.period import parse_period
from dashboard.model.proposal import Proposal
from dashboard.queries.desk.known import Known
from dashboard.queries.desk.proposals import proposals, read

HERE = Path(__file__).parent
PUBLISHED = {"smith-2024": "2024-03-14", "khan-2024": "2024-09-19"}
KEPT = list(csv.DictReader((HERE / "articles.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def found(atlas: Atlas) -> dict[str, list[Proposal]]:
    known = Known(atlas.frames)
    texts = {name: paragraphs_of((HERE / f"{name}.txt").read_text("utf-8")) for name in PUBLISHED}
    return {
        name: proposals(read(text, known, parse_period(PUBLISHED[name])), known)
        for name, text in texts.items()
    }


@pytest.mark.parametrize("row", KEPT, ids=lambda row: "-".join([row["article"], row["locator"], row["kind"]]))
def test_what_a_newcomer_kept_is_proposed(found: dict[str, list[Proposal]], row: dict[str, str]) -> None:
    here = [
        proposal
        for proposal in found[row["article"]]
        if (proposal.locator, proposal.kind) == (row["locator"], row["kind"])
    ]
    if row["proposed"] == "offered":
        offered = {candidate.record_id for proposal in here for candidate in proposal.candidates}
    else:
        offered = {proposal.record_id for proposal in here}
    assert row["record_id"] in offered


def test_a_number_that_the_tables_lack_is_filled_as_far_as_the_sentence_says(
    found: dict[str, list[Proposal]],
) -> None:
    (refugees,) = [p for p in found["smith-2024"] if p.cells.get("unit") == "refugees"]
    assert (refugees.cells["value"], refugees.cells["period"]) == ("3000000", "1979-12")
    assert "afghanistan" in refugees.cells["themes"]
