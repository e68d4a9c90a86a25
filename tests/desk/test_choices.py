"""A coder chooses records by their names and words that the tables have, and looks no id up."""

from __future__ import annotations

import pandas as pd

from dashboard.desk.choices import records_for, words_for
from dashboard.model.schema import BY_NAME


def test_records_are_offered_by_name_in_the_order_of_the_alphabet() -> None:
    places = pd.DataFrame({"place_id": ["u", "k"], "name": ["Ural", "Kazan"]})
    column = BY_NAME["events"].column("places")
    assert list(records_for(column, {"places": places}).items()) == [("k", "Kazan"), ("u", "Ural")]


def test_where_ids_lead_to_any_table_nothing_is_offered() -> None:
    assert records_for(BY_NAME["evidence"].column("record_id"), {}) == {}
    assert records_for(BY_NAME["events"].column("title"), {}) == {}


def test_words_that_stand_most_often_come_first_and_only_where_they_are_shared() -> None:
    frames = {"quantities": pd.DataFrame({"indicator": ["length", "cost", "cost", ""]})}
    quantities = BY_NAME["quantities"]
    assert words_for(quantities, quantities.column("indicator"), frames) == ["cost", "length"]
    assert words_for(quantities, quantities.column("summary"), frames) == []
