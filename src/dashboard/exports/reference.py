"""What can be cited: a source, a figure, a record and the whole Atlas, each as one item of the Citation Style
Language (CSL).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.model.author import Author, author_of, authors_of
from dashboard.model.period import parse_period

Item = dict[str, Any]

# What a kind of source is called in CSL; a document, an official paper or an article of a journal is not told
# apart further than the table does.
TYPES: Mapping[str, str] = {
    "document": "document",
    "dataset": "dataset",
    "official": "report",
    "news": "article-newspaper",
    "reference": "webpage",
    "academic": "document",
    "thinktank": "report",
}

_SEASON = re.compile(r"[0-9]{4}-2[1-4]")
_DECADE = re.compile(r"[0-9]{3}X")
# A month or a season is told, so that its year may be said once for two.
_HAS_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


@dataclass(frozen=True)
class Edition:
    """The Atlas as published: title, version and day of its data, address of its first page (empty where not
    known), terms and id.
    """

    title: str
    version: str
    released: date
    address: str = ""
    licence: str = "CC BY 4.0"
    package: str = "atlas"

    @property
    def caption(self) -> str:
        """`Title, version 1.0.0 of 22 November 2026`."""
        return f"{self.title}, version {self.version} of {parse_period(self.released.isoformat()).caption}"


def of_atlas(edition: Edition) -> Item:
    """The whole Atlas as a data set."""
    return _filled(
        id=edition.package,
        type="dataset",
        title=edition.title,
        author=_authors(edition),
        version=edition.version,
        genre="Data set and dashboard",
        issued=_issued(edition.released.isoformat()),
        URL=edition.address,
        note=f"Licence of the data: {edition.licence}",
        language="en-GB",
    )


def of_part(edition: Edition, identifier: str, title: str, genre: str, address: str, note: str = "") -> Item:
    """A figure or a record of the Atlas; `genre` says in a word which of them, `note` under which choice it
    was seen.
    """
    return _filled(
        id=identifier,
        type="figure" if genre.lower() == "figure" else "entry",
        title=title,
        author=_authors(edition),
        genre=genre,
        issued=_issued(edition.released.isoformat()),
        URL=address,
        note=note,
        language="en-GB",
        **{"container-title": f"{edition.title} (version {edition.version})"},
    )


def _authors(edition: Edition) -> list[dict[str, str]]:
    """The Atlas as a body: without an author a reference manager knows no place for what it says."""
    return [named(edition.title, "body")]


def of_source(row: Mapping[str, Any]) -> Item:
    """One row of `sources`. A date that is only known as a window stays a range, marked `circa`, and the note
    says how it is known; `edtf`, which is no part of CSL, holds the date as it stands in the table.
    """
    kind = TYPES[row["kind"]]
    holder = "container-title" if kind in ("article-newspaper", "webpage") else "publisher"
    known = f"Date: {row['published_note']}" if row["published_note"] else ""
    return _filled(
        id=row["source_id"],
        type=kind,
        title=row["title"],
        author=[_name(author) for author in authors_of(row["author"], row["author_kind"])],
        issued=_issued(row["published"]),
        edtf=row["published"],
        genre="Data set" if kind == "dataset" else "",
        URL=row["url"],
        language=row["language"],
        note=". ".join(part.rstrip(".") for part in (known, row["note"]) if part),
        **{holder: row["publisher"]},
    )


def of_sources(rows: Sequence[Mapping[str, Any]]) -> list[Item]:
    """Every row as an item, in the order given."""
    return [of_source(row) for row in rows]


def named(name: str, kind: str) -> dict[str, str]:
    """A name of CSL: a person by family and given name, a body as it stands (see `author_of`)."""
    return _name(author_of(name, kind))


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    return _filled(family=author.family, given=author.given, suffix=author.suffix)


def _issued(edtf: str) -> Item:
    """A CSL date from an EDTF text; an empty text gives no date. What is no plain date is marked `circa` and
    has its words beside the years, months and days that bound it.
    """
    if not edtf:
        return {}
    ends = [end for end in edtf.split("/") if end not in ("", "..")]
    if "/" in edtf and len(set(ends)) < len(ends):
        return _issued(ends[0])
    parts = [part for end in ends for part in _bounding_parts(end.rstrip("~?%"))]
    if "/" not in edtf and not parse_period(edtf).approximate and not _SEASON.fullmatch(edtf):
        return {"date-parts": parts}
    return {"date-parts": [parts[0], *parts[1:][-1:]], "circa": True, "literal": _in_words(edtf, ends)}


def _bounding_parts(end: str) -> list[list[int]]:
    """Year, month and day as far as they are known; the first and the last year of a decade or a century."""
    year, *finer = end.split("-")
    if year.endswith("X"):
        return [[int(year.replace("X", digit))] for digit in "09"]
    return [[int(year), *(int(part) for part in finer if part.isdigit() and not _SEASON.fullmatch(end))]]


def _in_words(edtf: str, ends: Sequence[str]) -> str:
    """`between September and December 2021` for a day within a window; else the words of the date."""
    if len(ends) < 2:
        return parse_period(edtf).caption
    first, last = (_named_end(end) for end in ends)
    shared = f" {ends[0][:4]}" if ends[0][:4] == ends[1][:4] and all(map(_HAS_MONTH.match, ends)) else ""
    return f"between {first.removesuffix(shared)} and {last}"


def _named_end(end: str) -> str:
    words = parse_period(end).caption
    return f"the {words}" if _DECADE.fullmatch(end) else words


def _filled(**fields: Any) -> Item:
    return {name: value for name, value in fields.items() if value}
