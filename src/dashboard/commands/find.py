"""`find`: the records that a question finds, best first, for people or as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.commands.argument import whole_number
from dashboard.data.atlas import read_atlas
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries.find.answer import Result, find
from dashboard.queries.find.documents import documents
from dashboard.queries.find.index import Index
from dashboard.queries.find.marker import Marker
from dashboard.queries.find.question import glossary_of, read_question
from dashboard.queries.find.ranking import Hit
from dashboard.queries.find.results import found

MOST_RESULTS = 100


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "find", help="records by a question in English or a language of the glossary"
    )
    parser.add_argument("question", help="a question or some words")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    parser.add_argument(
        "--limit",
        type=whole_number(1, MOST_RESULTS),
        default=5,
        help=f"how many records, 1 to {MOST_RESULTS}; 5 unless told",
    )
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="folder of the tables")


def run(options: argparse.Namespace) -> int:
    """Print what a question finds; the exit code is 0 whether or not the record answers it."""
    atlas = read_atlas(options.data)
    index = Index(documents(atlas.frames))
    result = find(index, read_question(options.question, glossary_of(atlas["glossary"])))
    marker = result.marker()
    rows = [_row(index, hit, marker) for hit in result.hits[: options.limit]]
    unmet = result.judge.lacking(result.hits[0].row) if result.hits else ()
    if options.json:
        found_so = {"answered": result.answered, "unmet": unmet, "results": rows}
        print(json.dumps(found_so, ensure_ascii=False))
    else:
        print("\n".join(_lines(result, rows, unmet)))
    return 0


def _row(index: Index, hit: Hit, marker: Marker) -> dict[str, Any]:
    record = found(index, hit, marker)
    return {
        "id": record.record_id,
        "kind": RECORD_NAMES[record.table],
        "title": record.title,
        "date": record.date,
        "passage": record.passage.text,
        "score": round(hit.score, 3),
    }


def _lines(result: Result, rows: list[dict[str, Any]], unmet: Sequence[str]) -> list[str]:
    lines = [
        f"“{word}” is not in the record; read as {', '.join(words)}."
        for word, words in result.read_as.items()
    ]
    if not result.answered:
        why = "No record holds all of these words." if result.near else "Not in the record."
        lines.append(why + (" The nearest records:" if rows else ""))
    if rows and unmet:
        lines.append(f"Not found in the first: {', '.join(unmet)}.")
    for row in rows:
        dated = f", {row['date']}" if row["date"] else ""
        lines += [f"{row['title']} ({row['kind']}{dated}) [{row['id']}]", f"    {row['passage']}"]
    return lines
