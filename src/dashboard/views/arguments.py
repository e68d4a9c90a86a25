"""Who argues what: claims against documents, one cell for each passage."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from dashboard.model.author import authors_of
from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.views.formatting import count, joined
from dashboard.views.markup import Markup, abbreviated

_MARKS = {"supports": "supports", "disputes": "disputes", "supports and disputes": "both"}
_TONES = {"supports": "holds", "disputes": "fails", "supports and disputes": "partly"}
QUOTED = "quoted"
_YEAR = re.compile(r"[0-9]{2}[0-9X]{2}")


def matrix(
    claims: pd.DataFrame, stances_of: pd.DataFrame, documents: pd.DataFrame, order: str
) -> Figure | EmptyFigure:
    """Claims × documents. `claims` has `supporting` and `disputing`; `order` is `topic`, `agreement` or
    `dispute`.
    """
    if claims.empty:
        return EmptyFigure(
            "arguments-matrix", "Arguments by document", "No argument has these themes.", "Clear the themes."
        )
    ordered = _ordered(claims, order)
    stances = {(row.claim_id, row.source_id): (row.stance, row.quoted) for row in stances_of.itertuples()}
    rows: list[tuple[Cell, ...]] = []
    groups: dict[int, str] = {}
    for claim in ordered.to_dict("records"):
        if order == "topic" and claim["topic"] not in groups.values():
            groups[len(rows)] = claim["topic"]
        claim_id = claim["claim_id"]
        cells = [
            _cell(claim_id, *stances.get((claim_id, source), ("", False)))
            for source in documents["source_id"]
        ]
        rows.append((Cell(claim["statement"], claim["claim_id"]), *cells))
    contested = int((ordered["disputing"] > 0).sum())
    shared = int((ordered["supporting"] > 1).sum())
    return Figure(
        figure_id="arguments-matrix",
        title=f"{count(len(ordered), 'argument')}: {shared} made by more than one document, "
        f"{contested} disputed by at least one",
        drawing=Grid(
            ("Argument", *(short_name(row) for row in documents.to_dict("records"))), tuple(rows), groups
        ),
        rows=ordered.rename(columns={"claim_id": "record_id"})[
            ["record_id", "topic", "statement", "supporting", "disputing"]
        ],
        message=(
            f"A table of {count(len(ordered), 'argument')} by {count(len(documents), 'document')}: "
            "each cell says whether the document supports or disputes it, only quotes somebody "
            "who does, or is silent."
        ),
        note=(
            "The arguments are the authors’, in our words. “Quoted” means that the document "
            "only reports somebody else’s "
            "words; it is not counted as the document’s own stance. Silent means that the "
            "document does not speak of it."
        ),
    )


def short_name(document: Mapping[str, str]) -> str:
    """A document as people cite it: the family names of one or two authors, or of the first of more, and the
    year.
    """
    names = [
        author.family for author in authors_of(document["author"], document.get("author_kind", "person"))
    ]
    by = f"{names[0]} et al." if len(names) > 2 else joined(names) or document["publisher"]
    year = _YEAR.search(document["published"])
    return f"{by} {year[0]}" if year else by


def source_name(source: Mapping[str, str]) -> str:
    """How any source is named in a line of text: a document by author and year, else the publisher
    in short.
    """
    if source["kind"] == "document":
        return short_name(source)
    return source["publisher_short"] or source["author"] or source["title"]


def named(source: Mapping[str, str]) -> Markup:
    """The same name, with the whole one behind it where it is shortened."""
    name = source_name(source)
    return abbreviated(name, source["publisher"] if name == source["publisher_short"] else "")


def _ordered(claims: pd.DataFrame, order: str) -> pd.DataFrame:
    if order == "topic":
        return claims.sort_values("topic", kind="stable")
    if order == "dispute":
        return claims.sort_values(["disputing", "supporting"], ascending=False, kind="stable")
    return claims


def _cell(claim_id: str, stance: str, quoted: bool) -> Cell:
    if not stance:
        return Cell("silent", tone="silent")
    if quoted:
        return Cell(f"{QUOTED}: {_MARKS[stance]}", claim_id, QUOTED)
    return Cell(_MARKS[stance], claim_id, _TONES[stance])
