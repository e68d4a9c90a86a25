"""`python -m benchmarks`: measures, and writes the tables into docs/performance.md between the marks of their
parts.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from . import browser, protocol
from .soak import soak

# The part that takes an hour and is measured only when it is named.
BY_NAME = "soak"
REPORT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def main() -> int:
    """Measure the parts that were asked for, print each, and put it in its place in the report."""
    options = _parser().parse_args()
    if options.pages:
        browser.subset(options.pages)
    parts: Mapping[str, Callable[[], str]] = {
        "reruns": lambda: protocol.reruns(options.runs),
        "redraws": lambda: browser.redraws(options.runs),
        "visits": lambda: browser.visits(options.runs),
        "readers": lambda: protocol.readers(options.readers, options.rounds, 5.0),
        "memory": lambda: protocol.memory(50),
        "rows": lambda: protocol.rows(options.runs, options.times),
        BY_NAME: lambda: soak(options.minutes),
    }
    for name in options.parts or [name for name in parts if name != BY_NAME]:
        text = f"{_circumstances(name, options)}\n\n{parts[name]()}"
        print(f"\n## {name}\n\n{text}", flush=True)
        if not options.print:
            _put(name, text)
    return 0


def _put(name: str, text: str) -> None:
    report = REPORT.read_text("utf-8")
    mark = re.compile(rf"(<!-- measured: {name} -->\n).*?(<!-- /measured -->)", re.DOTALL)
    if not mark.search(report):
        raise SystemExit(f"{REPORT.name} has no place for {name}")
    REPORT.write_text(mark.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", report), "utf-8")


def _circumstances(name: str, options: argparse.Namespace) -> str:
    """When, on what and with what: one line in small print."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=REPORT.parent
    ).stdout.strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    with_versions = ", ".join(
        f"{package} {version(package)}"
        for package in ("streamlit", "pandas", "altair", "pydeck", "playwright")
    )
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"*{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {commit}: {os.cpu_count()} cores, "
        f"{memory:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {with_versions}; load before: {load}. `python -m "
        f"benchmarks {name} --runs {options.runs}`*"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "parts",
        nargs="*",
        help="reruns, redraws, visits, readers, memory, rows, soak; all but the last if none is named",
    )
    parser.add_argument("--runs", type=int, default=24, help="runs of each measurement (24)")
    parser.add_argument("--minutes", type=float, default=60, help="minutes of the soak (60)")
    parser.add_argument("--rounds", type=int, default=8, help="choices of each of many readers (8)")
    parser.add_argument(
        "--readers", type=int, nargs="+", default=[1, 10, 50], help="how many readers at once (1 10 50)"
    )
    parser.add_argument(
        "--times",
        type=int,
        nargs="+",
        default=[1, 10, 100],
        help="how often the rows are repeated (1 10 100)",
    )
    parser.add_argument("--pages", nargs="+", help="only these pages")
    parser.add_argument("--print", action="store_true", help="print only, leave the report as it is")
    return parser


if __name__ == "__main__":
    sys.exit(main())
