"""The whole Atlas as one Frictionless data package."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dashboard.exports.archive import zip_of

DESCRIPTOR, CODEBOOK = "datapackage.json", "README.md"


def data_package(tables: Mapping[str, bytes], descriptor: str, codebook: str, released: date) -> bytes:
    """A zip with every table as published (`tables`: bytes by file name), the descriptor that names them, and
    the codebook.
    """
    return zip_of(
        {
            DESCRIPTOR: descriptor.encode("utf-8"),
            CODEBOOK: codebook.encode("utf-8"),
            **dict(sorted(tables.items())),
        },
        released,
    )
