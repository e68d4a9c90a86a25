"""The editions of the tables: each release as one compressed file, and every way in which one can be
unusable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from dashboard.data.edition_archive import archived, members_of
from dashboard.data.edition_base import joined, unlike
from dashboard.data.edition_layout import Damaged, Files, cells_of, laid_out, restored, written
from dashboard.data.edition_votes import plain_votes, votes_table
from dashboard.data.release import EDITIONS, VERSION_FILE, version_and_day
from dashboard.data.subject import SUBJECT_FILE
from dashboard.model.fault import Fault
from dashboard.model.schema import TABLES
from dashboard.model.schema.votes import VOTES

ENDING = ".tar.xz"
# The file of an edition that names the version of its base.
BASE = "base"
# Bytes of one edition: what a repository can take with every release, and several times what one needs.
LARGEST = 2**20
# What is left out of an edition: the words of readers by which the search finds records are no record.
UNRELEASED = frozenset({"glossary"})

_NAME = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_MENDED = "write it anew from that release: `python -m dashboard --data FOLDER edition`"


@dataclass(frozen=True)
class Snapshot:
    """The tables of one release as they were published: version, day, the compressed files, and those of its
    base, the edition with which they share cells and roll calls (empty: they are whole).
    """

    version: str
    day: date
    packed: bytes = field(repr=False)
    base: bytes = field(default=b"", repr=False)

    @property
    def files(self) -> dict[str, bytes]:
        """Every file of the edition by its name."""
        return unpacked(self.packed, self.base)


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
    """The files of the working tables as an edition gives them back: cells without needless quotation marks,
    and roll calls that are not compressed by themselves.
    """
    files = {}
    for name, content in working_files(folder).items():
        files[name] = written(cells_of(name, content)) if name.endswith(".csv") else content
    if VOTES.file in files:
        files[VOTES.file] = plain_votes(votes_table(files[VOTES.file]))
    return files


def packed(files: Files, base: Snapshot | None = None) -> bytes:
    """Files as one edition: the same files make the same bytes, whenever and by whom it is done. What stands
    in `base` alike is not written again.
    """
    _, day = version_and_day(files[VERSION_FILE].decode("utf-8-sig"))
    laid = unlike(files, base.files) | {BASE: base.version.encode()} if base else files
    return archived(laid_out(laid), VERSION_FILE, day)


def base_for(released: Sequence[Snapshot]) -> Snapshot | None:
    """The edition that the next one may have as its base: the last that is whole itself."""
    return next((found for found in reversed(released) if not found.base), None)


def unpacked(content: bytes, base: bytes = b"") -> dict[str, bytes]:
    """The files of an edition by name; `base` is the edition that is its base. Raises Damaged if they cannot
    be had.
    """
    laid = restored(members_of(content))
    version = _base_of(laid)
    if not version:
        return laid
    theirs = restored(members_of(base)) if base else {}
    if not theirs or BASE in theirs:
        raise Damaged(f"edition {version}, its base, is not there as a whole one")
    return joined({name: file for name, file in laid.items() if name != BASE}, theirs)


def _base_of(laid: Files) -> str:
    """The version of the base; empty if the edition is whole."""
    version = laid.get(BASE, b"").decode(errors="replace")
    if BASE in laid and not _NAME.fullmatch(version):
        raise Damaged("its base has no version")
    return version


@lru_cache(maxsize=64)
def _base_version(content: bytes) -> str:
    try:
        return _base_of(members_of(content))
    except Damaged:
        return ""


def _base_content(folder: Path, content: bytes) -> bytes:
    """The base of an edition as it is stored; empty if there is none."""
    version = _base_version(content) if len(content) <= LARGEST else ""
    path = folder / EDITIONS / f"{version}{ENDING}"
    return path.read_bytes() if version and path.is_file() else b""


def read_editions(folder: Path) -> tuple[Snapshot, ...]:
    """Every edition of a folder that `edition_faults` finds sound, the oldest first."""
    snapshots = []
    for path in paths_of(folder):
        content = path.read_bytes()
        base = _base_content(folder, content)
        if not _faults_inside(path.name, content, base):
            version = path.name.removesuffix(ENDING)
            snapshots.append(Snapshot(version, _day_of(content), content, base))
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
    base = _base_content(folder, content)
    faults = _faults_inside(path.name, content, base)
    yield from faults
    if faults or not version:
        return
    named = path.name.removesuffix(ENDING)
    if order_of(named) > order_of(version):
        expected = f"no edition after {version}, the version of the tables"
        yield _fault(path.name, "an edition newer than the tables", named, expected)
    if named == version and not _same(unpacked(content, base), edition_files(folder)):
        yield Fault(
            VERSION_FILE,
            1,
            "",
            "the tables differ from the released edition of their version",
            version,
            "a higher version, because what was released does not change",
        )


@lru_cache(maxsize=64)
def _faults_inside(name: str, content: bytes, base: bytes) -> tuple[Fault, ...]:
    """What is wrong with one file whatever the tables are; a file is unpacked once in a process."""
    version = name.removesuffix(ENDING)
    if not name.endswith(ENDING) or not _NAME.fullmatch(version):
        return (_fault(name, "no edition", name, f"a file named after its version: 1.0.0{ENDING}"),)
    if len(content) > LARGEST:
        expected = f"at most {LARGEST:,} bytes"
        return (_fault(name, "the edition is too big", f"{len(content):,} bytes", expected),)
    try:
        files = unpacked(content, base)
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
    if VOTES.file in files:
        votes_table(files[VOTES.file])


def _same(files: Files, others: Files) -> bool:
    """Whether two editions hold the same cells; roll calls are written otherwise by other versions of
    pyarrow.
    """
    if files.keys() != others.keys():
        return False
    for name, content in files.items():
        if name == VOTES.file and not votes_table(content).equals(votes_table(others[name])):
            return False
        if name.endswith(".csv") and cells_of(name, content) != cells_of(name, others[name]):
            return False
    plain = [name for name in files if name != VOTES.file and not name.endswith(".csv")]
    return all(files[name] == others[name] for name in plain)


def _day_of(content: bytes) -> date:
    return version_and_day(members_of(content)[VERSION_FILE].decode("utf-8-sig"))[1]


def tables_of(files: Files) -> dict[str, list[dict[str, str]]]:
    """The rows of each table as texts, by the columns that the table had then. Raises Damaged for a file
    that is no table.
    """
    return {name.removesuffix(".csv"): rows_of(name, files[name]) for name in files if name.endswith(".csv")}


def rows_of(name: str, content: bytes) -> list[dict[str, str]]:
    """The rows of one table as texts. Raises Damaged if it is none."""
    header, *rows = cells_of(name, content)
    return [dict(zip(header, row, strict=True)) for row in rows]
