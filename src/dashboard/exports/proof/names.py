"""What a proof calls things by: speakers and sources, routes, sums, steps of tours, why something is on no
map, each as a view in SQL.
"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.exports.proof.view import BY_RECORD, View, entries

NAMED: Mapping[str, View] = {
    # A route by its name beside the project.
    "routes_by_name": View(
        """SELECT project_id, name, MAX(status) AS status FROM routes GROUP BY project_id, name""",
        {"routes": ("project_id", "name", "status")},
        (("project_id", "record_id"), ("name", "what")),
        (),
        ("name", "status"),
        counts=False,
        beside=("status",),
    ),
    # A route by its id, which stands beside the record that is open.
    "routes_by_id": View(
        """SELECT route_id, name, MAX(status_as_of_caption) AS caption, 'Routes' AS kind FROM routes
  GROUP BY route_id, name""",
        {"routes": ("route_id", "name", "status_as_of_caption")},
        (("route_id", "connected"),),
        (),
        ("route_id", "name", "caption", "kind"),
        counts=False,
        beside=("kind",),
    ),
    # How a source is called in a line: a document by the last word of its author and its year.
    "called": View(
        """SELECT source_id, kind, CASE kind
    WHEN 'document' THEN replace(COALESCE(author, sources.publisher),
      rtrim(author, replace(author, ' ', '')), '') || ' ' || substr(published, 1, 4)
    ELSE COALESCE(publishers.short, sources.publisher, author, title) END AS name
  FROM sources LEFT JOIN publishers ON publishers.publisher = sources.publisher""",
        {
            "sources": ("source_id", "kind", "author", "publisher", "published", "title"),
            "publishers": ("publisher", "short"),
        },
    ),
    # Who says it: documents first, each source once, with the speaker in front whose words it reports.
    "telling": View(
        """SELECT record_id, teller, MIN(place) AS place FROM (
    SELECT record_id, COALESCE(COALESCE(actors.name, speaker) || ', in ', '') || called.name AS teller,
      evidence.rowid + IIF(called.kind = 'document', 0, 1000000) AS place
    FROM evidence JOIN called USING (source_id) LEFT JOIN actors ON actors.actor_id = speaker
    WHERE stance = 'supports')
  GROUP BY record_id, teller""",
        {"evidence": ("record_id", "source_id", "stance", "speaker"), "actors": ("actor_id", "name")},
        after=("called",),
    ),
    "tellers": View(
        """SELECT record_id, group_concat(teller, '; ') AS said_by FROM (
    SELECT * FROM telling ORDER BY record_id, place) GROUP BY record_id""",
        {},
        BY_RECORD,
        ("telling",),
        ("said_by",),
        counts=False,
        beside=("said_by",),
    ),
    "first_teller": View(
        """SELECT record_id, teller AS who, MIN(place) AS place FROM telling
  JOIN quantities ON quantity_id = record_id GROUP BY record_id""",
        {"quantities": ("quantity_id",)},
        BY_RECORD,
        ("telling",),
        ("who",),
        counts=False,
        beside=("who", "by"),
    ),
    # Whether a document says it.
    "spoken": View(
        """SELECT record_id, IIF(MAX(kind = 'document'), 'document', 'official') AS by
  FROM evidence JOIN sources USING (source_id) JOIN quantities ON quantity_id = record_id
  GROUP BY record_id""",
        {
            "evidence": ("record_id", "source_id"),
            "sources": ("source_id", "kind"),
            "quantities": ("quantity_id",),
        },
        BY_RECORD,
        (),
        ("by",),
        counts=False,
        beside=("who", "by"),
    ),
    # The series of which a sum is shown: under which name, and over which period.
    "summed": View(
        """SELECT member AS record_id, panel AS who, period_caption AS "when", 'series' AS by
  FROM family_members JOIN families USING (family) WHERE kind = 'sum'""",
        {
            "family_members": ("family", "member", "panel"),
            "families": ("family", "kind", "period_caption"),
        },
        BY_RECORD,
        (),
        ("who", "when", "by"),
        counts=False,
        beside=("who", "by"),
    ),
    # Why a place or a project stands on no map.
    "off_the_map": View(
        f"""SELECT place_id AS record_id, kind || CASE COUNT(named.value) WHEN 0 THEN ''
      WHEN 1 THEN ', 1 event' ELSE ', ' || COUNT(named.value) || ' events' END AS what,
    CASE WHEN longitude IS NULL THEN 'No source with a coordinate was found.'
      ELSE 'Known only by ' || precision || '.' END AS why
  FROM places LEFT JOIN (SELECT entry.value FROM events, {entries("events.places")} AS entry) AS named
    ON named.value = place_id
  GROUP BY place_id
  UNION ALL SELECT project_id, kind || ', ' || status, 'No source names enough stops to draw a line.'
  FROM projects""",
        {
            "places": ("place_id", "kind", "longitude", "precision"),
            "events": ("event_id", "places"),
            "projects": ("project_id", "kind", "status"),
        },
        BY_RECORD,
        (),
        ("what", "why"),
        counts=False,
        beside=("what", "why", "name"),
    ),
    # The steps of the tours; a sentence into which numbers are filled is given only where it has none.
    "steps": View(
        f"""SELECT title, step, record.value AS record_id, title AS tour,
    CASE instr(sentence, '{{') WHEN 0 THEN sentence END AS sentence
  FROM tours, {entries("tours.records")} AS record""",
        {"tours": ("title", "step", "sentence", "records")},
        (("title", "tour"), ("step", "step"), ("record_id", "record_id")),
        (),
        ("tour", "step", "sentence"),
        counts=False,
        beside=("sentence",),
    ),
}
