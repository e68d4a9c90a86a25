"""The folder in which a coder's work on one document is kept: the text, what is known of the document, every
decision as it was made, and what may go into the tables.

Decisions are appended to one file and never rewritten, so work that is closed at any moment goes on where it
stopped.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dashboard.data.document import Document, paragraphs_of
from dashboard.data.fingerprint import fingerprints_of
from dashboard.data.text_file import read_text, write_text
from dashboard.model.fault import Fault, FaultyData
from dashboard.model.proposal import DRAFT, OPEN, Decision, Row, decision_of
from dashboard.model.schema import TABLES

DOCUMENT, DECISIONS, ROWS, PRINTS = "document.json", "decisions.jsonl", "rows", "fingerprints"
# What is known of a document beside its text: cells of its row in the table of sources.
DETAILS = ("source_id", "title", "author", "publisher", "published", "url")


class DeskFolder:
    """One coder's folder for one document."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def is_begun(self) -> bool:
        """Whether a document lies in the folder."""
        return (self.path / DOCUMENT).is_file()

    def begin(self, text: str, details: Mapping[str, str]) -> None:
        """Lay a document into the folder. Raises FaultyData where another one lies there already."""
        source_id = details["source_id"]
        if self.is_begun and (self.details["source_id"], self.text) != (source_id, text):
            found = self.details["source_id"]
            raise self._faulty(DOCUMENT, "another document lies in this folder", found, "a folder of its own")
        self.path.mkdir(parents=True, exist_ok=True)
        write_text(self.path / f"{source_id}.txt", text)
        write_text(self.path / DOCUMENT, json.dumps(dict(details), ensure_ascii=False, indent=1) + "\n")

    @property
    def details(self) -> dict[str, str]:
        """What is known of the document; FaultyData if that cannot be read."""
        text, faults = read_text(self.path / DOCUMENT, DOCUMENT)
        if text is None:
            raise FaultyData(faults)
        try:
            details = json.loads(text)
            return {name: str(details.get(name, "")) for name in DETAILS}
        except (ValueError, AttributeError, RecursionError) as error:
            expected = "a file that the desk wrote"
            raise self._faulty(DOCUMENT, "the file cannot be read", str(error), expected) from error

    @property
    def text(self) -> str:
        """The document's text."""
        name = f"{self.details['source_id']}.txt"
        text, faults = read_text(self.path / name, name)
        if text is None:
            raise FaultyData(faults)
        return text

    @property
    def document(self) -> Document:
        """The document in the paragraphs of the check."""
        return Document(self.details["source_id"], paragraphs_of(self.text))

    def decide(self, decision: Decision) -> None:
        """Write a decision down; it is on the disk when this returns."""
        line = json.dumps(decision.as_data(), ensure_ascii=False) + "\n"
        with (self.path / DECISIONS).open("ab") as file:
            # A line that a crash cut short is closed, so that it spoils no other.
            if file.tell() and not (self.path / DECISIONS).read_bytes().endswith(b"\n"):
                file.write(b"\n")
            file.write(line.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())

    def decisions(self) -> dict[str, Decision]:
        """The last decision on each proposal, in the order in which each was first made; what was taken back
        is left out. FaultyData for a line that the desk cannot have written.
        """
        found: dict[str, Decision] = {}
        for decision in self._written():
            if decision.verdict != DRAFT:
                found[decision.key] = decision
        return {key: decision for key, decision in found.items() if decision.verdict != OPEN}

    def drafts(self) -> dict[str, Decision]:
        """What was begun and not decided since, as far as it is filled."""
        found: dict[str, Decision] = {}
        for decision in self._written():
            found.pop(decision.key, None)
            if decision.verdict == DRAFT:
                found[decision.key] = decision
        return found

    def _written(self) -> Iterator[Decision]:
        path = self.path / DECISIONS
        if not path.exists():
            return
        # By bytes: a text has separators of lines inside it, and a crash may cut within a character.
        for number, line in enumerate(self._lines_of(path), 1):
            try:
                values = json.loads(line)
            except (ValueError, RecursionError) as error:
                if line.startswith(b"{") or not line:
                    continue  # cut short by a crash: it was never confirmed to the coder
                raise self._no_decision(number, error) from error
            try:
                yield decision_of(values)
            except (ValueError, KeyError, TypeError) as error:
                raise self._no_decision(number, error) from error

    def _lines_of(self, path: Path) -> list[bytes]:
        """The lines of the decisions, without the noughts that a crash of the machine leaves behind."""
        try:
            raw = path.read_bytes()
        except OSError as error:
            found = str(error.strerror)
            raise self._faulty(DECISIONS, "the file cannot be read", found, "a file of the desk") from error
        return [line.strip(b"\0\r") for line in raw.removeprefix(codecs.BOM_UTF8).split(b"\n")]

    def _no_decision(self, line: int, error: Exception) -> FaultyData:
        expected = "a line that the desk wrote, or none"
        found = f"{type(error).__name__}: {error}"
        return FaultyData([Fault(f"{self.path.name}/{DECISIONS}", line, "", "no decision", found, expected)])

    def write_rows(self, rows: Iterable[Row], coverage: Mapping[str, int]) -> list[Path]:
        """Write rows that have no fault, one file a table with the header of that table, and the document's
        fingerprint.
        """
        self.withdraw_rows()
        written = []
        rows = list(rows)
        for table in TABLES:
            cells = [row.cells for row in rows if row.table == table.name]
            if cells:
                path = self.path / ROWS / table.file
                write_text(path, _csv([column.name for column in table.columns], cells))
                written.append(path)
        document = self.document
        path = self.path / PRINTS / f"{document.source_id}.json"
        write_text(path, fingerprints_of(document, coverage))
        return [*written, path]

    def withdraw_rows(self) -> None:
        """Take away what was written before: rows with a fault count nowhere."""
        for name in (ROWS, PRINTS):
            shutil.rmtree(self.path / name, ignore_errors=True)

    def _faulty(self, name: str, problem: str, found: str, expected: str) -> FaultyData:
        return FaultyData([Fault(f"{self.path.name}/{name}", 0, "", problem, found, expected)])


def _csv(names: list[str], rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
