"""The table of agreement says share and α of each judgement, and that there is none where nothing was coded
twice.
"""

from __future__ import annotations

import pandas as pd

from dashboard.data.atlas import Atlas
from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.queries.agreement import agreement
from dashboard.views.agreement import table

MEASURED = pd.DataFrame(
    [
        ("stance", 10, 6, 4, 0.6, 0.0952),
        ("origin", 2, 0, 2, 0.0, -0.5),
        ("verdict", 3, 3, 0, 1.0, float("nan")),
    ],
    columns=["field", "judged", "agreed", "settled", "share", "alpha"],
)


def test_each_kind_of_judgement_has_its_share_and_alpha(small_atlas: Atlas) -> None:
    figure = table(MEASURED, small_atlas["readings"])
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "Two readers agree on 9 of 15 judgements"
    assert [[cell.text for cell in row] for row in figure.drawing.rows] == [
        ["Stance of a passage", "10", "6", "60 per cent", "0.10", "4"],
        ["origin", "2", "0", "0 per cent", "−0.50", "2"],
        ["Verdict of a check", "3", "3", "100 per cent", "–", "0"],
    ]


def test_the_records_that_were_judged_stand_behind_it(small_atlas: Atlas) -> None:
    figure = table(agreement(small_atlas["readings"]), small_atlas["readings"])
    assert isinstance(figure, Figure)
    assert figure.record_ids == ("claim-interests",)


def test_nothing_coded_twice_says_so(small_atlas: Atlas) -> None:
    assert isinstance(table(MEASURED.iloc[:0], small_atlas["readings"]), EmptyFigure)


def test_judgements_too_weak_to_conclude_from_are_named(small_atlas: Atlas) -> None:
    figure = table(MEASURED, small_atlas["readings"])
    assert isinstance(figure, Figure)
    assert figure.note.endswith(
        "Below 0.667 agreement is too weak to conclude from, and so it is for stance of a passage and origin."
    )
    strong = table(MEASURED.assign(alpha=0.667), small_atlas["readings"])
    assert isinstance(strong, Figure)
    assert strong.note.endswith("one word only.")


def test_corrections_of_events_are_no_agreement(small_atlas: Atlas) -> None:
    corrected = pd.DataFrame([("event", 4, 3, 1, 0.75, -0.1)], columns=MEASURED.columns)
    figure = table(pd.concat([MEASURED, corrected]), small_atlas["readings"])
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "Two readers agree on 9 of 15 judgements"
    assert [cell.text for cell in figure.drawing.rows[-1]] == [
        "Event, corrected",
        "4",
        "3",
        "75 per cent",
        "–",
        "1",
    ]
    assert "that reader’s own change" in figure.note
    assert "stance of a passage and origin." in figure.note


def test_a_first_coding_of_stances_is_shown_explained_and_not_counted(small_atlas: Atlas) -> None:
    first = pd.DataFrame([("stance_first", 10, 5, 5, 0.5, 0.1)], columns=MEASURED.columns)
    figure = table(pd.concat([MEASURED, first]), small_atlas["readings"])
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "Two readers agree on 9 of 15 judgements"
    assert [row[0].text for row in figure.drawing.rows][-1] == "Stance, first coding"
    assert "Stances stand twice" in figure.note
    unexplained = table(MEASURED, small_atlas["readings"])
    assert isinstance(unexplained, Figure)
    assert "Stances stand twice" not in unexplained.note


def test_later_readings_are_counted_by_record(small_atlas: Atlas) -> None:
    columns = small_atlas["readings"].columns
    later = pd.DataFrame(
        [
            {"record_id": "a", "coder": "later", "value": "kept"},
            {"record_id": "b", "coder": "later", "value": "kept"},
            {"record_id": "b", "coder": "later", "value": "changed", "field": "verdict"},
        ],
        columns=columns,
    ).fillna("")
    figure = table(MEASURED, pd.concat([small_atlas["readings"], later]))
    assert isinstance(figure, Figure)
    assert figure.note.endswith(" 2 records were read once more later; of these 1 was changed.")
