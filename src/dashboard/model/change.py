"""What can differ between two editions of the tables: one change of one record, and the kinds of change."""

from __future__ import annotations

from dataclasses import dataclass

ADDED, REMOVED, VALUE, VERDICT = "added", "removed", "value", "verdict"
STANCE, EVIDENCE_ADDED, EVIDENCE_WITHDRAWN = "stance", "evidence-added", "evidence-withdrawn"

# In place of a kind: the changes of a value that was wrong.
CORRECTIONS = "corrections"

KINDS = {
    ADDED: "new records",
    REMOVED: "records given up",
    VALUE: "changed values",
    VERDICT: "changed verdicts",
    STANCE: "changed stances",
    EVIDENCE_ADDED: "evidence added",
    EVIDENCE_WITHDRAWN: "evidence withdrawn",
}


@dataclass(frozen=True)
class Part:
    """A table whose rows belong to the record in the column `owner`, which of its rows they are, by `key`,
    what they hold, and how a row is called.
    """

    table: str
    owner: str
    key: tuple[str, ...]
    cells: tuple[str, ...]
    name: str


PARTS = (
    Part("observations", "indicator_id", ("period",), ("value", "status", "note"), "value of"),
    Part("milestones", "project_id", ("event_id",), ("status", "note"), "milestone"),
    Part("routes", "route_id", ("seq",), ("place_id",), "stop"),
    Part("breaks", "indicator_id", ("period", "kind"), ("note",), "break of"),
    Part("event_votes", "event_id", ("vote_id",), (), "roll call"),
)

# Written in place of a field where the evidence behind a record changed.
EVIDENCE = "evidence"
# Between a cell of a passage and the source from which that comes.
OF_EVIDENCE = " of the evidence from "
# The field of a reading that says of a whole record why something in it changed.
WHOLE = "event"
# A note that was written anew says why one of these changed; of other fields it says something else.
EXPLAINED = (
    "date",
    "status",
    "status_as_of",
    "value",
    "period",
    "in_force",
    "outcome",
    "last_number",
)


@dataclass(frozen=True)
class Change:
    """One thing that changed in one record between two editions.

    `table` and `title` are those of the newer edition, of a record given up those of the older. `field` is a
    column, or says which row of evidence or of another table; `why` is empty where the tables give no reason.
    `corrected`: the old value was wrong, not merely older or coarser. `successor` takes the place of a record
    that was given up.
    """

    record_id: str
    table: str
    title: str
    kind: str
    field: str = ""
    old: str = ""
    new: str = ""
    why: str = ""
    corrected: bool = False
    successor: str = ""

    @property
    def record(self) -> str:
        """The record at which a reader finds it today."""
        return self.successor or self.record_id


@dataclass(frozen=True)
class Step:
    """The changes from one edition to the next: `version` is that of the newer, `since` that of the older."""

    since: str
    version: str
    changes: tuple[Change, ...]
