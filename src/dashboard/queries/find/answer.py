"""The records that a question finds, best first, and whether the record answers it at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dashboard.queries.find.answering import HALF, Judge
from dashboard.queries.find.doer import doer_of, done_by_another
from dashboard.queries.find.index import Index
from dashboard.queries.find.marker import Marker
from dashboard.queries.find.question import Group, Question, meanings
from dashboard.queries.find.ranking import Hit, ranked
from dashboard.queries.find.together import demand_of, holding
from dashboard.queries.find.words import script

# No question has so many misspelt words: one that has is no question, and each costs a walk over all words.
MOST_READ = 8
# What a record covers of a question whose names it holds, but not together: less than enough.
APART = 0.65


@dataclass(frozen=True)
class Result:
    """What a question found: hits best first, the rows of those that answer it, whether one of the first
    holds at least all that the question names, and which words were read as which.
    """

    question: Question
    hits: tuple[Hit, ...]
    answering: frozenset[int]
    near: bool
    read_as: Mapping[str, tuple[str, ...]]
    judge: Judge = field(repr=False)

    @property
    def answered(self) -> bool:
        """Whether the record answers the question."""
        return bool(self.answering)

    def answers(self, hit: Hit) -> bool:
        """Whether a hit answers the question; others than the first ones do if they cover as much of it."""
        return hit.row in self.answering or (self.answered and self.judge.covering(hit))

    def marker(self) -> Marker:
        """Finds the words of the question in texts."""
        return Marker(self.question.groups, self.read_as)


def find(index: Index, question: Question) -> Result:
    """Every record that holds something of a question, best first; an empty question finds nothing."""
    groups, read_as = _met(index, question)
    if question.by_years_alone:
        hits, apart = _of_years(index, question), set[int]()
    else:
        hits, apart = _together(index, question, groups, read_as, ranked(index, question, groups))
    judge = Judge(index, question, groups, apart)
    answering = judge.answering(hits, Marker(question.groups, read_as))
    return Result(question, hits, answering, judge.near(hits), read_as, judge)


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
) -> tuple[tuple[Hit, ...], set[int]]:
    """The hits, those less, and their rows, that hold apart what the question names together, or say of
    another what it asks of somebody.
    """
    demand = demand_of(question, groups, index.names, {*read_as, *index.spellings})
    doer = doer_of(question.text, groups, index.names.states)
    if demand is None and doer is None:
        return hits, set()
    near = {hit.row for hit in hits if hit.coverage > HALF}
    apart = near - holding(index, demand, near) if demand else set()
    if doer:
        apart |= {row for row in near if done_by_another(doer, _own_words(index, row), index.names.states)}
    if not apart:
        return hits, apart
    weighed = [
        Hit(hit.row, hit.score * APART**2, hit.coverage * APART) if hit.row in apart else hit for hit in hits
    ]
    return tuple(sorted(weighed, key=lambda hit: (-hit.score, hit.row))), apart


def _own_words(index: Index, row: int) -> str:
    record = index.told[row]
    return f"{record.title}. {record.sentences}"


def _of_years(index: Index, question: Question) -> tuple[Hit, ...]:
    """The dated records of the years asked for, the weightiest first."""
    assert question.years is not None
    first, last = question.years
    since, until = index.lasting
    records = index.records[(since <= last) & (until >= first)]
    held = records[(records["first_year"] > 0) & (records["table"] != "sources")]
    within = (held["first_year"] >= first) & (held["last_year"] <= last)
    ranked = held.assign(within=within).sort_values(
        ["within", "weight", "first_year"], ascending=[False, True, True], kind="stable"
    )
    return tuple(
        Hit(int(str(row)), 1.0 / weight, 1.0)
        for row, weight in zip(ranked.index, ranked["weight"], strict=True)
    )
