"""How records rank for a question: by their likeness to its words, by how much of it they cover, by what they
are and are called.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.queries.find.index import NOWHERE, OPEN, Index, Scores
from dashboard.queries.find.question import Group, Question
from dashboard.queries.find.words import script

# What a synonym covers of a word that the record itself uses elsewhere: a capital is not quite answered by
# its country.
SYNONYM = 0.8
# No word weighs more than this: a rare verb of the reader's own must not outweigh the names beside it.
RAREST = 4.0
# A name that no record holds weighs so many times as much as another word: what is asked of it is not held.
UNKNOWN = 2.0
# What a word of another script weighs that neither a record nor the glossary holds: it cannot be read, so
# little follows from its not being met.
UNREAD = 1.0
# What a record without a date covers of a question that asks for years: less than enough.
UNDATED = 0.65
# What a record of other years covers of it.
OUTSIDE = 0.5
# What the years of a question weigh beside its words.
YEARS = 2.0
# Where something is to be measured, a number that somebody states is the answer, and a project holds its
# numbers.
_MEASURED = {"quantities": 2.5, "projects": 1.5}

Numbers = npt.NDArray[np.float64]


class Hit(NamedTuple):
    """One record that a question found: its row in the index, its score, and the share of the question that
    it covers.
    """

    row: int
    score: float
    coverage: float


def ranked(index: Index, question: Question, groups: Sequence[Group], least: float = 0.0) -> tuple[Hit, ...]:
    """The records that hold a phrase of a group and cover at least the share `least`, the best first; those
    of one score in order of the record.
    """
    found = [index.scores(group) for group in groups]
    exact = [_exact(index, group, held) for group, held in zip(groups, found, strict=True)]
    needed = _weights(index, groups, found, exact)
    likeness, covered = np.zeros(len(index.facts)), np.zeros(len(index.facts))
    factors = index.ranks.copy()
    for group, held, said, weight in zip(groups, found, exact, needed, strict=True):
        likeness[held.rows] += held.values
        covered[held.rows] += weight * (SYNONYM if len(said.rows) else 1.0)
        covered[said.rows] += weight * (1.0 - SYNONYM)
        if not group.needed:
            factors[held.rows] *= _measured(index)[held.rows]
    coverage = _coverage(covered, sum(needed), within(index, question), question)
    words = {word for group in groups for phrase in group.phrases for word in phrase.split()}
    scores = likeness * coverage**2 * factors * index.calling.factors(words)
    met = np.unique(np.concatenate([held.rows for held in found])) if found else np.array([], dtype=int)
    rows = met[coverage[met] >= least]
    rows = rows[np.lexsort((rows, -scores[rows]))]
    return tuple(map(Hit, rows.tolist(), scores[rows].tolist(), coverage[rows].tolist()))


def _weights(
    index: Index, groups: Sequence[Group], found: Sequence[Scores], exact: Sequence[Scores]
) -> list[float]:
    """How much each word counts, by how many records say it."""
    rarity = [
        _weight(index, group, len(said.rows) or len(held.rows))
        for group, said, held in zip(groups, exact, found, strict=True)
    ]
    needed = [weight * group.needed for weight, group in zip(rarity, groups, strict=True)]
    return needed if sum(needed) else rarity


def _weight(index: Index, group: Group, number: int) -> float:
    if number:
        return min(index.rarity(number), RAREST)
    strange = min(index.rarity(0), RAREST)
    if group.capital:
        return strange * UNKNOWN
    return strange if script(group.text) == "latin" else min(strange, UNREAD)


def _exact(index: Index, group: Group, held: Scores) -> Scores:
    """The records that say a word as it was asked, none if only sources do; `held` have any phrase of it."""
    if len(group.phrases) == 1:
        return held
    said = Group(group.text, group.plain or (group.text,))
    return NOWHERE if index.is_strange(said) else index.scores(said)


def _measured(index: Index) -> Numbers:
    factors = np.ones(len(index.facts))
    for table, factor in _MEASURED.items():
        factors[index.tables == table] = factor
    return factors


def _coverage(covered: Numbers, whole: float, factors: Numbers, question: Question) -> Numbers:
    """The share of a question that each record covers: of its words, of which its years are one if they are
    asked for, and by which it is less if it is not of these.
    """
    if question.years is None:
        return covered / (whole or 1.0)
    years = np.where(factors == 1.0, YEARS, 0.0)
    # A question of words that weigh nothing is covered by its years alone.
    covered_with_years: Numbers = (covered + years) / np.maximum(whole + years, UNREAD) * factors
    return covered_with_years


def within(index: Index, question: Question) -> Numbers:
    """1 for a record of the years asked for or, if it has no date, of their words, less for one that has none
    or lies outside.
    """
    if question.years is None:
        return np.ones(len(index.facts))
    first, last = question.years
    begins, ends = index.years
    undated = (begins == 0) & (ends == OPEN)
    since, until = index.lasting
    factors = np.where((since <= last) & (until >= first), 1.0, OUTSIDE)
    factors[undated] = UNDATED
    if first == last:
        said = index.scores(Group(str(first), (str(first),))).rows
        factors[said[undated[said]]] = 1.0
    return factors
