"""The records that a question finds, best first, and whether the record answers it at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.queries.find.doer import doer_of, done_by_another
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import Group, Question, meanings
from dashboard.queries.find.ranking import Hit, ranked
from dashboard.queries.find.together import demand_of, holding
from dashboard.queries.find.words import script, spans

# A question counts as answered if its best record covers this share of the question's words, weighed by their
# rarity.
ENOUGH = 0.74
# The same for a question in another script, whose words are met through what they mean.
ENOUGH_TRANSLATED = 0.7
# A record is found if it covers more than this share of a question's words, weighed by their rarity.
HALF = 0.5
# No question has so many misspelt words: one that has is no question, and each costs a walk over all words.
MOST_READ = 8
# What a record covers of a question whose names it holds, but not together: less than enough.
APART = 0.65


@dataclass(frozen=True)
class Result:
    """What a question found: hits best first, whether they answer it, and which words were read as which."""

    question: Question
    hits: tuple[Hit, ...]
    answered: bool
    read_as: Mapping[str, tuple[str, ...]]


def find(index: Index, question: Question) -> Result:
    """Every record that holds something of a question, best first; an empty question finds nothing."""
    groups, read_as = _met(index, question)
    if question.by_years_alone:
        hits = _of_years(index, question)
        return Result(question, hits, bool(hits), read_as)
    hits = _together(index, question, groups, read_as, ranked(index, question, groups))
    translated = any(script(group.text) != "latin" for group in groups)
    enough = ENOUGH_TRANSLATED if translated else ENOUGH
    answered = bool(hits) and max(hit.coverage for hit in hits[:5]) >= enough
    return Result(question, hits, answered, read_as)


def nearest(index: Index, question: Question, least: float) -> tuple[Hit, ...]:
    """The same records, whether or not they hold together what the question names together, of which they
    cover at least the share `least`. A sentence is written with capitals that a question has not, so they
    count for nothing.
    """
    groups = [replace(group, capital=False) for group in question.groups]
    return ranked(index, question, _met(index, replace(question, groups=tuple(groups)))[0], least)


def _met(index: Index, question: Question) -> tuple[list[Group], dict[str, tuple[str, ...]]]:
    """The groups of a question; a word that no record holds but in the title of a source is met by close
    ones, which are named.
    """
    groups: list[Group] = []
    read_as: dict[str, tuple[str, ...]] = {}
    for group in question.groups:
        if group.text in index.spellings:
            group = replace(group, phrases=(*group.phrases, index.spellings[group.text]))
        foreign = script(group.text) != "latin"
        strange = len(group.phrases) == 1 and (foreign or index.is_strange(group))
        if strange and len(read_as) < MOST_READ:
            close = tuple(word for word in index.close_to(group.text) if word != group.text)
            if group.capital and not foreign:
                close = tuple(word for word in close if word not in index.names.common)
            if close:
                read_as[group.text] = close
                others = (other for word in close for other in meanings(word, question.known))
                plain = (*group.phrases, *close)
                group = replace(group, phrases=tuple(dict.fromkeys((*plain, *others))), plain=plain)
        groups.append(group)
    return groups, read_as


def _together(
    index: Index,
    question: Question,
    groups: list[Group],
    read_as: Mapping[str, tuple[str, ...]],
    hits: tuple[Hit, ...],
) -> tuple[Hit, ...]:
    """The hits, those less of which hold apart what the question names together, or say of another what it
    asks of somebody.
    """
    demand = demand_of(question, groups, index.names, {*read_as, *index.spellings})
    doer = doer_of(question.text, groups, index.names.states)
    if demand is None and doer is None:
        return hits
    near = {hit.row for hit in hits if hit.coverage > HALF}
    apart = near - holding(index, demand, near) if demand else set()
    if doer:
        apart |= {row for row in near if done_by_another(doer, _own_words(index, row), index.names.states)}
    if not apart:
        return hits
    weighed = [
        Hit(hit.row, hit.score * APART**2, hit.coverage * APART) if hit.row in apart else hit for hit in hits
    ]
    return tuple(sorted(weighed, key=lambda hit: (-hit.score, hit.row)))


def _own_words(index: Index, row: int) -> str:
    record = index.told[row]
    return f"{record.title}. {record.sentences}"


def _of_years(index: Index, question: Question) -> tuple[Hit, ...]:
    """The dated records of the years asked for, the weightiest first."""
    assert question.years is not None
    records = index.records
    first, last = question.years
    dated = records[(records["first_year"] > 0) & (records["table"] != "sources")]
    held = dated[(dated["first_year"] <= last) & (dated["last_year"] >= first)]
    within = (held["first_year"] >= first) & (held["last_year"] <= last)
    ranked = held.assign(within=within).sort_values(
        ["within", "weight", "first_year"], ascending=[False, True, True], kind="stable"
    )
    return tuple(
        Hit(int(str(row)), 1.0 / weight, 1.0)
        for row, weight in zip(ranked.index, ranked["weight"], strict=True)
    )


class Marker:
    """Finds the words of a question in texts; made once for a question, because each word of each text is
    asked about.
    """

    def __init__(self, result: Result) -> None:
        phrases = [phrase for group in result.question.groups for phrase in group.phrases]
        meant = [word for words in result.read_as.values() for word in words]
        self._wanted = {word for phrase in phrases for word in phrase.split()} | set(meant)
        self._stems = tuple(word for word in self._wanted if len(word) > 3)
        self._met: dict[str, bool] = {}

    def places_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words of the question stand in a text: pairs of begin and end."""
        return tuple((begin, end) for word, begin, end in spans(text) if self._meets(word))

    def number_in(self, text: str) -> int:
        """How many different words of the question a text has."""
        return len({text[begin:end].casefold() for begin, end in self.places_in(text)})

    def _meets(self, word: str) -> bool:
        if word not in self._met:
            near = any(word.startswith(stem) and len(word) - len(stem) < 4 for stem in self._stems)
            self._met[word] = near or word in self._wanted
        return self._met[word]
