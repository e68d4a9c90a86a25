"""What a proof counts from several rows of the tables, each as a view in SQL with its definition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.exports.proof.names import NAMED
from dashboard.exports.proof.view import BY_RECORD, View, entries


def defined(names: Iterable[str]) -> str:
    """Views, and those that they read, as they stand behind WITH."""
    needed: dict[str, None] = {}

    def add(name: str) -> None:
        for other in VIEWS[name].after:
            add(other)
        needed[name] = None

    for name in names:
        add(name)
    return ",\n".join(f"{name} AS (\n  {VIEWS[name].sql}\n)" for name in needed)


VIEWS: Mapping[str, View] = {
    # Who first reported what a source says, and the country for which the source counts: a state that is gone
    # counts for the one that follows it.
    "reported": View(
        """SELECT source.source_id, COALESCE(first.publisher, first.author, first.source_id) AS origin,
    COALESCE(countries.counts_for, first.country) AS country
  FROM sources AS source
  JOIN sources AS first ON first.source_id = COALESCE(source.origin, source.source_id)
  LEFT JOIN countries ON countries.country = first.country""",
        {
            "sources": ("source_id", "publisher", "author", "origin", "country"),
            "countries": ("country", "counts_for"),
        },
    ),
    # Behind each record: rows of evidence, different sources, and origins, who count once however often
    # what they reported was printed.
    "backing": View(
        """SELECT record_id, COUNT(*) AS passages, COUNT(DISTINCT source_id) AS sources,
    COUNT(DISTINCT origin) AS origins,
    COUNT(DISTINCT CASE stance WHEN 'supports' THEN origin END) AS origins_supporting,
    COUNT(DISTINCT CASE stance WHEN 'disputes' THEN origin END) AS origins_disputing,
    COUNT(DISTINCT CASE stance WHEN 'supports' THEN source_id END) AS sources_supporting,
    COUNT(DISTINCT CASE stance WHEN 'disputes' THEN source_id END) AS sources_disputing
  FROM evidence LEFT JOIN reported USING (source_id) GROUP BY record_id""",
        {"evidence": ("record_id", "source_id", "stance")},
        BY_RECORD,
        ("reported",),
        (
            "origins",
            "sources",
            "passages",
            "origins_supporting",
            "origins_disputing",
            "sources_supporting",
            "sources_disputing",
        ),
    ),
    # What rests on each source, and what rests on it alone.
    "bearing": View(
        """SELECT source_id, COUNT(DISTINCT record_id) AS records,
    COUNT(DISTINCT CASE WHEN first = last THEN record_id END) AS records_alone
  FROM (SELECT record_id, source_id, MIN(source_id) OVER (PARTITION BY record_id) AS first,
    MAX(source_id) OVER (PARTITION BY record_id) AS last FROM evidence)
  GROUP BY source_id""",
        {"evidence": ("record_id", "source_id")},
        (("source_id", "record_id"),),
        (),
        ("records", "records_alone"),
    ),
    # How many events name each place.
    "happenings": View(
        f"""SELECT place.value AS place_id, COUNT(*) AS events, 'events' AS layer
  FROM events, {entries("events.places")} AS place GROUP BY place.value""",
        {"events": ("event_id", "places")},
        (("place_id", "record_id"),),
        (),
        ("events", "layer"),
    ),
    # Each country whose sources tell of a record, with what they say and how many they are.
    "told": View(
        """SELECT record_id, country, COUNT(DISTINCT source_id) AS sources,
    CASE COUNT(DISTINCT stance) WHEN 1 THEN MIN(stance) ELSE 'supports and disputes' END AS stance
  FROM evidence JOIN reported USING (source_id) WHERE country IS NOT NULL GROUP BY record_id, country""",
        {"evidence": ("record_id", "source_id", "stance")},
        (("record_id", "record_id"), ("country", "country")),
        ("reported",),
        ("country", "stance", "sources"),
        beside=("stance", "sources"),
    ),
    # How many documents say an argument themselves; words that they only quote do not count.
    "argued": View(
        """SELECT record_id, COUNT(DISTINCT CASE stance WHEN 'supports' THEN source_id END) AS supporting,
    COUNT(DISTINCT CASE stance WHEN 'disputes' THEN source_id END) AS disputing
  FROM evidence JOIN sources USING (source_id)
  WHERE sources.kind = 'document' AND speaker IS NULL GROUP BY record_id""",
        {"evidence": ("record_id", "source_id", "stance", "speaker"), "sources": ("source_id", "kind")},
        BY_RECORD,
        (),
        ("supporting", "disputing"),
        beside=("supporting",),
    ),
    # Each section of a project with its stops in their order, and its status or else that of the project.
    "sections": View(
        """SELECT project_id, route_id, name, 'routes' AS layer, group_concat(place, ', ') AS stops,
    COALESCE(MAX(status), project_status) AS status,
    CASE WHEN MAX(status) IS NULL THEN 'project' ELSE 'section' END AS status_of
  FROM (SELECT routes.*, places.name AS place, projects.status AS project_status FROM routes
    JOIN places USING (place_id) JOIN projects USING (project_id) ORDER BY route_id, seq)
  GROUP BY route_id""",
        {
            "routes": ("route_id", "project_id", "name", "status", "seq", "place_id"),
            "places": ("place_id", "name"),
            "projects": ("project_id", "status"),
        },
        (("project_id", "record_id"), ("name", "name")),
        (),
        ("name", "layer", "stops", "status", "status_of"),
        counts=False,
        beside=("stops",),
    ),
    # The first and the last of the shown series, year by year.
    "side_by_side": View(
        """SELECT CAST(substr(period, 1, 4) AS INTEGER) AS year,
    MAX(CASE WHEN indicator_id = first THEN value END) AS one,
    MAX(CASE WHEN indicator_id = last THEN value END) AS other
  FROM observations, (SELECT record_id AS first FROM shown ORDER BY rowid LIMIT 1),
    (SELECT record_id AS last FROM shown ORDER BY rowid DESC LIMIT 1)
  GROUP BY 1""",
        {"observations": ("indicator_id", "period", "value")},
        (("year", "year"),),
        (),
        ("one", "other"),
        beside=("one", "other"),
    ),
    # Each value that sources state of a field of a record, with these sources and their notes, each once.
    "stated": View(
        """SELECT record_id, field, value,
    (SELECT group_concat(source_id, ';') FROM (SELECT DISTINCT source_id FROM evidence AS e
      WHERE (e.record_id, e.field, e.value) = (evidence.record_id, evidence.field, evidence.value)))
      AS source_ids,
    (SELECT group_concat(note, ' ') FROM (SELECT DISTINCT note FROM evidence AS e
      WHERE (e.record_id, e.field, e.value) = (evidence.record_id, evidence.field, evidence.value))) AS note
  FROM evidence GROUP BY record_id, field, value""",
        {"evidence": ("record_id", "field", "value", "source_id", "note")},
        (("record_id", "record_id"), ("field", "field"), ("value", "value")),
        (),
        ("source_ids", "note", "field", "value"),
        counts=False,
        beside=("source_ids",),
    ),
    # The countries for which sources of each record count, where it is one for all of them.
    "single_country": View(
        """SELECT record_id, MIN(country) AS country
  FROM evidence JOIN reported USING (source_id)
  GROUP BY record_id HAVING COUNT(DISTINCT country) = 1 AND COUNT(country) = COUNT(*)""",
        {"evidence": ("record_id", "source_id")},
        BY_RECORD,
        ("reported",),
        ("country",),
        counts=False,
    ),
    **NAMED,
}
