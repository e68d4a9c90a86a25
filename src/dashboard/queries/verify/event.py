"""The events of which a sentence speaks, whatever its wording, and where its names depart from theirs.

A sentence is asked as a question without its dates: the events that hold most of its words, rare ones
counting more, are the ones that it may mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.queries.find.answer import nearest
from dashboard.queries.find.documents import Frames
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import Group, glossary_of, read_question
from dashboard.queries.find.words import tokens
from dashboard.queries.verify.statement import Stated

# Shares of a sentence's words that an event holds: so many where the dates meet, so many where they do not.
WITH_DATE, WITHOUT_DATE = 0.5, 0.65
# Events that come so near to the best one may be meant as well; of more than so many none is.
_NEAR, _MOST = 0.1, 6
_CARDINALS = "two three four five six seven eight nine ten eleven twelve"
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
COUNTED = (frozenset(_CARDINALS.split()), frozenset(_ORDINALS.split()))


@dataclass(frozen=True)
class Meant:
    """An event that a sentence may mean, and the share of the sentence's words that it holds."""

    event_id: str
    share: float


class Events:
    """All events, ready to be met by sentences; built once for each version of the data."""

    def __init__(self, records: pd.DataFrame, terms: pd.DataFrame) -> None:
        """`records` as `documents` gives them, `terms` the table of the glossary."""
        self._index = Index(records[records["table"] == "events"])
        self._glossary = glossary_of(terms)

    def meant_by(self, words: str) -> list[Meant]:
        """The events that a sentence without its dates may mean, the likeliest first."""
        hits = nearest(self._index, read_question(words, self._glossary), WITH_DATE)
        return [Meant(self._index.ids[hit.row], hit.coverage) for hit in hits]

    def called(self, meant: Sequence[Meant], words: Iterable[str]) -> list[Meant]:
        """The events that a sentence may mean whose title has one of its firsts and lasts; all of them if
        none has.
        """
        wanted = {word.lower() for word in words}
        titled = [event for event in meant if not wanted.isdisjoint(tokens(self._title(event.event_id)))]
        return titled or list(meant)

    def _title(self, event_id: str) -> str:
        return str(self._index.records["title"][self._index.ids.index(event_id)])

    def holds(self, event_id: str, words: str) -> bool:
        """Whether an event holds some words as they stand, one after the other."""
        phrase = " ".join(tokens(words))
        return self._index.ids.index(event_id) in self._index.saying(Group(phrase, (phrase,)))

    def titled(self, event_id: str, words: str) -> bool:
        """Whether the title of an event has some words as they stand."""
        title, phrase = tokens(self._title(event_id)), tokens(words)
        return any(title[at : at + len(phrase)] == phrase for at in range(len(title)))

    def counted_in(self, event_id: str, kind: frozenset[str]) -> list[str]:
        """The number words of a kind in the title of an event."""
        return [word for word in tokens(self._title(event_id)) if word in kind]


class Parties:
    """The persons, the places and the states that each event names."""

    def __init__(self, frames: Frames) -> None:
        actors, places, events = frames["actors"], frames["places"], frames["events"]
        within = places[~places["kind"].isin(["country", "region"])]
        kinds = (
            actors[actors["kind"] == "person"].set_index("actor_id")["name"],
            within.set_index("place_id")["name"],
        )
        self._kinds = tuple(kind.to_dict() for kind in kinds)
        self._of_event = {
            event_id: {*named, *sites}
            for event_id, named, sites in zip(
                events["event_id"], events["actors"], events["places"], strict=True
            )
        }

    def is_place(self, record_id: str) -> bool:
        """Whether a record is a place within a country."""
        return record_id in self._kinds[1]

    def in_place_of(self, record_id: str, event_id: str) -> str:
        """The persons of an event where the record is another person, its places where it is another place;
        empty for anything else and where the event names none.
        """
        named = self._of_event.get(event_id, set())
        for kind in self._kinds:
            if record_id in kind and record_id not in named:
                return ", ".join(sorted(kind[place_id] for place_id in named if place_id in kind))
        return ""


def sure(meant: Sequence[Meant]) -> list[Meant]:
    """The events that a sentence means although no date meets: the best and those near it, none if they are
    many or hold too little.
    """
    likely = near_best([event for event in meant if event.share >= WITHOUT_DATE])
    return likely if len(likely) <= _MOST else []


def near_best(meant: Sequence[Meant]) -> list[Meant]:
    """The events that hold nearly as much of a sentence as the best one."""
    best = max((event.share for event in meant), default=0.0)
    return [event for event in meant if event.share > best - _NEAR]


def overlap(stated: Stated, days: tuple[str, str]) -> bool:
    """Whether a stated date and the first and last day of a record have a day in common."""
    return stated.first <= days[1] and days[0] <= stated.last


def without(sentence: str, parts: Iterable[tuple[int, int]]) -> str:
    """A sentence with some places left blank."""
    for begin, end in parts:
        sentence = sentence[:begin] + " " * (end - begin) + sentence[end:]
    return sentence


def dates_of(stated: Iterable[Stated]) -> list[tuple[int, int]]:
    """Where the dates of a sentence stand."""
    return [(thing.begin, thing.end) for thing in stated if thing.kind == "date"]
