"""How files become one zip whose bytes depend on nothing but their names, contents and the day of release."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def zip_of(files: Mapping[str, bytes], released: date) -> bytes:
    """The files as one zip, in the order given, each dated to the day of release."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, (max(released.year, 1980), released.month, released.day, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _PLAIN_FILE, ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()
