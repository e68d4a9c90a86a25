"""What a reader sends to report a fault: a text that names record, edition, field, value and link, and the
address that opens it in a mail or a tracker.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from dashboard.exports.reference import Edition

# The whole record: every field with its value, for the reader to strike what is right.
ALL_FIELDS = ""
# A longer address is cut or refused by mail programs and by servers.
LONGEST_ADDRESS = 1_900
_WHAT_IS_WRONG = ("What is wrong:", "", "What would be right:", "", "Passage or source that shows it:", "")


def instruction(address: str) -> str:
    """What a reader does with a report, if faults are received at an address and if there is none."""
    if address:
        return "Copy this, say what is wrong, and send it. Nothing is sent from here."
    return (
        "Copy this, say what is wrong, and give it to whoever publishes this Atlas or sent you the link: "
        "it names no address that receives faults. Nothing is sent from here."
    )


@dataclass(frozen=True)
class FaultReport:
    """A report on one record; `values` are its fields as its table holds them, `field` the one concerned
    (ALL_FIELDS where the reader has not said), `address` the permalink (empty where it is not known).
    """

    record_id: str
    kind: str
    title: str
    edition: Edition
    values: Mapping[str, str]
    address: str
    field: str = ALL_FIELDS

    @property
    def heading(self) -> str:
        """The subject of a mail or the title of an entry in a tracker."""
        return f"Fault in {self.record_id}" + (f", {self.field}" if self.field else "")

    @property
    def text(self) -> str:
        """The whole report, ready to copy."""
        fields = {self.field: self.values[self.field]} if self.field else self.values
        named = [f"{name}: {value or '(empty)'}" for name, value in fields.items()]
        heading = "Field and value:" if self.field else "Fields and values (strike what is right):"
        return "\n".join([*self._record, "", heading, *named, "", *_WHAT_IS_WRONG])

    def opening(self, address: str) -> str:
        """The address that opens the report in the reader's own mail program or in a tracker; the values
        stay out where they would make it too long.
        """
        whole = _filled(address, self.heading, self.text)
        if len(whole) <= LONGEST_ADDRESS:
            return whole
        return _filled(address, self.heading, "\n".join([*self._record, "", *_WHAT_IS_WRONG]))

    @property
    def _record(self) -> tuple[str, ...]:
        link = (f"Link: {self.address}",) if self.address else ()
        return (
            f"Record: {self.record_id} ({self.kind})",
            f"Title: {self.title}",
            f"Edition: {self.edition.caption}",
            *link,
        )


def _filled(address: str, heading: str, text: str) -> str:
    """A mail address as a link with subject and body, or the address of a tracker with both filled in."""
    if "://" not in address:
        lines = text.replace("\n", "\r\n")  # as RFC 6068 asks
        return f"mailto:{address}?subject={quote(heading)}&body={quote(lines)}"
    return address.replace("{title}", quote(heading)).replace("{body}", quote(text))
