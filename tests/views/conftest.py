"""The events of the small Atlas as the drawings along the years take them."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries.sources import independent_sources


@pytest.fixture
def events(small_atlas: Atlas) -> pd.DataFrame:
    """Every event in the order of time, each in the lane of its first theme."""
    by_day = small_atlas["events"].sort_values(["date_first", "event_id"])
    return by_day.assign(lane=[themes[0] for themes in by_day["themes"]])


@pytest.fixture
def counts(small_atlas: Atlas) -> pd.Series:
    """The number of independent sources by record."""
    return independent_sources(small_atlas["evidence"], small_atlas["sources"])
