"""A term of the glossary can be asked for."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.glossary import wordless
from dashboard.data.table import ROW


@pytest.mark.parametrize(
    ("term", "is_wordless"), [("sco", False), ("дружба", False), ("دوستی", False), ("5", False), ("--", True)]
)
def test_a_term_has_a_letter_or_a_digit(term: str, is_wordless: bool) -> None:
    found = [
        (fault.row, fault.found) for fault in wordless({"glossary": pd.DataFrame({"term": [term], ROW: [2]})})
    ]
    assert found == ([(2, term)] if is_wordless else [])
