"""Which records rest on a source of each kind and of each country, found once for some tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from dashboard.queries.capitals import countries_of

Records = frozenset[str]


class Support:
    """The records that have evidence, by the kind and by the country of its sources."""

    def __init__(self, evidence: pd.DataFrame, sources: pd.DataFrame) -> None:
        self._records: Records = frozenset(evidence["record_id"].tolist())
        self._by_kind = _by(evidence, sources.set_index("source_id")["kind"])
        self._by_country = _by(evidence, countries_of(sources))

    def behind(self, kinds: Collection[str], countries: Collection[str]) -> Records:
        """The records behind which stands a source of one of the kinds and one of one of the countries; none
        named means every kind or country.
        """
        of_kinds = _any(self._by_kind, kinds) if kinds else self._records
        return of_kinds & _any(self._by_country, countries) if countries else of_kinds


def _by(evidence: pd.DataFrame, groups: pd.Series) -> dict[str, Records]:
    group_of = groups.to_dict()
    records: dict[str, set[str]] = {}
    rows = zip(evidence["source_id"].tolist(), evidence["record_id"].tolist(), strict=True)
    for source_id, record_id in rows:
        records.setdefault(group_of.get(source_id, ""), set()).add(record_id)
    return {group: frozenset(ids) for group, ids in records.items()}


def _any(records: Mapping[str, Records], groups: Collection[str]) -> Records:
    return Records().union(*(records.get(group, ()) for group in groups))
