"""How a file of text is read and written, and every way in which it cannot be: one fault, never a
traceback.
"""

from __future__ import annotations

from pathlib import Path

from dashboard.model.fault import Fault, FaultyData

# Bytes of one file: a hundred times the largest table of today, and what a small server can read and check.
LARGEST = 64_000_000


def read_text(path: Path, name: str) -> tuple[str | None, list[Fault]]:
    """The text of a file in UTF-8, with or without a byte order mark; no text if there is a fault, which
    calls the file `name`.
    """
    try:
        raw, fault = _read_bytes(path, name)
    except (OSError, ValueError) as error:
        found = str(getattr(error, "strerror", None) or error)
        return None, [Fault(name, 0, "", "the file cannot be read", found, "a file that the server may read")]
    if fault:
        return None, [fault]
    return decoded(raw, name)


def text_at(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark. Raises OSError or ValueError where
    there is none; a pipe or a device, which would be waited for without end, is none either.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        raise ValueError("a pipe or a device")
    return path.read_text("utf-8-sig")


def decoded(raw: bytes, name: str) -> tuple[str | None, list[Fault]]:
    """Bytes as text, and a fault where they are not UTF-8."""
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        return None, [Fault(name, row, "", "not UTF-8", f"byte 0x{raw[error.start]:02x}", "text in UTF-8")]


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, and the folder around it if there is none. Raises FaultyData if the system
    refuses.
    """
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        expected = "a folder in which the file may be written"
        raise FaultyData(
            [Fault(path.name, 0, "", "the file cannot be written", str(error.strerror), expected)]
        ) from error


def not_a_file(path: Path, name: str) -> Fault | None:
    """What is wrong with what stands at a path, if that is no file."""
    if path.is_dir():
        return Fault(name, 0, "", "a folder stands where the file should be", expected=f"a file {name}")
    if not path.exists() and not path.is_symlink():
        return Fault(name, 0, "", "the file is missing", expected=f"a file {name}")
    if not path.is_file():
        found = "a pipe, a device or a broken link"
        return Fault(name, 0, "", "the file cannot be read", found, f"a file {name}")
    return None


def _read_bytes(path: Path, name: str) -> tuple[bytes, Fault | None]:
    fault = not_a_file(path, name)
    if fault:
        return b"", fault
    size = path.stat().st_size
    if size > LARGEST:
        return b"", Fault(
            name, 0, "", "the file is too large", f"{size:,} bytes", f"at most {LARGEST:,} bytes"
        )
    return path.read_bytes(), None
