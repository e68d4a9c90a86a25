"""An audit: records drawn at random, held against their sources again, and judged. Among the readings the
field names its day, and its number where a day had more, and the value what was found.
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
_FIELD = re.compile(r"audit (?:(?P<number>[2-9]) )?of (?P<day>\d{4}-\d{2}-\d{2})", re.ASCII)


@dataclass(frozen=True, order=True)
class Draw:
    """When records were drawn: a day (an EDTF date), and which draw of that day, from 1."""

    day: str
    number: int = 1


def draw_of(field: str) -> Draw | None:
    """The draw in `audit of 2026-11-29` (the first of its day) or `audit 2 of 2026-11-29`; None where the
    field is no audit's.
    """
    found = _FIELD.fullmatch(field)
    return Draw(found["day"], int(found["number"] or 1)) if found else None


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
    """The records of one draw."""

    draw: Draw
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
