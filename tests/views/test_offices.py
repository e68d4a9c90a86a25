"""Terms stand under their office, and the offices of an event's persons beside their names."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.views.offices import met, of_event, pairs, terms

HELD = pd.DataFrame(
    [
        ("t1", "chief", "ada", "Chief", "PAK", "2000", "2000", ""),
        ("t2", "chief", "bob", "Chief", "PAK", "2001", "2001", "A note."),
        ("t3", "envoy", "ada", "Envoy", "RUS", "2002", "2002", ""),
    ],
    columns=["term_id", "office_id", "actor_id", "title", "country", "period", "period_caption", "note"],
)
TITLES = {"ada": "Ada", "bob": "Bob"}


def test_each_office_heads_its_terms() -> None:
    figure = terms(HELD, TITLES)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.drawing.groups == {0: "Chief (Pakistan)", 2: "Envoy (Russia)"}
    assert [cell.text for cell in figure.drawing.rows[1]] == ["Bob", "2001", "A note."]
    assert figure.title == "3 terms of 2 offices"


def test_the_offices_of_an_event_lead_to_person_office_and_term() -> None:
    figure = of_event(HELD.iloc[:1], TITLES)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert [(cell.text, cell.record_id) for cell in figure.drawing.rows[0]] == [
        ("Ada", "ada"),
        ("Chief", "chief"),
        ("2000", "t1"),
    ]


def test_without_terms_both_say_so() -> None:
    assert isinstance(terms(HELD.iloc[:0], TITLES), EmptyFigure)
    assert isinstance(of_event(HELD.iloc[:0], TITLES), EmptyFigure)


def test_who_met_whom_stands_under_its_decade() -> None:
    visits = pd.DataFrame(
        [("v", "1968", "1968", "A visit", ("ada",), ("bob",), ())],
        columns=["event_id", "date", "date_caption", "title", "first", "second", "places"],
    ).assign(date_first=pd.to_datetime(["1968"]))
    figure = met(visits, ("Pakistan", "Russia"), TITLES)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert [cell.text for cell in figure.drawing.rows[0]] == ["1968", "A visit", "Ada", "Bob", "–"]
    assert figure.drawing.groups == {0: "1960s"}
    assert isinstance(met(visits.iloc[:0], ("Pakistan", "Russia"), TITLES), EmptyFigure)


def test_a_pair_leads_to_its_latest_meeting_and_every_meeting_is_a_row() -> None:
    found = pd.DataFrame(
        [("Ada", "Bob", 2, 1968, 1970, ("town",), ("v", "w")), ("Ada", "Eve", 1, 1968, 1968, (), ("v",))],
        columns=["one", "other", "meetings", "first_year", "last_year", "places", "event_ids"],
    )
    titles = {"town": "The town", "v": "A visit", "w": "Another visit"}
    figure = pairs(found, ("Pakistan", "Russia"), titles, "persons")
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "2 pairs of persons met"
    first, second = figure.drawing.rows
    assert [cell.text for cell in first] == ["Ada", "Bob", "2", "1968–1970", "The town", "Another visit"]
    assert first[-1].record_id == "w"
    assert [cell.text for cell in second[3:5]] == ["1968", "–"]
    assert figure.rows["record_id"].tolist() == ["v", "w", "v"]
    assert isinstance(pairs(found.iloc[:0], ("Pakistan", "Russia"), titles, "offices"), EmptyFigure)


def test_many_pairs_are_headed_by_the_two_that_met_most_often() -> None:
    rows = [(f"A{at}", f"B{at}", size, 1968, 1970, (), ("v",)) for at, size in enumerate((4, 3, 2, 1, 1))]
    columns = ["one", "other", "meetings", "first_year", "last_year", "places", "event_ids"]
    found, sides, titles = pd.DataFrame(rows, columns=columns), ("Pakistan", "Russia"), {"v": "A visit"}
    said = "5 pairs of persons met, most often A0 and B0: 4 times"
    assert pairs(found, sides, titles, "persons").title == said
    alike = found.assign(meetings=3)
    assert pairs(alike, sides, titles, "persons").title == "5 pairs of persons met"


def test_many_visits_have_a_year_with_most() -> None:
    years = [1968] * 8 + [1970] * 12
    visits = pd.DataFrame(
        [
            (f"v{at}", str(year), str(year), "A visit", ("ada",), ("bob",), ())
            for at, year in enumerate(years)
        ],
        columns=["event_id", "date", "date_caption", "title", "first", "second", "places"],
    ).assign(date_first=pd.to_datetime([str(year) for year in years]))
    said = "20 visits and calls with persons of both sides named"
    assert met(visits, ("Pakistan", "Russia"), TITLES).title == f"{said}, most in 1970: 12"
    assert met(visits.tail(19), ("Pakistan", "Russia"), TITLES).title == said.replace("20", "19")
