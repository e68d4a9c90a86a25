"""Whether records answer a question, and which of its words a record lacks.

What a question names decides: a person, a place, a number or a year that a record lacks makes it a record of
something else. An ordinary word does not: whoever asks in words of their own uses some that no record has.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dashboard.queries.find.question import Glossary, Group, Question
from dashboard.queries.find.ranking import Hit, within
from dashboard.queries.find.words import as_typed, script, tokens

if TYPE_CHECKING:
    from dashboard.queries.find.index import Index
    from dashboard.queries.find.marker import Marker

# A question counts as answered if its best record covers this share of the question's words, weighed by their
# rarity.
ENOUGH = 0.74
# The same for a question in another script, whose words are met through what they mean.
ENOUGH_TRANSLATED = 0.7
# So many of the first records may answer.
FIRST = 5
# A record is found if it covers more than this share of a question's words, weighed by their rarity.
HALF = 0.5
# How like a question a record has to be that lacks a word of it: its score, which counts up to three times
# if the question says its title. Set on questions of the halves that were written before the rule, except
# `unseen`.
LIKE = 20.0
_OF_TITLE = 2.0
# A name that this share of all records holds decides nothing: an atlas of two states names them everywhere.
_EVERYWHERE = 0.25


class Held(NamedTuple):
    """What a record lacks of a question: the words that decide, those of which no record knows anything, and
    the others; and how many ordinary words it holds that are not in every other record.
    """

    deciding: tuple[str, ...]
    unknown: tuple[str, ...]
    ordinary: tuple[str, ...]
    met: int

    @property
    def lacking(self) -> tuple[str, ...]:
        """All words that the record lacks."""
        return (*self.deciding, *self.unknown, *self.ordinary)


class Judge:
    """Holds records against one question; `apart` are those that hold its words, but not together."""

    def __init__(
        self, index: Index, question: Question, groups: Sequence[Group], apart: Collection[int]
    ) -> None:
        """`groups` are those of the question with the words as which strange ones were read."""
        self._index, self._question, self.apart = index, question, apart
        self._groups = [group for group in groups if group.needed]
        self._foreign = any(script(group.text) != "latin" for group in groups)
        self._within = within(index, question)
        self._many = _EVERYWHERE * len(index.facts)
        self._deciding = {group.text: _decides(index, group) for group in self._groups}

    def held(self, row: int) -> Held:
        """What a record lacks of the question, and what it holds."""
        deciding, unknown, ordinary, met = [], [], [], 0
        for group in self._groups:
            rows = self._index.scores(group).rows
            if (rows == row).any():
                met += not self._deciding[group.text] and len(rows) <= self._many
            elif self._deciding[group.text]:
                deciding.append(group.text)
            elif not len(rows) and script(group.text) == "latin":
                unknown.append(group.text)
            else:
                ordinary.append(group.text)
        if self._within[row] != 1.0:
            deciding.append(self._question.dated)
        return Held(tuple(deciding), tuple(unknown), tuple(ordinary), met)

    def lacking(self, row: int) -> tuple[str, ...]:
        """The words of the question that a record lacks, as the reader typed them, in their order."""
        typed = [as_typed(self._question.text, words) for words in self.held(row).lacking]
        return tuple(sorted(typed, key=self._question.text.find))

    def covering(self, hit: Hit) -> bool:
        """Whether a record covers enough of the question to answer it."""
        return hit.coverage >= (ENOUGH_TRANSLATED if self._foreign else ENOUGH)

    def answering(self, hits: Sequence[Hit], marker: Marker) -> frozenset[int]:
        """Those of the first records that answer the question: they cover enough of it, or hold all that it
        names and are like it enough.
        """
        first = hits[:FIRST]
        return frozenset(hit.row for hit in first if self.covering(hit) or self._is_like(hit, marker))

    def near(self, hits: Sequence[Hit]) -> bool:
        """Whether one of the first records holds all that a question names or, if it names nothing, more than
        half of it.
        """
        names = self._question.years is not None or any(self._deciding.values())
        return any(
            (names or hit.coverage > HALF) and hit.row not in self.apart and not self.held(hit.row).deciding
            for hit in hits[:FIRST]
        )

    def _is_like(self, hit: Hit, marker: Marker) -> bool:
        if hit.row in self.apart:
            return False
        held = self.held(hit.row)
        if held.deciding or held.unknown or not held.met:
            return False
        title = self._index.told[hit.row].title
        return hit.score * (1 + _OF_TITLE * _said(title, marker, self._question.known)) >= LIKE


def _said(title: str, marker: Marker, known: Glossary) -> float:
    """The share of the words of a title that the question says."""
    words = [word for word in dict.fromkeys(tokens(title)) if word not in known or known[word]]
    return sum(marker.meets(word) for word in words) / len(words) if words else 0.0


def _decides(index: Index, group: Group) -> bool:
    """Whether a record that lacks a word is one of something else: the word has a number or is a name that
    not every other record holds.
    """
    many = _EVERYWHERE * len(index.facts)
    if len(index.scores(group).rows) > many:
        return False
    if any(sign.isdigit() for sign in group.text):
        return True
    names = index.names
    if script(group.text) != "latin":
        return _means_a_name(group, names.common)
    if any(group.text in named for named in (names.persons, names.places, names.states)):
        return True
    return group.capital and group.text not in names.common and not _is_of_everywhere(index, group, many)


def _means_a_name(group: Group, common: Collection[str]) -> bool:
    """Whether a word of another script means words that the record writes with a capital only; one that means
    none is a name if it has a capital itself.
    """
    meant = next((phrase for phrase in group.plain[1:] if script(phrase) == "latin"), "")
    return all(word not in common for word in meant.split()) if meant else group.capital


def _is_of_everywhere(index: Index, group: Group, many: float) -> bool:
    """Whether a word is formed from the name of a state that is everywhere, as "Ruritanian" is."""
    states: Mapping[str, None] = dict.fromkeys(index.names.states)
    roots = [name for name in states if len(name) > 3 and group.text.startswith(name)]
    return any(len(index.scores(Group(name, (name,))).rows) > many for name in roots)
