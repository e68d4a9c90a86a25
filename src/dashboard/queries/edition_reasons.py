"""Why something changed between two editions: from the corrections, from the readings that were settled in
between, and from the aliases of records that were given up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.model.change import EVIDENCE, WHOLE

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]

# A reading of a whole event says that something in it changed, not which field.
_CHANGED = "changed"


class Reasons:
    """The reasons for the changes between two editions, by record and field."""

    def __init__(self, before: Tables, after: Tables, corrections: Sequence[Row]) -> None:
        known = {tuple(row.values()) for row in before.get("readings", ())}
        settled = [
            row
            for row in after.get("readings", ())
            if row["coder"] == "settled" and row["why"] and tuple(row.values()) not in known
        ]
        self._readings = {
            (row["record_id"], row["source_id"], row["field"]): row["why"]
            for row in settled
            if row["field"] != WHOLE
        }
        self._whole = {
            row["record_id"]: row["why"]
            for row in settled
            if (row["field"], row["value"]) == (WHOLE, _CHANGED)
        }
        self._corrections = {(row["record_id"], row["field"]): row["why"] for row in corrections}
        self._aliases = {row["former_id"]: row for row in after.get("aliases", ())}

    def corrections(self) -> list[tuple[str, ...]]:
        """Record, field and reason of each correction."""
        return [(*key, why) for key, why in self._corrections.items()]

    def readings(self) -> list[tuple[str, ...]]:
        """Record, source, field and reason of each settled reading, of the whole record among them."""
        whole = {(record_id, "", WHOLE): why for record_id, why in self._whole.items()}
        return [(*key, why) for key, why in {**self._readings, **whole}.items()]

    def aliases(self) -> list[tuple[str, ...]]:
        """Former record, the one that takes its place, and the reason."""
        return [(former, row["record_id"], row["reason"]) for former, row in self._aliases.items()]

    def of_value(self, record_id: str, field: str) -> tuple[str, bool]:
        """Why a field of a record changed, and whether its old value was wrong."""
        correction = self._corrections.get((record_id, field))
        if correction is not None:
            return correction, True
        read = self._readings.get((record_id, "", field))
        return read or self._whole.get(record_id, ""), False

    def of_evidence(self, record_id: str) -> tuple[str, bool]:
        """Why the evidence of a record changed, and whether the old was wrong."""
        correction = self._corrections.get((record_id, EVIDENCE))
        if correction is not None:
            return correction, True
        return self._whole.get(record_id, ""), False

    def of_stance(self, record_id: str, source_id: str) -> tuple[str, bool]:
        """Why the stance of a source on a record changed, and whether the old one was wrong."""
        why, corrected = self.of_evidence(record_id)
        read = self._readings.get((record_id, source_id, "stance"), "")
        return (why, True) if corrected else (read or why, False)

    def successor(self, record_id: str) -> tuple[str, str]:
        """The record that takes the place of one that was given up, and why it was."""
        alias = self._aliases.get(record_id)
        return (alias["record_id"], alias["reason"]) if alias else ("", "")
