"""A figure inside another page names its edition, and leads to its place in the Atlas."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest


def embedded() -> None:
    """What stands below an embedded figure."""
    from dashboard.ui.data_store import store
    from dashboard.ui.embedding import name_edition

    name_edition("trade-lines", "trade", store().current())


def test_the_edition_of_an_embedded_figure_leads_to_it_among_the_others_under_its_choice(
    proved_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    app = AppTest.from_function(embedded)
    for name, values in {"years": ["2015", "2016"], "figure": ["trade-lines"]}.items():
        app.query_params[name] = values
    app.run()
    assert not app.exception
    words = " ".join(str(html.proto.body) for html in app.get("html"))
    assert re.findall(r'<a href="([^"]*)"[^>]*>A small Atlas, version 0.9.0 of 1 June 2022</a>', words) == [
        "trade?years=2015&amp;years=2016#trade-lines"
    ]
