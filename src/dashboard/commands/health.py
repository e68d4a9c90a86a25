"""`health`: the records by weight and debt, as a queue of work, for people or as JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from dashboard.commands.argument import whole_number
from dashboard.data.atlas import Atlas, read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries.health import DEBTS, queue

MOST_RECORDS = 1_000_000


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "health", help="list the records that owe something, those first where work would help most"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    parser.add_argument(
        "--limit",
        type=whole_number(0, MOST_RECORDS),
        default=0,
        help="how many records; all unless told, or for 0",
    )
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="folder of the tables")


def run(options: argparse.Namespace) -> int:
    """Print the queue; returns 0."""
    rows = rows_of(read_atlas(options.data))
    rows = rows[: options.limit] if options.limit > 0 else rows
    if options.json:
        print(json.dumps({"records": rows}, ensure_ascii=False))
        return 0
    for row in rows:
        owed = "; ".join(DEBTS[debt] for debt in row["debts"])
        print(f"{row['score']:>3}  {row['title']} ({row['kind']}) [{row['id']}]: {owed}")
    return 0


def rows_of(atlas: Atlas) -> list[dict[str, Any]]:
    """The queue as plain values."""
    titles = Dataset(atlas).titles
    return [
        {
            "id": row["record_id"],
            "kind": RECORD_NAMES[row["table"]],
            "title": titles[row["record_id"]],
            "weight": row["weight"],
            "debts": list(row["debts"]),
            "score": row["score"],
        }
        for row in queue(atlas.frames, atlas.released).to_dict("records")
    ]
