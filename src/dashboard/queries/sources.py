"""Who says so: the evidence and the sources behind records, how many are independent, and where they
differ.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import pandas as pd

from dashboard.model.period import parse_period


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


def disagreements(evidence: pd.DataFrame) -> pd.DataFrame:
    """Fields of records for which two sources state values that cannot both be true.

    Dates disagree only if they have no day in common; a range that one source gives is that source's own and
    agrees with any value in it that another gives; a status is stated for its own time and is no
    disagreement. One row for each record, field and value: `record_id`, `field`, `value`, `source_ids` (a
    tuple), `note`.
    """
    stated = evidence[(evidence["field"] != "") & (evidence["field"] != "status") & (evidence["value"] != "")]
    stated = stated[stated.groupby(["record_id", "field"])["value"].transform("nunique") > 1]
    disputed = [
        key for key, values in stated.groupby(["record_id", "field"], sort=False) if _conflict(values)
    ]
    keys = pd.MultiIndex.from_frame(stated[["record_id", "field"]])
    rows = stated[keys.isin(disputed)]
    if rows.empty:
        return pd.DataFrame(
            {name: pd.Series(dtype=object) for name in ("record_id", "field", "value", "source_ids", "note")}
        )
    grouped = rows.groupby(["record_id", "field", "value"], sort=False)
    return grouped.agg(
        source_ids=("source_id", lambda ids: tuple(dict.fromkeys(ids))),
        note=("note", lambda notes: " ".join(dict.fromkeys(note for note in notes if note))),
    ).reset_index()


def _conflict(stated: pd.DataFrame) -> bool:
    """True if two sources have no value in common that both could mean."""
    by_source = [tuple(values.unique()) for _, values in stated.groupby("source_id")["value"]]
    return any(
        not any(_compatible(value, other) for value in first for other in second)
        for first, second in combinations(by_source, 2)
    )


def _compatible(value: str, other: str) -> bool:
    if value == other:
        return True
    try:
        first, second = parse_period(value), parse_period(other)
    except ValueError:
        return False
    return first.first <= second.last and second.first <= first.last


def resting_on_alone(evidence: pd.DataFrame) -> pd.DataFrame:
    """The records that have a single source: `record_id`, `source_id`."""
    single = evidence.groupby("record_id")["source_id"].transform("nunique") == 1
    return evidence.loc[single, ["record_id", "source_id"]].drop_duplicates()


def supported_by_kinds(evidence: pd.DataFrame, sources: pd.DataFrame, kinds: Collection[str]) -> set[str]:
    """The records behind which stands at least one source of the kinds; no kinds means every kind."""
    if not kinds:
        return set(evidence["record_id"])
    ids = sources.loc[sources["kind"].isin(list(kinds)), "source_id"]
    return set(evidence.loc[evidence["source_id"].isin(ids), "record_id"])
