"""What readers see of statements tested and of slips within the documents."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Listing
from dashboard.views.checks import OTHERS, REPORTED, listing, own_faults, verdicts

DOCUMENTS = pd.DataFrame(
    {"source_id": ["one", "two"], "author": ["A. Writer", "B. Writer"], "title": ["First", "Second"]}
)
SLIP = {
    "check_id": "check-word",
    "source_id": "two",
    "locator": "para:3",
    "quote": "bids well for an",
    "claim": "Choice of word",
    "verdict": "contradicted",
    "finding": "The sense is another.",
    "correct_value": "bodes well",
    "confidence": "high",
    "kind": "consistency",
}


def test_a_slip_stands_under_its_document_with_what_was_meant() -> None:
    figure = own_faults("checks-own", pd.DataFrame([SLIP]), pd.Series({"check-word": 1}), DOCUMENTS)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    ((heading, (item,)),) = figure.drawing.groups
    assert heading == "B. Writer: Second"
    assert "Meant: bodes well." in item.detail
    assert figure.title == "1 slip within the document"


def test_without_slips_the_page_says_so() -> None:
    assert isinstance(
        own_faults("checks-own", pd.DataFrame([SLIP]).iloc[:0], pd.Series(dtype=int), DOCUMENTS), EmptyFigure
    )


def test_what_others_are_reported_to_have_said_stands_last_with_its_reporter() -> None:
    said = SLIP | {
        "check_id": "check-said",
        "source_id": "agency",
        "locator": "",
        "quote": "",
        "kind": "fact",
    }
    checks = pd.DataFrame([said, SLIP | {"kind": "fact"}])
    figure = listing(checks, pd.Series(dtype=int), DOCUMENTS, {"agency": "The Agency", "two": "B. Writer"})
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert [heading for heading, _ in figure.drawing.groups] == ["B. Writer: Second", REPORTED]
    assert figure.drawing.groups[-1][1][0].when == "Reported by The Agency"


def test_the_verdicts_on_them_are_one_row_below_the_documents() -> None:
    counts = pd.DataFrame(
        {
            "source_id": ["agency", "paper", "two"],
            "supported": [1, 2, 0],
            "partly": 0,
            "contradicted": [0, 0, 1],
            "unverifiable": 0,
        }
    )
    documents = DOCUMENTS.assign(published="2020", publisher="")
    figure = verdicts(counts, pd.DataFrame([SLIP]), documents)
    assert isinstance(figure, Figure)
    rows = [[cell.text for cell in row] for row in figure.drawing.rows]
    assert rows[-1] == [REPORTED, "3", "0", "0", "0", "3"]
    assert len(rows) == 2


def test_a_number_of_verdicts_leads_to_the_statements_that_it_counts() -> None:
    counts = pd.DataFrame(
        {
            "source_id": ["two", "paper"],
            "supported": [0, 2],
            "partly": 0,
            "contradicted": [1, 0],
            "unverifiable": 0,
        }
    )
    figure = verdicts(counts, pd.DataFrame([SLIP]), DOCUMENTS.assign(published="2020", publisher=""))
    assert isinstance(figure, Figure)
    of_document, of_others = figure.drawing.rows
    assert of_document[3].params == (("document", "two"), ("verdict", "contradicted"))
    assert of_document[3].to == "checks-list"
    assert of_document[1].params == (), "none is no way to anything"
    assert of_others[1].params == (("document", OTHERS), ("verdict", "supported"))


def test_the_verdicts_of_a_document_are_stretches_of_a_bar_on_one_scale() -> None:
    counts = pd.DataFrame(
        {
            "source_id": ["two", "paper"],
            "supported": [1, 5],
            "partly": [1, 0],
            "contradicted": [0, 2],
            "unverifiable": [0, 1],
        }
    )
    figure = verdicts(counts, pd.DataFrame([SLIP]), DOCUMENTS.assign(published="2020", publisher=""))
    assert isinstance(figure, Figure)
    shares = [[cell.share for cell in row] for row in figure.drawing.rows]
    # Name, four verdicts, and what the bar leaves of the width of the longest, which has eight statements.
    assert shares == [[0, 1 / 8, 1 / 8, 0, 0, 6 / 8], [0, 5 / 8, 0, 2 / 8, 1 / 8, 0]]
