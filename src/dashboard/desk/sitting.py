"""One sitting at the desk: a document in its folder, the proposals on it, the decisions so far, and what the
check says of their rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import pandas as pd

from dashboard.data.appended import Tables
from dashboard.data.atlas import Atlas, read_atlas
from dashboard.data.coverage import Coverage
from dashboard.data.desk_folder import DeskFolder
from dashboard.model.fault import Fault, FaultyData
from dashboard.model.period import EXPECTED, Period, period_or_none
from dashboard.model.proposal import (
    ACCEPTED,
    DRAFT,
    KIND_TABLES,
    OPEN,
    REJECTED,
    Decision,
    Proposal,
    Row,
)
from dashboard.model.quote import sentences
from dashboard.queries.desk.known import Known
from dashboard.queries.desk.proposals import draft, proposals, read
from dashboard.queries.desk.row import following, ids_in, named, rows_of
from dashboard.queries.desk.wording import worded

SOURCE = "source"
"""The key of the decision on the row that the document has in the table of sources."""
_WRITTEN, _SENTENCE = "coder", "sentence"
_OF_SOURCE = {"kind": "document", "language": "en", "author_kind": "person", "reliability": ""}


@dataclass(frozen=True)
class Record:
    """The tables that a document is held against: as the figures read them, and as the check does."""

    atlas: Atlas
    known: Known
    tables: Tables

    @classmethod
    def read(cls, data: Path) -> Record:
        """Read a folder of tables; FaultyData if they have a fault."""
        atlas = read_atlas(data)
        return cls(atlas, Known(atlas.frames), Tables(data))


class Sitting:
    """A coder's work on one document. `folder` holds all of it; nothing is kept elsewhere."""

    def __init__(self, record: Record, folder: DeskFolder) -> None:
        self.record = record
        self.folder = folder
        self.details = folder.details
        self.source_id = self.details["source_id"]
        self.document = folder.document
        self.decisions = folder.decisions()
        self.drafts = folder.drafts()

    @cached_property
    def proposals(self) -> list[Proposal]:
        """What is proposed of the document, what the record may hold already first."""
        readings = read(self.document.paragraphs, self.record.known, self.published)
        return proposals(readings, self.record.known)

    @property
    def published(self) -> Period | None:
        """The day or window in which the document was published, where that is known."""
        return period_or_none(self.details["published"])

    @property
    def is_new(self) -> bool:
        """Whether the table of sources lacks the document."""
        return self.source_id not in set(self.record.tables.frames["sources"]["source_id"])

    @cached_property
    def sentences(self) -> list[tuple[str, str]]:
        """Every sentence of the document with its locator."""
        return [
            (f"para:{place}", sentence)
            for place, paragraph in enumerate(self.document.paragraphs, 1)
            for sentence in sentences(paragraph)
        ]

    @property
    def undecided(self) -> list[Proposal]:
        """The proposals that wait for a decision."""
        return [proposal for proposal in self.proposals if proposal.key not in self.decisions]

    @property
    def rows(self) -> list[Row]:
        """The accepted rows in the order of the decisions, the document's own first."""
        accepted = [decision for decision in self.decisions.values() if decision.verdict == ACCEPTED]
        accepted.sort(key=lambda decision: decision.key != SOURCE)
        of_source = [self.source_row] if self.is_new and SOURCE not in self.decisions else []
        return [*of_source, *(row for decision in accepted for row in decision.rows)]

    @property
    def source_row(self) -> Row:
        """The row of the document in the table of sources, as far as it is known: of what its publisher
        published before, country and reliability.
        """
        known = {**_OF_SOURCE, "seen": date.today().isoformat(), **self.details}
        return Row("sources", {**known, **self._of_publisher(known["publisher"])})

    def _of_publisher(self, publisher: str) -> dict[str, str]:
        sources = self.record.tables.frames["sources"]
        same = sources[sources["publisher"] == publisher] if publisher else sources.iloc[:0]
        found = {name: same[name].mode() for name in ("country", "reliability")}
        return {name: str(values[0]) for name, values in found.items() if len(values)}

    def rows_for(self, proposal: Proposal, record_id: str | None = None) -> tuple[Row, ...]:
        """The rows that a proposal would become (see `rows_of`); a new record with words for its coder to
        mend.
        """
        known = self.record.known
        record, *others = rows_of(proposal, self.source_id, known, self._taken(proposal), record_id)
        if record.table != KIND_TABLES[proposal.kind]:
            return record, *others
        words = worded(proposal.kind, record.cells, known, self.details["author"] or self.source_id)
        return Row(record.table, {**record.cells, **words}), *others

    def edited(self, proposal: Proposal, before: Sequence[Row], after: Sequence[Row]) -> tuple[Row, ...]:
        """Rows as a coder edited them, with what follows from it: ids, and the evidence that names them."""
        return following(before, named(before, after, self._taken(proposal)))

    def _taken(self, proposal: Proposal) -> set[str]:
        decided = self.decisions.items()
        mine = {key: decision.rows for key, decision in decided if key != proposal.key}
        return {*self.record.atlas.table_of, *ids_in(mine)}

    def written_for(self, locator: str, sentence: str, kind: str) -> Proposal:
        """A proposal that the coder makes for a sentence, with the records that may hold it already; it is
        taken for none of them until the coder chooses.
        """
        reading = replace(next(read((sentence,), self.record.known, self.published)), locator=locator)
        drafted = draft(reading, kind, self.record.known)
        stem, number = f"{_WRITTEN}-{kind}-{locator.replace(':', '')}-{_mark(sentence)}", 1
        while f"{stem}-{number}" in self.decisions:
            number += 1
        return replace(drafted, key=f"{stem}-{number}")

    @property
    def written(self) -> list[str]:
        """The keys of the proposals that the coder made and did not leave out, decided or not."""
        accepted = (key for key, decision in self.decisions.items() if decision.verdict == ACCEPTED)
        begun = (key for key in self.drafts if key not in self.decisions)
        return [key for key in (*accepted, *begun) if key.startswith(f"{_WRITTEN}-")]

    def written_as(self, key: str) -> Proposal | None:
        """A proposal that the coder made, again from the sentence of which its key tells; None if the
        document has no such sentence.
        """
        _, kind, place, mark, _ = key.split("-")
        for locator, sentence in self.sentences:
            if locator.replace(":", "") == place and _mark(sentence) == mark:
                return replace(self.written_for(locator, sentence, kind), key=key)
        return None

    def begin(self, proposal: Proposal, rows: Sequence[Row] = ()) -> None:
        """Write down that a coder works on a proposal, and its rows as far as they are filled."""
        before = self.drafts.get(proposal.key)
        if before is None or before.rows != tuple(rows):
            self._decide(Decision(proposal.key, DRAFT, tuple(rows)))

    def accept(self, proposal: Proposal, rows: Sequence[Row] | None = None) -> None:
        """Take a proposal with its rows, or with rows that the coder edited."""
        self._decide(Decision(proposal.key, ACCEPTED, tuple(rows or self.rows_for(proposal))))

    def reject(self, proposal: Proposal) -> None:
        """Leave a proposal out."""
        self._decide(Decision(proposal.key, REJECTED))

    def leave_sentence(self, locator: str, sentence: str) -> str:
        """Leave a sentence out that tells nothing for the record; it counts no longer as tied to nothing.
        Returns the key of the decision.
        """
        key = _key_of(locator, sentence)
        self._decide(Decision(key, REJECTED))
        return key

    def take_back(self, key: str) -> None:
        """Open a decision again."""
        self._decide(Decision(key, OPEN))

    def describe_source(self, row: Row) -> None:
        """Set what the table of sources says of the document."""
        self._decide(Decision(SOURCE, ACCEPTED, (row,)))

    def coverage(self) -> Coverage:
        """How far the document is coded: what is tied to nothing, and the share quoted."""
        return self.record.tables.coverage(self.rows, self.document)

    @property
    def untied(self) -> tuple[tuple[str, str], ...]:
        """The telling sentences that no accepted row quotes and that nobody left out."""
        return tuple(place for place in self.coverage().untied if _key_of(*place) not in self.decisions)

    def has_landed(self, row: Row) -> bool:
        """Whether the tables have a row with the same cells already."""
        frame = self.record.tables.frames[row.table]
        same = frame[list(row.cells)] == pd.Series(dict(row.cells))
        return bool(same.all(axis="columns").any())

    def faults(self) -> list[Fault]:
        """What the check says of the tables with the accepted rows in them."""
        return self.record.tables.faults_of(self.rows, self.document)

    def write(self) -> tuple[list[Path], list[Fault]]:
        """Write the rows and the fingerprint if the check is clean; what was written before is withdrawn if
        it is not.
        """
        faults = self.faults()
        if faults:
            self.folder.withdraw_rows()
            return [], faults
        return self.folder.write_rows(self.rows, self.coverage().counts), []

    def _decide(self, decision: Decision) -> None:
        self.folder.decide(decision)
        self.decisions, self.drafts = self.folder.decisions(), self.folder.drafts()


def _key_of(locator: str, sentence: str) -> str:
    return f"{_SENTENCE}-{locator.replace(':', '')}-{_mark(sentence)}"


def _mark(sentence: str) -> str:
    return blake2b(sentence.encode(), digest_size=4).hexdigest()


def detailed(details: Mapping[str, str], record: Record) -> dict[str, str]:
    """What is known of a document, completed from the table of sources where it has a row there. Raises
    FaultyData for an id or a date that is none.
    """
    sources = record.tables.frames["sources"]
    rows = sources[sources["source_id"] == details["source_id"]].to_dict("records")
    known = {name: rows[0][name] for name in details} if rows else {}
    whole = {**known, **{name: value for name, value in details.items() if value}}
    if whole.get("published") and not period_or_none(whole["published"]):
        raise FaultyData([Fault("desk", 0, "published", "not a date", whole["published"], EXPECTED)])
    return {name: whole.get(name, "") for name in details}
