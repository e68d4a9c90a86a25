"""What leaves with one figure: its rows, the evidence behind them, its picture, and the words without which
the rows cannot be read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.exports.archive import zip_of
from dashboard.exports.reference import Edition
from dashboard.exports.table import csv_of
from dashboard.model.figure import Figure

UNKNOWN_TERMS = "not stated by the source; ask its publisher before reuse"

_SOURCE = (
    "source_id",
    "kind",
    "title",
    "author",
    "publisher",
    "published",
    "published_note",
    "url",
    "language",
    "licence",
)
NO_PICTURES: Mapping[str, bytes] = {}
# The columns in which a passage leaves the Atlas.
PASSAGE = ("record_id", "source_id", "locator", "quote", "field", "value", "speaker", "stance", "note")


@dataclass(frozen=True)
class Choice:
    """What the reader chose, as a sentence and as the values of the link, and the link itself."""

    sentence: str
    values: Mapping[str, Sequence[str]]
    link: str


def packet(
    figure: Figure,
    choice: Choice,
    edition: Edition,
    sources: pd.DataFrame,
    evidence: pd.DataFrame,
    citation: str,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> bytes:
    """A zip with `data.csv` (the rows shown), `evidence.csv` (the passages behind them), `metadata.json`,
    `README.txt` and the figure as it is drawn (`pictures` by name, none of a list or a table).

    `sources` and `evidence` are those behind the figure's records; `citation` is the figure's own reference
    as a sentence.
    """
    files = {
        "data.csv": csv_of(figure.rows),
        "evidence.csv": csv_of(evidence[list(PASSAGE)]),
        "metadata.json": _json(metadata(figure, choice, edition, sources, citation)),
        "README.txt": _readme(figure, choice, edition, sources, citation, pictures).encode("utf-8"),
        **pictures,
    }
    return zip_of(files, edition.released)


def metadata(
    figure: Figure, choice: Choice, edition: Edition, sources: pd.DataFrame, citation: str
) -> dict[str, Any]:
    """The figure in words and values; every source with its terms."""
    return {
        "figure": figure.figure_id,
        "title": figure.title,
        "subtitle": figure.subtitle,
        "shows": figure.message,
        "note": figure.note,
        "filters": {
            "sentence": choice.sentence,
            "values": {name: list(values) for name, values in choice.values.items()},
        },
        "link": choice.link,
        "citation": citation,
        "atlas": {
            "title": edition.title,
            "version": edition.version,
            "released": edition.released.isoformat(),
            "licence": edition.licence,
        },
        "rows": len(figure.rows),
        "columns": [str(name) for name in figure.rows.columns],
        "sources": [_source(row) for row in sources.to_dict("records")],
    }


def _source(row: Mapping[Any, Any]) -> dict[str, str]:
    return {name: row[name] or (UNKNOWN_TERMS if name == "licence" else "") for name in _SOURCE}


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _readme(
    figure: Figure,
    choice: Choice,
    edition: Edition,
    sources: pd.DataFrame,
    citation: str,
    pictures: Mapping[str, bytes],
) -> str:
    listed = [
        f"- {row['title']}. {row['author'] or row['publisher']}. Terms: {row['licence'] or UNKNOWN_TERMS}."
        for row in sources.to_dict("records")
    ]
    lines = [
        figure.title,
        "=" * len(figure.title),
        "",
        *([figure.subtitle, ""] if figure.subtitle else []),
        figure.message,
        *([figure.note] if figure.note else []),
        "",
        f"Choice: {choice.sentence}.",
        f"Link: {choice.link}",
        f"From: {edition.caption}. Facts: {edition.licence}.",
        f"Cite as: {citation}",
        "",
        "data.csv       the rows of the figure; record_id names the record of the Atlas behind each",
        "evidence.csv   what each source says of those records, with quote and paragraph where "
        "it is a document",
        "metadata.json  the same words as here, and the sources, for programs",
        *(f"{name:<14} the figure as it is drawn, with title, note, sources and link" for name in pictures),
        "",
        "The CSV files are UTF-8 with a byte order mark. What a spreadsheet would take for a "
        "formula starts with an apostrophe.",
        "",
        f"Sources ({len(listed)}):",
        *(listed or ["none: the rows are a list of the Atlas's own"]),
    ]
    return "\r\n".join(lines) + "\r\n"
