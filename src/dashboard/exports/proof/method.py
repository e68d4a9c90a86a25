"""The queries of what audits found and of how far the record reaches."""

from __future__ import annotations

from dashboard.exports.proof.scope import Scope, first_day, last_day
from dashboard.exports.proof.taken import Query

# Each in nine letters.
_MONTHS = "January  February March    April    May      June     "
_MONTHS += "July     August   SeptemberOctober  November December "


def audit(_: Scope) -> Query:
    """Every event that was drawn and judged, the newest draw first."""
    month = f"trim(substr('{_MONTHS}', 9 * substr(day, 6, 2) - 8, 9))"
    sql = f"""WITH drawn AS (
  SELECT rowid AS place, record_id, value, why, substr(field, -10) AS day,
    CASE WHEN field LIKE 'audit of %' THEN 1 ELSE CAST(substr(field, 7, 1) AS INTEGER) END AS number
  FROM readings WHERE coder = 'audit'
)
SELECT record_id, value, why, CAST(substr(date, 1, 3) || '0' AS INTEGER) AS decade,
  CAST(substr(day, 9) AS INTEGER) || ' ' || {month} || ' ' || substr(day, 1, 4)
    || CASE number WHEN 1 THEN '' ELSE ', draw ' || number END AS audit
FROM drawn JOIN events ON event_id = record_id ORDER BY day DESC, number DESC, place
"""
    reads = {"readings": ("record_id", "field", "coder", "value", "why"), "events": ("event_id", "date")}
    return Query(
        sql,
        reads={table: frozenset(names) for table, names in reads.items()},
        keeps={"readings": "coder = 'audit'"},
        complete=True,
    )


def reach(_: Scope) -> Query:
    """What was over first, what began last, and the source that was published last."""
    happened = "FROM events WHERE status IN ('happened', 'claimed') ORDER BY"
    sql = f"""SELECT * FROM (SELECT event_id AS record_id, 'earliest event' AS what, date
  {happened} {last_day("date")}, event_id LIMIT 1)
UNION ALL SELECT * FROM (SELECT event_id, 'latest event', date
  {happened} {first_day("date")} DESC, event_id DESC LIMIT 1)
UNION ALL SELECT * FROM (SELECT source_id, 'newest source', published
  FROM sources WHERE published IS NOT NULL ORDER BY {first_day("published")} DESC, source_id DESC LIMIT 1)
"""
    reads = {"events": ("event_id", "date", "status"), "sources": ("source_id", "published")}
    return Query(sql, reads={table: frozenset(names) for table, names in reads.items()}, complete=True)
