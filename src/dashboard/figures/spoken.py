"""What a server says before any script runs: the words of a page, and files. Who writes them is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from dashboard.figures.dataset import Dataset


@dataclass(frozen=True)
class Words:
    """HTML for the head of a page, HTML of its content for who runs no scripts, and its `Link` header."""

    head: str
    content: str
    links: str


@dataclass(frozen=True)
class File:
    """The bytes of a file and their media type."""

    content: bytes
    media_type: str


class Speaker(Protocol):
    """Says what stands at an address; `base` is the address of the app with a final slash."""

    def words(self, dataset: Dataset, base: str, page: str, record_id: str) -> Words:
        """What a page says, or a record if one is named; KeyError if there is no such record."""

    def converse(self, dataset: Dataset, base: str, message: object) -> dict[str, Any] | None:
        """The answer to a message of the Model Context Protocol, or None where it has none."""

    def file(self, dataset: Dataset, base: str, path: str) -> File | None:
        """The file at a path without its first slash, or None."""
