"""What a question names together, and whether a record holds it together.

A person and a place, a kind of act and a place, a person and a year, two parties and a treaty: a record that
holds one of them in its title and the other in a passage of its own answers no such question, and neither
does one in which the person is only spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.queries.find.question import Group, Question
from dashboard.queries.find.words import script, tokens

if TYPE_CHECKING:
    from dashboard.queries.find.index import Index

# Acts by which one is at a place or with a person, and acts that have parties.
_MEETING = frozenset(["visit", "call", "meeting", "meet"])
_BETWEEN = frozenset(["agreement", "treaty"])
_ACTS = _MEETING | _BETWEEN | {"exercise", "vote", "delivery", "conflict"}
# Words in front of a place that say that something was there.
_AT = frozenset(["in", "at", "to", "visit", "visits", "visited", "visiting", "в", "во"])
# Tables whose records happen; others tell of it in words.
_HAPPENING = "events"
# What says nothing of who was where beyond its own title.
_TITLES_ONLY = frozenset(["sources", "votes"])
_UNCAPITALISED = re.compile(r"\b[a-z][a-z]+\b")


@dataclass(frozen=True)
class Names:
    """The words of the names of persons and of places within a country, and the names of states; none of
    the words is one that the record also writes without a capital, as it does those in `common`.
    """

    persons: frozenset[str]
    places: frozenset[str]
    states: frozenset[str]
    common: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Demand:
    """What a record must hold together: names, acts and what describes an act, of whose phrases one
    suffices, a date if `dated`, and the names as those who took part and where, if `there`.
    """

    names: tuple[Group, ...]
    acts: tuple[Group, ...]
    described: tuple[Group, ...]
    dated: bool
    there: bool


def names_of(records: pd.DataFrame) -> Names:
    """The names in records as `documents` gives them."""
    actors, places = (records[records["table"] == table] for table in ("actors", "places"))
    common = written = _common(records)
    wide = places["kind"].isin(["country", "region"])
    states = [*actors.loc[actors["kind"] == "state", "title"], *places.loc[wide, "title"]]
    common = common | {word for name in states for word in tokens(name)}
    persons = {word for name in _called(actors[actors["kind"] == "person"]) for word in tokens(name)}
    within = {word for name in _called(places[~wide]) for word in tokens(name)}
    return Names(
        frozenset(word for word in persons - common if len(word) > 1),
        frozenset(word for word in within - common if len(word) > 1),
        frozenset(" ".join(tokens(name)) for name in states),
        frozenset(written),
    )


def _common(records: pd.DataFrame) -> set[str]:
    """The words that sentences write without a capital."""
    held = records[~records["table"].isin(_TITLES_ONLY)]
    texts = [*held["title"], *held["sentences"]]
    return {word for text in texts for word in _UNCAPITALISED.findall(text)}


def _called(rows: pd.DataFrame) -> list[str]:
    listed = (re.split("[;·]", names) for names in rows["names"])
    return [name for names in (rows["title"], *listed) for name in names if name.strip()]


def demand_of(
    question: Question, groups: Sequence[Group], names: Names, respelt: Collection[str]
) -> Demand | None:
    """What a question names together; None if it names no two things that belong together.

    `groups` are those of the question with the words as which strange ones were read, `respelt` the words
    that were read as others.
    """
    persons = tuple(_naming(groups, names.persons, respelt))
    places = tuple(_naming(groups, names.places, respelt))
    states = tuple(_naming(groups, names.states, {group.text for group in groups}))
    acts = tuple(group for group in groups if not _ACTS.isdisjoint(group.phrases))
    dated = question.years is not None
    kinds = {phrase for group in acts for phrase in group.phrases}
    meeting, between = not kinds.isdisjoint(_MEETING), not kinds.isdisjoint(_BETWEEN)
    if meeting and len(persons) > 1:
        # Two who were at one event met, whatever the event is called.
        acts = tuple(group for group in acts if _MEETING.isdisjoint(group.phrases))
    if persons and (places or dated or (meeting and len(persons) > 1)):
        return Demand((*persons, *places), acts, (), dated, meeting or _is_at(question.text, places))
    if acts and (places or (dated and meeting)):
        return Demand(places, acts, (), dated, not between)
    if between and len(states) > 1:
        return Demand(states, acts, _describing(groups, states, acts), dated, True)
    return None


def _naming(groups: Iterable[Group], words: frozenset[str], respelt: Collection[str]) -> Iterable[Group]:
    """The groups that are names, with those of their phrases that are; what the glossary gives for a word in
    Latin script is only what it may mean, and so is any but the nearest of the words that a misspelt one may
    be.
    """
    for group in groups:
        latin = script(group.text) == "latin"
        other = not latin or group.text in respelt
        said = group.plain[:2] if latin and group.plain else group.phrases
        phrases = [phrase for phrase in said if phrase in words and (other or phrase == group.text)]
        if phrases:
            yield Group(group.text, tuple(phrases))


def _describing(
    groups: Sequence[Group], states: Collection[Group], acts: Collection[Group]
) -> tuple[Group, ...]:
    """The words right before an act, as in "mutual defence treaty"."""
    described: list[Group] = []
    names = {group.text for group in (*states, *acts)}
    for position, group in enumerate(groups):
        if group in acts:
            before = takewhile(lambda near: near.text not in names, reversed(groups[:position]))
            described += before
    return tuple(described)


def _is_at(text: str, places: Sequence[Group]) -> bool:
    """Whether a question says of one of its places that something was there."""
    words = tokens(text)
    named = {group.text for group in places}
    return any(place in named and word in _AT for word, place in pairwise(words))


def holding(index: Index, demand: Demand, rows: Iterable[int]) -> set[int]:
    """Those of some rows that hold what a question names together."""
    held = {row for row in rows if not demand.dated or index.facts[row].first_year > 0}
    if demand.there:
        held = {row for row in held if index.facts[row].table not in _TITLES_ONLY}
    happening = {row for row in held if index.facts[row].table == _HAPPENING}
    for group in demand.names:
        saying, there = index.telling(group), index.attended_by(group)
        held &= (there | (saying - happening)) if demand.there else (there | saying)
    for group in demand.acts:
        held &= (index.telling(group) - happening) | index.titled(group) | index.of_kind(_kinds_of(group))
    for group in demand.described:
        held &= set(index.holding(group))
    return held


def _kinds_of(act: Group) -> frozenset[str]:
    """The kinds of event that an act may be."""
    words = frozenset(act.phrases)
    return words if words.isdisjoint(_MEETING) else words | _MEETING
