"""How a recorded vote is coded, and when two states voted together."""

from __future__ import annotations

from enum import Enum

CODES = {
    "Y": "in favour",
    "N": "against",
    "A": "abstained",
    "X": "did not vote",
    "?": "not known",
    "": "not a member",
}
CAST = ("Y", "N", "A")
# What is put to the vote as a whole text, not in parts.
WHOLE = ("resolution", "decision", "draft")

# A year of fewer votes has no share of its own.
FEWEST = 5
NO_TOPIC = "no topic by our rules"


class Relation(Enum):
    """How two votes that were cast stand to each other."""

    SAME = "same"
    PARTLY = "partly"
    OPPOSITE = "opposite"


def relation(first: str, second: str) -> Relation | None:
    """How two codes stand to each other; nothing unless both states voted or abstained."""
    if first not in CAST or second not in CAST:
        return None
    if first == second:
        return Relation.SAME
    return Relation.PARTLY if "A" in (first, second) else Relation.OPPOSITE


def is_state(name: str) -> bool:
    """Whether a column holds the votes of a state."""
    return len(name) == 3 and name.isalpha() and name.isupper()
