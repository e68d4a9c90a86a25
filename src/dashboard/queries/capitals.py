"""Who says so, by capital: in which countries a record is reported or disputed, and where it is not spoken
of.

A source counts for the country of the publisher that first reported what it says, so a reprint counts for the
country of the agency. Sources of international bodies, and those whose country is not coded, count for none.
"""

from __future__ import annotations

import pandas as pd


def countries_of(sources: pd.DataFrame) -> pd.Series:
    """The country for which each source counts, indexed by source_id; an empty text for none."""
    by_source = pd.Series(sources["country"].to_numpy(), index=sources["source_id"].to_numpy())
    first = sources["origin"].where(sources["origin"] != "", sources["source_id"])
    return pd.Series(first.map(by_source).to_numpy(), index=by_source.index)


def told_by_country(evidence: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """One row for each record and country that speaks of it: `record_id`, `country`, `stance`, `sources`.

    The stance is supports, disputes or both; `sources` counts those of that country.
    """
    passages = evidence.assign(country=evidence["source_id"].map(countries_of(sources)))
    passages = passages[passages["country"] != ""]
    grouped = passages.groupby(["record_id", "country"], sort=False)
    tellings = grouped.agg(stance=("stance", _both), sources=("source_id", "nunique"))
    return tellings.reset_index()


def of_one_country(tellings: pd.DataFrame, evidence: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The records all of whose sources count for one country: `record_id`, `country`."""
    countries = evidence["source_id"].map(countries_of(sources))
    stateless = set(evidence.loc[countries == "", "record_id"])
    alone = tellings[~tellings["record_id"].duplicated(keep=False) & ~tellings["record_id"].isin(stateless)]
    return alone[["record_id", "country"]].reset_index(drop=True)


def by_theme(events: pd.DataFrame, tellings: pd.DataFrame) -> pd.DataFrame:
    """Each event under each of its themes with each country that tells of it: `record_id`, `country`,
    `group`.
    """
    themes = events[["event_id", "themes"]].explode("themes")
    return _grouped(themes.rename(columns={"event_id": "record_id", "themes": "group"}), tellings)


def by_era(events: pd.DataFrame, tellings: pd.DataFrame, eras: pd.DataFrame) -> pd.DataFrame:
    """The same under the era in which each event begins; events before the first era or between two have
    none.
    """
    starts = events[["event_id", "date_first"]].rename(columns={"event_id": "record_id"})
    paired = starts.merge(eras[["era_id", "period_first", "period_last"]], how="cross")
    within = paired["date_first"].between(paired["period_first"], paired["period_last"])
    return _grouped(paired[within].rename(columns={"era_id": "group"}), tellings)


def _grouped(groups: pd.DataFrame, tellings: pd.DataFrame) -> pd.DataFrame:
    return groups.merge(tellings, on="record_id")[["record_id", "country", "group"]]


def _both(words: pd.Series) -> str:
    return " and ".join(sorted(set(words), reverse=True))
