"""How an audit is written among the readings: the field names its day, the value what was found."""

from __future__ import annotations

import re

RIGHT, SMALL, WRONG, NOT_FOUND = "right", "small fault", "wrong", "not found again"
# What can be said of a record whose passages were found again.
AUDITED = (RIGHT, SMALL, WRONG)
_FIELD = re.compile(r"audit of (\d{4}-\d{2}-\d{2})", re.ASCII)


def day_of_audit(field: str) -> str:
    """The day in `audit of 2026-11-29`; empty where the field is no audit's."""
    found = _FIELD.fullmatch(field)
    return found.group(1) if found else ""
