"""Words of whatever is answered, line by line, and a file of what was approved to hold them against.

A difference is a fault or meant. If it is meant, `ATLAS_APPROVE=1 pytest` with the file of the test writes
its files anew: read what changed in them before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.model.figure import Ordered


def approve(path: Path, lines: Iterable[str]) -> None:
    """Hold lines against a file."""
    written = "\n".join(lines) + "\n"
    if os.environ.get("ATLAS_APPROVE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, "utf-8")
    assert written.splitlines() == path.read_text("utf-8").splitlines()


def spelled(part: Any, name: str) -> Iterator[str]:
    """A value and what it holds, without what is empty; one line for what holds no other."""
    if isinstance(part, pd.DataFrame):
        yield f"{name}: {' | '.join(map(str, part.columns))}"
        for row in part.itertuples(index=False, name=None):
            yield "  " + " | ".join(_rounded(value) for value in row)
    elif is_dataclass(part):
        values = {field.name: getattr(part, field.name) for field in fields(part)}
        simple = " | ".join(f"{key}={value}" for key, value in values.items() if value and _is_flat(value))
        yield f"{name}: {simple}"
        for key, value in values.items():
            if not _is_flat(value):
                yield from spelled(value, key)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from spelled(value, f"{name} {key}")
    elif isinstance(part, tuple | list) and not _is_flat(part):
        yield f"{name} ({len(part)})"
        for value in part:
            yield from spelled(value, f"  {name}")
    elif part:
        yield f"{name}: {part}" + (f" ({part.way})" if isinstance(part, Ordered) else "")


def _rounded(value: Any) -> str:
    return f"{value:.9g}" if isinstance(value, float) else str(value)


def _is_flat(value: Any) -> bool:
    if isinstance(value, Ordered | pd.DataFrame):
        return False
    if isinstance(value, tuple | list):
        return all(isinstance(each, str | float | int) and not isinstance(each, Ordered) for each in value)
    return not isinstance(value, Mapping) and not is_dataclass(value)
