"""A tab is named by what it shows and by the Atlas, the first page by the Atlas alone."""

from __future__ import annotations

import pytest

from dashboard.figures.dataset import Dataset
from dashboard.ui.head import title_of_tab


@pytest.mark.parametrize(
    ("page", "record_id", "title"),
    [
        ("overview", "", "A small Atlas"),
        ("trade", "", "Trade – A small Atlas"),
        ("record", "river-pipeline", "River pipeline – A small Atlas"),
        ("trade", "river-pipeline", "Trade – A small Atlas"),
    ],
)
def test_a_tab_says_what_it_shows_and_of_which_atlas(
    small_dataset: Dataset, page: str, record_id: str, title: str
) -> None:
    assert title_of_tab(page, small_dataset, record_id) == title
