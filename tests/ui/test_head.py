"""A tab is named by what it shows and by the Atlas, the first page by the Atlas alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.figures.dataset import Dataset
from dashboard.ui.head import title_of_tab

Open = Callable[..., AppTest]


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


def test_a_record_that_is_not_there_leads_to_those_of_nearly_its_name(open_small: Open) -> None:
    for named in ("river-pipline", "River pipeline"):
        shown = " ".join(str(part.proto.body) for part in open_small("record", id=[named]).get("html"))
        assert "which the Atlas does not have" in shown
        assert "Perhaps one of these is meant:" in shown
        assert "id=river-pipeline" in shown
    nothing = " ".join(str(part.proto.body) for part in open_small("record", id=["zzzz"]).get("html"))
    assert "Perhaps one of these" not in nothing
