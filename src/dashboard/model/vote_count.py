"""How many votes of which kind: the places in a sentence that are counted from the recorded votes.

`{votes:opposite:AAA-BBB@1980/1989:topic-sea}` is a number of votes, and
`{share:alike:AAA-BBB@1980/1989:0}` a percentage of the votes that both states cast; `{vote:a-res-1:AAA}`
says how a state voted once, `{vote:a-res-1:result}` the count of that vote. Counted are whole
resolutions and decisions of the General Assembly, each once; `vetoed` counts drafts of the Security Council
that failed by a state's veto.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from dashboard.model.vote import Relation

EXPECTED = (
    "{votes:opposite:AAA-BBB@1980/1989:topic-sea}, {share:alike:AAA-BBB@1980/1989:0}, "
    "{vote:a-res-1:AAA} or {vote:a-res-1:result}"
)
RESULT = "result"
OF_ONE = {"in-favour": "Y", "against": "N", "abstained": "A", "vetoed": "", "cast": ""}
OF_TWO = {
    "alike": Relation.SAME,
    "half-apart": Relation.PARTLY,
    "opposite": Relation.OPPOSITE,
    "cast": None,
}

_PLACE = re.compile(
    r"\{(?P<form>votes|share):(?P<what>[a-z-]+):(?P<states>[A-Z]{3}(?:-[A-Z]{3})?)"
    r"@(?P<first>[0-9]{4})(?:/(?P<last>[0-9]{4}))?"
    r"(?::(?P<topic>topic-[a-z0-9-]+))?(?::(?P<decimals>[0-3]))?\}",
    re.ASCII,
)
_ONE = re.compile(rf"\{{vote:(?P<vote>[a-z0-9-]+):(?P<asked>[A-Z]{{3}}|{RESULT})\}}", re.ASCII)


@dataclass(frozen=True)
class VoteCount:
    """What is counted: `what` (a word of OF_ONE or OF_TWO) of one or two states, in years, on one topic or on
    all; as a share with so many decimals, or as a number where there are none.
    """

    what: str
    states: tuple[str, ...]
    first_year: int
    last_year: int
    topic: str = ""
    decimals: int | None = None


class Ballots(Protocol):
    """The recorded votes, as a finding asks for them. Each raises ValueError with the problem and what would
    be right.
    """

    def count(self, wanted: VoteCount) -> tuple[int, int]:
        """How many votes of a count there are, and of how many votes that its states cast."""

    def told(self, vote_id: str, column: str) -> str:
        """How a state voted in one vote, in words; for RESULT its count."""


class NoVotes:
    """The ballots of a collection that holds no votes."""

    def count(self, wanted: VoteCount) -> tuple[int, int]:
        """Nothing can be counted."""
        raise ValueError("no votes are held", f"votes of {' and '.join(wanted.states)} in votes.parquet")

    def told(self, vote_id: str, column: str) -> str:
        """Nothing can be told."""
        raise ValueError("no votes are held", f"the vote {vote_id} in votes.parquet")


def vote_count(placeholder: str) -> VoteCount | None:
    """What a place asks to be counted; nothing if it is no place for a count of votes.

    Raises ValueError with the problem and what would be right.
    """
    place = _PLACE.fullmatch(placeholder)
    if place is None:
        return None
    states = tuple(place["states"].split("-"))
    words = OF_ONE if len(states) == 1 else OF_TWO
    if place["what"] not in words or len(set(states)) < len(states):
        raise ValueError("nothing that is counted", f"{' or '.join(words)} of {'-'.join(states)}")
    if (place["form"] == "share") != (place["decimals"] is not None):
        raise ValueError("decimals do not go with it", "decimals for a share, none for votes")
    if place["form"] == "share" and place["what"] in ("cast", "vetoed"):
        raise ValueError("no share of the votes cast", "a number: {votes:…}")
    first, last = int(place["first"]), int(place["last"] or place["first"])
    if last < first:
        raise ValueError("the years run backwards", f"{last}/{first}")
    decimals = None if place["decimals"] is None else int(place["decimals"])
    return VoteCount(place["what"], states, first, last, place["topic"] or "", decimals)


def one_vote(placeholder: str) -> tuple[str, str] | None:
    """The vote of which a place tells, and the state or RESULT that it asks for; nothing if it is none."""
    place = _ONE.fullmatch(placeholder)
    return (place["vote"], place["asked"]) if place else None


def votes_named(text: str) -> tuple[str, ...]:
    """The topics and the votes on which the counts in a text rest."""
    topics = [place["topic"] for place in _PLACE.finditer(text) if place["topic"]]
    return tuple(dict.fromkeys([*topics, *(place["vote"] for place in _ONE.finditer(text))]))
