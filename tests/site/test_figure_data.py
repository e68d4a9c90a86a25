"""A figure as data is JSON that any program reads, with what has to go with it."""

from __future__ import annotations

import json

import pandas as pd

from dashboard.figures.address import Context
from dashboard.figures.figure_exports import FigureExports
from dashboard.model.figure import Dots, Figure
from dashboard.site.figure_data import data_of
from dashboard.site.publication import Publication
from dashboard.site.record_data import as_json


def test_a_figure_is_told_with_rows_sources_edition_terms_and_citation(publication: Publication) -> None:
    rows = pd.DataFrame(
        {
            "record_id": ["pakistan-exports", "russia-imports"],
            "value": [1.5, float("nan")],
            "number": [3, 4],
            "themes": [("trade", "energy"), ()],
            "day": [pd.Timestamp(2016, 9, 24), pd.NaT],
        }
    )
    figure = Figure("trade-x", "Trade", Dots(()), rows, "It grew.", note="Beware.", subtitle="In millions")
    take = FigureExports(figure, publication.dataset, Context("trade", publication.base))
    told = json.loads(as_json(data_of(publication, take)), parse_constant=lambda name: f"no JSON: {name}")
    assert told["rows"] == [
        ["pakistan-exports", 1.5, 3, "trade;energy", "2016-09-24"],
        ["russia-imports", None, 4, "", ""],
    ]
    assert {
        name: told[name] for name in ("id", "title", "subtitle", "shows", "note", "address", "columns")
    } == {
        "id": "trade-x",
        "title": "Trade",
        "subtitle": "In millions",
        "shows": "It grew.",
        "note": "Beware.",
        "address": "https://atlas.example/pr/trade#trade-x",
        "columns": ["record_id", "value", "number", "themes", "day"],
    }
    assert [(source["source_id"], source["licence"]) for source in told["sources"]] == [
        ("customs-2022", "CC BY 4.0")
    ]
    assert told["edition"] == {"title": "A small Atlas", "version": "0.9.0", "released": "2022-06-01"}
    assert told["terms"].startswith("Facts: CC BY 4.0.")
    assert told["cite"]["title"] == "Trade"
