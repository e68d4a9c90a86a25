"""The data of the Atlas as files for other programs: tables, a database, a map, a calendar, a storyline."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from json import dumps
from typing import Any

import pandas as pd
from icalendar import Calendar, Event

from dashboard.data.codebook import codebook, descriptor
from dashboard.exports.table import cell_of
from dashboard.model.period import parse_period
from dashboard.model.schema import BY_NAME
from dashboard.site.linked_data import of_atlas
from dashboard.site.publication import Publication
from dashboard.site.record_data import published

ANNIVERSARY = 5
"""A jubilee is a number of years that this divides."""
_PARQUET = "data/parquet/"
# Of zstd: an eighth smaller than as it comes, for a second more.
_STRONGEST = 22


def files_of(publication: Publication, tables: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file of data; `tables` are those of the release as published, by file name."""
    atlas = publication.dataset.atlas
    for name, content in tables.items():
        yield f"data/{name}", content
    yield "data/datapackage.json", descriptor(atlas).encode("utf-8")
    for path in (*_MADE, *(f"{_PARQUET}{name}.parquet" for name in atlas.frames)):
        made = file_at(publication, path)
        if made is not None:
            yield path, made
    yield "ro-crate-metadata.json", crate(publication, tables)


def file_at(publication: Publication, path: str) -> bytes | None:
    """A file of data that is made from what was read; None for tables as published and for what there is
    not.
    """
    if path in _MADE:
        return _MADE[path](publication)
    name = path.removeprefix(_PARQUET).removesuffix(".parquet")
    frames = publication.dataset.atlas.frames
    is_table = path == f"{_PARQUET}{name}.parquet" and name in frames
    return parquet(_plain(name, frames[name])) if is_table else None


def database(publication: Publication) -> bytes:
    """Every table as SQLite, with an index on each column of ids: Datasette opens it as it is."""
    atlas = publication.dataset.atlas
    frames = {**atlas.frames, "votes": atlas.votes}
    with closing(sqlite3.connect(":memory:")) as connection:
        for name, frame in frames.items():
            _plain(name, frame).to_sql(name, connection, index=False)
        for name in frames:
            column = BY_NAME[name].columns[0].name
            connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
        connection.execute('CREATE INDEX "evidence_source" ON "evidence" ("source_id")')
        connection.commit()
        return connection.serialize()


def parquet(frame: pd.DataFrame) -> bytes:
    """A table as Parquet."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, compression="zstd", compression_level=_STRONGEST)
    return buffer.getvalue()


def geojson(publication: Publication) -> bytes:
    """Places as points and routes as lines between their stops, longitude first (RFC 7946)."""
    atlas = publication.dataset.atlas
    places = atlas["places"].dropna(subset=["longitude", "latitude"]).set_index("place_id")
    points = [
        _feature("Point", [row["longitude"], row["latitude"]], place_id, row, publication)
        for place_id, row in places.iterrows()
    ]
    return dumps(
        {"type": "FeatureCollection", "features": [*points, *_lines(publication, places)]},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode("utf-8")


def _lines(publication: Publication, places: pd.DataFrame) -> list[dict[str, Any]]:
    routes = publication.dataset.atlas["routes"].sort_values(["route_id", "seq"])
    lines = []
    for route_id, stops in routes.groupby("route_id", sort=False):
        placed = [place for place in stops["place_id"] if place in places.index]
        course = [[places.at[place, "longitude"], places.at[place, "latitude"]] for place in placed]
        if len(course) > 1:
            lines.append(_feature("LineString", course, route_id, stops.iloc[0], publication))
    return lines


def _feature(
    shape: str, coordinates: Any, record_id: Any, row: pd.Series, publication: Publication
) -> dict[str, Any]:
    properties = {
        name: row[name]
        for name in ("name", "kind", "country", "precision", "status", "status_as_of", "drawn", "project_id")
        if row.get(name)
    }
    address = publication.address(publication.path_of(record_id))
    return {
        "type": "Feature",
        "id": record_id,
        "geometry": {"type": shape, "coordinates": coordinates},
        "properties": {**properties, **({"url": address} if address else {})},
    }


def calendar(publication: Publication) -> bytes:
    """Dated plans, and the jubilees of the weightiest events in the year of the release and the next."""
    edition = publication.edition
    diary = Calendar()
    diary.add("prodid", f"-//{edition.title}//{edition.version}//EN")
    diary.add("version", "2.0")
    diary.add("x-wr-calname", edition.title)
    for row in publication.dataset.atlas["events"].to_dict("records"):
        for day, words in _days(publication, row):
            diary.add_component(_appointment(publication, row, day, words))
    return bytes(diary.to_ical())


def _days(publication: Publication, row: Mapping[Any, Any]) -> Iterator[tuple[Any, str]]:
    """The days on which an event stands in the calendar: only what is known to the day."""
    period = parse_period(row["date"])
    released = publication.edition.released
    if period.first != period.last or period.approximate:
        return
    if row["status"] == "planned" and period.first >= released:
        yield period.first, f"Planned: {row['title']}"
    for year in (released.year, released.year + 1):
        passed = year - period.first.year
        exists = (period.first.month, period.first.day) != (2, 29)
        if (
            row["status"] == "happened"
            and row["weight"] == 1
            and exists
            and passed > 0
            and not passed % ANNIVERSARY
        ):
            yield period.first.replace(year=year), f"{passed} years ago: {row['title']}"


def _appointment(publication: Publication, row: Mapping[Any, Any], day: Any, words: str) -> Event:
    event = Event()
    event.add("uid", f"{row['event_id']}-{day.isoformat()}@{publication.edition.package}")
    event.add("dtstamp", pd.Timestamp(publication.edition.released, tz="UTC").to_pydatetime())
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", words)
    event.add("description", row["summary"])
    address = publication.address(publication.path_of(row["event_id"]))
    if address:
        event.add("url", address)
    return event


def storyline(publication: Publication) -> bytes:
    """The weightiest events as TimelineJS reads them, and the eras."""
    atlas = publication.dataset.atlas
    events = atlas["events"]
    rows = events[events["weight"] == 1].sort_values(["date_first", "event_id"]).to_dict("records")
    slides = [
        {
            "unique_id": row["event_id"],
            **_ends(row["date"]),
            "display_date": row["date_caption"],
            "text": {"headline": _escaped(row["title"]), "text": _escaped(row["summary"])},
        }
        for row in rows
    ]
    eras = [
        {**_ends(row["period"]), "text": {"headline": _escaped(row["label"])}}
        for row in atlas["eras"].to_dict("records")
    ]
    title = {"text": {"headline": _escaped(publication.edition.title)}}
    return dumps({"title": title, "events": slides, "eras": eras}, ensure_ascii=False, indent=1).encode(
        "utf-8"
    )


def _ends(text: str) -> dict[str, Any]:
    """The ends of a period, each no finer than the text has it."""
    ends = [end.rstrip("~?%").replace("X", "0") for end in text.split("/") if end != ".."]
    named = [dict(zip(("year", "month", "day"), map(int, end.split("-")), strict=False)) for end in ends]
    return {"start_date": named[0], **({"end_date": named[1]} if len(named) > 1 else {})}


def crate(publication: Publication, tables: Mapping[str, bytes]) -> bytes:
    """The files of data as an RO-Crate 1.1."""
    root = {name: value for name, value in of_atlas(publication).items() if name != "@context"}
    files = [
        {"@id": f"data/{name}", "@type": "File", "name": name, "contentSize": str(len(content))}
        for name, content in tables.items()
    ]
    about = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    whole = {**root, "@id": "./", "hasPart": [{"@id": file["@id"]} for file in files]}
    graph = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": [about, whole, *files]}
    return dumps(graph, ensure_ascii=False, indent=1).encode("utf-8")


def _plain(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The published columns of a table, lists joined by a semicolon."""
    plain = frame[published(name, frame.columns)]
    return plain.assign(
        **{name: plain[name].map(cell_of) for name in plain if plain[name].map(type).eq(tuple).any()}
    )


_MADE: Mapping[str, Callable[[Publication], bytes]] = {
    "data/README.md": lambda publication: codebook(publication.dataset.atlas).encode("utf-8"),
    "data/atlas.sqlite": database,
    "data/atlas.geojson": geojson,
    "data/dates.ics": calendar,
    "data/timeline.json": storyline,
}


def _escaped(text: str) -> str:
    """A text for a program that takes texts for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
