"""What came of the newest audit among the readings."""

from __future__ import annotations

import pandas as pd

from dashboard.model.audit import Audit, Drawn, day_of_audit


def newest_audit(readings: pd.DataFrame, events: pd.DataFrame) -> Audit | None:
    """The audit of the latest day, or None where nothing that was drawn was judged. Of what was drawn only
    events count.
    """
    audits = readings[readings["coder"] == "audit"]
    drawn = audits.merge(events[["event_id", "date_first"]], left_on="record_id", right_on="event_id")
    days = drawn["field"].map(day_of_audit)
    newest = drawn[days == days.max()]
    decades = newest["date_first"].dt.year // 10 * 10
    columns = (newest["record_id"], newest["value"], newest["why"], decades)
    audit = Audit(str(days.max()), tuple(Drawn(*row) for row in zip(*columns, strict=True)))
    return audit if audit.judged else None
