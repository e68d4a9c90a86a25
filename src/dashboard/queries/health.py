"""The health of the record as a queue of work: which records owe what, the weightiest with most debts first.

A debt is no fault. It says where an hour of a reader's or coder's time would make the record surer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from dashboard.model.weakness import TABLES
from dashboard.queries.sources import independent_sources
from dashboard.queries.weaknesses import on_weak_alone, planned_and_past

Frames = Mapping[str, pd.DataFrame]

# Judgements of these are read twice; of the others no reading is recorded.
READ_TWICE = ("events", "claims", "checks")
CODERS = frozenset({"A", "B"})
# What an event of weight 1, 2, 3 counts; everything else counts as an event of weight 2.
_COUNTS = {1: 3, 2: 2, 3: 1}
_OTHERS = 2
_YEAR_ALONE = r"\d{4}[~?%]?|\d{3}X|\d{2}XX|\.\."

DEBTS: Mapping[str, str] = {
    "one-origin": "one origin",
    "weak-sources": "weak sources only",
    "no-quote": "no quote of a document that it cites",
    "coarse-date": "date no finer than a year",
    "no-archive": "no archived copy",
    "planned-past": "planned for a day that is past",
    "one-reading": "no second reading",
}


def queue(frames: Frames, released: date) -> pd.DataFrame:
    """The records that owe something: `record_id`, `table`, `weight` (3 counts most), `debts` (a tuple of the
    names of DEBTS), `score` (weight times debts), the highest score first, then by weight and id.
    """
    records = _records(frames)
    owing = {name: set(ids) for name, ids in _owing(frames, released).items()}
    records["debts"] = [
        tuple(name for name in DEBTS if record_id in owing[name]) for record_id in records["record_id"]
    ]
    records["score"] = records["weight"] * records["debts"].map(len)
    in_debt = records[records["score"] > 0]
    ordered = in_debt.sort_values(["score", "weight", "record_id"], ascending=[False, False, True])
    return ordered.reset_index(drop=True)


def _records(frames: Frames) -> pd.DataFrame:
    parts = []
    for table, id_column in TABLES.items():
        frame = frames[table]
        weights = frame["weight"].map(_COUNTS) if table == "events" else _OTHERS
        parts.append(pd.DataFrame({"record_id": frame[id_column], "table": table, "weight": weights}))
    whole = pd.concat(parts, ignore_index=True)
    return whole.assign(weight=whole["weight"].astype(int))


def _owing(frames: Frames, released: date) -> dict[str, list[str]]:
    """The records that have each debt."""
    evidence, sources, events = frames["evidence"], frames["sources"], frames["events"]
    checks = frames["checks"]
    # A document that is held against itself cannot have a second origin or a stronger source.
    itself = set(checks.loc[checks["kind"] == "consistency", "check_id"])
    counts = independent_sources(evidence, sources).drop(itself, errors="ignore")
    weak = on_weak_alone(evidence, sources)
    return {
        "one-origin": list(counts.index[counts == 1]),
        "weak-sources": [record_id for record_id in weak if record_id not in itself],
        "no-quote": without_quote(evidence, sources),
        "coarse-date": coarsely_dated(events),
        "no-archive": without_archive(evidence, sources),
        "planned-past": planned_and_past(events, released),
        "one-reading": read_once(frames),
    }


def without_quote(evidence: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """The records that cite documents and quote none of them."""
    documents = sources.loc[sources["kind"] == "document", "source_id"]
    cited = evidence[evidence["source_id"].isin(documents)]
    quoted = (cited["quote"] != "").groupby(cited["record_id"], sort=False).any()
    return list(quoted.index[~quoted])


def coarsely_dated(events: pd.DataFrame) -> list[str]:
    """The events of whose date no end has a month."""
    coarse = events["date"].str.fullmatch(rf"(?:{_YEAR_ALONE})(?:/(?:{_YEAR_ALONE}))?")
    return list(events.loc[coarse, "event_id"])


def without_archive(evidence: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """The records that rest on pages of the web of which no archived copy is known; documents and data sets
    are held elsewhere.
    """
    on_web = sources[(sources["url"] != "") & ~sources["kind"].isin(["document", "dataset"])]
    behind = evidence[evidence["source_id"].isin(on_web["source_id"])]
    safe = on_web.loc[on_web["archived"] != "", "source_id"]
    held = behind["source_id"].isin(safe).groupby(behind["record_id"], sort=False).any()
    return list(held.index[~held])


def read_once(frames: Frames) -> list[str]:
    """The events, claims and checks that were not read a second time: of which not both readers have judged
    something, and which nobody held against their passages later.
    """
    readings = frames["readings"]
    both = readings[readings["coder"].isin(CODERS)].groupby("record_id")["coder"].nunique()
    later = readings.loc[readings["coder"] == "later", "record_id"]
    twice = {*both.index[both == len(CODERS)], *later}
    ids = [record_id for table in READ_TWICE for record_id in frames[table][TABLES[table]]]
    return [record_id for record_id in ids if record_id not in twice]
