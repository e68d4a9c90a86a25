"""A record called as the question says counts more, by the best of its names."""

import pytest

from dashboard.queries.find.calling import NAMED, Calling

NAMES = [
    (frozenset(["river", "dam"]), frozenset(["great", "river", "dam", "wall"])),
    (frozenset(["gate"]),),
    (),
    (frozenset(["river"]), frozenset(["gate", "pier", "mole", "quay"])),
]


@pytest.mark.parametrize(
    ("words", "factors"),
    [
        ({"river", "dam"}, [NAMED, 1.0, 1.0, NAMED]),
        ({"great"}, [1.125, 1.0, 1.0, 1.0]),
        ({"gate"}, [1.0, NAMED, 1.0, 1.125]),
        ({"gate", "pier", "mole"}, [1.0, NAMED, 1.0, 1.375]),
        ({"bridge"}, [1.0, 1.0, 1.0, 1.0]),
        (set(), [1.0, 1.0, 1.0, 1.0]),
    ],
)
def test_a_whole_name_counts_most_and_else_half_of_the_best_share_of_one(words, factors):
    assert Calling(NAMES).factors(words).tolist() == factors


def test_no_records_are_called_nothing():
    assert Calling([]).factors({"gate"}).tolist() == []
