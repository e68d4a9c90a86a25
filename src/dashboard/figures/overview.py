"""The figures of the overview: headline numbers, the most telling disagreements, what is new."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, chosen_events
from dashboard.figures.sources import source_names
from dashboard.figures.trade import series_of
from dashboard.queries import events as ask_events
from dashboard.queries import sources as ask_sources
from dashboard.views import disagreements, headlines, timeline

NEWEST = 6
MOST_TELLING = 6


def _events(dataset: Dataset, asked: Asked) -> Answer:
    own = chosen_events(dataset, asked.selection)
    years = f"{asked.selection.first_year}–{asked.selection.last_year}"
    return headlines.counted("overview-events", "On record", f"events, {years}", own["event_id"])


def _sources(dataset: Dataset, asked: Asked) -> Answer:
    ids = chosen_events(dataset, asked.selection)["event_id"]
    behind = ask_sources.sources_behind(dataset.atlas["evidence"], dataset.atlas["sources"], ids)
    return headlines.counted("overview-sources", "Sources", "sources behind these events", behind["source_id"])


def _trade(dataset: Dataset, asked: Asked) -> Answer:
    series = series_of(dataset, asked.selection)
    return headlines.latest("overview-trade", "Trade", series[series["direction"] == "total"])


def _disputed(dataset: Dataset, asked: Asked) -> Answer:
    found = dataset.disagreements
    ids = set(chosen_events(dataset, asked.selection)["event_id"])
    own = found[[record_id in ids or dataset.atlas.table_of[record_id] != "events" for record_id in found["record_id"]]]
    return headlines.counted("overview-disputed", "Disagreement", "records on which sources disagree", own["record_id"].unique())


def _contradicted(dataset: Dataset, asked: Asked) -> Answer:
    checks = dataset.atlas["checks"]
    own = checks[checks["verdict"] == "contradicted"]
    return headlines.counted("overview-checks", "Checks", f"of {len(checks)} tested statements contradicted by other evidence", own["check_id"])


def _differences(dataset: Dataset, asked: Asked) -> Answer:
    """Disagreements on the weightiest events of the choice first, then on those with most rival values."""
    found = dataset.disagreements
    events = chosen_events(dataset, asked.selection).set_index("event_id")
    within = found[found["record_id"].isin(events.index)]
    order = within.groupby(["record_id", "field"], sort=False)["value"].nunique().rename("values").reset_index()
    order["weight"] = order["record_id"].map(events["weight"])
    first = order.sort_values(["weight", "values"], ascending=[True, False], kind="stable").head(MOST_TELLING)
    own = first[["record_id", "field"]].merge(within, on=["record_id", "field"])
    return disagreements.table(own, dataset.titles, source_names(dataset), "overview-differences")


def _newest(dataset: Dataset, asked: Asked) -> Answer:
    own: pd.DataFrame = ask_events.newest(chosen_events(dataset, asked.selection), NEWEST)
    return timeline.newest(own, dataset.counts, dataset.titles)


FIGURES: Mapping[str, Builder] = {
    "overview-events": _events,
    "overview-sources": _sources,
    "overview-trade": _trade,
    "overview-disputed": _disputed,
    "overview-checks": _contradicted,
    "overview-differences": _differences,
    "overview-newest": _newest,
}
