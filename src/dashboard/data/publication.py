"""The tables and their terms as they are published: their bytes, which the Atlas does not keep."""

from __future__ import annotations

from pathlib import Path

from dashboard.data.release import digest_of
from dashboard.model.schema import TABLES
from dashboard.model.schema.votes import VOTES

TERMS = "LICENCE.md"


class OutOfStep(Exception):
    """The files are no longer those from which the Atlas was read."""


def published_tables(folder: Path, digest: str) -> dict[str, bytes]:
    """The bytes of every table by file name, and of the votes and the terms where the folder has them.

    Raises OutOfStep if they are not those of the Atlas with that digest: a package never holds other rows
    than the pages show.
    """
    files = {table.file: (folder / table.file).read_bytes() for table in TABLES}
    more = (folder / name for name in (VOTES.file, TERMS))
    files |= {path.name: path.read_bytes() for path in more if path.is_file()}
    if digest_of(folder) != digest:
        raise OutOfStep(f"{folder.name}: the tables have changed since they were read and checked")
    return files
