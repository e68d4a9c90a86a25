"""The agreement of two readers is that of a hand-worked example, and readings by one reader alone measure
nothing.
"""

from __future__ import annotations

import math

import pandas as pd
import pytest

from dashboard.queries.agreement import agreement

COLUMNS = ["record_id", "source_id", "locator", "field", "coder", "value"]


def coded(field: str, first: str, second: str, settled: str = "") -> pd.DataFrame:
    """Judgements of one field as words by reader A and reader B, the third's in the same places (`-` is
    none).
    """
    rows = []
    for coder, values in (("A", first), ("B", second), ("settled", settled)):
        for number, value in enumerate(values.split()):
            if value != "-":
                rows.append((f"record-{number}", "essay", "para:1", field, coder, value))
    return pd.DataFrame(rows, columns=COLUMNS)


def test_alpha_is_that_of_a_hand_worked_example() -> None:
    """Ten units, four of them coded differently: 14 zeros and 6 ones of 20 values.

    Observed disagreement 4/10; expected 2·14·6 / (20·19) = 168/380; α = 1 − 0.4 / 0.4421 = 0.0952.
    """
    readings = coded("stance", "0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0", "1 - 1 - - 0 - - 1 -")
    (row,) = agreement(readings).to_dict("records")
    assert (row["field"], row["judged"], row["agreed"], row["settled"], row["share"]) == (
        "stance",
        10,
        6,
        4,
        0.6,
    )
    assert row["alpha"] == pytest.approx(1 - 0.4 / (168 / 380))


def test_each_kind_of_judgement_is_measured_alone() -> None:
    readings = pd.concat(
        [coded("stance", "yes no yes", "yes no yes"), coded("verdict", "partly open", "open partly")]
    )
    measured = agreement(readings).set_index("field")
    assert measured.loc["stance", ["judged", "share", "alpha"]].tolist() == [3, 1.0, 1.0]
    assert measured.loc["verdict", "share"] == 0.0
    assert measured.loc["verdict", "alpha"] < 0


def test_one_word_for_all_says_nothing_about_chance() -> None:
    (row,) = agreement(coded("stance", "yes yes", "yes yes")).to_dict("records")
    assert row["share"] == 1.0
    assert math.isnan(row["alpha"])


@pytest.mark.parametrize("readings", [coded("stance", "", ""), coded("stance", "yes no", "- -")])
def test_without_a_second_reader_nothing_is_measured(readings: pd.DataFrame) -> None:
    assert agreement(readings).empty
