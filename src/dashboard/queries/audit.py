"""What came of an audit: records drawn at random, held against their sources again, and judged."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from dashboard.model.audit import AUDITED, WRONG, day_of_audit

# Of the standard normal distribution, for an interval that holds 95 of 100 times.
_Z = 1.96


@dataclass(frozen=True)
class Audit:
    """The newest audit: its day as an EDTF date, and `drawn` with `record_id`, `value` (one of AUDITED),
    `why` and the `decade` of the event.
    """

    day: str
    drawn: pd.DataFrame

    @property
    def judged(self) -> int:
        """How many were judged: those whose passages were found again."""
        return int(self.drawn["value"].isin(AUDITED).sum())

    def number(self, value: str) -> int:
        """How many were judged so."""
        return int((self.drawn["value"] == value).sum())

    @property
    def wrong_share(self) -> tuple[float, float]:
        """Between which shares (0 to 1) that of the wrong among all events lay when these were drawn, at 95
        per cent (E. B. Wilson, Probable Inference, Journal of the American Statistical Association 22, 1927).
        """
        cases, share = self.judged, self.number(WRONG) / self.judged
        middle = share + _Z**2 / (2 * cases)
        half = _Z * math.sqrt(share * (1 - share) / cases + _Z**2 / (4 * cases**2))
        return tuple((middle + sign * half) / (1 + _Z**2 / cases) for sign in (-1, 1))  # type: ignore[return-value] # two signs


def newest_audit(readings: pd.DataFrame, events: pd.DataFrame) -> Audit | None:
    """The audit of the latest day among the readings, or None. Of what was drawn only events count."""
    audits = readings[readings["coder"] == "audit"]
    drawn = audits.merge(events[["event_id", "date_first"]], left_on="record_id", right_on="event_id")
    days = drawn["field"].map(day_of_audit)
    newest = drawn[days == days.max()]
    if not newest["value"].isin(AUDITED).any():
        return None
    decade = newest["date_first"].dt.year // 10 * 10
    return Audit(str(days.max()), newest.assign(decade=decade)[["record_id", "value", "why", "decade"]])
