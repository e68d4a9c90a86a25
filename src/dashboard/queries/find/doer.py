"""Which state a question says did something, and whether a record says that of another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dashboard.queries.find.question import Group
from dashboard.queries.find.words import tokens

# Words after which a question names who did what it asks.
_DID = frozenset(["did", "does", "do", "has", "have", "had", "will"])
_LONGEST_NAME = 4
# A verb is met with its ending, which may take its last letter.
_SHORTEST_VERB = 3


@dataclass(frozen=True)
class Doer:
    """A state, as words, and the beginnings of the verbs of which a question asks whether it did them."""

    state: tuple[str, ...]
    verbs: tuple[str, ...]


def doer_of(text: str, groups: Sequence[Group], states: Collection[str]) -> Doer | None:
    """Who did what by the words of a question, such as "Did X send"; None if it does not ask so."""
    verbs = {group.text: group.phrases for group in groups}
    words = [word for word in tokens(text) if word != "the"]
    for place in (place + 1 for place, word in enumerate(words) if word in _DID):
        for name in _names_at(words, place, states):
            after = words[place + len(name)] if place + len(name) < len(words) else ""
            if after in verbs:
                beginnings = (phrase.removesuffix("e") for phrase in verbs[after] if " " not in phrase)
                return Doer(name, tuple(verb for verb in beginnings if len(verb) >= _SHORTEST_VERB))
    return None


def done_by_another(doer: Doer, sentences: str, states: Collection[str]) -> bool:
    """Whether sentences hold the verb, and each time right after the name of another state."""
    words = tokens(sentences)
    places = [place for place, word in enumerate(words) if word.startswith(doer.verbs)]
    return bool(places) and all(
        any(name != doer.state for name in _names_before(words, place, states)) for place in places
    )


def _names_at(words: Sequence[str], place: int, states: Collection[str]) -> Iterator[tuple[str, ...]]:
    """The names of states that begin at a place, the longest first."""
    for size in range(_LONGEST_NAME, 0, -1):
        if " ".join(words[place : place + size]) in states:
            yield tuple(words[place : place + size])


def _names_before(words: Sequence[str], place: int, states: Collection[str]) -> Iterator[tuple[str, ...]]:
    for size in range(_LONGEST_NAME, 0, -1):
        if size <= place and " ".join(words[place - size : place]) in states:
            yield tuple(words[place - size : place])
