"""The queries of the weaknesses and of the queue of work: each weakness and each debt by its definition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dashboard.exports.proof.scope import Scope, last_day, text
from dashboard.exports.proof.taken import Query
from dashboard.exports.proof.views import defined
from dashboard.model.weakness import READ, SUPERLATIVES, TABLES, WORDS

Reads = Mapping[str, tuple[str, ...]]

_ORIGINS: Reads = {
    "events": ("event_id",),
    "evidence": ("record_id", "source_id", "stance"),
    "sources": ("source_id", "publisher", "author", "origin", "country"),
    "countries": ("country", "counts_for"),
}
_KEYS = {**TABLES, "series": "series_id"}
# The texts in which superlatives are looked for, each table with its key first.
_READ: Reads = {table: (_KEYS[table], *names) for table, names in READ.items()}
# Where a word ends.
_SIGNS = '.,;:!?()[]/–—-‑’‘“”"%+&…'

_TEXTS = "\n  UNION ALL ".join(
    f"SELECT {place}, rowid, {at}, {names[0]}, {name} FROM {table}"
    for place, (table, names) in enumerate(_READ.items())
    for at, name in enumerate(names[1:])
)


def _plain(words: str) -> str:
    """A text in small letters, with blanks for signs."""
    for sign in _SIGNS:
        words = f"replace({words}, {text(sign)}, ' ')"
    return f"' ' || lower({words}) || ' '"


_SUPERLATIVE = " OR ".join(f"plain LIKE '% {word} %'" for word in SUPERLATIVES)
_END = (
    "MIN(IIF(instr(rest, '. '), instr(rest, '. '), 99999), IIF(instr(rest, '; '), instr(rest, '; '), 99999))"
)
_SENTENCES = f"""texts (file, row, part, record_id, rest) AS (
  {_TEXTS}
),
-- A sentence ends at a full stop or a semicolon with a blank behind it.
sentences AS (
  SELECT file, row, part, record_id, 0 AS nth, NULL AS said, rest FROM texts WHERE rest IS NOT NULL
  UNION ALL SELECT file, row, part, record_id, nth + 1, substr(rest, 1, {_END}),
    ltrim(substr(rest, {_END} + 1))
  FROM sentences WHERE rest <> ''
),
plain AS (SELECT *, {_plain("said")} AS plain FROM sentences WHERE said IS NOT NULL)"""
_IN_SOME_YEARS = """plain LIKE '% in % years %' AND EXISTS (
    SELECT 1 FROM json_each('["' || replace(plain, ' ', '","') || '"]') AS word
    JOIN json_each('["' || replace(plain, ' ', '","') || '"]') AS later ON later.key = word.key + 2
    WHERE word.value = 'in' AND later.value = 'years')"""
_COUNTED = """counted AS (
  SELECT series_id, rowid AS place, 1 AS number, last_number FROM series WHERE last_number IS NOT NULL
  UNION ALL SELECT series_id, place, number + 1, last_number FROM counted WHERE number < last_number
)"""


def _past(released: str) -> str:
    """That an event stands as planned after its last day."""
    return f"status = 'planned' AND {last_day('date')} < {text(released)}"


class _Found(NamedTuple):
    """The query of the records of one weakness, with what is said of each and their order; what stands before
    it, also of the views, and what all of them read.
    """

    sql: str
    reads: Reads
    before: str = ""
    views: tuple[str, ...] = ()


_FOUND: Mapping[str, _Found] = {
    "one-origin": _Found(
        """SELECT event_id, NULL, events.rowid, 0 FROM events JOIN backing ON record_id = event_id
  WHERE origins = 1""",
        _ORIGINS,
        views=("backing",),
    ),
    "one-country": _Found(
        "SELECT event_id, NULL, events.rowid, 0 FROM events JOIN single_country ON record_id = event_id",
        _ORIGINS,
        views=("single_country",),
    ),
    "planned-past": _Found(
        "SELECT event_id, NULL, rowid, 0 FROM events WHERE {past}",
        {"events": ("event_id", "status", "date")},
    ),
    "superlatives": _Found(
        f"""SELECT record_id, said, file * 100000 + row, part * 1000 + nth FROM plain
  WHERE {_SUPERLATIVE} OR {_IN_SOME_YEARS}""",
        _READ,
        _SENTENCES,
    ),
    "weak-sources": _Found(
        """SELECT record_id, NULL, MIN(evidence.rowid), 0 FROM evidence JOIN sources USING (source_id)
  GROUP BY record_id HAVING MIN(reliability IS 'weak')""",
        {"evidence": ("record_id", "source_id"), "sources": ("source_id", "reliability")},
    ),
    "not-rated": _Found(
        "SELECT source_id, NULL, rowid, 0 FROM sources WHERE reliability IS NULL",
        {"sources": ("source_id", "reliability")},
    ),
    "missing-numbers": _Found(
        """SELECT series_id, 'Number ' || number, place, number FROM counted
  WHERE NOT EXISTS (
    SELECT 1 FROM events WHERE (events.series, events.number) = (series_id, counted.number))""",
        {"series": ("series_id", "last_number"), "events": ("event_id", "series", "number")},
        _COUNTED,
    ),
}


def weaknesses(scope: Scope) -> Query:
    """Every record with every weakness that it has."""
    return _weaknesses(WORDS, scope.released)


def weak_records(scope: Scope) -> Query:
    """The records with the weakness that is chosen."""
    return _weaknesses([scope.options["weakness"]], scope.released)


def _weaknesses(names: Iterable[str], released: str) -> Query:
    found = {name: _FOUND[name] for name in names}
    parts = "\nUNION ALL ".join(
        f"SELECT {place} AS kind, {text(WORDS[name])} AS weakness, found.* FROM (\n  {part.sql}) AS found"
        for place, (name, part) in enumerate(found.items())
    )
    parts = parts.replace("{past}", _past(released))
    views = defined(view for part in found.values() for view in part.views)
    before = [*(part.before for part in found.values()), views]
    before.append(f"found (kind, weakness, record_id, said, place, part) AS (\n{parts}\n)")
    sql = ",\n".join(definition for definition in before if definition)
    return Query(
        f"WITH RECURSIVE {sql}\nSELECT record_id, weakness, said FROM found ORDER BY kind, place, part\n",
        reads=_together(part.reads for part in found.values()),
        complete=True,
    )


def _together(reads: Iterable[Reads]) -> dict[str, frozenset[str]]:
    """What several queries read."""
    tables: dict[str, frozenset[str]] = {}
    for read in reads:
        for table, names in read.items():
            tables[table] = tables.get(table, frozenset()) | frozenset(names)
    return tables


# An event counts by its weight, all else counts 2.
_PART = 25


def queue(scope: Scope) -> Query:
    """One part of the queue of work."""
    part = scope.options.get("queue", "")
    number = int(part) if part.isascii() and part.isdigit() and len(part) < 5 else 1
    counts = {table: "4 - weight" if table == "events" else "2" for table in TABLES}
    records = "\n  UNION ALL ".join(
        f"SELECT {key} AS record_id, '{table}' AS \"table\", {counts[table]} AS weight FROM {table}"
        for table, key in TABLES.items()
    )
    sql = f"""WITH {defined(["backing"])},
records AS (
  {records}
),
-- A document that is held against itself can have no second origin and no stronger source.
itself AS (SELECT check_id FROM checks WHERE kind = 'consistency'),
read_twice AS (
  SELECT record_id FROM readings GROUP BY record_id
  HAVING COUNT(DISTINCT CASE WHEN coder IN ('A', 'B') THEN coder END) = 2 OR MAX(coder = 'later')
),
debts (place, debt, record_id) AS (
  SELECT 1, 'one-origin', record_id FROM backing
  WHERE origins = 1 AND record_id NOT IN (SELECT check_id FROM itself)
  UNION ALL SELECT 2, 'weak-sources', record_id FROM evidence JOIN sources USING (source_id)
  WHERE record_id NOT IN (SELECT check_id FROM itself) GROUP BY record_id HAVING MIN(reliability IS 'weak')
  UNION ALL SELECT 3, 'no-quote', record_id FROM evidence JOIN sources USING (source_id)
  WHERE kind = 'document' GROUP BY record_id HAVING COUNT(quote) = 0
  UNION ALL SELECT 4, 'coarse-date', event_id FROM events WHERE instr(date, '-') = 0
  UNION ALL SELECT 5, 'no-archive', record_id FROM evidence JOIN sources USING (source_id)
  WHERE url IS NOT NULL AND kind NOT IN ('document', 'dataset') GROUP BY record_id HAVING COUNT(archived) = 0
  UNION ALL SELECT 6, 'planned-past', event_id FROM events WHERE {_past(scope.released)}
  UNION ALL SELECT 7, 'one-reading', record_id FROM records
  WHERE "table" IN ('events', 'claims', 'checks') AND record_id NOT IN (SELECT record_id FROM read_twice)
),
owing AS (
  SELECT record_id, "table", weight, group_concat(debt, ';') AS debts, weight * COUNT(*) AS score
  FROM (SELECT * FROM records JOIN debts USING (record_id) ORDER BY place)
  GROUP BY record_id
)
SELECT * FROM owing ORDER BY score DESC, weight DESC, record_id
LIMIT {_PART} OFFSET {_PART} * (
  SELECT MAX(MIN({number}, (COUNT(*) + {_PART - 1}) / {_PART}), 1) - 1 FROM owing)
"""
    reads: dict[str, tuple[str, ...]] = {table: (key,) for table, key in TABLES.items()}
    reads["events"] = ("event_id", "weight", "date", "status")
    reads["checks"] = ("check_id", "kind")
    reads["readings"] = ("record_id", "coder")
    reads["evidence"] = ("record_id", "source_id", "stance", "quote")
    more = ("source_id", "kind", "reliability", "url", "archived")
    return Query(sql, reads=_together([reads, {**_ORIGINS}, {"sources": more}]), complete=True)
