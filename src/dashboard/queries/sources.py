"""Who says so: the evidence and the sources behind records, how many are independent, and where they
differ.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd


def evidence_behind(evidence: pd.DataFrame, record_ids: Collection[str]) -> pd.DataFrame:
    """The evidence rows of some records, in the order of the table."""
    return evidence[evidence["record_id"].isin(list(record_ids))]


def sources_behind(
    evidence: pd.DataFrame, sources: pd.DataFrame, record_ids: Collection[str]
) -> pd.DataFrame:
    """The sources behind some records, with the number of those records each of them stands behind
    (`records`).

    A source stands behind itself.
    """
    behind = evidence_behind(evidence, record_ids)
    return counted(sources[sources["source_id"].isin({*behind["source_id"], *record_ids})], behind)


def counted(named: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Sources with the number of the records of some evidence behind which each stands (`records`)."""
    held: dict[str, set[str]] = {}
    cells = zip(evidence["source_id"].tolist(), evidence["record_id"].tolist(), strict=True)
    for source_id, record_id in cells:
        held.setdefault(source_id, set()).add(record_id)
    counts = [len(held.get(source_id, ())) for source_id in named["source_id"].tolist()]
    return named.assign(records=pd.Series(counts, index=named.index, dtype=int))


def stand_ins(events: pd.DataFrame, routes: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """For each actor, place and route the records whose evidence stands behind it: the events that name it,
    its project, the projects of its routes.
    """
    named: dict[str, list[str]] = {}
    for row in events[["event_id", "actors", "places"]].itertuples(index=False):
        for record_id in (*row.actors, *row.places):
            named.setdefault(record_id, []).append(row.event_id)
    for row in routes[["route_id", "project_id", "place_id"]].itertuples(index=False):
        for record_id in (row.route_id, row.place_id):
            named.setdefault(record_id, []).append(row.project_id)
    return {record_id: tuple(dict.fromkeys(ids)) for record_id, ids in named.items()}


def originators(sources: pd.DataFrame) -> pd.Series:
    """Who first reported what each source says, indexed by source_id: publisher, else author, else the source
    itself.

    A reprint, a translation or an agency's copy has the originator of the report that it repeats (`origin`),
    and two reports of one newspaper have one originator: each pair counts as one independent source.
    """
    named = sources["publisher"].where(sources["publisher"] != "", sources["author"])
    named = named.where(named != "", sources["source_id"])
    by_source = pd.Series(named.to_numpy(), index=sources["source_id"].to_numpy())
    first = sources["origin"].where(sources["origin"] != "", sources["source_id"])
    return pd.Series(first.map(by_source).to_numpy(), index=by_source.index)


def independent_sources(evidence: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """The number of independent sources behind each record (see `originators`), indexed by record_id."""
    speakers = evidence["source_id"].map(originators(sources))
    return speakers.groupby(evidence["record_id"]).nunique()


def corroboration(counts: pd.Series, record_ids: Collection[str]) -> pd.DataFrame:
    """How many of the records have one, two, three, four or more independent sources: columns `sources` and
    `records`.
    """
    numbers = counts.reindex(list(record_ids)).dropna().clip(upper=4).astype(int)
    tally = numbers.value_counts().reindex([1, 2, 3, 4], fill_value=0)
    return pd.DataFrame({"sources": ["1", "2", "3", "4 or more"], "records": tally.to_numpy()})


def resting_on_alone(evidence: pd.DataFrame) -> pd.DataFrame:
    """The records that have a single source: `record_id`, `source_id`."""
    single = evidence.groupby("record_id")["source_id"].transform("nunique") == 1
    return evidence.loc[single, ["record_id", "source_id"]].drop_duplicates()
