"""Who says so: a card for each document, every source with what rests on it, and how far records are
corroborated.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Cell, Chart, EmptyFigure, Figure, Grid, Item, Listing
from dashboard.model.vocabulary import RECORD_NAMES, VOCABULARIES, label
from dashboard.views import title as titles
from dashboard.views.country_names import language
from dashboard.views.formatting import count, joined, number
from dashboard.views.order import Order, Orders, header, ordered
from dashboard.views.theme import INK, Mode, layered

_BY_KIND = "kind"
ORDERS: Orders = {
    _BY_KIND: Order("By kind"),
    "title": Order("By title", "title", "Source"),
    "newest": Order("Newest first", "published", "Published", ascending=False),
    "oldest": Order("Oldest first", "published", "Published"),
    "records": Order("Most records first", "records", "Records", ascending=False),
    "alone": Order("Most records on it alone first", "alone", "On it alone", ascending=False),
}


def documents(cards: pd.DataFrame) -> Figure | EmptyFigure:
    """The five documents. `cards`: rows of sources with `published_caption`, `contributed` (words),
    `verdicts` (words), `coverage` (words).
    """
    if cards.empty:
        return EmptyFigure(
            "sources-documents", "The documents", "No document has this kind.", "Clear the kinds of source."
        )
    items = tuple(
        Item(
            row["source_id"],
            row["title"],
            f"{row['author']}, {row['publisher']} · {row['published_caption']}",
            " ".join(
                part
                for part in (
                    row["contributed"],
                    row["coverage"],
                    row["verdicts"],
                    f"Date {row['published_note']}." if row["published_note"] else "",
                )
                if part
            ),
        )
        for row in cards.to_dict("records")
    )
    return Figure(
        figure_id="sources-documents",
        title=f"{count(len(cards), 'document')} from which the record starts",
        drawing=Listing((("", items),)),
        rows=cards.rename(columns={"source_id": "record_id"})[
            ["record_id", "author", "title", "publisher", "published", "published_note"]
        ],
        message=f"Cards of {count(len(cards), 'document')}: what each is, when it was published, what "
        "it contributed and how its statements came out.",
        note="The texts belong to their authors: the Atlas quotes a few words of each and cites the "
        "paragraph.",
    )


def table(sources: pd.DataFrame, order: str = _BY_KIND) -> Figure | EmptyFigure:
    """Every source, grouped by kind or in another of ORDERS. `sources` has `records` and `alone`, the number
    of records that rest on it, and on it alone.
    """
    if sources.empty:
        return EmptyFigure(
            "sources-table",
            "All sources",
            "No source fits this choice.",
            "Clear the kinds of source or use other words.",
        )
    groups: dict[int, str] = {}
    shown: list[pd.DataFrame] = []
    for kind in VOCABULARIES["source kind"]:
        of_kind = sources[sources["kind"] == kind].sort_values(["records", "title"], ascending=[False, True])
        if of_kind.empty:
            continue
        groups[sum(map(len, shown))] = f"{label('source kind', kind)} ({number(len(of_kind))})"
        shown.append(of_kind)
    rows = ordered(pd.concat(shown), ORDERS[order])
    return Figure(
        figure_id="sources-table",
        title=_mostly(sources["kind"]),
        subtitle=joined([*groups.values()]),
        drawing=Grid(
            header(("Source", "By", "Published", "Language", "Records", "On it alone"), ORDERS[order]),
            tuple(_row(row) for row in rows.to_dict("records")),
            groups if order == _BY_KIND else {},
        ),
        rows=rows.rename(columns={"source_id": "record_id"})[
            [
                "record_id",
                "kind",
                "title",
                "author",
                "publisher",
                "published",
                "url",
                "language",
                "records",
                "alone",
            ]
        ],
        message=f"A table of {count(len(sources), 'source')}, {ORDERS[order].words.lower()}, with the number "
        "of records that rest on each.",
        note="“On it alone”: records for which the Atlas has no second source.",
    )


def corroboration(tally: pd.DataFrame, record_ids: list[str], mode: Mode) -> Figure | EmptyFigure:
    """How many records have one, two, three, four or more independent sources."""
    title = "How many independent sources stand behind a record"
    if not record_ids:
        return EmptyFigure(
            "sources-corroboration",
            title,
            "No record fits this choice.",
            "Widen the years or clear a filter.",
        )
    single = int(tally["records"].iloc[0])
    return Figure(
        figure_id="sources-corroboration",
        title=f"{count(single, 'event')} of {number(len(record_ids))} "
        f"{'rests' if single == 1 else 'rest'} on one source alone",
        drawing=Chart(_tally_spec(mode), {"tally": tally}),
        rows=pd.DataFrame({"record_id": record_ids}),
        message="Events by number of independent sources: "
        + ", ".join(f"{row.records} with {row.sources}" for row in tally.itertuples())
        + ".",
        note="Reports of one publisher count as one source, and so do a first report and those that "
        "repeat it.",
    )


@lru_cache(maxsize=2)
def _tally_spec(mode: Mode) -> dict[str, Any]:
    """Kept, because Altair takes longer to write it than all else takes. Not to be changed."""
    ink = INK[mode]
    base = alt.Chart(alt.NamedData("tally")).encode(
        y=alt.Y(
            "sources:N",
            sort=None,
            axis=alt.Axis(
                title=None,
                grid=False,
                labelExpr="datum.value + (datum.value == '1' ? ' source' : ' sources')",
            ),
        ),
        x=alt.X("records:Q", axis=alt.Axis(title=None, labels=False, grid=False, ticks=False, domain=False)),
    )
    bars = base.mark_bar(color=ink.accent, height=18, cornerRadiusEnd=2)
    labels = base.mark_text(align="left", dx=4, color=ink.text).encode(text=alt.Text("records:Q"))
    return layered([bars, labels], mode, 110)


def contributed(tables: dict[str, int]) -> str:
    """How many records of each table a document stands behind, as a sentence."""
    counted = [
        count(number, RECORD_NAMES[name], "statistical series" if name == "indicators" else "")
        for name, number in tables.items()
    ]
    return f"Cited for {joined(counted)}."


def covered(counts: dict[str, int]) -> str:
    """How far a document is coded, as a sentence."""
    share = round(100 * counts["quoted"] / counts["words"])
    return (
        f"Of its {counts['sentences']} sentences {counts['tied']} are tied to a record by a quote; "
        f"{share} per cent of its words are quoted."
    )


def outcome(verdicts: dict[str, int]) -> str:
    """How the tested statements of a document came out, as a sentence."""
    counted = [f"{number} {label('verdict', word)}" for word, number in verdicts.items() if number]
    return f"Statements tested: {joined(counted)}."


def _mostly(kinds: pd.Series) -> str:
    """How many sources there are, and of which kind most of them are."""
    whole, most = count(len(kinds), "source"), titles.leader(kinds.value_counts().to_dict())
    if len(kinds) < titles.FEWEST or not most or most[1] == len(kinds):
        return whole
    return f"{whole}, {number(most[1])} of them {label('source kind', most[0])}"


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    by = row["author"] or row["publisher"]
    both = f"{row['author']}, {row['publisher']}" if row["author"] and row["publisher"] else by
    return (
        Cell(row["title"], row["source_id"]),
        Cell(both or "–"),
        Cell(row["published_caption"] or "–"),
        Cell(language(row["language"])),
        Cell(str(row["records"])),
        Cell(str(row["alone"])),
    )
