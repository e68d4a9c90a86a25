"""The figures of the sources: who says so, and where they disagree."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.queries import checks as ask_checks
from dashboard.queries import sources as ask_sources
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events, documents_of
from dashboard.ui.kept import Kept
from dashboard.ui.library import Library
from dashboard.views import arguments, differences, sources

_NAMES: Kept[dict[str, str]] = Kept(2)


def _sources_documents(library: Library, asked: Asked) -> Answer:
    return sources.documents(_cards(library))


def _cards(library: Library) -> pd.DataFrame:
    """The documents with what each contributed, how far it is coded and how its statements came out, in words."""
    atlas, cards = library.atlas, documents_of(library)
    own = atlas["evidence"].merge(cards[["source_id"]], on="source_id")
    tied = own.assign(table=own["record_id"].map(atlas.table_of)).groupby(["source_id", "table"])["record_id"].nunique()
    verdicts = ask_checks.verdict_counts(atlas["checks"]).set_index("source_id")
    coverage = atlas.coverage.set_index("source_id")
    return cards.assign(
        contributed=[sources.contributed(tied.get(one, pd.Series(dtype=int)).to_dict()) for one in cards["source_id"]],
        coverage=[sources.covered(coverage.loc[one].to_dict()) for one in cards["source_id"]],
        verdicts=[sources.outcome(verdicts.loc[one].to_dict()) if one in verdicts.index else "" for one in cards["source_id"]],
    )


def _sources_table(library: Library, asked: Asked) -> Answer:
    atlas = library.atlas
    evidence = atlas["evidence"]
    records = evidence.groupby("source_id")["record_id"].nunique()
    alone = ask_sources.resting_on_alone(evidence)["source_id"].value_counts()
    own = atlas["sources"]
    if asked.selection.kinds:
        own = own[own["kind"].isin(asked.selection.kinds)]
    counted = own.assign(records=own["source_id"].map(records).fillna(0).astype(int), alone=own["source_id"].map(alone).fillna(0).astype(int))
    return sources.table(counted)


def _sources_corroboration(library: Library, asked: Asked) -> Answer:
    ids = list(chosen_events(library, asked.selection)["event_id"])
    return sources.corroboration(ask_sources.corroboration(library.counts, ids), ids, asked.mode)


def _differences(library: Library, asked: Asked) -> Answer:
    found = library.disagreements
    within = set(chosen_events(library, asked.selection)["event_id"])
    tables = library.atlas.table_of
    own = found[[tables[one] != "events" or one in within for one in found["record_id"]]]
    names = source_names(library)
    return differences.table(own, library.titles, names)


def source_names(library: Library) -> dict[str, str]:
    """How each source is named in a line of text, by id: author and year of a document, else the publisher; asked once for all figures."""
    return _NAMES.answer(library.atlas.digest, lambda: _names(library))


def _names(library: Library) -> dict[str, str]:
    rows = library.atlas["sources"]
    return {
        row["source_id"]: arguments.short_name(row) if row["kind"] == "document" else row["publisher"] or row["author"] or row["title"]
        for row in rows.to_dict("records")
    }


FIGURES: Mapping[str, Builder] = {
    "sources-documents": _sources_documents,
    "sources-table": _sources_table,
    "sources-corroboration": _sources_corroboration,
    "differences": _differences,
}
