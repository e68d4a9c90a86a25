"""`verify`: a paragraph held against the record, for people or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dashboard.data.atlas import read_atlas
from dashboard.data.text_file import LARGEST, decoded, read_text
from dashboard.model.fault import Fault, FaultyData
from dashboard.model.sign import visible
from dashboard.model.statement import MOST_WORDS, Sentence
from dashboard.queries.verify.held import Held
from dashboard.queries.verify.paragraph import verified

STDIN = Path("-")


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "verify", help="hold the dates, numbers, names and firsts of a text against the record"
    )
    parser.add_argument("text", type=Path, help=f"a file of up to {MOST_WORDS} words; - is what comes in")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="folder of the tables")


def run(options: argparse.Namespace) -> int:
    """Print what agrees, differs, is disputed or is not in the record. FaultyData if the file cannot be read
    or is too long.
    """
    text = _read(options.text)
    sentences = verified(text, Held(read_atlas(options.data).frames))
    if options.json:
        print(json.dumps({"sentences": [asdict(sentence) for sentence in sentences]}, ensure_ascii=False))
    else:
        print("\n".join(_lines(sentences)))
    return 0


def _read(path: Path) -> str:
    text, faults = (
        decoded(sys.stdin.buffer.read(LARGEST), "-") if path == STDIN else read_text(path, path.name)
    )
    number = len((text or "").split())
    if number > MOST_WORDS:
        faults.append(
            Fault(path.name, 0, "", "the text is too long", f"{number:,} words", f"at most {MOST_WORDS:,}")
        )
    if text is None or faults:
        raise FaultyData(faults)
    return text


def _lines(sentences: Sequence[Sentence]) -> list[str]:
    lines = []
    for sentence in sentences:
        lines.append(_on_one_line(sentence.text))
        for finding in sentence.findings:
            ours = f": {finding.ours}" if finding.ours else ""
            record = f" [{finding.record_id}]" if finding.record_id else ""
            sources = f" ({', '.join(finding.sources)})" if finding.sources else ""
            lines.append(
                f"    {finding.verdict}: {finding.kind} “{_on_one_line(finding.text)}”{ours}{record}{sources}"
            )
    return lines


def _on_one_line(text: str) -> str:
    return visible(" ".join(text.split()))
