"""A record as a page: how it is described, what stands below its tables, where a report on it leads."""

from __future__ import annotations

from html import unescape

import pytest

from dashboard.site.publication import Publication
from dashboard.site.record import head_of, pages_of

BASE = "https://atlas.example/pr/"


@pytest.mark.parametrize(
    ("record_id", "description", "dated"),
    [
        (
            "pipeline-agreement",
            "Event, 16 October 2015. The two governments agreed to build the pipeline.",
            "2015-10-16",
        ),
        ("early-contact", "Event, 1950s. Delegations met now and then.", "195X"),
        ("check-trade-2018", "Check. Customs returns give another number.", ""),
        ("pakistan-exports", "Statistical series. Exports as the sender counts them.", ""),
        ("pakistan-state", "Actor. State since 1947", ""),
        # What its title says already is not said twice.
        ("claim-interests", "Argument.", ""),
        ("northern-town", "Place.", ""),
    ],
)
def test_a_record_is_described_by_its_kind_its_date_and_what_its_row_says_first(
    publication: Publication, record_id: str, description: str, dated: str
) -> None:
    head = head_of(publication, record_id)
    assert (head.description.strip(), head.dated) == (description, dated)
    assert head.address == f"{BASE}record/{record_id}.html"
    assert head.linked[1]["itemListElement"][2]["item"].startswith(f"{BASE}names/")


def test_a_page_ends_with_citation_data_and_a_report_that_leads_back_to_it(publication: Publication) -> None:
    ((path, content),) = pages_of("pakistan-exports", publication)
    page = unescape(content.decode("utf-8"))
    assert path == "record/pakistan-exports.html"
    assert f"A small Atlas (version 0.9.0). {BASE}record/pakistan-exports.html</p>" in page
    assert 'Permanent id: <code>pakistan-exports</code> · <a href="../record/pakistan-exports.json"' in page
    assert f"\nLink: {BASE}record/pakistan-exports.html\n" in page
    assert "Who says so: 1 source" in page


def test_the_note_of_a_table_stands_below_it(publication: Publication) -> None:
    ((_, content),) = pages_of("pakistan-exports", publication)
    note = '<p class="atlas-note">A doubtful value stands here with its reason and is never drawn.</p>'
    assert note in content.decode("utf-8")
