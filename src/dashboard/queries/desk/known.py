"""What the record knows for comparison with a new document, without what that document itself said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from dashboard.model.proposal import CHECK, CLAIM, EVENT, KIND_TABLES, NUMBER, PROJECT
from dashboard.queries.desk.name import Names
from dashboard.queries.desk.nearness import Nearness
from dashboard.queries.verify.held import Held

Frames = Mapping[str, pd.DataFrame]

# Of each table the id, the title, and what else is said of a record.
_TEXTS = {
    EVENT: ("event_id", "title", ("summary",)),
    NUMBER: ("quantity_id", "summary", ("indicator",)),
    PROJECT: ("project_id", "name", ("summary", "aliases")),
    CLAIM: ("claim_id", "statement", ()),
    CHECK: ("check_id", "claim", ("quote",)),
}


class Known:
    """The record as the desk asks it; built once for each sitting."""

    def __init__(self, frames: Frames) -> None:
        self.held = Held(frames)
        self.names = Names(self.held.names)
        self.tables = {
            record_id: kind
            for kind, (id_column, _, _) in _TEXTS.items()
            for record_id in frames[KIND_TABLES[kind]][id_column]
        }
        self.near = {kind: _nearness(frames, kind) for kind in _TEXTS}
        self.names_of = {
            record_id: name
            for table in ("actors", "places", "projects")
            for record_id, name in zip(frames[table].iloc[:, 0], frames[table]["name"], strict=True)
        }
        self.actors = set(frames["actors"]["actor_id"])
        self.places = set(frames["places"]["place_id"])
        self.states = _states(frames)
        self.projects = frames["projects"].set_index("project_id")
        self.events = frames["events"].set_index("event_id")
        self.checks = frames["checks"].set_index("check_id")
        self.quantities = frames["quantities"].set_index("quantity_id")
        self.check_sources = _check_sources(frames)


def without_document(frames: Frames, source_id: str) -> dict[str, pd.DataFrame]:
    """The tables as they would stand had the document not been coded: none of its evidence, and no record
    that rests on it alone. Names of actors and places, which rest on no evidence, stay.
    """
    evidence = frames["evidence"]
    others = evidence[evidence["source_id"] != source_id]
    gone = set(evidence["record_id"]) - set(others["record_id"])
    remaining = {**frames, "evidence": others.reset_index(drop=True)}
    for id_column, table in [(shape[0], KIND_TABLES[kind]) for kind, shape in _TEXTS.items()]:
        frame = frames[table]
        of_document = frame["source_id"] == source_id if table == "checks" else False
        remaining[table] = frame[~(frame[id_column].isin(gone) | of_document)].reset_index(drop=True)
    styles, present = frames["line_styles"], set(remaining["projects"]["project_id"])
    remaining["line_styles"] = styles[styles["project_id"].isin(present)].reset_index(drop=True)
    return remaining


def _states(frames: Frames) -> dict[str, str]:
    """The state that acts where a text names its country, by the id of the country's place."""
    states = frames["actors"][frames["actors"]["kind"] == "state"]
    by_name = dict(zip(states["name"], states["actor_id"], strict=True))
    countries = frames["places"][frames["places"]["kind"] == "country"]
    pairs = zip(countries["place_id"], countries["name"], strict=True)
    return {place_id: by_name[name] for place_id, name in pairs if name in by_name}


def _nearness(frames: Frames, kind: str) -> Nearness:
    id_column, title, others = _TEXTS[kind]
    frame = frames[KIND_TABLES[kind]]
    quotes = _quotes(frames["evidence"], set(frame[id_column]))
    texts: dict[str, list[str]] = {}
    for row in frame.to_dict("records"):
        said = [row[title], f"{row[title]} {_flat(row[others[0]])}" if others else ""]
        said += [_flat(row[name]) for name in others[1:]]
        texts[row[id_column]] = [*said, *quotes.get(row[id_column], ())]
    return Nearness(texts, dict(zip(frame[id_column], frame[title], strict=True)))


def _quotes(evidence: pd.DataFrame, record_ids: set[str]) -> dict[str, list[str]]:
    """What sources say of each record in some length: a run of three words is near to anything."""
    found: dict[str, list[str]] = defaultdict(list)
    for record_id, quote in zip(evidence["record_id"], evidence["quote"], strict=True):
        if record_id in record_ids and len(quote.split()) >= 6:
            found[record_id].append(quote)
    return found


def _flat(cell: object) -> str:
    return " ".join(cell) if isinstance(cell, tuple) else str(cell)


def _check_sources(frames: Frames) -> dict[str, tuple[tuple[str, str], ...]]:
    """The sources behind each check with their stance, documents left out: they are what is checked."""
    sources = frames["sources"]
    independent = set(sources.loc[sources["kind"] != "document", "source_id"])
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    checks = set(frames["checks"]["check_id"])
    rows = frames["evidence"][["record_id", "source_id", "stance"]]
    for record_id, source_id, stance in rows.itertuples(index=False):
        if record_id in checks and source_id in independent:
            found[record_id].append((source_id, stance))
    return {record_id: tuple(dict.fromkeys(rows)) for record_id, rows in found.items()}
