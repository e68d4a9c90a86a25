"""An audit: records drawn at random, held against their sources again, and judged. Among the readings the
field names its day and the value what was found.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

RIGHT, SMALL, WRONG, NOT_FOUND = "right", "small fault", "wrong", "not found again"
# What can be said of a record whose passages were found again.
AUDITED = (RIGHT, SMALL, WRONG)
# Of the standard normal distribution, for an interval that holds 95 of 100 times.
_Z = 1.96
_FIELD = re.compile(r"audit of (\d{4}-\d{2}-\d{2})", re.ASCII)


def day_of_audit(field: str) -> str:
    """The day in `audit of 2026-11-29`; empty where the field is no audit's."""
    found = _FIELD.fullmatch(field)
    return found.group(1) if found else ""


@dataclass(frozen=True)
class Drawn:
    """One record as it was judged: RIGHT, SMALL, WRONG or NOT_FOUND, why, and the first year of the decade
    to which it belongs.
    """

    record_id: str
    value: str
    why: str
    decade: int


@dataclass(frozen=True)
class Audit:
    """The records that were drawn on a day (an EDTF date)."""

    day: str
    drawn: tuple[Drawn, ...]

    @property
    def judged(self) -> int:
        """How many were judged: those whose passages were found again."""
        return sum(self.number(value) for value in AUDITED)

    def number(self, value: str) -> int:
        """How many were judged so."""
        return sum(record.value == value for record in self.drawn)

    @property
    def wrong_share(self) -> tuple[float, float]:
        """Between which shares (0 to 1) that of the wrong among all records lay when these were drawn, at 95
        per cent (E. B. Wilson, Probable Inference, Journal of the American Statistical Association 22, 1927).
        """
        cases, share = self.judged, self.number(WRONG) / self.judged
        middle = share + _Z**2 / (2 * cases)
        half = _Z * math.sqrt(share * (1 - share) / cases + _Z**2 / (4 * cases**2))
        whole = 1 + _Z**2 / cases
        return (middle - half) / whole, (middle + half) / whole
