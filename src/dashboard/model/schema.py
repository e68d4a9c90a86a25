"""The tables: their columns, what each cell may hold, and what points where. The one truth behind check, codebook and descriptor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Holds(Enum):
    """What one cell of a column holds."""

    ID = "id"
    TEXT = "text"
    EDTF = "date"
    NUMBER = "number"
    INTEGER = "integer"
    URL = "url"
    LANGUAGE = "language"
    COUNTRY = "country"


@dataclass(frozen=True)
class Column:
    """One column: `many` means a list joined by `;`, `points_to` the tables whose ids it may hold."""

    name: str
    description: str
    holds: Holds = Holds.TEXT
    required: bool = True
    many: bool = False
    vocabulary: str = ""
    points_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One file of `data/`: a row is one `row_is`; `key` makes a row unique; `needs_evidence` as rule 1 of the data design."""

    name: str
    row_is: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    needs_evidence: bool = False

    @property
    def id_column(self) -> str:
        """The column that holds the table's own ids, or an empty text if its rows have none."""
        first = self.columns[0]
        return first.name if first.holds is Holds.ID and not first.points_to else ""

    @property
    def file(self) -> str:
        """The name of the table's file."""
        return f"{self.name}.csv"

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


def _id(name: str) -> Column:
    return Column(name, "readable id, unique across all tables, a permalink", Holds.ID)


def _ref(name: str, *tables: str, many: bool = False, required: bool = True, about: str = "") -> Column:
    named = " or ".join(tables) if tables else "any table"
    return Column(name, about or f"id from {named}", Holds.ID, required, many, points_to=tables or ("*",))


def _text(name: str, description: str, required: bool = True, many: bool = False) -> Column:
    return Column(name, description, Holds.TEXT, required, many)


def _word(name: str, vocabulary: str, description: str, required: bool = True) -> Column:
    return Column(name, description, Holds.TEXT, required, vocabulary=vocabulary)


def _date(name: str, description: str, required: bool = True) -> Column:
    return Column(name, description + " (EDTF)", Holds.EDTF, required)


_THEMES = _ref("themes", "themes", many=True)
_NOTE = _text("note", "what a reader should beware of", required=False)

TABLES: tuple[Table, ...] = (
    Table(
        "themes",
        "a subject by which readers filter",
        ("theme_id",),
        (
            Column("theme_id", "id of the theme", Holds.ID, vocabulary="theme"),
            _text("label", "name on screen"),
            _text("description", "what belongs to it"),
        ),
    ),
    Table(
        "sources",
        "something that says things",
        ("source_id",),
        (
            _id("source_id"),
            _word("kind", "source kind", "what sort of source it is"),
            _text("title", "title as published"),
            _text("author", "persons or body named as author", required=False),
            _text("publisher", "who published it", required=False),
            _date("published", "when it was published", required=False),
            _text("published_note", "how the date is known", required=False),
            Column("url", "address", Holds.URL, required=False),
            Column("language", "language of the source (BCP 47)", Holds.LANGUAGE),
            _text("licence", "terms, where known", required=False),
            _NOTE,
        ),
    ),
    Table(
        "actors",
        "who acts",
        ("actor_id",),
        (
            _id("actor_id"),
            _text("name", "common English name"),
            _text("aliases", "other spellings, also the misspellings a source uses", required=False, many=True),
            _word("kind", "actor kind", "what sort of actor it is"),
            Column("country", "country (ISO 3166-1 alpha-3; SUN for the Soviet Union)", Holds.COUNTRY, required=False),
            _text("role", "office or nature", required=False),
        ),
    ),
    Table(
        "places",
        "a point on the map",
        ("place_id",),
        (
            _id("place_id"),
            _text("name", "common English name"),
            Column("country", "country (ISO 3166-1 alpha-3; SUN for the Soviet Union)", Holds.COUNTRY, required=False),
            _word("kind", "place kind", "what sort of place it is"),
            Column("longitude", "degrees east, WGS84; empty where no source gives it", Holds.NUMBER, required=False),
            Column("latitude", "degrees north, WGS84; empty where no source gives it", Holds.NUMBER, required=False),
            _word("precision", "precision", "what the coordinate stands for"),
            _text("coordinate_source", "where the coordinate comes from"),
        ),
    ),
    Table(
        "projects",
        "a project or a proposal",
        ("project_id",),
        (
            _id("project_id"),
            _text("name", "common name"),
            _text("aliases", "what sources call it", required=False, many=True),
            _word("kind", "project kind", "what sort of project it is"),
            _word("status", "project status", "latest known status"),
            _date("status_as_of", "when that status was last stated", required=False),
            _THEMES,
            Column("countries", "countries concerned (ISO 3166-1 alpha-3)", Holds.COUNTRY, required=False, many=True),
            _text("summary", "what it is, in our words"),
        ),
        needs_evidence=True,
    ),
    Table(
        "events",
        "something that happened, was planned or pointedly did not happen",
        ("event_id",),
        (
            _id("event_id"),
            _date("date", "when"),
            _text("title", "what, in a phrase"),
            _text("summary", "what, in our words"),
            _word("kind", "event kind", "what sort of event it is"),
            _word("status", "event status", "whether it happened"),
            _THEMES,
            _ref("actors", "actors", many=True, required=False),
            _ref("places", "places", many=True, required=False),
            _ref("projects", "projects", many=True, required=False),
            Column("weight", "1 = every reader should see it, 2 = normal, 3 = detail", Holds.INTEGER),
        ),
        needs_evidence=True,
    ),
    Table(
        "milestones",
        "an event that changed the status of a project",
        ("project_id", "event_id"),
        (
            _ref("project_id", "projects"),
            _ref("event_id", "events"),
            _word("status", "project status", "the status from then on"),
            _NOTE,
        ),
    ),
    Table(
        "routes",
        "an ordered stop of a line on the map",
        ("route_id", "seq"),
        (
            _id("route_id"),
            _ref("project_id", "projects"),
            _text("name", "name of the line or section"),
            _word("status", "project status", "status of the section"),
            _date("status_as_of", "when that status was last stated", required=False),
            _word("drawn", "drawn", "surveyed line, or straight lines between named stops"),
            Column("seq", "place in the order, from 1", Holds.INTEGER),
            _ref("place_id", "places"),
        ),
    ),
    Table(
        "quantities",
        "a number that somebody states",
        ("quantity_id",),
        (
            _id("quantity_id"),
            _text("indicator", "what is counted or measured"),
            _text("subject", "id of the record it is about, or words"),
            Column("value", "the number, in `unit`", Holds.NUMBER),
            _word("qualifier", "qualifier", "how exactly it is stated"),
            _text("unit", "unit"),
            _date("period", "the time that the number covers", required=False),
            _THEMES,
            _text("summary", "who states what, in our words"),
        ),
        needs_evidence=True,
    ),
    Table(
        "indicators",
        "what a statistical series measures",
        ("indicator_id",),
        (
            _id("indicator_id"),
            _text("label", "name on screen"),
            _text("reporter", "whose count it is"),
            _text("partner", "the other side", required=False),
            _text("flow", "what flows or is counted"),
            _word("valuation", "valuation", "FOB, CIF or empty", required=False),
            _text("unit", "unit of every value"),
            _ref("source_id", "sources"),
            _word("processing", "processing", "as the source gives it, or derived by us"),
            _text("description", "what it measures and what to beware of"),
        ),
        needs_evidence=True,
    ),
    Table(
        "observations",
        "one value of a series",
        ("indicator_id", "period"),
        (
            _ref("indicator_id", "indicators"),
            _date("period", "year or fiscal year"),
            Column("value", "the number, in the unit of its indicator", Holds.NUMBER),
            _word("status", "observation status", "whether it may be read as observed"),
            _NOTE,
        ),
    ),
    Table(
        "claims",
        "an argument that documents make",
        ("claim_id",),
        (
            _id("claim_id"),
            _text("topic", "group of arguments"),
            _text("statement", "the argument, in our words"),
            _THEMES,
        ),
        needs_evidence=True,
    ),
    Table(
        "checks",
        "a statement held against other evidence",
        ("check_id",),
        (
            _id("check_id"),
            _ref("source_id", "sources", about="the document that makes the statement"),
            _text("locator", "paragraph of the document, `para:12`"),
            _text("quote", "3 to 12 words of the statement, verbatim"),
            _text("claim", "what is tested"),
            _word("verdict", "verdict", "what the test says of the statement"),
            _text("finding", "what other evidence says; {value:indicator@period:decimals}, {sum:…} and {change:…} stand for numbers that the series give"),
            _text("correct_value", "the value that other evidence supports; numbers of series as in finding", required=False),
            _word("confidence", "confidence", "how firm the finding is"),
        ),
        needs_evidence=True,
    ),
    Table(
        "eras",
        "a stretch of years that historians name",
        ("era_id",),
        (
            _id("era_id"),
            _text("label", "name on the timeline"),
            _date("period", "from when to when"),
            _text("summary", "why these years, in our words"),
        ),
        needs_evidence=True,
    ),
    Table(
        "evidence",
        "one passage or data-set series behind one record",
        ("record_id", "source_id", "locator", "quote", "field", "value"),
        (
            _ref("record_id"),
            _ref("source_id", "sources"),
            _text("locator", "`para:12`, a variable or a file", required=False),
            _text("quote", "3 to 12 words, verbatim; documents only", required=False),
            _text("field", "the field that the source states", required=False),
            _text("value", "what it states there, normalised", required=False),
            _word("stance", "stance", "whether the source supports or disputes the record"),
            _NOTE,
        ),
    ),
    Table(
        "aliases",
        "a former id and the record that it now leads to",
        ("former_id",),
        (
            _id("former_id"),
            _ref("record_id"),
            _text("reason", "why the id was given up"),
        ),
    ),
)

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}


def tables_with_ids() -> tuple[Table, ...]:
    """The tables whose rows are records: they have an id of their own and a page of their own."""
    return tuple(table for table in TABLES if table.id_column and table.name != "aliases")
