"""A finding is a sentence that the rows say: other rows, another sentence."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.model.figure import Chart, Dots, EmptyFigure, Figure
from dashboard.model.vote import FEWEST
from dashboard.views import findings


def counts(*rows: tuple[str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["label", "value"])
    return frame.assign(indicator_id=frame["label"].str.lower(), year=2016, direction="to-a")


def found(figure: Figure | EmptyFigure) -> Figure:
    assert isinstance(figure, Figure)
    return figure


def test_counts_of_one_year_stand_on_a_line_and_their_difference_is_the_title() -> None:
    figure = found(findings.counts_apart(counts(("Far", 272), ("Near", 144.7), ("Between", 200)), "To A"))
    assert figure.title == "Three counts of the trade of 2016 differ by 127 million US dollars"
    assert isinstance(figure.drawing, Dots)
    (line,) = figure.drawing.lines
    assert (line.title, [dot.by[0] for dot in line.dots]) == ("To A, 2016", ["Near", "Between", "Far"])


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        (("operating", "stalled", "operating"), "Of 3 projects, 2 operate in 2026"),
        (("operating",), "Of 1 project, 1 operates in 2026"),
        (("proposed", "cancelled"), "Of 2 projects, 0 operate in 2026"),
    ],
)
def test_the_title_says_how_many_projects_operate(statuses: tuple[str, ...], title: str) -> None:
    ids = [f"p{place}" for place in range(len(statuses))]
    projects = pd.DataFrame({"project_id": ids, "status": statuses})
    figure = found(findings.statuses(projects, 2026, "light"))
    assert figure.title == title
    assert isinstance(figure.drawing, Chart)
    assert figure.drawing.data["rows"]["number"].sum() == len(statuses)


def test_the_title_sets_the_last_year_of_votes_beside_the_one_of_most_agreement() -> None:
    shares = pd.DataFrame(
        {
            "year": [1988, 1990, 2025, 2026],
            "votes": [90, 60, 70, 2],
            "identical": [0.94, 0.2, 0.64, 1.0],
            "record_id": "s",
        }
    )
    figure = found(findings.alike(shares, ("PAK", "RUS"), "light"))
    assert figure.title == (
        "Pakistan and Russia voted alike in 64 per cent of the Assembly’s votes of 2025, "
        "in 94 per cent of those of 1988"
    )
    assert isinstance(figure.drawing, Chart)
    told = figure.drawing.data["told"]
    assert list(told["year"]) == [1988, 1990, 2025]
    assert list(told["below"]) == [False, True, True], "no word lies on the line"


def test_a_last_year_that_is_also_the_one_of_most_agreement_is_said_once() -> None:
    shares = pd.DataFrame({"year": [2016], "votes": [90], "identical": [0.57], "record_id": "s"})
    figure = found(findings.alike(shares, ("PAK", "RUS"), "light"))
    assert figure.title == "Pakistan and Russia voted alike in 57 per cent of the Assembly’s votes of 2016"


def test_a_year_of_just_enough_votes_is_drawn_and_one_of_fewer_is_not() -> None:
    shares = pd.DataFrame(
        {"year": [2000, 2001], "votes": [FEWEST, FEWEST - 1], "identical": [0.5, 0.9], "record_id": "s"}
    )
    assert list(found(findings.alike(shares, ("PAK", "RUS"), "light")).rows["year"]) == [2000]


def test_each_finding_says_beside_itself_how_to_read_it() -> None:
    projects = pd.DataFrame({"project_id": ["p"], "status": ["operating"]})
    shares = pd.DataFrame({"year": [2000], "votes": [9], "identical": [0.5], "record_id": ["s"]})
    apart = found(findings.counts_apart(counts(("Far", 2), ("Near", 1)), "To A"))
    status = found(findings.statuses(projects, 2026, "light"))
    alike = found(findings.alike(shares, ("PAK", "RUS"), "light"))
    assert apart.note.startswith("Current US dollars. An importer counts freight and insurance")
    assert apart.message == "Near: 1 million; Far: 2 million"
    assert status.note.startswith("The status is that of the last dated milestone")
    assert status.message == "Operating: 1."
    assert f"fewer than {FEWEST} such votes" in alike.note


def test_the_bar_of_what_operates_stands_out() -> None:
    projects = pd.DataFrame({"project_id": ["p", "q"], "status": ["operating", "stalled"]})
    drawing = found(findings.statuses(projects, 2026, "light")).drawing
    assert isinstance(drawing, Chart)
    colour = drawing.spec["layer"][0]["encoding"]["color"]
    assert colour["condition"]["test"] == "datum.status == 'operating'"
    assert colour["condition"]["value"] != colour["value"]


def test_without_rows_a_finding_says_why() -> None:
    none = pd.DataFrame({"year": [], "votes": [], "identical": [], "project_id": [], "status": []})
    for absence in (
        findings.counts_apart(none, ""),
        findings.statuses(none, 2026, "light"),
        findings.alike(none, ("PAK", "RUS"), "light"),
    ):
        assert isinstance(absence, EmptyFigure)
        assert absence.change
