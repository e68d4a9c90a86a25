"""What findings ask of the recorded votes, from the votes as they stand in their file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import pandas as pd

from dashboard.data.cells import split
from dashboard.model.vote import CAST, CODES, WHOLE, relation
from dashboard.model.vote_count import OF_ONE, OF_TWO, RESULT, VoteCount

Frames = Mapping[str, pd.DataFrame]


class HeldVotes:
    """The ballots (see `model.vote_count.Ballots`) of the frame `votes`, with the topics of the frame
    `vote_topics`.
    """

    def __init__(self, frames: Frames) -> None:
        self._votes = frames["votes"]
        self._years = self._votes["date"].str[:4].astype(int)
        self._topics = set(frames["vote_topics"]["topic_id"])

    def count(self, wanted: VoteCount) -> tuple[int, int]:
        """How many votes of a count there are, and of how many votes that its states cast."""
        for state in wanted.states:
            self._refuse_unknown_state(state)
        if wanted.topic and wanted.topic not in self._topics:
            raise ValueError("no such topic", "an id from vote_topics.csv")
        first, last = self._years.min(), self._years.max()
        if not first <= wanted.first_year <= wanted.last_year <= last:
            raise ValueError("years of which no votes are held", f"years from {first} to {last}")
        within = self._years.between(wanted.first_year, wanted.last_year)
        chosen = within & self._on_topic(wanted.topic)
        if wanted.what == "vetoed":
            return _vetoed(self._votes.loc[chosen, "vetoed_by"], wanted)
        # Only the columns that are counted: of all thirty a copy would take most of the time.
        return _counted(self._votes.loc[chosen & self._whole, list(wanted.states)], wanted)

    def _on_topic(self, topic: str) -> pd.Series:
        if not topic:
            return pd.Series(True, index=self._votes.index)
        on_topic = {cell: topic in split(cell) for cell in self._votes["topics"].unique()}
        return self._votes["topics"].map(on_topic).astype(bool)

    @cached_property
    def _whole(self) -> pd.Series:
        """Which votes of the assembly are on a whole text, each text once."""
        votes = self._votes
        whole = (votes["body"] == "general-assembly") & votes["kind"].isin(WHOLE) & (votes["repeats"] == "")
        return whole.astype(bool)

    def told(self, vote_id: str, column: str) -> str:
        """How a state voted in one vote, in words; for RESULT its count."""
        votes = self._votes[self._votes["vote_id"] == vote_id]
        if votes.empty:
            raise ValueError("no such vote", "an id from votes.parquet")
        if column == RESULT:
            return _result(votes.iloc[0])
        self._refuse_unknown_state(column)
        code = votes.iloc[0][column]
        return f"voted {CODES[code]}" if code in ("Y", "N") else CODES[code]

    def _refuse_unknown_state(self, state: str) -> None:
        if state not in self._votes.columns:
            raise ValueError(f"no votes of {state} are held", "a state with a column in votes.parquet")


def _result(vote: pd.Series) -> str:
    counts = [vote[name] for name in ("yes", "no", "abstained")]
    if any(pd.isna(count) for count in counts):
        raise ValueError("the count of this vote is not held", "a vote with its totals")
    return "–".join(map(str, counts))


def _vetoed(vetoers: pd.Series, wanted: VoteCount) -> tuple[int, int]:
    """The drafts that failed by the state's veto, of all those that failed by a veto."""
    vetoed = vetoers[vetoers != ""]
    return sum(wanted.states[0] in split(cell) for cell in vetoed), len(vetoed)


def _counted(stood: pd.DataFrame, wanted: VoteCount) -> tuple[int, int]:
    """Of how the states stood in each vote, the votes that are counted, and those that all of them cast."""
    cast = stood[stood.isin(CAST).all(axis=1)]
    if cast.empty:
        raise ValueError("no vote that was cast is held", "years and a topic with votes")
    if wanted.what == "cast":
        return len(cast), len(cast)
    if len(wanted.states) == 1:
        return int((cast[wanted.states[0]] == OF_ONE[wanted.what]).sum()), len(cast)
    first, second = (cast[state] for state in wanted.states)
    relations = [relation(*pair) for pair in zip(first, second, strict=True)]
    return relations.count(OF_TWO[wanted.what]), len(cast)
