"""What readers see of statements tested and of slips within the documents."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Listing
from dashboard.views.checks import own_faults

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
    figure = own_faults(pd.DataFrame([SLIP]), pd.Series({"check-word": 1}), DOCUMENTS)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    ((heading, (item,)),) = figure.drawing.groups
    assert heading == "B. Writer: Second"
    assert "Meant: bodes well." in item.detail
    assert figure.title == "1 slip within the documents"


def test_without_slips_the_page_says_so() -> None:
    assert isinstance(own_faults(pd.DataFrame([SLIP]).iloc[:0], pd.Series(dtype=int), DOCUMENTS), EmptyFigure)
