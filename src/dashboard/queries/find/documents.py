"""What is searched: every record as one row of names, sentences, passages and years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.model.found import Passage
from dashboard.queries.participation import taking_part

Frames = Mapping[str, pd.DataFrame]
Passages = Mapping[str, tuple[Passage, ...]]


@dataclass(frozen=True)
class Shape:
    """Where a table keeps its id, its title, other names, sentences and date, and how far its records rank (1
    = as others).
    """

    id_column: str
    title: str
    names: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    date: str = ""
    rank: float = 1.0


# A source of at most so many records is called by what it tells of them.
_FEW = 4
NAMES = ("aliases", "name_ru", "name_ur", "short_name")
SHAPES: Mapping[str, Shape] = {
    "events": Shape("event_id", "title", (), ("summary", "kind"), "date", 1.1),
    "projects": Shape("project_id", "name", NAMES, ("summary",), "", 1.15),
    "actors": Shape("actor_id", "name", NAMES, ("role",), "", 1.1),
    "places": Shape("place_id", "name", NAMES, (), "", 0.9),
    "claims": Shape("claim_id", "statement", (), ("topic",), "", 0.9),
    "checks": Shape("check_id", "claim", (), ("quote", "finding"), "", 0.85),
    "quantities": Shape("quantity_id", "summary", (), ("indicator", "unit"), "period", 0.85),
    "indicators": Shape("indicator_id", "label", (), ("description", "flow"), "", 0.85),
    "eras": Shape("era_id", "label", (), ("summary",), "period", 0.8),
    "series": Shape("series_id", "name", NAMES, ("summary",), "", 1.1),
    "agreements": Shape("agreement_id", "title", (), ("kind", "outcome"), "", 0.95),
    "offices": Shape("office_id", "title", (), (), "", 0.8),
    "routes": Shape("route_id", "name", (), (), "", 0.5),
    "sources": Shape("source_id", "title", ("title_en",), ("author", "publisher"), "published", 0.45),
    "votes": Shape("vote_id", "title", ("symbol",), ("subjects",), "", 0.5),
}
COLUMNS = (
    "record_id",
    "table",
    "title",
    "names",
    "sentences",
    "passages",
    "headlines",
    "related",
    "present",
    "first_year",
    "last_year",
    "date",
    "weight",
    "kind",
    "themes",
)


def documents(frames: Frames) -> pd.DataFrame:
    """One row a record with the columns COLUMNS; `passages` are what the sources say of it, `headlines` what
    they are called.

    Years are whole numbers, 0 and 9999 where a record has no date; `weight` is 1 (weighty) to 3 (detail), 2
    for all but events.
    """
    passages = _passages(frames["evidence"])
    headlines = _headlines(frames)
    titles, names = _titles(frames), _all_names(frames)
    parts = [
        _of_table(frames[table], table, shape, passages, headlines, titles, names)
        for table, shape in SHAPES.items()
        if table in frames
    ]
    return pd.concat(parts, ignore_index=True)


def _of_table(
    frame: pd.DataFrame,
    table: str,
    shape: Shape,
    passages: Passages,
    headlines: Mapping[str, str],
    titles: Mapping[str, str],
    names: Mapping[str, str],
) -> pd.DataFrame:
    rows = frame.drop_duplicates(shape.id_column)
    first, last = _years(rows, shape.date)
    return pd.DataFrame(
        {
            "record_id": rows[shape.id_column].to_numpy(),
            "table": table,
            "title": rows[shape.title].to_numpy(),
            "names": _joined(rows, shape.names),
            "sentences": _joined(rows, shape.sentences),
            "passages": [passages.get(record_id, ()) for record_id in rows[shape.id_column]],
            "headlines": [headlines.get(record_id, "") for record_id in rows[shape.id_column]],
            "related": _related(rows, titles),
            "present": _present(rows, names) if table == "events" else "",
            "first_year": first,
            "last_year": last,
            "date": _dates(rows, shape.date),
            "weight": _weights(rows),
            "kind": rows["kind"].to_numpy() if "kind" in rows else "",
            "themes": list(rows["themes"]) if "themes" in rows else [()] * len(rows),
        }
    )


def _passages(evidence: pd.DataFrame) -> Passages:
    held = evidence[(evidence["quote"] != "") | (evidence["note"] != "")]
    found: dict[str, list[Passage]] = {}
    for row in held[["record_id", "source_id", "locator", "quote", "note"]].itertuples(index=False):
        quoted = Passage(row.quote, row.source_id, row.locator) if row.quote else None
        found.setdefault(row.record_id, []).append(quoted or Passage(row.note, row.source_id))
    return {record_id: tuple(passages) for record_id, passages in found.items()}


def _headlines(frames: Frames) -> dict[str, str]:
    """The titles of the sources of each record that tell of it alone or of little else: what a book of many
    records is called says nothing of one of them.
    """
    if "sources" not in frames:
        return {}
    evidence, sources = frames["evidence"], frames["sources"].drop_duplicates("source_id")
    pairs = evidence[["record_id", "source_id"]].drop_duplicates()
    numbers = pairs["source_id"].map(pairs["source_id"].value_counts())
    few = pairs[numbers <= _FEW]
    titles = dict(zip(sources["source_id"], sources["title"], strict=True))
    found: dict[str, list[str]] = {}
    for record_id, source_id in few.itertuples(index=False):
        found.setdefault(record_id, []).append(titles.get(source_id, ""))
    return {record_id: " · ".join(filter(None, held)) for record_id, held in found.items()}


def _titles(frames: Frames) -> dict[str, str]:
    """Names of what events and numbers point to."""
    titles: dict[str, str] = {}
    for table in ("actors", "places", "projects", "series"):
        if table in frames:
            shape = SHAPES[table]
            titles |= dict(zip(frames[table][shape.id_column], frames[table][shape.title], strict=True))
    return titles


def _related(rows: pd.DataFrame, titles: Mapping[str, str]) -> list[str]:
    """The names of the records that a row points to."""
    pointing = [name for name in ("actors", "places", "projects", "subject", "series") if name in rows]
    return [
        " ".join(titles.get(record_id, "") for record_id in _flat(cells))
        for cells in rows[pointing].itertuples(index=False)
    ]


def _all_names(frames: Frames) -> dict[str, str]:
    """All names of actors and places, the common one first, as one text a record; of a state only that one,
    for others are names of its capital.
    """
    names: dict[str, str] = {}
    for table in ("actors", "places"):
        if table in frames:
            frame, shape = frames[table], SHAPES[table]
            others = pd.Series(_joined(frame, shape.names), frame.index).where(frame["kind"] != "state", "")
            names |= dict(zip(frame[shape.id_column], frame["name"] + " · " + others, strict=True))
    return names


def _present(events: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    """The names of those who took part in each event and of where it was."""
    columns = ("title", "summary", "actors", "places")
    held = (events[name] if name in events else [()] * len(events) for name in columns)
    present = []
    for title, summary, actors, places in zip(*held, strict=True):
        named = [(actor, names.get(actor, "").split(" · ")[0]) for actor in actors]
        there = (*taking_part(f"{title}. {summary}", named), *places)
        present.append(" · ".join(names.get(record_id, "") for record_id in there))
    return present


def _flat(cells: Iterable[object]) -> list[str]:
    ids: list[str] = []
    for cell in cells:
        ids += cell if isinstance(cell, tuple) else [str(cell)]
    return ids


def _joined(rows: pd.DataFrame, names: Iterable[str]) -> list[str]:
    held = [name for name in names if name in rows]
    return [" · ".join(filter(None, _flat(cells))) for cells in rows[held].itertuples(index=False)]


def _years(rows: pd.DataFrame, date: str) -> tuple[object, object]:
    if not date:
        return 0, 9999
    first, last = rows[f"{date}_first"].dt.year, rows[f"{date}_last"].dt.year
    return first.fillna(0).astype(int).to_numpy(), last.fillna(9999).astype(int).to_numpy()


def _dates(rows: pd.DataFrame, date: str) -> object:
    return rows[f"{date}_caption"].to_numpy() if date else ""


def _weights(rows: pd.DataFrame) -> object:
    return rows["weight"].to_numpy() if "weight" in rows else 2
