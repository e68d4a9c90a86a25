"""`site`: the whole Atlas as a folder of plain pages and files, for any host or none."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any

from dashboard.commands.argument import address, whole_number
from dashboard.data.atlas import read_atlas
from dashboard.data.publication import published_tables
from dashboard.figures.dataset import Dataset
from dashboard.site.edition import files_of
from dashboard.site.publication import Publication

MOST_WORKERS = 256


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "site", help="write the whole Atlas as pages that need no server and no scripts"
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="folder; it must not be there yet, or be empty")
    parser.add_argument(
        "--base-url", type=address, default="", help="address under which it will be published"
    )
    parser.add_argument(
        "--workers",
        type=whole_number(0, MOST_WORKERS),
        default=0,
        help="processes; as many as cores unless told",
    )
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="folder of the tables")


def run(options: argparse.Namespace) -> int:
    """Write the edition and say what it weighs; returns 1 if something is in its place already."""
    out: Path = options.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        print(f"{out}: something is there already; name a folder that is empty or new")
        return 1
    began = monotonic()
    base = options.base_url.rstrip("/") + "/" if options.base_url else ""
    dataset = Dataset(read_atlas(options.data))
    out.mkdir(parents=True, exist_ok=True)  # a place that is refused is told before minutes of work
    publication = Publication(dataset, base)
    files = files_of(publication, published_tables(options.data, dataset.atlas.digest), options.workers)
    sizes = dict(_write(files, out))
    print(_summary(sizes, monotonic() - began))
    return 0


def _write(files: Iterator[tuple[str, bytes]], out: Path) -> Iterator[tuple[str, int]]:
    for path, content in files:
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        yield path, len(content)


def _summary(sizes: dict[str, int], seconds: float) -> str:
    pages = [size for path, size in sizes.items() if path.endswith(".html")]
    return (
        f"{len(sizes)} files, {sum(sizes.values()) / 2**20:.1f} MiB, in {seconds:.0f} s. {len(pages)} pages: "
        f"half of them up to {median(pages) / 1024:.1f} KiB, the largest {max(pages) / 1024:.0f} KiB."
    )
