"""What is checked is the tables and the figures made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.commands.check import checked
from dashboard.model.fault import FaultyData


def test_clean_tables_are_given_back_and_a_fault_is_raised(small: Path) -> None:
    assert "events" in checked(small).frames
    events = small / "events.csv"
    events.write_text(events.read_text("utf-8").replace("2015-10-16", "someday"), "utf-8")
    with pytest.raises(FaultyData, match="someday"):
        checked(small)
