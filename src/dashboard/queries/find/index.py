"""The index of all records: SQLite's FTS5 in memory, its words, and how a word that it lacks is met by a
close one.

Ranking is Okapi BM25 as FTS5 gives it, summed over the words of a question and weighed by how much of the
question a record covers (inverse document frequency of the words that it holds), because a record that
answers half a question answers none.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz, process

from dashboard.model.found import Passage
from dashboard.model.period import EARLIEST, LATEST
from dashboard.queries.find.calling import Calling
from dashboard.queries.find.documents import COLUMNS, SHAPES
from dashboard.queries.find.question import Group
from dashboard.queries.find.spelling import CLOSE_ROMANISED, SHORTEST, Spelling
from dashboard.queries.find.together import Names, names_of
from dashboard.queries.find.words import script, tokens

_FIELDS = ("title", "names", "sentences", "quoted", "headlines", "related", "dated")
_WEIGHTS = "8.0, 8.0, 3.0, 2.0, 0.5, 1.0, 1.0"
# What others say of a record.
_OF_SOURCES = frozenset(["quoted", "headlines"])
_REMEMBERED = 512


# The last year of what has no end yet, or no date.
OPEN = LATEST.year
_BY_WEIGHT = {1: 1.25, 2: 1.1, 3: 1.0}


class Scores(NamedTuple):
    """The rows that hold some words, in their order, and how well each does."""

    rows: npt.NDArray[np.int_]
    values: npt.NDArray[np.float64]


NOWHERE = Scores(np.array([], dtype=int), np.array([], dtype=float))


@dataclass(frozen=True)
class Facts:
    """What ranking asks of a record again and again."""

    table: str
    names: tuple[frozenset[str], ...]
    weight: int
    first_year: int
    last_year: int


class Told(NamedTuple):
    """What a reader may be shown of a record; cells of `documents`."""

    record_id: str
    table: str
    title: str
    date: str
    sentences: str
    passages: tuple[Passage, ...]
    related: str


class Index:
    """Records ready to be searched; built once for each version of the data, and read from any thread."""

    def __init__(self, records: pd.DataFrame) -> None:
        """`records` as `documents` gives them."""
        self.records = records[list(COLUMNS)].reset_index(drop=True)
        self.facts = [Facts(*cells) for cells in self._cells()]
        self.ids = [str(record_id) for record_id in self.records["record_id"]]
        self.themes = [tuple(themes) for themes in self.records["themes"]]
        shown = ("record_id", "table", "title", "date", "sentences", "passages", "related")
        self.told = [Told(*cells) for cells in zip(*(self.records[name] for name in shown), strict=True)]
        self._lock = Lock()
        # One question asks for the same word several times.
        self._scores: dict[str, Scores] = {}
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        columns = ", ".join(_FIELDS)
        self._database.execute(
            f"create virtual table held using fts5({columns}, tokenize='porter unicode61')"
        )
        marks = ", ".join("?" * (len(_FIELDS) + 1))
        rows = ((number, *texts) for number, texts in enumerate(self._texts))
        self._database.executemany(f"insert into held(rowid, {columns}) values ({marks})", rows)
        self._database.execute("create virtual table there using fts5(names, tokenize='porter unicode61')")
        present = ((number, " ".join(tokens(names))) for number, names in enumerate(self.records["present"]))
        self._database.executemany(
            "insert into there(rowid, names) values (?, ?)", (row for row in present if row[1])
        )

    def _cells(self) -> Iterator[tuple[str, tuple[frozenset[str], ...], int, int, int]]:
        columns = ("table", "title", "names", "weight", "first_year", "last_year")
        for table, title, names, weight, first, last in self.records[list(columns)].itertuples(index=False):
            called = [title, *re.split("[;·]", names)]
            words = tuple(frozenset(tokens(name)) for name in called if name.strip())
            yield table, words, int(weight), int(first), int(last)

    @cached_property
    def _texts(self) -> list[tuple[str, ...]]:
        """What is indexed of each record, already folded, so that the tokenizer meets the same words as a
        question.
        """
        names = ("title", "names", "sentences", "passages", "headlines", "related", "date")
        columns = [self.records[name] for name in names]
        return [
            tuple(" ".join(tokens(_words(cell))) for cell in cells) for cells in zip(*columns, strict=True)
        ]

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Every word of four letters or more in titles, names and what records point to, with the number of
        records.
        """
        counts: dict[str, int] = defaultdict(int)
        for title, names, _, _, _, related, _ in self._texts:
            for word in {*title.split(), *names.split(), *related.split()}:
                if len(word) >= SHORTEST and not word.isdigit():
                    counts[word] += 1
        return dict(counts)

    @cached_property
    def calling(self) -> Calling:
        """The names of the records."""
        return Calling([facts.names for facts in self.facts])

    @cached_property
    def ranks(self) -> npt.NDArray[np.float64]:
        """How far each record ranks by what it is and by its weight."""
        return np.array([SHAPES[facts.table].rank * _BY_WEIGHT[facts.weight] for facts in self.facts])

    @cached_property
    def tables(self) -> npt.NDArray[np.str_]:
        """The table of each record."""
        return np.array([facts.table for facts in self.facts])

    @cached_property
    def years(self) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
        """The first and the last year of each record, 0 and OPEN where it has none."""
        first, last = ([facts.first_year for facts in self.facts], [facts.last_year for facts in self.facts])
        return np.array(first, dtype=int), np.array(last, dtype=int)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """For a word of another name, the word of the title that it spells otherwise."""
        named = self.records[self.records["table"].isin(["actors", "places"])]
        found: dict[str, str] = {}
        for title, names in zip(named["title"], named["names"], strict=True):
            called = tokens(title)
            for word in set(tokens(names)) - set(called):
                near = process.extractOne(word, called, scorer=fuzz.ratio, score_cutoff=CLOSE_ROMANISED)
                if near and len(word) >= SHORTEST:
                    found[word] = near[0]
        return found

    def scores(self, group: Group) -> Scores:
        """The records that hold a word of a question or a phrase that stands for it, with their BM25 scores,
        larger better.
        """
        expression = _either(group)
        known = self._scores.get(expression)
        if known is None:
            query = f"select rowid, -bm25(held, {_WEIGHTS}) from held where held match ?"
            with self._lock:
                pairs = self._database.execute(query, (expression,)).fetchall()
                rows, values = zip(*pairs, strict=True) if pairs else ((), ())
                known = Scores(np.array(rows, dtype=int), np.array(values, dtype=float))
                if len(self._scores) >= _REMEMBERED:
                    self._scores = {}
                self._scores[expression] = known
        return known

    def holding(self, group: Group) -> Mapping[int, float]:
        """The same, as row number to score."""
        scores = self.scores(group)
        return dict(zip(scores.rows.tolist(), scores.values.tolist(), strict=True))

    def telling(self, group: Group) -> set[int]:
        """The records whose own words, not only passages of sources, hold a phrase of a group."""
        fields = " ".join(name for name in _FIELDS if name not in _OF_SOURCES)
        return self._rows("held", f"{{{fields}}}: ({_either(group)})")

    def titled(self, group: Group) -> set[int]:
        """The records whose title holds a phrase of a group."""
        return self._rows("held", f"title: ({_either(group)})")

    def of_kind(self, kinds: Collection[str]) -> set[int]:
        """The records that are of one of some kinds."""
        return {row for kind in kinds for row in self._kinds.get(kind, ())}

    @cached_property
    def _kinds(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = defaultdict(list)
        for row, kind in enumerate(self.records["kind"]):
            rows[kind].append(row)
        return dict(rows)

    def attended_by(self, group: Group) -> set[int]:
        """The events in which somebody of that name took part, or that were at a place of that name."""
        return self._rows("there", _either(group))

    def _rows(self, table: str, expression: str) -> set[int]:
        with self._lock:
            found = self._database.execute(f"select rowid from {table} where {table} match ?", (expression,))
            return {row for (row,) in found}

    @cached_property
    def newest(self) -> int:
        """The last year of which an event tells that has an end."""
        _, ends = self.years
        ended = ends[(self.tables == "events") & (ends < OPEN)]
        return int(ended.max()) if len(ended) else 0

    @cached_property
    def lasting(self) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
        """The years that each dated record may tell of: what has no end yet lasts until the newest event,
        what has no beginning begins with the oldest, neither for ever.
        """
        begins, ends = self.years
        begun = begins[(self.tables == "events") & (begins > EARLIEST.year)]
        oldest = int(begun.min()) if len(begun) else OPEN
        since = np.where(begins == EARLIEST.year, np.minimum(ends, oldest), begins)
        return since, np.where(ends == OPEN, np.maximum(begins, self.newest), ends)

    @cached_property
    def names(self) -> Names:
        """The names of persons, places and states."""
        return names_of(self.records)

    def saying(self, group: Group) -> frozenset[int]:
        """The records that hold a phrase of a group, not only in what their sources are called."""
        return frozenset(self._rows("held", _in_own_fields(group)))

    def is_strange(self, group: Group) -> bool:
        """Whether a word is none of the record's: if anything says it at all, it is a source."""
        with self._lock:
            # Read one by one: the first record that is no source answers.
            found = self._database.execute(
                "select rowid from held where held match ?", (_in_own_fields(group),)
            )
            return all(self.facts[row].table == "sources" for (row,) in found)

    def rarity(self, number: int) -> float:
        """The inverse document frequency of a word that so many records hold (Robertson–Spärck Jones, never
        below nought).
        """
        return math.log(1 + (len(self.records) - number + 0.5) / (number + 0.5))

    def close_to(self, word: str) -> tuple[str, ...]:
        """Words of the vocabulary that a misspelt or foreign word may mean, best first; for one in Latin
        script else words of sentences.
        """
        close = self._spelling.close_to(word)
        return close or (self._of_sentences.close_to(word) if script(word) == "latin" else ())

    @cached_property
    def _of_sentences(self) -> Spelling:
        words = {word for texts in self._texts for word in texts[_FIELDS.index("sentences")].split()}
        return Spelling(word for word in sorted(words) if len(word) >= SHORTEST and not word.isdigit())

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling(self.vocabulary)


def _either(group: Group) -> str:
    return " OR ".join(f'"{phrase}"' for phrase in group.phrases if phrase)


def _in_own_fields(group: Group) -> str:
    fields = " ".join(name for name in _FIELDS if name != "headlines")
    return f"{{{fields}}}: ({_either(group)})"


def _words(cell: object) -> str:
    if isinstance(cell, tuple):
        return " ".join(passage.text for passage in cell)
    return str(cell)
