"""The queries of figures whose rows are tallies of roll calls, each written with its definitions: what counts
as a whole text, as voting alike, as a term.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dashboard.exports.proof.database import quoted
from dashboard.exports.proof.scope import Scope, texts
from dashboard.exports.proof.taken import Query
from dashboard.exports.proof.view import entries
from dashboard.model.vote import CAST, FEWEST, NO_TOPIC, WHOLE

_VOTES = ("vote_id", "body", "date", "kind", "repeats", "topics", "source_id")
_ASSEMBLY, _COUNCIL = "general-assembly", "security-council"
_COMPARED = 5


def _query(
    sql: str, scope: Scope, states: Sequence[str], body: str, *more: tuple[str, frozenset[str]]
) -> Query:
    """The query with the roll calls of a body (empty: of any) in the years."""
    first, last = scope.years
    held = f" AND body = '{body}'" if body else ""
    return Query(
        sql,
        reads={"votes": frozenset((*_VOTES, *states)), **dict(more)},
        keeps={"votes": f"CAST(substr(date, 1, 4) AS INTEGER) BETWEEN {first} AND {last}{held}"},
        complete=True,
    )


def _whole(body: str) -> str:
    """Roll calls on whole texts, each text once: no paragraphs, no amendments, none printed twice."""
    return f"""whole AS (
  SELECT *, CAST(substr(date, 1, 4) AS INTEGER) AS year FROM votes
  WHERE kind IN ({texts(WHOLE)}) AND repeats IS NULL{f" AND body = '{body}'" if body else ""}
)"""


def _compared(first: str, others: Sequence[str]) -> str:
    """The votes that both states cast; a vote beside an abstention is half apart."""
    pairs = "\n  UNION ALL ".join(
        f"SELECT {place} AS place, '{other}' AS state, year, topics, {first} AS one, {other} AS other"
        " FROM whole"
        for place, other in enumerate(others)
    )
    return f"""pairs AS (
  {pairs}
),
compared AS (
  SELECT *, one = other AS alike, one <> other AND 'A' IN (one, other) AS half,
    one <> other AND 'A' NOT IN (one, other) AS opposite
  FROM pairs WHERE one IN ({texts(CAST)}) AND other IN ({texts(CAST)})
)"""


def _collection(rows: str) -> str:
    """The collection from which most of the counted roll calls come."""
    return f"(SELECT source_id FROM {rows} GROUP BY source_id ORDER BY COUNT(*) DESC, source_id LIMIT 1)"


_SHARES = """COUNT(*) AS votes, AVG(alike) AS identical, AVG(alike + 0.5 * half) AS "index",
  SUM(opposite) AS opposite"""


def _by_year(scope: Scope) -> Query:
    states = scope.states[:_COMPARED]
    sql = f"""WITH {_whole(_ASSEMBLY)},
{_compared(states[0], states[1:])}
SELECT {_collection("whole")} AS record_id, state, year,
  {_SHARES}
FROM compared GROUP BY place, year ORDER BY place, year
"""
    return _query(sql, scope, states, _ASSEMBLY)


def _alike(scope: Scope) -> Query:
    pair = scope.states[:2]
    sql = f"""WITH {_whole(_ASSEMBLY)},
{_compared(pair[0], pair[1:])}
SELECT {_collection("whole")} AS record_id, year, COUNT(*) AS votes, AVG(alike) AS identical
FROM compared GROUP BY year HAVING COUNT(*) >= {FEWEST} ORDER BY year
"""
    return _query(sql, scope, pair, _ASSEMBLY)


def _by_topic(scope: Scope) -> Query:
    states = scope.states[:_COMPARED]
    sql = f"""WITH {_whole(_ASSEMBLY)},
{_compared(states[0], states[1:])}
SELECT {_collection("whole")} AS record_id, NULLIF(topic.value, '') AS topic, state,
  {_SHARES}
FROM compared, {entries("topics")} AS topic GROUP BY place, topic.value ORDER BY place, topic.value
"""
    return _query(sql, scope, states, _ASSEMBLY)


def _apart(scope: Scope) -> Query:
    pair = scope.states[:2]
    sql = f"""WITH {_whole(_ASSEMBLY)},
{_compared(pair[0], pair[1:])}
SELECT year / 10 * 10 AS decade, COALESCE(vote_topics.label, '{NO_TOPIC}') AS topic,
  CASE WHEN half THEN 'partly' ELSE 'opposite' END AS relation, COUNT(*) AS votes,
  {_collection("whole")} AS record_id
FROM compared, {entries("topics")} AS topic LEFT JOIN vote_topics ON topic_id = topic.value
WHERE NOT alike GROUP BY decade, topic.value, relation ORDER BY decade, topic.value, relation
"""
    return _query(sql, scope, pair, _ASSEMBLY, ("vote_topics", frozenset({"topic_id", "label"})))


def _questions(scope: Scope) -> Query:
    pair, (first, last) = scope.states[:2], scope.years
    codes = ",\n  ".join(
        f"SUM(COALESCE({state}, '') = '{code}') AS {quoted(f'{state} {code}')}"
        for state in pair
        for code in CAST
    )
    left, right = pair
    both = f"{left} IN ({texts(CAST)}) AND {right} IN ({texts(CAST)})"
    sql = f"""WITH {_whole("")},
questions AS (
  SELECT rowid AS place, topic_id, label, MAX(CAST(substr(followed, 1, 4) AS INTEGER), {first}) AS first_year,
    MIN(CAST(substr(followed, -4) AS INTEGER), {last}) AS last_year
  FROM vote_topics WHERE followed IS NOT NULL
)
SELECT label, first_year, last_year, COUNT(*) AS votes,
  {codes},
  COUNT(CASE WHEN {both} THEN 1 END) AS both,
  COUNT(CASE WHEN {both} AND {left} <> {right} AND 'A' NOT IN ({left}, {right}) THEN 1 END) AS opposite,
  COUNT(CASE WHEN {both} AND {left} <> {right} AND 'A' IN ({left}, {right}) THEN 1 END) AS partly,
  {_collection("votes")} AS record_id
FROM questions JOIN whole ON year BETWEEN first_year AND last_year
  AND instr(';' || topics || ';', ';' || topic_id || ';') > 0
GROUP BY place ORDER BY place
"""
    return _query(sql, scope, pair, "", ("vote_topics", frozenset({"topic_id", "label", "followed"})))


def _terms(scope: Scope) -> Query:
    state = scope.states[0]
    sql = f"""WITH council AS (SELECT * FROM votes WHERE body = '{_COUNCIL}'),
years AS (
  SELECT CAST(substr(date, 1, 4) AS INTEGER) AS year, COUNT(*) AS votes, SUM({state} <> '?') AS known
  FROM council WHERE {state} IS NOT NULL GROUP BY year
),
-- Years that follow each other are one term.
terms AS (SELECT *, year - ROW_NUMBER() OVER (ORDER BY year) AS term FROM years)
SELECT MIN(year) AS first_year, MAX(year) AS last_year, SUM(votes) AS votes, SUM(known) AS known,
  {_collection("council")} AS record_id
FROM terms GROUP BY term ORDER BY first_year
"""
    query = _query(sql, scope, [state], _COUNCIL)
    return replace(query, reads={"votes": frozenset(("vote_id", "body", "date", "source_id", state))})


TALLIES: Mapping[str, Callable[[Scope], Query]] = {
    "votes-agreement": _by_year,
    "overview-alike": _alike,
    "votes-topics": _by_topic,
    "votes-apart": _apart,
    "votes-questions": _questions,
    "votes-terms": _terms,
}
