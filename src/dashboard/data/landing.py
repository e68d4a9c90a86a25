"""A document's rows and its fingerprint put into a folder of tables: whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from dashboard.data.desk_folder import PRINTS, ROWS
from dashboard.data.fingerprint import FOLDER
from dashboard.data.text_file import write_text


def grown(work: Path, data: Path) -> dict[Path, str]:
    """The files of `data` as they would stand with what a folder of work has to land, by their place in
    `data`: each table with its rows at the end, and the fingerprint.
    """
    tables = {
        Path(rows.name): _appended((data / rows.name).read_text("utf-8-sig"), rows.read_text("utf-8"))
        for rows in sorted((work / ROWS).glob("*.csv"))
    }
    prints = sorted((work / PRINTS).glob("*.json"))
    return tables | {Path(FOLDER) / found.name: found.read_text("utf-8") for found in prints}


def copied(data: Path, place: Path, files: Mapping[Path, str]) -> Path:
    """A copy of the tables at a place, with some of its files as they are given."""
    copy = Path(shutil.copytree(data, place / data.resolve().name))
    for name, text in files.items():
        write_text(copy / name, text)
    return copy


def replace(data: Path, files: Mapping[Path, str]) -> None:
    """Write files of the tables; where the system refuses one, those before it are put back."""
    former = {name: _bytes_of(data / name) for name in files}
    try:
        for name, text in files.items():
            write_text(data / name, text)
    except BaseException:
        _put_back(data, former.items())
        raise


def _appended(table: str, rows: str) -> str:
    _, _, cells = rows.partition("\n")
    return table + ("" if table.endswith("\n") else "\n") + cells


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _put_back(data: Path, former: Iterable[tuple[Path, bytes | None]]) -> None:
    for name, raw in former:
        written = _bytes_of(data / name)
        if raw is None and written is not None:
            (data / name).unlink()
        elif raw is not None and written != raw:
            (data / name).write_bytes(raw)
