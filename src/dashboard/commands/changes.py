"""`changes`: what differs between an edition and the tables as they are, for people or as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dashboard.data.atlas import read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import changes_since, days_of
from dashboard.model.change import ADDED, KINDS, REMOVED, Change
from dashboard.model.vocabulary import RECORD_NAMES


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "changes", help="name every record that was added, given up or changed since an edition, and why"
    )
    parser.add_argument("--since", required=True, metavar="EDITION", help="version of an edition, as 1.0.0")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="folder of the tables")


def run(options: argparse.Namespace) -> int:
    """Print the changes; returns 1 if there is no such edition."""
    dataset = Dataset(read_atlas(options.data))
    days = days_of(dataset)
    if options.since not in days:
        there = f"there are {', '.join(days)}" if days else "these tables have no edition before their own"
        print(f"There is no edition {options.since} before {dataset.atlas.version}; {there}.")
        return 1
    found = changes_since(dataset, options.since)
    if options.json:
        print(json.dumps(_whole(dataset, options.since, found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(dataset, options.since, found)))
    return 0


def _whole(dataset: Dataset, since: str, found: Sequence[Change]) -> dict[str, Any]:
    rows = [{**asdict(change), "title": _title(dataset, change)} for change in found]
    return {"since": since, "edition": dataset.atlas.version, "changes": rows}


def _lines(dataset: Dataset, since: str, found: Sequence[Change]) -> Iterator[str]:
    counts = {kind: sum(change.kind == kind for change in found) for kind in KINDS}
    corrected = sum(change.corrected for change in found)
    yield f"From edition {since} of {days_of(dataset)[since]} to {dataset.atlas.version}:"
    yield "; ".join(f"{KINDS[kind]}: {number}" for kind, number in counts.items())
    yield f"of these, corrections: {corrected}"
    last = ""
    for change in found:
        if change.record_id != last:
            yield f"{RECORD_NAMES[change.table]} {change.record_id}: {_title(dataset, change)}"
            last = change.record_id
        yield f"  {_words(change)}"


def _words(change: Change) -> str:
    why = f" ({change.why})" if change.why else ""
    if change.kind == ADDED:
        return f"new{why}"
    if change.kind == REMOVED:
        return f"given up{', now ' + change.successor if change.successor else ''}{why}"
    corrected = ", corrected" if change.corrected else ""
    named = {"value": "", "verdict": ""}.get(change.kind, f"{change.kind.replace('-', ' ')}, ")
    return f"{named}{change.field}{corrected}: {change.old or '–'} → {change.new or '–'}{why}"


def _title(dataset: Dataset, change: Change) -> str:
    return dataset.titles.get(change.record_id, change.title)
