"""The files of an edition as one compressed archive, and no more than such files out of it."""

from __future__ import annotations

import io
import lzma
import re
import tarfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from dashboard.data.edition_layout import Damaged

# Bytes of its tables when unpacked; more is no edition but an attempt to fill the memory.
LARGEST_UNPACKED = 64_000_000

# What stands before a sign says more of a text than whether its place is even: the defaults are for programs.
_FOR_TEXT = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4, "lp": 0, "pb": 0}]
_FILE = re.compile(r"[A-Za-z0-9_]+(\.[a-z]+){0,2}")


def archived(files: Mapping[str, bytes], first: str, day: date) -> bytes:
    """Files as an archive, one of them first: the same files of a day make the same bytes."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name in sorted(files, key=lambda name: (name != first, name)):
            member = tarfile.TarInfo(name)
            member.size = len(files[name])
            member.mtime = int(datetime.combine(day, time(), UTC).timestamp())
            archive.addfile(member, io.BytesIO(files[name]))
    return lzma.compress(buffer.getvalue(), filters=_FOR_TEXT)


def members_of(content: bytes) -> dict[str, bytes]:
    """The files of an archive by name. Raises Damaged if they cannot be had."""
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
