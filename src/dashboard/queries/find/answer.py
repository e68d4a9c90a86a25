"""The records that a question finds, best first, and whether the record answers it at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from dashboard.queries.find.documents import SHAPES
from dashboard.queries.find.doer import doer_of, done_by_another
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import Group, Question, meanings
from dashboard.queries.find.together import demand_of, holding
from dashboard.queries.find.words import script, spans

# A question counts as answered if its best record covers this share of the question's words, weighed by their
# rarity.
ENOUGH = 0.74
# A record is found if it covers more than this share of a question's words, weighed by their rarity.
HALF = 0.5
# What a synonym covers of a word that the record itself uses elsewhere: a capital is not quite answered by
# its country.
SYNONYM = 0.8
# No word weighs more than this: a rare verb of the reader's own must not outweigh the names beside it.
RAREST = 4.0
# A name that no record holds weighs so many times as much as another word: what is asked of it is not held.
UNKNOWN = 2.0
# What a record without a date covers of a question that asks for years: less than enough.
UNDATED = 0.65
# What the years of a question weigh beside its words.
YEARS = 2.0
# What a record covers of a question whose names it holds, but not together: less than enough.
APART = 0.65
_NAMED = 2.2
# Where something is to be measured, a number that somebody states is the answer, and a project holds its
# numbers.
_MEASURED = {"quantities": 2.5, "projects": 1.5}
_WEIGHT = {1: 1.25, 2: 1.1, 3: 1.0}
_FACTORS = {
    (table, weight): shape.rank * factor
    for table, shape in SHAPES.items()
    for weight, factor in _WEIGHT.items()
}


class Hit(NamedTuple):
    """One record that a question found: its row in the index, its score, and the share of the question that
    it covers.
    """

    row: int
    score: float
    coverage: float


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
    hits = _together(index, question, groups, read_as, _ranked(index, question, groups))
    answered = bool(hits) and max(hit.coverage for hit in hits[:5]) >= ENOUGH
    return Result(question, hits, answered, read_as)


def nearest(index: Index, question: Question, least: float) -> tuple[Hit, ...]:
    """The same records, whether or not they hold together what the question names together, of which they
    cover at least the share `least`. A sentence is written with capitals that a question has not, so they
    count for nothing.
    """
    groups = [replace(group, capital=False) for group in question.groups]
    return _ranked(index, question, _met(index, replace(question, groups=tuple(groups)))[0], least)


def _met(index: Index, question: Question) -> tuple[list[Group], dict[str, tuple[str, ...]]]:
    """The groups of a question; a word that no record holds but in the title of a source is met by close
    ones, which are named.
    """
    groups, read_as = [], {}
    for group in question.groups:
        if group.text in index.spellings:
            group = replace(group, phrases=(*group.phrases, index.spellings[group.text]))
        foreign = script(group.text) != "latin"
        if len(group.phrases) == 1 and (foreign or index.is_strange(group)):
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
    weighed = [
        Hit(hit.row, hit.score * APART**2, hit.coverage * APART) if hit.row in apart else hit for hit in hits
    ]
    return tuple(sorted(weighed, key=lambda hit: (-hit.score, hit.row)))


def _own_words(index: Index, row: int) -> str:
    record = index.told[row]
    return f"{record.title}. {record.sentences}"


def _ranked(index: Index, question: Question, groups: list[Group], least: float = 0.0) -> tuple[Hit, ...]:
    found = [index.holding(group) for group in groups]
    exact = [_exact(index, group, rows) for group, rows in zip(groups, found, strict=True)]
    rarity = [
        _weight(index, group, len(exact_hits or rows))
        for group, exact_hits, rows in zip(groups, exact, found, strict=True)
    ]
    needed = [weight * group.needed for weight, group in zip(rarity, groups, strict=True)]
    if not sum(needed):
        needed = rarity
    scores: dict[int, float] = {}
    covered: dict[int, float] = {}
    for exact_hits, rows, weight in zip(exact, found, needed, strict=True):
        for row, score in rows.items():
            scores[row] = scores.get(row, 0.0) + score
            full = row in exact_hits or not exact_hits
            covered[row] = covered.get(row, 0.0) + (weight if full else weight * SYNONYM)
    words = frozenset(word for group in groups for phrase in group.phrases for word in phrase.split())
    called = index.called_by(words)
    measured = {row for group, rows in zip(groups, found, strict=True) if not group.needed for row in rows}
    whole = sum(needed)
    hits = []
    for row, score in scores.items():
        facts = index.facts[row]
        coverage = _coverage(covered[row], whole, _within(index, row, question))
        if coverage < least:
            continue
        factor = _FACTORS[facts.table, facts.weight]
        if row in called:
            factor *= max(_named(name, words) for name in facts.names)
        if row in measured:
            factor *= _MEASURED.get(facts.table, 1.0)
        hits.append(Hit(row, score * coverage**2 * factor, coverage))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.row)))


def _exact(index: Index, group: Group, rows: Mapping[int, float]) -> Mapping[int, float]:
    """The records that say a word as it was asked, none if only sources do; `rows` hold any phrase of it."""
    if len(group.phrases) == 1:
        return rows
    said = Group(group.text, group.plain or (group.text,))
    return {} if index.is_strange(said) else index.holding(said)


def _weight(index: Index, group: Group, number: int) -> float:
    """How much a word counts that so many records hold; a name that none of them holds counts double."""
    weight = min(index.rarity(number), RAREST)
    return weight * UNKNOWN if group.capital and not number else weight


def _named(name: frozenset[str], words: frozenset[str]) -> float:
    """How much it counts that a record is called as the question says: wholly, or by the best part of its
    name.
    """
    if name and name <= words:
        return _NAMED
    shared = len(name & words) / max(len(name), 1)
    return 1.0 + shared / 2


def _coverage(covered: float, whole: float, within: float | None) -> float:
    """The share of a question that a record covers: of its words, of which its years are one that counts
    twice as much as most if they are asked for, and by which it is less if it is not of these.
    """
    if within is None:
        return covered / whole
    return (covered + YEARS * (within == 1.0)) / (whole + YEARS * (within == 1.0)) * within


def _within(index: Index, row: int, question: Question) -> float | None:
    """1 for a record of the years asked for or, if it has no date, of their words, less for one that has none
    or lies outside; None where none are asked for.
    """
    if question.years is None:
        return None
    facts = index.facts[row]
    first, last = question.years
    if (facts.first_year, facts.last_year) == (0, 9999):
        named = first == last and row in index.holding(Group(str(first), (str(first),)))
        return 1.0 if named else UNDATED
    # What has no end yet has lasted until the newest record, not for ever.
    end = facts.last_year if facts.last_year < 9999 else max(facts.first_year, index.newest)
    return 1.0 if facts.first_year <= last and end >= first else 0.5


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
