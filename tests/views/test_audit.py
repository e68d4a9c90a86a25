"""An audit is told with its numbers by decade, and with what a sample can say."""

from __future__ import annotations

from dashboard.model.audit import Audit, Draw, Drawn
from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.views.audit import table

DRAWN = (
    Drawn("visit", "right", "", 1950),
    Drawn("treaty", "wrong", "day of report", 1960),
    Drawn("call", "not found again", "", 1960),
    Drawn("fair", "small fault", "a word more", 1960),
    Drawn("talks", "small fault", "a word more", 2000),
)


def test_an_audit_has_a_row_a_decade_and_one_for_all() -> None:
    figure = table([Audit(Draw("2021-01-02"), DRAWN)])
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "Of 4 events read again, 1 was wrong and 2 had a small fault"
    assert figure.drawing.header == ("Decade", "Drawn", "Right", "Small fault", "Wrong", "Not found again")
    assert [[cell.text for cell in row] for row in figure.drawing.rows] == [
        ["1950s", "1", "1", "0", "0", "0"],
        ["1960s", "3", "0", "1", "1", "1"],
        ["2000s", "1", "0", "1", "0", "0"],
        ["All", "5", "1", "2", "1", "1"],
    ]
    assert "on 2 January 2021" in figure.note
    assert "between 4.6 and 69.9 per cent" in figure.note
    assert list(figure.rows["why"]) == [record.why for record in DRAWN]


def test_without_an_audit_the_figure_says_so() -> None:
    assert isinstance(table(()), EmptyFigure)


def test_audits_before_the_newest_have_a_row_each_and_their_records_stand_in_the_rows() -> None:
    earlier = Audit(Draw("2021-01-02"), DRAWN[:2])
    figure = table([Audit(Draw("2021-01-02", 2), DRAWN), earlier])
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "Of 4 events read again, 1 was wrong and 2 had a small fault"
    last = [cell.text for cell in figure.drawing.rows[-1]]
    assert last == ["Before: 2 January 2021", "2", "1", "0", "1", "0"]
    assert "on 2 January 2021, draw 2" in figure.note
    assert list(figure.rows["audit"]) == ["2 January 2021, draw 2"] * 5 + ["2 January 2021"] * 2
