"""The query of a figure of changes: from cells of both editions the old value, the new one, the kind of
change, and why.
"""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.exports.proof.taken import Query
from dashboard.model.change import (
    ADDED,
    EVIDENCE,
    EVIDENCE_ADDED,
    EVIDENCE_WITHDRAWN,
    EXPLAINED,
    KINDS,
    OF_EVIDENCE,
    REMOVED,
    STANCE,
    VALUE,
    VERDICT,
    WHOLE,
)

_EDITION = "edition"
_PASSAGE = ("record_id", "source_id", "locator", "quote", "field", "value", "speaker", "stance", "note")
TABLES = {
    "cells": (_EDITION, "name", "record_id", "entry", "field", "before", "after"),
    "passages_before": (_EDITION, *_PASSAGE),
    "passages_after": (_EDITION, *_PASSAGE),
    "why_corrected": (_EDITION, "record_id", "field", "why"),
    "why_read": (_EDITION, "record_id", "source_id", "field", "why"),
    "aliases": (_EDITION, "former_id", "record_id", "reason"),
    "titles": ("record_id", "title"),
}
"""The tables of cells and their columns; `edition` is the newer of the two that are compared."""

# By these a passage is the same in both editions: first by all that it says, then by where it stands.
_SAME = (("source_id", "locator", "quote", "field", "value"), ("source_id", "locator", "field"))
_CELLS = ("quote", "field", "value", "speaker", "note")


def changes_query() -> Query:
    """The query of the rows of changes."""
    return Query(_SQL, reads={table: frozenset(columns) for table, columns in TABLES.items()})


def _kind(name: str) -> str:
    return f"'{KINDS[name]}'"


def _alike(names: Iterable[str], left: str, right: str) -> str:
    """That cells of two rows are the same, empty ones too."""
    return " AND ".join(f"{left}.{name} IS {right}.{name}" for name in names)


def _gone(here: str, there: str) -> str:
    """The passages of one edition that the other does not have."""
    return f"""SELECT here.rowid AS place, here.* FROM passages_{here} AS here
  LEFT JOIN passages_{there} AS there ON there.record_id = here.record_id
    AND {_alike((_EDITION, *_PASSAGE[1:]), "there", "here")}
  WHERE there.rowid IS NULL"""


def _matched(names: tuple[str, ...], without: str) -> str:
    """Passages that are alike in some cells, the first with the first, the second with the second."""
    key = ", ".join((_EDITION, "record_id", *names))

    def numbered(rows: str, side: str) -> str:
        left = f" WHERE place NOT IN (SELECT {side} FROM {without})" if without else ""
        return f"(SELECT *, ROW_NUMBER() OVER (PARTITION BY {key} ORDER BY place) AS nth FROM {rows}{left})"

    return f"""SELECT gone.place AS before, come.place AS after
  FROM {numbered("gone", "before")} AS gone JOIN {numbered("come", "after")} AS come
    ON come.record_id = gone.record_id AND come.nth = gone.nth
    AND {_alike((_EDITION, *names), "come", "gone")}"""


def _part(side: str) -> str:
    """What a row of another table says, numbers without the zeros that end them."""
    cell = f"CASE WHEN field <> 'record_id' THEN {side} END"
    plain = f"CASE WHEN typeof({cell}) IN ('integer', 'real') THEN printf('%.12g', {cell}) ELSE {cell} END"
    return f"""CASE WHEN MAX(field = 'record_id' AND {side} IS NOT NULL) THEN
      CASE COUNT({cell}) WHEN 0 THEN 'listed' WHEN 1 THEN MAX({cell})
      ELSE group_concat({plain}, '; ') END END"""


_WORDS = """substr(COALESCE('; ' || locator, '') || COALESCE('; “' || quote || '”', '')
    || COALESCE('; ' || field || ': ' || value, '') || COALESCE('; ' || stance, ''), 3)"""
_OF_CELLS = "\n  UNION ALL ".join(
    f"""SELECT edition, record_id, {_kind(VALUE)}, '{name}{OF_EVIDENCE}' || source_id, 2, read_as,
    old_{name}, {name}, '{EVIDENCE}', NULL, {"NULL" if name == "note" else "note"}
  FROM read_again WHERE old_{name} IS NOT {name}"""
    for name in _CELLS
)
_EXPLAINED = ", ".join(f"'{name}'" for name in EXPLAINED)

_SQL = f"""WITH
-- Records that are there before and after.
records AS (
  SELECT edition, name, record_id, before, after FROM cells
  WHERE entry IS NULL AND field = 'record_id'
),
lasting AS (SELECT * FROM records WHERE before IS NOT NULL AND after IS NOT NULL),
notes AS (
  SELECT edition, record_id, after AS note, before IS NOT after AS anew FROM cells
  WHERE entry IS NULL AND field = 'note'
),
-- Passages that are only in one of the editions, and those of them that are one passage read again.
gone AS (
  {_gone("before", "after")}
),
come AS (
  {_gone("after", "before")}
),
said_alike AS (
  {_matched(_SAME[0], "")}
),
stands_alike AS (
  {_matched(_SAME[1], "said_alike")}
),
alike AS (SELECT *, 1 AS turn FROM said_alike UNION ALL SELECT *, 2 FROM stands_alike),
read_again AS (
  SELECT come.*, ROW_NUMBER() OVER (ORDER BY turn, come.place) AS read_as,
    {", ".join(f"gone.{name} AS old_{name}" for name in (*_CELLS, "stance"))}
  FROM alike JOIN come ON come.place = alike.after JOIN gone ON gone.place = alike.before
),
changes (edition, record_id, kind, what, stage, place, old, new, field, source_id, said) AS (
  SELECT records.edition, records.record_id, {_kind(ADDED)}, NULL, 0, 0, NULL, NULL, NULL, NULL, note
  FROM records LEFT JOIN notes ON notes.record_id = records.record_id AND notes.edition IS records.edition
  WHERE before IS NULL
  UNION ALL SELECT records.edition, records.record_id, {_kind(REMOVED)}, NULL, 0, 0, title, NULL, NULL, NULL,
    reason
  FROM records LEFT JOIN titles ON titles.record_id = records.record_id
  LEFT JOIN aliases ON aliases.former_id = records.record_id AND aliases.edition IS records.edition
  WHERE after IS NULL
  UNION ALL SELECT cells.edition, cells.record_id,
    CASE WHEN cells.name = 'checks' AND field = 'verdict' THEN {_kind(VERDICT)} ELSE {_kind(VALUE)} END,
    field, 0, cells.rowid, cells.before, cells.after, field, '',
    CASE WHEN anew AND field IN ({_EXPLAINED}) THEN note END
  FROM cells JOIN lasting ON lasting.record_id = cells.record_id AND lasting.edition IS cells.edition
  LEFT JOIN notes ON notes.record_id = cells.record_id AND notes.edition IS cells.edition
  WHERE entry IS NULL AND cells.before IS NOT cells.after
  UNION ALL SELECT edition, record_id, {_kind(VALUE)}, entry, 1, MIN(rowid),
    {_part("before")},
    {_part("after")}, entry, '', NULL
  FROM cells WHERE entry IS NOT NULL GROUP BY edition, record_id, entry
  UNION ALL SELECT edition, record_id, {_kind(STANCE)}, source_id, 2, read_as, old_stance, stance,
    '{EVIDENCE}', source_id, note
  FROM read_again WHERE old_stance IS NOT stance
  UNION ALL {_OF_CELLS}
  UNION ALL SELECT edition, record_id, {_kind(EVIDENCE_ADDED)}, source_id, 3, place, NULL,
    {_WORDS}, NULL, NULL, note
  FROM come WHERE place NOT IN (SELECT after FROM alike)
  UNION ALL SELECT edition, record_id, {_kind(EVIDENCE_WITHDRAWN)}, source_id, 4, place,
    {_WORDS}, NULL, '{EVIDENCE}', NULL, NULL
  FROM gone WHERE place NOT IN (SELECT before FROM alike)
),
-- Changes that are called alike stand in their order.
found AS (
  SELECT *, COALESCE(edition, '') AS version, COALESCE(what, '') AS called, ROW_NUMBER() OVER (
    PARTITION BY edition, record_id, what ORDER BY stage, place) AS nth FROM changes
),
listed AS (
  SELECT shown.rowid AS place, COALESCE(former_id, record_id) AS record_id, COALESCE(edition, '') AS version,
    COALESCE(what, '') AS called, ROW_NUMBER() OVER (
    PARTITION BY edition, COALESCE(former_id, record_id), what ORDER BY shown.rowid) AS nth FROM shown
)
SELECT COALESCE(aliases.record_id, found.record_id) AS record_id,
  COALESCE(present.title, titles.title) AS record, found.kind, found.edition, found.what, found.old,
  found.new,
  COALESCE(why_corrected.why, why_read.why, whole.why, found.said) AS why,
  CASE WHEN why_corrected.record_id IS NOT NULL THEN 'True' WHEN found.record_id IS NOT NULL THEN 'False' END
    AS correction,
  CASE WHEN aliases.record_id IS NOT NULL THEN found.record_id END AS former_id
FROM listed
LEFT JOIN found ON found.record_id = listed.record_id AND found.called = listed.called
  AND found.version = listed.version AND found.nth = listed.nth
LEFT JOIN aliases ON aliases.former_id = found.record_id AND aliases.edition IS found.edition
  AND found.kind = {_kind(REMOVED)}
LEFT JOIN titles AS present ON present.record_id = COALESCE(aliases.record_id, found.record_id)
LEFT JOIN titles ON titles.record_id = found.record_id
LEFT JOIN why_corrected ON why_corrected.record_id = found.record_id
  AND why_corrected.field = found.field AND why_corrected.edition IS found.edition
LEFT JOIN why_read ON why_read.record_id = found.record_id AND why_read.field = CASE found.source_id
    WHEN '' THEN found.field ELSE 'stance' END
  AND why_read.source_id IS NULLIF(found.source_id, '') AND why_read.edition IS found.edition
  AND found.source_id IS NOT NULL
LEFT JOIN why_read AS whole ON whole.record_id = found.record_id AND whole.field = '{WHOLE}'
  AND whole.edition IS found.edition AND found.field IS NOT NULL
ORDER BY listed.place
"""
