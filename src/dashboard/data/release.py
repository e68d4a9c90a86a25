"""Which release of the data a folder holds: its version and day, and a digest of every file that makes an
Atlas.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from dashboard.data.fingerprint import FOLDER
from dashboard.data.subject import SUBJECT_FILE
from dashboard.data.text_file import text_at
from dashboard.model.fault import Fault
from dashboard.model.schema import TABLES
from dashboard.model.schema.votes import VOTES

VERSION_FILE = "VERSION"
# The folder of the editions that were released before (see `editions`).
EDITIONS = "editions"
# No release is older; an earlier day is a slip of the pen.
FIRST_DAY = date(2020, 1, 1)

_EXPECTED = "a line such as 1.0.0 2026-11-22"
_LINE = re.compile(r"(?P<version>[0-9]+\.[0-9]+\.[0-9]+) (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\s*")


def read_release(folder: Path, today: date) -> tuple[str, date, list[Fault]]:
    """The version and the day of release, from the one line of the file VERSION.

    A day before 2020 or after tomorrow is a fault; tomorrow is allowed because it may have begun elsewhere.
    """
    try:
        version, day = version_and_day(text_at(folder / VERSION_FILE))
    except (OSError, ValueError) as error:
        found = str(getattr(error, "strerror", None) or error)
        return "", date.min, [Fault(VERSION_FILE, 1, "", "the version cannot be read", found, _EXPECTED)]
    latest = today + timedelta(days=1)
    if FIRST_DAY <= day <= latest:
        return version, day, []
    expected = f"a day from {FIRST_DAY} to {latest}"
    return version, day, [Fault(VERSION_FILE, 1, "", "the day of release is absurd", str(day), expected)]


def digest_of(folder: Path) -> str:
    """A short hash of tables, VERSION, subject, fingerprints and editions: two folders with one digest hold
    the same Atlas.

    A file that cannot be read counts as empty; whoever reads it names the fault.
    """
    hasher = sha256()
    for path in files_of(folder):
        content = _bytes(path)
        hasher.update(f"{path.relative_to(folder)} {len(content)}\n".encode())
        hasher.update(content)
    return hasher.hexdigest()[:12]


def files_of(folder: Path) -> list[Path]:
    """Every file that makes an Atlas, whether it is there or not, in a fixed order."""
    fingerprints = sorted((folder / FOLDER).glob("*.json"))
    tables = [folder / table.file for table in (*TABLES, VOTES)]
    editions = sorted((folder / EDITIONS).glob("*"))
    return [*tables, folder / VERSION_FILE, folder / SUBJECT_FILE, *fingerprints, *editions]


def version_and_day(text: str) -> tuple[str, date]:
    """The version and the day in the one line of the file. Raises ValueError for another line."""
    line = _LINE.fullmatch(text)
    if line is None:
        raise ValueError(text[:80])
    return line["version"], date.fromisoformat(line["day"])


def _bytes(path: Path) -> bytes:
    try:
        # A pipe or a device would be waited for without end.
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def stamp_of(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of the files that make an Atlas."""
    stats = [(path, path.stat()) for path in files_of(folder) if path.is_file()]
    return tuple((path.name, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
