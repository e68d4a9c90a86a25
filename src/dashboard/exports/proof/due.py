"""Which rows a figure owes: a rule over whole tables that gives the record of every row, and the rows that
no rule gives, listed as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.exports.proof.database import Database, Texts, quoted
from dashboard.exports.proof.scope import Scope, text, texts, within
from dashboard.exports.proof.tables import Held, of_columns
from dashboard.exports.proof.taken import Query
from dashboard.exports.proof.view import entries
from dashboard.exports.proof.ways import RECORD
from dashboard.model.schema import BY_NAME, Table

# Whole tables stand in the bundle under their name with this in front, those rows beside them.
ALL, LISTED = "all_", "listed"
_LOCATED = "longitude IS NOT NULL AND latitude IS NOT NULL AND precision NOT IN ('country', 'district')"


@dataclass(frozen=True)
class Rule:
    """A rule in words and in SQL over whole tables, with the columns of these that it reads."""

    words: str
    sql: str
    reads: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Due:
    """The rule that gives rows, if there is one, the tables that it reads, how many rows it gives, and the
    records of the others.
    """

    rule: Rule | None
    tables: Mapping[str, Texts] = field(default_factory=dict)
    given: int = 0
    listed: Sequence[str] = ()


_YEARS_AND_THEMES = "every event of the years and themes"
_FACTS = ("every check of a fact", "checks", "kind = 'fact'", "kind")
_IN_SERIES = ("every event of a series", "events", "series IS NOT NULL AND {events}", "series date themes")
_EVENTS = (_YEARS_AND_THEMES, "events", "{events}", "date themes")
# The records of these figures are those of a table that hold a condition in SQL, which reads some columns.
_CHOSEN: Mapping[str, tuple[str, str, str, str]] = {
    "arguments-matrix": ("every argument", "claims", "", ""),
    "checks-verdicts": _FACTS,
    "checks-list": _FACTS,
    "checks-own": ("every check of a document by itself", "checks", "kind = 'consistency'", "kind"),
    "record-slips": (
        "every check of the document by itself",
        "checks",
        "kind = 'consistency' AND source_id = {record}",
        "kind source_id",
    ),
    "sources-documents": ("every document", "sources", "kind = 'document'", "kind"),
    "sources-table": ("every source", "sources", "", ""),
    "agreements-table": ("every agreement", "agreements", "", ""),
    "people-terms": ("every term of office", "terms", "", ""),
    "method-agreement": ("every reading", "readings", "", ""),
    "series-strip": _IN_SERIES,
    "series-list": _IN_SERIES,
    "timeline-strip": ("every event of the themes", "events", "{themes}", "themes"),
    "timeline-lanes": _EVENTS,
    "timeline-list": _EVENTS,
    "sources-corroboration": _EVENTS,
}
_PLACED = f"""SELECT named.value AS place_id, event_id FROM {ALL}events, {entries("places")} AS named
  JOIN {ALL}places ON place_id = named.value WHERE {_LOCATED}"""
_OF_EVENTS = ("event_id", "date", "themes", "places")
_OF_PLACES = ("place_id", "longitude", "latitude", "precision")
_SECTIONS = f"SELECT project_id AS {RECORD} FROM (SELECT DISTINCT route_id, project_id FROM {ALL}routes)"


def rules_of(figure_id: str, ids: Sequence[str], held: Held, scope: Scope) -> Iterator[Rule]:
    """The rules that may give the rows of a figure; `ids` are the shown records."""
    yield from _of_figure(figure_id, scope)
    series = {row[0] for row in held["indicators"][1]}.intersection(ids)
    if series:
        yield from _values(sorted(series), scope)
    if scope.record_id:
        yield Rule("the record that is open", f"SELECT {text(scope.record_id)} AS {RECORD}", {})
        for table in BY_NAME.values():
            yield from _naming(table, held[table.name], scope.record_id)


def _of_figure(figure_id: str, scope: Scope) -> Iterator[Rule]:
    """The rules that are written for a figure."""
    if figure_id in _CHOSEN:
        words, table, condition, columns = _CHOSEN[figure_id]
        yield _where(words, table, _filled(condition, scope), columns.split())
    if figure_id == "data-table":
        for known in BY_NAME.values():
            yield _where(f"every row of {known.name}", known.name, "", [])
    if figure_id == "map-events":
        yield Rule(
            f"{_YEARS_AND_THEMES}, once for each of its places that has a point on the map",
            f"SELECT event_id AS {RECORD} FROM ({_PLACED} AND {_filled('{events}', scope)})",
            {"events": _OF_EVENTS, "places": _OF_PLACES},
        )
    if figure_id == "map-table":
        yield Rule("every section of every project", _SECTIONS, {"routes": ("route_id", "project_id")})
    if figure_id == "map-routes":
        yield Rule(
            "every section, every site, and every place of events that has a point on the map",
            f"""{_SECTIONS}
  UNION ALL SELECT place_id FROM {ALL}places WHERE {_LOCATED} AND precision = 'site'
  UNION ALL SELECT DISTINCT place_id FROM ({_PLACED} AND {_filled("{events}", scope)})""",
            {"routes": ("route_id", "project_id"), "events": _OF_EVENTS, "places": _OF_PLACES},
        )
    if figure_id == "map-unplaced":
        yield _off_the_map(scope)
    if figure_id == "tours-steps":
        yield Rule(
            "every record of every step",
            f"SELECT named.value AS {RECORD} FROM {ALL}tours, {entries('records')} AS named",
            {"tours": ("tour", "step", "records")},
        )
    if figure_id.startswith("context-"):
        yield _sums(figure_id.removeprefix("context-"), scope)


def _off_the_map(scope: Scope) -> Rule:
    themes = _filled("{themes}", scope)
    return Rule(
        "every railway, road and pipeline without a section, every place without a coordinate, and those "
        "known only by country or district that an event names",
        f"""SELECT project_id AS {RECORD} FROM {ALL}projects WHERE kind IN ('rail', 'road', 'pipeline')
    AND project_id NOT IN (SELECT project_id FROM {ALL}routes) AND {themes}
  UNION ALL SELECT place_id FROM {ALL}places
  WHERE (longitude IS NULL AND kind NOT IN ('region', 'country'))
    OR ((longitude IS NULL OR precision IN ('country', 'district'))
      AND place_id IN (SELECT named.value FROM {ALL}events, {entries("places")} AS named
        WHERE {_filled("{events}", scope)}))""",
        {
            "projects": ("project_id", "kind", "themes"),
            "routes": ("route_id", "project_id"),
            "places": ("place_id", "kind", "longitude", "precision"),
            "events": _OF_EVENTS,
        },
    )


def _filled(condition: str, scope: Scope) -> str:
    themes = " OR ".join(f"instr(';' || themes || ';', ';{theme};')" for theme in scope.themes)
    of_themes = f"({themes})" if themes else "TRUE"
    of_years = within("date", scope.years)
    return condition.format(
        themes=of_themes, events=f"{of_themes} AND {of_years}", record=text(scope.record_id)
    )


def _where(words: str, table: str, condition: str, columns: Sequence[str]) -> Rule:
    key = BY_NAME[table].id_column or BY_NAME[table].columns[0].name
    where = f" WHERE {condition}" if condition else ""
    return Rule(words, f"SELECT {key} AS {RECORD} FROM {ALL}{table}{where}", {table: (key, *columns)})


def _sums(figure: str, scope: Scope) -> Rule:
    """Sums of series beside the totals that people state."""
    sql = f"""SELECT member AS {RECORD} FROM {ALL}family_members JOIN {ALL}families USING (family)
  WHERE figure = {text(figure)} AND kind = 'sum'
  UNION ALL SELECT quantity_id FROM {ALL}quantities JOIN {ALL}families ON stated = indicator
  WHERE figure = {text(figure)} AND {within(f"{ALL}quantities.period", scope.years)}"""
    return Rule(
        "the sum of every series of the figure, and every total that is stated of it in the years",
        sql,
        {
            "families": ("family", "figure", "kind", "stated"),
            "family_members": ("family", "member"),
            "quantities": ("quantity_id", "indicator", "period"),
        },
    )


def _values(series: Sequence[str], scope: Scope) -> Iterator[Rule]:
    """The values of some series."""
    shown, (first, last) = f"indicator_id IN ({texts(series)})", scope.years
    sound = f"{shown} AND COALESCE(status, '') <> 'doubtful'"
    words = "every value of the shown series"
    for more, condition in (
        (f" from {first} to {last} that is not doubtful", f"{sound} AND {within('period', scope.years)}"),
        (" that is not doubtful", sound),
        ("", shown),
    ):
        sql = f"SELECT indicator_id AS {RECORD} FROM {ALL}observations\n  WHERE {condition}"
        yield Rule(words + more, sql, {"observations": ("indicator_id", "period", "status")})


def _naming(table: Table, texts: Texts, record_id: str) -> Iterator[Rule]:
    """Every record that names the open one in a column, and every record that is named beside it."""
    named = text(record_id)
    ids = [column.name for column in table.columns if column.points_to and not column.many]
    for column in table.columns:
        place = texts[0].index(column.name)
        if not column.points_to or not any(record_id in row[place] for row in texts[1]):
            continue
        listed = f"instr(';' || {column.name} || ';', ';' || {named} || ';')"
        holds = listed if column.many else f"{column.name} = {named}"
        for owner in [table.id_column] if table.id_column else ids:
            if owner != column.name:
                yield Rule(
                    f"every {owner} of {table.name} whose {column.name} names the record that is open",
                    f"SELECT DISTINCT {owner} AS {RECORD} FROM {ALL}{table.name} WHERE {holds}",
                    {table.name: (owner, column.name)},
                )


def due_of(figure_id: str, shown: Texts, held: Held, scope: Scope) -> Due:
    """The rows that a figure owes. Of the rules that give no row that is not shown, and most of those that
    are, the one that gives most.
    """
    place = shown[0].index(RECORD)
    ids = [row[place] for row in shown[1]]
    best = Due(None, listed=sorted(ids))
    for rule in rules_of(figure_id, ids, held, scope):
        tables = {name: of_columns(held[name], frozenset(columns)) for name, columns in rule.reads.items()}
        base = Database()
        for name, rows in tables.items():
            base.load(f"{ALL}{name}", rows)
        given = Counter(str(record_id) for (record_id,) in base.rows(rule.sql))
        left = Counter(ids)
        left.subtract(given)
        if min(left.values()) >= 0 and given.total() * 2 > len(ids) and given.total() > best.given:
            best = Due(rule, tables, given.total(), sorted(left.elements()))
        if not best.listed:
            break
    return best


def with_due(query: Query, names: Sequence[str], due: Due) -> Query:
    """A query that gives one row more for every record that stands in more or in fewer rows than it owes."""
    parts = [f"SELECT {RECORD} FROM ({due.rule.sql})"] if due.rule else []
    parts += [f"SELECT {RECORD} FROM {LISTED}"] if due.listed else []
    together = "\n  UNION ALL ".join(parts) or f"SELECT {RECORD} FROM shown WHERE FALSE"
    columns = ", ".join(map(quoted, names))
    extra = ", ".join(RECORD if name == RECORD else "NULL" for name in names)
    sql = f"""SELECT {columns} FROM (
SELECT *, ROW_NUMBER() OVER () AS _place FROM (
{query.sql})
UNION ALL
-- A record that stands in more or in fewer rows than it has to.
SELECT {extra}, NULL FROM (
  SELECT {RECORD}, 1 AS number FROM (
  {together})
  UNION ALL SELECT {RECORD}, -1 FROM shown)
GROUP BY {RECORD} HAVING SUM(number) <> 0
) ORDER BY _place IS NULL, _place
"""
    return replace(query, sql=sql)
