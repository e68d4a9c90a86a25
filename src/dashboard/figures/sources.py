"""The figures of the sources: who says so, and where they disagree."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.figures.cache import SingleFlightCache
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, chosen_events, documents_of
from dashboard.queries import checks as ask_checks
from dashboard.queries import sources as ask_sources
from dashboard.views import arguments, disagreements, sources

_NAMES: SingleFlightCache[dict[str, str]] = SingleFlightCache(2)


def _sources_documents(dataset: Dataset, asked: Asked) -> Answer:
    return sources.documents(_cards(dataset))


def _cards(dataset: Dataset) -> pd.DataFrame:
    """The documents with what each contributed, how far it is coded and how its statements came out, in words."""
    atlas, cards = dataset.atlas, documents_of(dataset)
    own = atlas["evidence"].merge(cards[["source_id"]], on="source_id")
    tied = own.assign(table=own["record_id"].map(atlas.table_of)).groupby(["source_id", "table"])["record_id"].nunique()
    verdicts = ask_checks.verdict_counts(atlas["checks"]).set_index("source_id")
    coverage = atlas.coverage.set_index("source_id")
    return cards.assign(
        contributed=[sources.contributed(tied.get(one, pd.Series(dtype=int)).to_dict()) for one in cards["source_id"]],
        coverage=[sources.covered(coverage.loc[one].to_dict()) for one in cards["source_id"]],
        verdicts=[sources.outcome(verdicts.loc[one].to_dict()) if one in verdicts.index else "" for one in cards["source_id"]],
    )


def _sources_table(dataset: Dataset, asked: Asked) -> Answer:
    atlas = dataset.atlas
    evidence = atlas["evidence"]
    records = evidence.groupby("source_id")["record_id"].nunique()
    alone = ask_sources.resting_on_alone(evidence)["source_id"].value_counts()
    own = atlas["sources"]
    if asked.selection.kinds:
        own = own[own["kind"].isin(asked.selection.kinds)]
    counted = own.assign(records=own["source_id"].map(records).fillna(0).astype(int), alone=own["source_id"].map(alone).fillna(0).astype(int))
    return sources.table(counted)


def _sources_corroboration(dataset: Dataset, asked: Asked) -> Answer:
    ids = list(chosen_events(dataset, asked.selection)["event_id"])
    return sources.corroboration(ask_sources.corroboration(dataset.counts, ids), ids, asked.mode)


def _differences(dataset: Dataset, asked: Asked) -> Answer:
    found = dataset.disagreements
    within = set(chosen_events(dataset, asked.selection)["event_id"])
    tables = dataset.atlas.table_of
    own = found[[tables[one] != "events" or one in within for one in found["record_id"]]]
    names = source_names(dataset)
    return disagreements.table(own, dataset.titles, names)


def source_names(dataset: Dataset) -> dict[str, str]:
    """How each source is named in a line of text, by id: author and year of a document, else the publisher; asked once for all figures."""
    return _NAMES.answer(dataset.atlas.digest, lambda: _names(dataset))


def _names(dataset: Dataset) -> dict[str, str]:
    rows = dataset.atlas["sources"]
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
