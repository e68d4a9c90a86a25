"""The database of a proof: what it holds of a cell, and which column it looks rows up by."""

from __future__ import annotations

import pytest

from dashboard.exports.proof.database import Database, quoted, same

PLACES = (("place_id", 'the "name"', "lat"), [("p", "Port", "24.50"), ("q", "", "1e3"), ("r", "007", "x")])


@pytest.fixture
def base() -> Database:
    base = Database()
    base.load("places", PLACES, "place_id")
    base.load("shown", PLACES)
    return base


def test_an_empty_cell_is_none_and_what_reads_as_a_number_is_one(base: Database) -> None:
    assert base.rows("SELECT * FROM places") == [("p", "Port", 24.5), ("q", None, 1000), ("r", 7, "x")]
    assert base.columns("SELECT lat, place_id FROM shown") == [[24.5, 1000, "x"], ["p", "q", "r"]]


def test_only_a_table_with_a_key_is_looked_up_by_one(base: Database) -> None:
    (way,) = base.rows("EXPLAIN QUERY PLAN SELECT * FROM places WHERE place_id = 'p'")
    assert way[-1] == "SEARCH places USING INDEX places_by_key (place_id=?)"
    indexed = base.rows("SELECT tbl_name FROM sqlite_master WHERE type = 'index'")
    assert indexed == [("places",)]


def test_a_name_with_quotes_is_a_name(base: Database) -> None:
    name = quoted('the "name"')
    assert base.rows(f"SELECT {name} FROM places WHERE {name} = 'Port'") == [("Port",)]


@pytest.mark.parametrize(
    ("shown", "computed", "alike"),
    [
        ("a", "a", True),
        ("a", "b", False),
        (None, None, True),
        (None, 0, False),
        (0.3, 0.1 + 0.2, True),
        (1000, 1000.0000009, True),
        (1000, 1000.0000011, False),
        (-1000, -1000.0000009, True),
        (1000.0000009, 1000, True),
        (0, 1e-12, False),
        (1, "1", False),
        ("1", 1, False),
    ],
)
def test_numbers_are_the_same_but_for_the_last_digits(shown: object, computed: object, alike: bool) -> None:
    assert bool(same(shown, computed)) is alike
