"""The table says of each text what the record knows, and a dash where it knows nothing."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.views.agreements import table

TITLES = {"ada": "Ada", "town": "The town", "pipe": "The pipe is laid"}
SIGNED = pd.DataFrame(
    [
        (
            "a",
            "talks",
            "treaty",
            "A treaty",
            "2016/..",
            "since 2016",
            "https://example.org/a",
            "No pipe was laid.",
        ),
        ("b", "deal", "contract", "A contract", "", "", "", ""),
        ("c", "visit", "plan", "A plan", "", "", "", ""),
    ],
    columns=[
        "agreement_id",
        "event_id",
        "kind",
        "title",
        "in_force",
        "in_force_caption",
        "text_url",
        "outcome",
    ],
).assign(
    date=["1968", "1969", "1971"],
    date_caption=["1968", "1969", "1971"],
    date_first=pd.to_datetime(["1968", "1969", "1971"]),
    actors=[("ada",), (), ()],
    places=[("town",), (), ()],
)


def texts(figure: Figure | EmptyFigure) -> list[list[str]]:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return [[cell.text for cell in row] for row in figure.drawing.rows]


def test_each_text_says_what_is_known_of_it() -> None:
    first, second, third = texts(table(SIGNED, {"deal": "pipe"}, TITLES))
    assert first == [
        "1968, The town",
        "A treaty",
        "treaty",
        "Ada",
        "since 2016",
        "found",
        "No pipe was laid.",
    ]
    assert second == ["1969", "A contract", "contract", "–", "–", "–", "Then: The pipe is laid"]
    assert third[-1] == "–"


def test_texts_stand_under_their_decade() -> None:
    figure = table(SIGNED, {}, TITLES)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.drawing.groups == {0: "1960s", 2: "1970s"}
    assert figure.title == "3 texts signed, exchanged or drawn up, 1968–1971; the wording of 1 was found"
    assert figure.record_ids == ("a", "b", "c")


def test_none_of_a_kind_says_so() -> None:
    absence = table(SIGNED.iloc[:0], {}, TITLES, "joint-statement")
    assert isinstance(absence, EmptyFigure)
    assert "joint" in absence.title
