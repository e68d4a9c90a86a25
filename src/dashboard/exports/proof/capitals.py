"""The query of the events by the country of their sources."""

from __future__ import annotations

from dashboard.exports.proof.scope import Scope, first_day, last_day, text, within
from dashboard.exports.proof.taken import Query
from dashboard.exports.proof.view import entries
from dashboard.exports.proof.views import defined

# So many countries stand by themselves.
_MOST = 12
_OTHERS = "other countries"

_GROUPS = {
    "theme": f"""SELECT event_id, themes.label, entry.key AS place
  FROM events, {entries("events.themes")} AS entry JOIN themes ON theme_id = entry.value""",
    "era": f"""SELECT event_id, label, eras.rowid AS place FROM events JOIN eras
  ON {first_day("events.date")} BETWEEN {first_day("eras.period")} AND {last_day("eras.period")}""",
}


def by_country(scope: Scope) -> Query:
    """Each event under each of its themes, or in its era, with each country that tells of it."""
    by = scope.options.get("by", "theme")
    sql = f"""WITH {defined(["reported"])},
telling AS (
  SELECT record_id, country, MIN(evidence.rowid) AS place FROM evidence JOIN reported USING (source_id)
  WHERE country IS NOT NULL GROUP BY record_id, country
),
chosen AS (
  SELECT event_id, ROW_NUMBER() OVER (ORDER BY {first_day("date")}, {last_day("date")}, event_id) AS place
  FROM events WHERE {_chosen(scope)}
),
grouped AS (
  SELECT chosen.event_id, chosen.place AS first, groups.place AS second, telling.place AS third,
    label, country
  FROM chosen JOIN ({_GROUPS[by]}) AS groups USING (event_id) JOIN telling ON record_id = chosen.event_id
),
-- The countries that tell most stand by themselves.
most AS (
  SELECT country FROM grouped GROUP BY country
  ORDER BY COUNT(DISTINCT event_id) DESC, country LIMIT {_MOST}
)
SELECT event_id AS record_id,
  CASE WHEN most.country IS NULL THEN '{_OTHERS}' ELSE name END AS country, label AS "group"
FROM grouped LEFT JOIN most USING (country) JOIN countries USING (country)
GROUP BY 1, 2, 3 ORDER BY first, second, MIN(third)
"""
    reads = {
        "events": ("event_id", "date", "themes"),
        "evidence": ("record_id", "source_id"),
        "sources": ("source_id", "publisher", "author", "origin", "country"),
        "countries": ("country", "name", "counts_for"),
        **({"themes": ("theme_id", "label")} if by == "theme" else {"eras": ("era_id", "label", "period")}),
    }
    return Query(sql, reads={table: frozenset(names) for table, names in reads.items()}, complete=True)


def of_one_country(scope: Scope) -> Query:
    """The events all of whose sources count for one country."""
    sql = f"""WITH {defined(["single_country"])}
SELECT event_id AS record_id, country, date, title FROM events JOIN single_country ON record_id = event_id
WHERE {_chosen(scope)} ORDER BY {first_day("date")}, event_id
"""
    reads = {
        "events": ("event_id", "date", "themes", "title"),
        "evidence": ("record_id", "source_id"),
        "sources": ("source_id", "publisher", "author", "origin", "country"),
        "countries": ("country", "counts_for"),
    }
    return Query(sql, reads={table: frozenset(names) for table, names in reads.items()}, complete=True)


def _chosen(scope: Scope) -> str:
    """That an event is of the years and themes."""
    themes = " OR ".join(f"instr(';' || themes || ';', {text(f';{theme};')})" for theme in scope.themes)
    return within("date", scope.years) + (f" AND ({themes})" if themes else "")
