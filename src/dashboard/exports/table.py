"""How rows become a CSV file that a spreadsheet opens in the right encoding and without running anything."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import Any

import pandas as pd

BYTE_ORDER_MARK = "\ufeff"

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
# Signs with which a spreadsheet takes a cell for a formula; the wide forms count in East Asian settings.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HAS_RISKY = re.compile(rf"(?:^|;) *[{re.escape(''.join(_RISKY))}]")


def csv_of(rows: pd.DataFrame) -> bytes:
    """The rows as CSV after RFC 4180: a header, commas, CRLF, UTF-8 with a byte order mark so that a
    spreadsheet does not guess.

    Lists are joined by `;`, missing values are empty, days are ISO 8601. What a spreadsheet would run starts
    with an apostrophe, also after a semicolon, which parts cells in half of Europe.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([_safe(str(name)) for name in rows.columns])
    writer.writerows([cell_of(value) for value in row] for row in rows.itertuples(index=False, name=None))
    return (BYTE_ORDER_MARK + buffer.getvalue()).encode("utf-8")


def cell_of(value: Any) -> str:
    """One cell as text."""
    if isinstance(value, tuple | list):
        return _safe(";".join(str(element) for element in value))
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return str(value.date() if value == value.normalize() else value.isoformat())
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(float(value))
    return _safe(str(value))


def _safe(text: str) -> str:
    """A text that begins no formula: not where a comma parts cells, and not where a semicolon does."""
    if not _HAS_RISKY.search(text):
        return text
    return ";".join("'" + part if _is_run(part) else part for part in text.split(";"))


def _is_run(part: str) -> bool:
    return part.lstrip(" ").startswith(_RISKY) and not _NUMBER.fullmatch(part.strip(" "))
