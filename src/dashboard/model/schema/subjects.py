"""The tables of what acts and is acted on: themes, actors, places, projects, routes, series, offices and
terms.
"""

from __future__ import annotations

from dashboard.model.schema.table import (
    NOTE,
    THEMES,
    Column,
    Holds,
    Table,
    colours,
    country,
    day,
    identity,
    names_in_script,
    reference,
    text,
    word,
)

THEMES_TABLE = Table(
    "themes",
    "a subject by which readers filter",
    ("theme_id",),
    (
        identity("theme_id"),
        text("label", "name on screen"),
        text("description", "what belongs to it"),
        *colours(),
    ),
)

ACTORS = Table(
    "actors",
    "who acts",
    ("actor_id",),
    (
        identity("actor_id"),
        text("name", "common English name"),
        text("aliases", "other spellings, also the misspellings a source uses", required=False, many=True),
        word("kind", "actor kind", "what sort of actor it is"),
        country("country", "country"),
        text("role", "office or nature", required=False),
        *names_in_script(),
    ),
)

PLACES = Table(
    "places",
    "a point on the map",
    ("place_id",),
    (
        identity("place_id"),
        text("name", "common English name"),
        country("country", "state that administers it; it says nothing of whom disputed land belongs to"),
        word("kind", "place kind", "what sort of place it is"),
        Column(
            "longitude", "degrees east, WGS84; empty where no source gives it", Holds.NUMBER, required=False
        ),
        Column(
            "latitude", "degrees north, WGS84; empty where no source gives it", Holds.NUMBER, required=False
        ),
        word("precision", "precision", "what the coordinate stands for"),
        text("coordinate_source", "where the coordinate comes from"),
        *names_in_script(),
    ),
)

PROJECTS = Table(
    "projects",
    "a project or a proposal",
    ("project_id",),
    (
        identity("project_id"),
        text("name", "common name"),
        text("aliases", "what sources call it", required=False, many=True),
        word("kind", "project kind", "what sort of project it is"),
        word("status", "project status", "latest known status"),
        day("status_as_of", "when that status was last stated", required=False),
        THEMES,
        country("countries", "countries concerned", many=True),
        text("summary", "what it is, in our words"),
        *names_in_script(),
        NOTE,
    ),
    needs_evidence=True,
)

ROUTES = Table(
    "routes",
    "an ordered stop of a line on the map",
    ("route_id", "seq"),
    (
        identity("route_id"),
        reference("project_id", "projects"),
        text("name", "name of the line or section"),
        word("status", "project status", "status of the section"),
        day("status_as_of", "when that status was last stated", required=False),
        word("drawn", "drawn", "surveyed line, or straight lines between named stops"),
        Column("seq", "place in the order, from 1", Holds.INTEGER),
        reference("place_id", "places"),
        NOTE,
    ),
)

LINE_STYLES = Table(
    "line_styles",
    "how the lines of a project are drawn and named on the map, in the order in which names are set",
    ("project_id",),
    (
        reference("project_id", "projects"),
        text("short", "name beside the line; empty where it has none", required=False),
        Column(
            "side",
            "line widths by which it keeps to the right of its course (less than 0: to the "
            "left), to leave room for others",
            Holds.NUMBER,
        ),
    ),
    may_be_empty=True,
)

SERIES = Table(
    "series",
    "meetings, exercises or visits that are counted or held in turn",
    ("series_id",),
    (
        identity("series_id"),
        text("name", "common name"),
        word("kind", "series kind", "what sort of series it is"),
        text("summary", "what meets or happens, since when, in our words"),
        Column(
            "last_number",
            "the highest number known; empty where they are not numbered",
            Holds.INTEGER,
            required=False,
        ),
        NOTE,
    ),
    may_be_empty=True,
)

OFFICES = Table(
    "offices",
    "an office of state that persons hold in turn",
    ("office_id",),
    (
        identity("office_id"),
        text("title", "common English title"),
        country("country", "whose office it is"),
    ),
    may_be_empty=True,
)

TERMS = Table(
    "terms",
    "the time for which a person held an office",
    ("term_id",),
    (
        identity("term_id"),
        reference("office_id", "offices"),
        reference("actor_id", "actors"),
        day("period", "from when to when; `1999-12-31/..` if the person still holds it"),
        NOTE,
    ),
    needs_evidence=True,
    may_be_empty=True,
)
