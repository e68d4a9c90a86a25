"""`edition`: the tables as they are, written as a released edition that no longer changes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from dashboard.data.atlas import read_atlas
from dashboard.data.editions import ENDING, LARGEST, base_for, edition_files, packed
from dashboard.data.release import EDITIONS


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "edition", help="write the tables as a released edition into data/editions"
    )
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="folder of the tables")


def run(options: argparse.Namespace) -> int:
    """Write the edition; returns 1 if it is too big. Tables with faults, and tables that differ from the
    released edition of their version, are refused by the check that comes first.
    """
    atlas = read_atlas(options.data)
    content = packed(edition_files(options.data), base_for(atlas.editions.released))
    path: Path = options.data / EDITIONS / f"{atlas.version}{ENDING}"
    if len(content) > LARGEST:
        print(f"{path}: {len(content):,} bytes; an edition has at most {LARGEST:,}")
        return 1
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    print(f"{path}: {len(content):,} bytes. The next change of a table needs a higher version.")
    return 0
