"""The editions of the tables: each release as one compressed file, and every way in which one can be
unusable.
"""

from __future__ import annotations

import csv
import io
import lzma
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache
from pathlib import Path

import pyarrow
from pyarrow import parquet

from dashboard.data.release import EDITIONS, VERSION_FILE, version_and_day
from dashboard.data.subject import SUBJECT_FILE
from dashboard.model.fault import Fault
from dashboard.model.schema import TABLES
from dashboard.model.schema.votes import VOTES

ENDING = ".tar.xz"
# Bytes of one edition: what a repository can take with every release, and several times what one needs.
LARGEST = 2**20
# Bytes of its tables when unpacked; more is no edition but an attempt to fill the memory.
LARGEST_UNPACKED = 64_000_000

# What is left out of an edition: the words of readers by which the search finds records are no record.
UNRELEASED = frozenset({"glossary"})

Files = Mapping[str, bytes]
_NAME = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_FILE = re.compile(r"[A-Za-z0-9_]+(\.[a-z]+)?")
_MENDED = "write it anew from that release: `python -m dashboard --data FOLDER edition`"


class Damaged(ValueError):
    """A file is no edition; the message says what is wrong with it."""


@dataclass(frozen=True)
class Snapshot:
    """The tables of one release as they were published: version, day, and the compressed files."""

    version: str
    day: date
    packed: bytes = field(repr=False)

    @property
    def files(self) -> dict[str, bytes]:
        """Every file of the edition by its name."""
        return unpacked(self.packed)


@dataclass(frozen=True)
class Editions:
    """The released editions, the oldest first, and the files of the working tables, which are the next."""

    released: tuple[Snapshot, ...]
    working: Files = field(repr=False)

    @cached_property
    def by_version(self) -> dict[str, Snapshot]:
        """Each released edition by its version."""
        return {snapshot.version: snapshot for snapshot in self.released}


def order_of(version: str) -> tuple[int, ...]:
    """What versions are sorted by."""
    return tuple(map(int, version.split(".")))


def working_files(folder: Path) -> dict[str, bytes]:
    """The files of the working tables that make an edition, those that are there: the tables, the roll
    calls, version and subject. Fingerprints are left out: they are derived from texts that do not change.
    """
    tables = (table.file for table in (*TABLES, VOTES) if table.name not in UNRELEASED)
    names = (VERSION_FILE, SUBJECT_FILE, *tables)
    paths = [folder / name for name in names]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def edition_files(folder: Path) -> dict[str, bytes]:
    """The files of the working tables as they stand in an edition: the roll calls are not compressed by
    themselves, because all together take less so.
    """
    files = working_files(folder)
    if VOTES.file in files:
        buffer = io.BytesIO()
        votes = parquet.read_table(io.BytesIO(files[VOTES.file]))
        parquet.write_table(votes, buffer, compression="NONE", use_dictionary=False, write_statistics=False)
        files[VOTES.file] = buffer.getvalue()
    return files


def packed(files: Files) -> bytes:
    """Files as one edition: the same files make the same bytes, whenever and by whom it is done."""
    _, day = version_and_day(files[VERSION_FILE].decode("utf-8-sig"))
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name in sorted(files, key=lambda name: (name != VERSION_FILE, name)):
            member = tarfile.TarInfo(name)
            member.size = len(files[name])
            member.mtime = int(datetime.combine(day, time(), UTC).timestamp())
            archive.addfile(member, io.BytesIO(files[name]))
    return lzma.compress(buffer.getvalue(), preset=9 | lzma.PRESET_EXTREME)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of an edition by name. Raises Damaged if they cannot be had."""
    try:
        raw = _decompressed(content)
        # Not what else the archive may be compressed with: only what was unpacked here has a bound.
        with tarfile.open(fileobj=io.BytesIO(raw), mode="r:") as archive:
            return _contents(archive)
    except Damaged:
        raise
    except (lzma.LZMAError, tarfile.TarError, ValueError) as error:
        raise Damaged(str(error)) from error


def _contents(archive: tarfile.TarFile) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for member in archive:
        stream = None if member.issparse() or not member.isreg() else archive.extractfile(member)
        if stream is None or not _FILE.fullmatch(member.name):
            raise Damaged(f"it holds what is no file of an edition: {member.name[:60]}")
        if member.name in files:
            raise Damaged(f"it holds {member.name} twice")
        files[member.name] = stream.read()
    return files


def _decompressed(content: bytes) -> bytes:
    decompressor = lzma.LZMADecompressor()
    raw = decompressor.decompress(content, LARGEST_UNPACKED)
    if not decompressor.eof or decompressor.unused_data:
        raise Damaged("it ends too early, is followed by something, or is far too large when unpacked")
    return raw


def read_editions(folder: Path) -> tuple[Snapshot, ...]:
    """Every edition of a folder that `edition_faults` finds sound, the oldest first."""
    snapshots = []
    for path in paths_of(folder):
        content = path.read_bytes()
        if not _faults_inside(path.name, content):
            version = path.name.removesuffix(ENDING)
            snapshots.append(Snapshot(version, _day_of(content), content))
    return tuple(sorted(snapshots, key=lambda snapshot: order_of(snapshot.version)))


def edition_faults(folder: Path, version: str) -> list[Fault]:
    """What is wrong with the editions of a folder whose tables have this version: files that are none, too
    big, damaged or newer than the tables, and tables that changed under the version of a released edition.
    """
    return [fault for path in paths_of(folder) for fault in _faults_of(folder, path, version)]


def paths_of(folder: Path) -> list[Path]:
    """Whatever stands in the folder of editions, in a fixed order."""
    return sorted((folder / EDITIONS).glob("*"))


def _faults_of(folder: Path, path: Path, version: str) -> Iterator[Fault]:
    if not path.is_file():
        yield _fault(path.name, "no edition", "a folder or a broken link", f"a file such as 1.0.0{ENDING}")
        return
    content = path.read_bytes()
    faults = _faults_inside(path.name, content)
    yield from faults
    if faults or not version:
        return
    named = path.name.removesuffix(ENDING)
    if order_of(named) > order_of(version):
        expected = f"no edition after {version}, the version of the tables"
        yield _fault(path.name, "an edition newer than the tables", named, expected)
    if named == version and unpacked(content) != edition_files(folder):
        yield Fault(
            VERSION_FILE,
            1,
            "",
            "the tables differ from the released edition of their version",
            version,
            "a higher version, because what was released does not change",
        )


@lru_cache(maxsize=64)
def _faults_inside(name: str, content: bytes) -> tuple[Fault, ...]:
    """What is wrong with one file whatever the tables are; a file is unpacked once in a process."""
    version = name.removesuffix(ENDING)
    if not name.endswith(ENDING) or not _NAME.fullmatch(version):
        return (_fault(name, "no edition", name, f"a file named after its version: 1.0.0{ENDING}"),)
    if len(content) > LARGEST:
        expected = f"at most {LARGEST:,} bytes"
        return (_fault(name, "the edition is too big", f"{len(content):,} bytes", expected),)
    try:
        files = unpacked(content)
        inside = _release_in(files)
        tables_of(files)
        _try_votes(files)
    except Damaged as damage:
        return (_fault(name, "the edition is damaged", str(damage), _MENDED),)
    if inside != version:
        return (_fault(name, "the edition bears another version than its file", inside, version),)
    return ()


def _fault(name: str, problem: str, found: str, expected: str) -> Fault:
    return Fault(f"{EDITIONS}/{name}", 0, "", problem, found, expected)


def _release_in(files: Files) -> str:
    try:
        return version_and_day(files[VERSION_FILE].decode("utf-8-sig"))[0]
    except (KeyError, ValueError) as error:
        raise Damaged("its version cannot be read") from error


def _try_votes(files: Files) -> None:
    """Damaged if the roll calls are there and cannot be read; editions from before them have none."""
    if VOTES.file not in files:
        return
    try:
        parquet.read_table(io.BytesIO(files[VOTES.file]))
    except (pyarrow.ArrowException, OSError) as error:
        raise Damaged(f"{VOTES.file} cannot be read: {error}") from error


def _day_of(content: bytes) -> date:
    return version_and_day(unpacked(content)[VERSION_FILE].decode("utf-8-sig"))[1]


def tables_of(files: Files) -> dict[str, list[dict[str, str]]]:
    """The rows of each table as texts, by the columns that the table had then. Raises Damaged for a file
    that is no table.
    """
    return {name.removesuffix(".csv"): rows_of(name, files[name]) for name in files if name.endswith(".csv")}


def rows_of(name: str, content: bytes) -> list[dict[str, str]]:
    """The rows of one table as texts. Raises Damaged if it is none."""
    try:
        header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    except (ValueError, csv.Error) as error:
        raise Damaged(f"{name} cannot be read: {error}") from error
    if any(len(row) != len(header) for row in rows):
        raise Damaged(f"{name} has rows of another length than its header")
    return [dict(zip(header, row, strict=True)) for row in rows]
