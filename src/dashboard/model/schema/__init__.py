"""What the tables hold: columns, cells, references. The one truth behind check, codebook and descriptor."""

from __future__ import annotations

from dashboard.model.schema.guidance import TOURS
from dashboard.model.schema.happenings import AGREEMENTS, ERAS, EVENTS, MILESTONES
from dashboard.model.schema.numbers import (
    BREAKS,
    FAMILIES,
    FAMILY_MEMBERS,
    INDICATORS,
    OBSERVATIONS,
    PAIRS,
    QUANTITIES,
)
from dashboard.model.schema.statements import (
    ALIASES,
    CHECKS,
    CLAIMS,
    CORRECTIONS,
    EVIDENCE,
    PUBLISHERS,
    READINGS,
    SOURCES,
)
from dashboard.model.schema.subjects import (
    ACTORS,
    LINE_STYLES,
    OFFICES,
    PLACES,
    PROJECTS,
    ROUTES,
    SERIES,
    TERMS,
    THEMES_TABLE,
)
from dashboard.model.schema.table import Column, Holds, Table
from dashboard.model.schema.votes import EVENT_VOTES, VOTE_TOPICS, VOTES
from dashboard.model.schema.wording import GLOSSARY

__all__ = ["BY_NAME", "TABLES", "Column", "Holds", "Table", "tables_with_ids"]

TABLES: tuple[Table, ...] = (
    THEMES_TABLE,
    SOURCES,
    PUBLISHERS,
    ACTORS,
    OFFICES,
    TERMS,
    PLACES,
    PROJECTS,
    SERIES,
    EVENTS,
    MILESTONES,
    AGREEMENTS,
    ROUTES,
    LINE_STYLES,
    QUANTITIES,
    INDICATORS,
    OBSERVATIONS,
    BREAKS,
    PAIRS,
    FAMILIES,
    FAMILY_MEMBERS,
    CLAIMS,
    CHECKS,
    ERAS,
    EVIDENCE,
    READINGS,
    CORRECTIONS,
    VOTE_TOPICS,
    EVENT_VOTES,
    GLOSSARY,
    TOURS,
    ALIASES,
)

BY_NAME: dict[str, Table] = {table.name: table for table in (*TABLES, VOTES)}


def tables_with_ids() -> tuple[Table, ...]:
    """The tables whose rows are records: they have an id of their own and a page of their own."""
    return tuple(table for table in TABLES if table.id_column and table.name != "aliases")
