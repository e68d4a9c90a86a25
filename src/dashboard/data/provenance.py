"""What a source owes a reader: country, date and English title, or a word on why one of them is missing; and
what is owed to a source: that its sentences stay its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault

Frames = Mapping[str, pd.DataFrame]

_WHY_NO_COUNTRY = re.compile(r"\bcountr(y|ies)\b|\binternational\b", re.IGNORECASE)
_ENGLISH = re.compile(r"en(-|$)")
# From three words on it is a quotation; one or two may be a name or a term.
_QUOTED = re.compile(r"“[^”\s]+(?:\s+[^”\s]+){2,}”")


def unexplained_blanks(frames: Frames) -> Iterator[Fault]:
    """Sources that leave a reader without a country, a date or an English title, and do not say why."""
    for row in frames["sources"].to_dict("records"):
        for column, problem, expected in _blanks(row):
            yield Fault("sources.csv", row[ROW], column, problem, row["source_id"], expected)


def _blanks(row: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Column, problem and what would be right, for each blank of a source that nothing explains."""
    if not row["country"] and not _WHY_NO_COUNTRY.search(row["note"]):
        expected = (
            "a country, or a note with the word “country” or “international” that says why there is none"
        )
        yield "country", "no country and no reason", expected
    if not row["published"] and not row["published_note"]:
        yield "published", "no date and no reason", "a date, or a published_note that says why there is none"
    if not row["title_en"] and not _ENGLISH.match(row["language"]):
        yield "title_en", "a foreign title without its English", "the title in English"


def quoted_in_notes(frames: Frames) -> Iterator[Fault]:
    """Notes of evidence that quote a source which is none of the documents: only these are quoted."""
    sources, evidence = frames["sources"], frames["evidence"]
    documents = sources.loc[sources["kind"] == "document", "source_id"]
    for row in evidence[~evidence["source_id"].isin(documents)].to_dict("records"):
        quoted = _QUOTED.search(row["note"])
        if quoted:
            problem, expected = "quotes come from the documents only", "the same in our own words"
            yield Fault("evidence.csv", row[ROW], "note", problem, quoted[0], expected)
