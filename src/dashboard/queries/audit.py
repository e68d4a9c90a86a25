"""What came of the audits among the readings."""

from __future__ import annotations

from itertools import groupby

import pandas as pd

from dashboard.model.audit import Audit, Drawn, draw_of


def audits(readings: pd.DataFrame, events: pd.DataFrame) -> tuple[Audit, ...]:
    """Every audit, the newest first, without those of which nothing was judged. Of what was drawn only events
    count.
    """
    judged = readings[readings["coder"] == "audit"]
    drawn = judged.merge(events[["event_id", "date_first"]], left_on="record_id", right_on="event_id")
    decades = drawn["date_first"].dt.year // 10 * 10
    records = map(Drawn, drawn["record_id"], drawn["value"], drawn["why"], decades)
    draws = [
        (draw, record) for draw, record in zip(map(draw_of, drawn["field"]), records, strict=True) if draw
    ]
    draws.sort(key=lambda pair: pair[0], reverse=True)
    found = (
        Audit(draw, tuple(record for _, record in pairs))
        for draw, pairs in groupby(draws, key=lambda pair: pair[0])
    )
    return tuple(audit for audit in found if audit.judged)
