"""`desk`: a new document read for what it may tell, as a folder of work that goes on where it stopped; such a
folder landed in the tables, and two compared.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.commands.landing import land
from dashboard.data.desk_folder import DETAILS, DeskFolder
from dashboard.data.manuscript import read_manuscript
from dashboard.desk.sitting import Record, Sitting, detailed
from dashboard.model.fault import Fault, FaultyData, report
from dashboard.model.proposal import ACCEPTED, REJECTED, Proposal
from dashboard.queries.desk.comparison import READINGS, agreement, differences, readings

COMPARE, LAND = "compare", "land"


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "desk", help="read a new document for what it may tell; `desk land FOLDER`, `desk compare A B`"
    )
    parser.add_argument(
        "what",
        nargs="+",
        metavar="DOCUMENT",
        help="a .txt, .html or .pdf, or a folder of work; `land` and a folder; `compare` and two folders",
    )
    parser.add_argument("--out", type=Path, help="the folder of the work; `desk-ID` unless told")
    parser.add_argument("--id", help="the document's source id; made of the file's name unless told")
    for name in DETAILS[1:]:
        parser.add_argument(f"--{name}", default="", help=f"its {name} (sources.csv)")
    parser.add_argument("--list", action="store_true", help="list every proposal that waits for a decision")
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="folder of the tables")


def run(options: argparse.Namespace) -> int:
    """Open or resume a folder and say how the work stands; returns 1 if accepted rows have faults."""
    if options.what[0] == COMPARE and len(options.what) == 3:
        return _compare(options.data, *(Path(name) for name in options.what[1:]))
    if options.what[0] == LAND and len(options.what) == 2:
        return land(options.data, Path(options.what[1]))
    if len(options.what) != 1:
        expected = "one document, land and a folder, or compare and two folders"
        raise FaultyData([Fault("desk", 0, "", "not understood", " ".join(options.what), expected)])
    record = Record.read(options.data)
    sitting = Sitting(record, opened(Path(options.what[0]), options, record))
    return _say(sitting, options.list)


def opened(path: Path, options: argparse.Namespace, record: Record) -> DeskFolder:
    """The folder of a document, begun if it is new; a folder of work opens itself."""
    if path.is_dir() and DeskFolder(path).is_begun:
        return DeskFolder(path)
    given = {name: getattr(options, name, "") or "" for name in DETAILS}
    details = detailed({**given, "source_id": options.id or _id_of(path)}, record)
    folder = DeskFolder(options.out or Path(f"desk-{details['source_id']}"))
    if folder.is_begun and not options.id:
        details = {**folder.details, **{name: value for name, value in given.items() if value}}
    folder.begin(read_manuscript(path), details)
    return folder


def _id_of(path: Path) -> str:
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in path.stem.lower()).split()
    return "-".join(words) or "document"


def _say(sitting: Sitting, whole: bool) -> int:
    document, proposals = sitting.document, sitting.proposals
    print(f"{sitting.source_id}: {len(document.paragraphs)} paragraphs in {sitting.folder.path}")
    for kind, number in Counter(proposal.kind for proposal in proposals).items():
        held = sum(proposal.kind == kind and bool(proposal.record_id) for proposal in proposals)
        print(f"  {kind}: {number} proposed, {held} of them may be in the record already")
    verdicts = Counter(decision.verdict for decision in sitting.decisions.values())
    waiting = len(sitting.undecided)
    print(f"{verdicts[ACCEPTED]} accepted, {verdicts[REJECTED]} left out, {waiting} to be decided")
    coverage = sitting.coverage()
    print(
        f"{coverage.sentences} sentences, {coverage.tied} tied to a record, {len(coverage.untied)} with a "
        f"year, number or project tied to none, {coverage.share_quoted:.1%} of {coverage.words} words quoted"
    )
    if whole:
        for proposal in sitting.undecided:
            print(_line(proposal))
    if not verdicts[ACCEPTED]:
        print(f"Go through them: streamlit run desk.py -- {sitting.folder.path}")
        return 0
    return _write(sitting)


def _write(sitting: Sitting) -> int:
    written, faults = sitting.write()
    if faults:
        for line in report(faults):
            print(line, file=sys.stderr)
        print(f"{len(faults)} faults: no row counts until the check is clean", file=sys.stderr)
        return 1
    print(f"The check is clean: {len(sitting.rows)} rows to append, in")
    for path in written:
        print(f"  {path}")
    print(f"Land them: python -m dashboard desk land {sitting.folder.path}")
    return 0


def _line(proposal: Proposal) -> str:
    near = f" = {proposal.record_id}" if proposal.record_id else " (new)"
    return (
        f"{proposal.key} {proposal.locator} {proposal.kind}: {proposal.words}{near}\n    “{proposal.quote}”"
    )


def _compare(data: Path, first: Path, second: Path) -> int:
    """Print how two coders of one document agree and differ, and write `readings.csv` beside the first."""
    folders = [DeskFolder(path) for path in (first, second)]
    record = Record.read(data)
    sittings = [Sitting(record, folder) for folder in folders]
    if sittings[0].document != sittings[1].document:
        found = f"{sittings[0].source_id}, {sittings[1].source_id}"
        raise FaultyData([Fault("desk", 0, "", "two documents", found, "two folders of one document")])
    # What coders made of a sentence by themselves has the same key in both folders.
    made = dict.fromkeys(key for sitting in sittings for key in sitting.written)
    written = [proposal for key in made if (proposal := sittings[0].written_as(key))]
    proposals = [*sittings[0].proposals, *written]
    decided = sittings[0].decisions, sittings[1].decisions
    for row in agreement(proposals, *decided).to_dict("records"):
        print(f"{row['kind']}: {row['agreed']} of {row['judged']} agreed ({row['share']:.0%})")
    to_settle = differences(proposals, *decided)
    print(f"{len(to_settle)} to be settled")
    for difference in to_settle:
        print(f"{difference.locator} {difference.key}: {difference.words}")
        print(f"    A {difference.first}\n    B {difference.second}")
    rows = [row.cells for row in readings(proposals, *decided, sittings[0].source_id)]
    _write_readings(first.parent / "readings.csv", rows)
    return 0


def _write_readings(path: Path, rows: Sequence[Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, READINGS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows of readings in {path}")
