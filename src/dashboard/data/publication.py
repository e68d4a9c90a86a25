"""The tables as they are published: their bytes, which the Atlas does not keep."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from dashboard.model.schema import TABLES


class OutOfStep(Exception):
    """The files are no longer those from which the Atlas was read."""


def published_tables(folder: Path, digest: str) -> dict[str, bytes]:
    """The bytes of every table by file name.

    Raises OutOfStep if they are not those of the Atlas with that digest: a package never holds other rows than the pages show.
    """
    files = {table.file: (folder / table.file).read_bytes() for table in TABLES}
    hasher = sha256()
    for content in files.values():
        hasher.update(content)
    if hasher.hexdigest()[:12] != digest:
        raise OutOfStep(f"{folder.name}: the tables have changed since they were read and checked")
    return files
