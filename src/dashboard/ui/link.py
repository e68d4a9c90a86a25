"""Addresses: what a reader chose as the parameters of a link, and links to any record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from dashboard.model.selection import RECORD


def href(page: str, params: Mapping[str, Sequence[str]]) -> str:
    """An address inside the Atlas, relative to the page that shows it."""
    query = urlencode([(key, value) for key, values in params.items() for value in values])
    return f"{page}?{query}" if query else f"{page or './'}"


def to_record(record_id: str, params: Mapping[str, Sequence[str]]) -> str:
    """The address of a record's page that keeps the reader's choice."""
    return href("record", {**params, RECORD: [record_id]})
