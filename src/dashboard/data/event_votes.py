"""What an event that tells of a recorded vote owes to the roll call: that it is named, its day and its
numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import period_or_none
from dashboard.model.tally import Tally, tallies

Frames = Mapping[str, pd.DataFrame]
Row = Mapping[str, Any]

_COUNTS = {"yes": "votes in favour", "no": "votes against", "abstained": "abstentions"}


def unlinked(frames: Frames) -> Iterator[Fault]:
    """Events of the kind `vote` that name no roll call and have no note that says why."""
    named = set(frames["event_votes"]["event_id"])
    events = frames["events"]
    bare = events[(events["kind"] == "vote") & (events["note"] == "") & ~events["event_id"].isin(named)]
    for row in bare.to_dict("records"):
        expected = "a row in event_votes.csv with the roll call, or a note that says why there is none"
        yield Fault("events.csv", row[ROW], "kind", "a vote without its roll call", row["event_id"], expected)


def told_otherwise(frames: Frames) -> Iterator[Fault]:
    """Numbers in the title or summary of an event that none of its roll calls has."""
    for event, votes in _linked(frames):
        for column in ("title", "summary"):
            for tally in tallies(event[column]):
                if not _holds(tally, votes):
                    yield _fault(event, column, tally, votes)


def on_another_day(frames: Frames) -> Iterator[Fault]:
    """Events that lie on another day than each of their roll calls, without a note that says why; what is no
    date is told as such.
    """
    for event, votes in _linked(frames):
        days = [vote["date"] for vote in votes]
        dated = period_or_none(event["date"]) is not None
        if not dated or event["note"] or any(_meet(event["date"], day) for day in days):
            continue
        problem = "another day than that of the roll call, and no note says why"
        expected = " or ".join(dict.fromkeys(days)) + ", or a note"
        yield Fault("events.csv", int(event[ROW]), "date", problem, event["date"], expected)


def _linked(frames: Frames) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Every event that tells of votes which are held, with their rows."""
    links = frames["event_votes"]
    events = _by_id(frames["events"], links, "event_id")
    votes = _by_id(frames["votes"], links, "vote_id")
    votes_by_event: dict[str, list[Row]] = {}
    for event_id, vote_id in zip(links["event_id"], links["vote_id"], strict=True):
        if event_id in events and vote_id in votes:
            votes_by_event.setdefault(event_id, []).append(votes[vote_id])
    for event_id, rows in votes_by_event.items():
        yield events[event_id], rows


def _by_id(rows: pd.DataFrame, links: pd.DataFrame, column: str) -> dict[str, Row]:
    """The rows to which links lead, by id."""
    linked = rows[rows[column].isin(links[column])].drop_duplicates(column)
    return dict(zip(linked[column], linked.to_dict("records"), strict=True))


def _holds(tally: Tally, votes: Sequence[Row]) -> bool:
    counts = [vote[tally.role] for vote in votes]
    return any(pd.isna(count) or count == tally.number for count in counts)


def _fault(event: Row, column: str, tally: Tally, votes: Sequence[Row]) -> Fault:
    counts = " or ".join(f"{vote[tally.role]} ({vote['vote_id']})" for vote in votes)
    problem = f"another number of {_COUNTS[tally.role]} than the roll call has"
    return Fault("events.csv", int(event[ROW]), column, problem, tally.words, counts)


def _meet(first: str, second: str) -> bool:
    former, other = period_or_none(first), period_or_none(second)
    return bool(former and other and former.first <= other.last and other.first <= former.last)
