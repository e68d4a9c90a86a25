"""The command line: `check` the tables and the figures made of them, `describe` them, `find` records by a
question, list what they owe (`health`), `verify` a text, name the `changes` since an `edition` and write one,
write the `site`, start a `new` Atlas, read a new document at the `desk`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.commands import changes, desk, edition, find, health, new, site, verify
from dashboard.commands.check import checked
from dashboard.data.atlas import read_atlas, read_texts
from dashboard.data.codebook import codebook, descriptor
from dashboard.data.coverage import MOST_QUOTED, Coverage, coverage_of
from dashboard.data.document import read_documents, verbatim_faults
from dashboard.data.fingerprint import FOLDER, fingerprints_of
from dashboard.data.superlatives import superlatives_of
from dashboard.data.text_file import write_text
from dashboard.model.fault import Fault, FaultyData, report
from dashboard.model.weakness import READ

# Characters of a file's name that a report repeats.
LONGEST_NAME = 200

DATA = Path(__file__).resolve().parents[2] / "data"

_RUN = {
    "changes": changes.run,
    "desk": desk.run,
    "edition": edition.run,
    "find": find.run,
    "health": health.run,
    "new": new.run,
    "site": site.run,
    "verify": verify.run,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code, 1 if there is a fault."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "describe":
            return _describe(options.data)
        if options.command in _RUN:
            return _RUN[options.command](options)
        if options.superlatives:
            return _list_superlatives(options.data)
        return _check(options.data, options.documents)
    except FaultyData as faulty:
        return _report(faulty.faults)
    except OSError as refused:
        if refused.filename is None:  # a broken pipe or an interrupted call concerns no file that was named
            raise
        expected = "a place that may be read and written, by a name that the system takes"
        found = refused.strerror or type(refused).__name__
        return _report([Fault(_short(refused.filename), 0, "", "the system refuses it", found, expected)])


def _short(name: object) -> str:
    text = str(name)
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}…"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the tables")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="name every fault of the tables")
    check.add_argument(
        "--documents",
        type=Path,
        help="folder of the documents' texts: prove quotes, write fingerprints, report coverage",
    )
    check.add_argument(
        "--superlatives", action="store_true", help="list every first, only and last, to be read"
    )
    commands.add_parser("describe", help="write data/README.md and data/datapackage.json")
    for command in (changes, desk, edition, find, health, new, site, verify):
        command.add_to(commands)
    return parser


def _check(data: Path, documents: Path | None) -> int:
    if documents is not None:
        faults = _prove(data, documents)
        if faults:
            return _report(faults)
    atlas = checked(data)
    print(
        f"{data.name}: no faults. "
        + ", ".join(f"{len(frame)} {name}" for name, frame in atlas.frames.items())
    )
    return 0


def _list_superlatives(data: Path) -> int:
    """Print the sentences that no rule can judge alone; a contradiction that one can is a fault of
    `check`.
    """
    frames, faults = read_texts(data)
    if not READ.keys() <= frames.keys():
        return _report(faults)
    found = superlatives_of(frames)
    for superlative in found:
        print(f"{superlative.file}:{superlative.row} {superlative.record_id}: {superlative.sentence}")
    print(f"to be read: {len(found)}")
    return 0


def _prove(data: Path, folder: Path) -> Sequence[Fault]:
    """Hold every quote against the texts; rewrite the fingerprints only if all of them hold."""
    frames, faults = read_texts(data, by_fingerprint=False)
    if not {"sources", "evidence", "checks", "projects"} <= frames.keys():
        return faults
    sources = frames["sources"]
    texts, unread = read_documents(folder, sources.loc[sources["kind"] == "document", "source_id"])
    unproved = [*unread, *verbatim_faults(frames, texts)]
    reports = [coverage_of(text, frames) for text in texts.values()]
    unproved += [
        Fault(
            "evidence.csv",
            0,
            "quote",
            f"too much of {report.source_id} is quoted",
            f"{report.share_quoted:.0%}",
            f"under {MOST_QUOTED:.0%}",
        )
        for report in reports
        if report.share_quoted >= MOST_QUOTED
    ]
    if not unproved:
        for text, report in zip(texts.values(), reports, strict=True):
            write_text(data / FOLDER / f"{text.source_id}.json", fingerprints_of(text, report.counts))
        # Without a fault until now, what the fingerprints may show is for the check of everything to tell.
        faults = read_texts(data)[1] if faults else faults
    for report in reports:
        _print_coverage(report)
    return sorted({*unproved, *faults})


def _print_coverage(report: Coverage) -> None:
    print(
        f"{report.source_id}: {report.sentences} sentences, {report.tied} tied to a record, "
        f"{len(report.untied)} with a year, number or project tied to none, "
        f"{report.share_quoted:.1%} of {report.words} words quoted"
    )
    for locator, sentence in report.untied:
        print(f"  {locator}: {sentence}")


def _describe(data: Path) -> int:
    atlas = read_atlas(data)
    write_text(data / "README.md", codebook(atlas))
    write_text(data / "datapackage.json", descriptor(atlas))
    print("written: README.md, datapackage.json")
    return 0


def _report(faults: Sequence[Fault]) -> int:
    for line in report(sorted(set(faults))):
        print(line, file=sys.stderr)
    print(f"{len(faults)} fault{'s' if len(faults) != 1 else ''}", file=sys.stderr)
    return 1


def _until_nobody_reads() -> int:
    """The exit code of `main`; 1 without a word where the reader of what it prints has left (`| head`)."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered is written at the end of the process, which may not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(_until_nobody_reads())
