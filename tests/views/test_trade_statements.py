"""What people state of trade: documents first, under headings only in that order, each with its verdict."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.views.trade_statements import statements

STATED = pd.DataFrame(
    [
        ("official-2019", "official", "2019", "2019", 700.0, "about", "The ministry"),
        ("document-2018", "document", "2018", "2018", 500.0, "exact", "Voice 2020"),
        ("undated", "official", "", "", 1.5, "over", "The Herald"),
    ],
    columns=["quantity_id", "by", "period", "period_caption", "value", "qualifier", "said_by"],
).assign(unit="USD million", indicator="bilateral trade", summary="Trade between the two.")
VERDICTS = {"document-2018": ("check-2018", "contradicted", "contradicted")}


def grid(order: str = "speaker", stated: pd.DataFrame = STATED) -> Grid:
    figure = statements(stated, VERDICTS, order)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return figure.drawing


def test_documents_stand_first_and_a_number_without_a_period_says_so() -> None:
    drawing = grid()
    assert [tuple(cell.text for cell in row) for row in drawing.rows] == [
        ("2018", "500 million US dollars", "Trade between the two.", "Voice 2020", "contradicted"),
        ("2019", "about 700 million US dollars", "Trade between the two.", "The ministry", "–"),
        ("no year given", "over 1.5 million US dollars", "Trade between the two.", "The Herald", "–"),
    ]
    assert drawing.groups == {0: "In the documents", 1: "By officials, chambers and the press"}


def test_a_verdict_leads_to_its_check_in_its_colour() -> None:
    checked, unchecked = grid().rows[0][4], grid().rows[1][4]
    assert (checked.record_id, checked.tone) == ("check-2018", "fails")
    assert (unchecked.record_id, unchecked.tone) == ("", "silent")


def test_in_order_of_time_there_are_no_headings() -> None:
    drawing = grid("latest", STATED[STATED["period"] != ""])
    assert [row[0].text for row in drawing.rows] == ["2019", "2018"]
    assert drawing.groups == {}


def test_of_documents_alone_there_is_one_heading() -> None:
    assert grid(stated=STATED[STATED["by"] == "document"]).groups == {0: "In the documents"}


def test_nothing_stated_is_said() -> None:
    assert isinstance(statements(STATED.iloc[:0], {}), EmptyFigure)
