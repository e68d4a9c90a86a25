"""Where sources disagree every value stands on its line, one dot a source, with who states it and why one is
adopted.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import DotLine, Dots, EmptyFigure, Figure
from dashboard.queries.disagreement import disagreements
from dashboard.views.disagreements import dots, placed
from dashboard.views.formatting import THIN

NAMES = {"voice-2020": "Voice 2020", "paper-2021": "Paper 2021", "gazette-2015": "The Gazette", "s": "Dawn"}


def told(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Disagreements of one record `a`: field, value, source, note."""
    frame = pd.DataFrame(rows, columns=["field", "value", "source", "note"]).assign(record_id="a")
    return frame.assign(source_ids=[(source,) for source in frame["source"]])


def lines(figure: Figure | EmptyFigure) -> dict[str, DotLine]:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Dots)
    return {line.title: line for line in figure.drawing.lines}


def test_each_value_stands_with_all_who_state_it_from_the_least_to_the_most(small_atlas: Atlas) -> None:
    found = disagreements(small_atlas["evidence"])
    titles = {"pipeline-agreement": "Agreement", "river-pipeline": "River pipeline"}
    drawn = lines(dots(found, titles, NAMES, {}, {}))
    assert {title: [(dot.words, dot.by) for dot in line.dots] for title, line in drawn.items()} == {
        "Agreement: date": [
            ("October 2015", ("Voice 2020",)),
            ("16 October 2015", ("The Gazette",)),
            ("2016", ("Paper 2021",)),
        ],
        "River pipeline: length": [
            (f"1{THIN}000 km", ("Paper 2021",)),
            (f"1{THIN}100 km", ("Voice 2020",)),
        ],
    }


def test_the_adopted_value_is_marked_and_how_many_state_it_is_said_where_no_note_gives_the_reason() -> None:
    rows = told(("date", "2015-10-16", "gazette-2015", ""), ("date", "2016", "paper-2021", "a year late"))
    line = lines(dots(rows, {}, NAMES, {("a", "date"): "2015-10-16"}, {}))["a: date"]
    assert [dot.adopted for dot in line.dots] == [True, False]
    assert line.reason == "Adopted is 16 October 2015, as 1 of 2 sources state."
    noted = rows.assign(note=["", "Not adopted: printed a year late."])
    assert lines(dots(noted, {}, NAMES, {}, {}))["a: date"].reason == "Not adopted: printed a year late."
    assert lines(dots(rows, {}, NAMES, {}, {}))["a: date"].reason == "No value is adopted."


def test_some_of_the_disagreements_say_of_how_many_they_are() -> None:
    rows = told(("cost", "2 USD billion", "s", ""), ("cost", "3 USD billion", "voice-2020", ""))
    titles = [dots(rows, {}, NAMES, {}, {}, of=of).title for of in (65, 1, 0)]
    assert titles == ["1 of 65 points on which sources disagree", *["1 point on which sources disagree"] * 2]


def test_a_record_is_named_by_its_title_without_a_full_stop_before_the_colon() -> None:
    rows = told(("place", "moscow", "s", ""), ("place", "2 km", "s", ""))
    line = lines(dots(rows, {"a": "Talks are held.", "moscow": "Moscow"}, NAMES, {}, {}))[
        "Talks are held: place"
    ]
    assert [dot.words for dot in line.dots] == ["Moscow", "2 km"]


@pytest.mark.parametrize("field", ["date", "planned date", "start", "end"])
def test_the_day_of_a_start_or_an_end_is_in_words_as_every_date_is(field: str) -> None:
    line = lines(dots(told((field, "1989-02", "s", ""), (field, "1989-02-15", "s", "")), {}, NAMES, {}, {}))
    (said,) = line.values()
    assert sorted(dot.words for dot in said.dots) == ["15 February 1989", "February 1989"]


def test_agreement_of_all_is_said() -> None:
    assert isinstance(dots(told(), {}, {}, {}, {}), EmptyFigure)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1000 km", "1100 km", "1050 km"], [(0.05, 0.05), (0.95, 0.95), (0.5, 0.5)]),
        (["2016", "2016-12-31"], [(0.05, 0.95), (0.95, 0.95)]),
        (["2016-01-01", "2016-01-03/.."], [(0.05, 0.05), (0.95, 0.95)]),
        (["Kasur", "Lahore"], [(0.33, 0.33), (0.67, 0.67)]),
        (["1000 km", "900 miles"], [(0.33, 0.33), (0.67, 0.67)]),
    ],
    ids=["numbers to scale", "a year is a stretch", "an open end", "names in order", "units apart"],
)
def test_a_value_stands_where_it_belongs(values: list[str], expected: list[tuple[float, float]]) -> None:
    assert [(round(first, 2), round(last, 2)) for first, last in placed(values)] == expected
