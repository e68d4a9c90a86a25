"""The codebook and the Frictionless descriptor, both written from the schema and the tables, never by
hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.data.atlas import Atlas
from dashboard.data.table import LONGEST_CELL
from dashboard.data.text_file import LARGEST
from dashboard.data.votes import columns_of
from dashboard.model.schema import BY_NAME, TABLES, Column, Holds, Table
from dashboard.model.schema.votes import VOTES
from dashboard.model.vocabulary import MEANINGS, VOCABULARIES

DATA_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

_MEDIA: Mapping[str, Mapping[str, Any]] = {
    "csv": {
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    },
    # Frictionless reads Parquet a row at a time, half a minute for the votes; it takes them for a file, whose
    # rows `check` judges.
    "parquet": {
        "type": "file",
        "profile": "data-resource",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "licenses": [{"path": "LICENCE.md", "title": "Terms of the collections that its rows name"}],
    },
}
_TYPES = {Holds.NUMBER: "number", Holds.INTEGER: "integer"}
_WORDS = {
    Holds.ID: "id",
    Holds.TEXT: "text",
    Holds.EDTF: "EDTF date",
    Holds.NUMBER: "number",
    Holds.INTEGER: "whole number",
    Holds.COLOUR: "colour",
    Holds.URL: "address",
    Holds.LANGUAGE: "language code",
    Holds.COUNTRY: "country code",
}


def codebook(atlas: Atlas) -> str:
    """`data/README.md`: every table with its columns, what they hold and what they point to."""
    parts = [
        f"# Codebook of the {atlas.subject.title}",
        "",
        f"Version {atlas.version} of {atlas.released.isoformat()}. Written by `python -m "
        "dashboard describe`; do not edit.",
        "",
        "Lists in a cell are joined by `;`. Dates are EDTF, never more precise than their "
        "source. Ids are unique across all tables.",
        f"Files are UTF-8, with or without a byte order mark, of at most {LARGEST:,} bytes and "
        f"{LONGEST_CELL:,} characters a cell.",
        "Facts: CC BY 4.0. Values of a data set keep the terms named in its row of `sources.csv`.",
        "",
    ]
    for table in TABLES:
        parts += _section(table, len(atlas[table.name]))
    for table in _votes_of(atlas):
        parts += _section(table, len(atlas.votes))
    for vocabulary in MEANINGS:
        parts += _meanings(vocabulary)
    return "\n".join(parts).rstrip() + "\n"


def descriptor(atlas: Atlas) -> str:
    """`data/datapackage.json`: the tables as one Frictionless data package."""
    package = {
        "profile": "data-package",
        "name": atlas.subject.package,
        "title": atlas.subject.title,
        "version": atlas.version,
        "created": f"{atlas.released.isoformat()}T00:00:00Z",
        "licenses": [DATA_LICENCE],
        "sources": _sources(atlas["sources"]),
        "resources": [_resource(table) for table in (*TABLES, *_votes_of(atlas))],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _votes_of(atlas: Atlas) -> list[Table]:
    """The table of votes with the columns of the states whose votes are held; none if no votes are."""
    return [replace(VOTES, columns=columns_of(atlas.votes))] if atlas.votes_file else []


def _section(table: Table, rows: int) -> list[str]:
    head = [
        f"## {table.file}",
        "",
        f"A row is {table.row_is}. Rows: {rows}. Key: {', '.join(table.key)}.",
        "",
    ]
    lines = ["| column | holds | required | meaning |", "|---|---|---|---|"]
    lines += [
        f"| {column.name} | {_holds(column)} | {'yes' if column.required else 'no'} | {column.description} |"
        for column in table.columns
    ]
    return [*head, *lines, ""]


def _meanings(vocabulary: str) -> list[str]:
    """What each word of a vocabulary means, where its label alone does not say it."""
    lines = [f"| {word} | {meaning} |" for word, meaning in MEANINGS[vocabulary].items()]
    return [f"## Words of {vocabulary}", "", "| word | meaning |", "|---|---|", *lines, ""]


def _holds(column: Column) -> str:
    if column.vocabulary:
        words = " · ".join(VOCABULARIES[column.vocabulary])
    elif column.points_to:
        words = "id of " + (" or ".join(column.points_to) if column.points_to != ("*",) else "any record")
    else:
        words = _WORDS[column.holds]
    return f"list of: {words}" if column.many else words


def _sources(sources: pd.DataFrame) -> list[dict[str, str]]:
    return [
        {"title": row["title"], **({"path": row["url"]} if row["url"] else {})}
        for row in sources.to_dict("records")
    ]


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    foreign = [
        {
            "fields": [column.name],
            "reference": {"resource": column.points_to[0], "fields": [_own_id(column.points_to[0])]},
        }
        for column in table.columns
        if _leads_to_one_table(table, column)
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    if table.name == "evidence":
        del schema["primaryKey"]
    return {
        "name": table.name,
        "path": table.file,
        **_MEDIA[table.stored],
        "description": f"A row is {table.row_is}.",
        "schema": schema,
    }


def _leads_to_one_table(table: Table, column: Column) -> bool:
    if len(column.points_to) != 1 or column.points_to == ("*",) or column.many:
        return False
    return table.stored == "csv" and BY_NAME[column.points_to[0]].stored == "csv"


def _own_id(table: str) -> str:
    return BY_NAME[table].id_column


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.vocabulary and not column.many:
        constraints["enum"] = list(VOCABULARIES[column.vocabulary])
    kind: Mapping[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.holds, "string"),
        "description": column.description,
    }
    return {**kind, **({"constraints": constraints} if constraints else {})}
