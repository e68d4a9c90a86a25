"""The figures of the map: the map itself, its routes as a list, the places of events, and what stands on no
map.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, Deck, EmptyFigure, Figure, Grid, LegendPlace, SvgImage
from dashboard.model.vocabulary import label
from dashboard.views import title as titles
from dashboard.views.formatting import count, joined, number
from dashboard.views.map.deck import LAYERS, deck_json
from dashboard.views.map.legend import legend
from dashboard.views.map.scene import Scene

NOTE = (
    "Every line is schematic: it runs straight from one named stop to the next, and a town's "
    "coordinate stands for the whole town. "
    "A thin line has the status of its project, because no source states that of the section for the year. "
    "Dotted boundaries are disputed, indefinite or a line of control. "
    "Land and boundaries: Natural Earth, public domain."
)

_WIDEN = "Choose a later year or clear the themes."


def live(scene: Scene, legend_place: LegendPlace = "below") -> Deck:
    """The scene as a map to move and zoom."""
    return Deck(deck_json(scene), scene.view.height, LAYERS, legend(scene), legend_place)


def route_map(
    drawing: Deck | SvgImage,
    lines: pd.DataFrame,
    sites: pd.DataFrame,
    happenings: pd.DataFrame,
    year: int,
    caveat: str = "",
) -> Figure | EmptyFigure:
    """The map as of a year: the drawing, and as its rows the same sections, sites and places of events;
    `caveat` joins its note.
    """
    title = f"Corridors, pipelines and sites as of {year}"
    if lines.empty and sites.empty and happenings.empty:
        return EmptyFigure(
            "map-routes", title, "No route, site or event with a place fits this choice.", _WIDEN
        )
    return Figure(
        figure_id="map-routes",
        title=_finding(lines, year) or title,
        subtitle=title if len(lines) else "",
        drawing=drawing,
        rows=_rows(lines, sites, happenings),
        message=_message(lines, sites, happenings, year),
        note=f"{NOTE} {caveat}".strip(),
        hint="The name of a project and a point lead to what is known of them."
        if isinstance(drawing, SvgImage)
        else "",
    )


def _finding(lines: pd.DataFrame, year: int) -> str:
    """How many of the projects with a line have a section in operation."""
    if lines.empty:
        return ""
    operating = lines.loc[lines["status"] == "operating", "project_id"].nunique()
    verb = "operates" if operating == 1 else "operate"
    whole = count(lines["project_id"].nunique(), "project")
    return f"Of {whole} with a route, {number(operating)} {verb} in whole or in part in {year}"


def _message(lines: pd.DataFrame, sites: pd.DataFrame, happenings: pd.DataFrame, year: int) -> str:
    numbers = lines["status"].value_counts()
    statuses = ", ".join(f"{number} {label('project status', status)}" for status, number in numbers.items())
    drawn = (
        f"{count(len(lines), 'section')} of "
        f"{count(lines['project_id'].nunique(), 'project')}{f' ({statuses})' if statuses else ''}"
    )
    return (
        f"A map as of {year}: {drawn}, {count(len(sites), 'site')} and "
        f"{count(len(happenings), 'place')} of events. The lists below hold the same."
    )


def _rows(lines: pd.DataFrame, sites: pd.DataFrame, happenings: pd.DataFrame) -> pd.DataFrame:
    """One row for each thing drawn; a section stands under its project, which has the evidence."""
    parts = [
        _part(
            "routes",
            lines,
            "project_id",
            status=lines["status"],
            status_of=lines["stated"],
            stops=[", ".join(stops) for stops in lines["stops"]],
        ),
        _part(
            "sites",
            sites,
            "place_id",
            precision=sites["precision"],
            coordinate_source=sites["coordinate_source"],
        ),
        _part(
            "events",
            happenings,
            "place_id",
            events=happenings["events"],
            precision=happenings["precision"],
            coordinate_source=happenings["coordinate_source"],
        ),
    ]
    filled = pd.concat([part for part in parts if len(part)], ignore_index=True)
    words = [
        name for name in ("status", "status_of", "stops", "precision", "coordinate_source") if name in filled
    ]
    return filled.fillna(dict.fromkeys(words, ""))


def _part(layer: str, frame: pd.DataFrame, record_id: str, **columns: object) -> pd.DataFrame:
    return pd.DataFrame({"record_id": frame[record_id], "layer": layer, "name": frame["name"], **columns})


def route_table(lines: pd.DataFrame, year: int) -> Figure | EmptyFigure:
    """The routes of the map as a table: the way of the keyboard, of the phone and of the screen reader."""
    title = f"The routes as a list, as of {year}"
    if lines.empty:
        return EmptyFigure(
            "map-table", title, "No route had begun by then, or none has the chosen themes.", _WIDEN
        )
    ordered = lines.sort_values(["project", "name"])
    groups: dict[int, str] = {}
    rows: list[tuple[Cell, ...]] = []
    for row in ordered.to_dict("records"):
        if row["project"] not in groups.values():
            groups[len(rows)] = row["project"]
        stated = row["status_as_of_caption"] if row["stated"] == "section" else "of the project as a whole"
        rows.append(
            (
                Cell(row["name"], row["route_id"]),
                Cell(label("project status", row["status"])),
                Cell(stated or "–"),
                Cell(" – ".join(row["stops"])),
            )
        )
    return Figure(
        figure_id="map-table",
        title=f"{count(len(lines), 'section')} of routes as of {year}{_commonest(lines['status'])}",
        drawing=Grid(("Section", "Status", "Status stated", "Stops"), tuple(rows), groups),
        rows=_rows(ordered, ordered.iloc[:0].assign(**_NO_PLACES), ordered.iloc[:0].assign(**_NO_PLACES)),
        message=f"{count(len(lines), 'section')} of {count(ordered['project_id'].nunique(), 'project')} "
        f"as of {year}, with status and stops.",
    )


def _commonest(statuses: pd.Series) -> str:
    """How many have the commonest status, for a title; nothing where another one is as common."""
    most = titles.leader(statuses.value_counts().to_dict())
    if len(statuses) == 1 or not most:
        return ""
    return f", {number(most[1])} of them {label('project status', most[0])}"


_NO_PLACES = {"place_id": "", "precision": "", "coordinate_source": "", "events": 0}


def event_places(happenings: pd.DataFrame, events: pd.DataFrame) -> Figure | EmptyFigure:
    """The places of events on the map, those with most events first, with the first and the latest event of
    each.
    """
    title = "Events by place"
    if happenings.empty:
        return EmptyFigure(
            "map-events",
            title,
            "No event of this choice has a place on the map.",
            "Widen the years or clear the themes.",
        )
    named = (
        happenings[["name", "precision", "place_id", "event_ids"]]
        .explode("event_ids")
        .rename(columns={"event_ids": "event_id"})
    )
    events_there = named.merge(
        events[["event_id", "date_first", "date_caption", "title"]], on="event_id", how="left"
    )
    in_time = events_there.sort_values("date_first", kind="stable").groupby("place_id")
    first, last = (
        end.reindex(happenings["place_id"]).to_dict("records") for end in (in_time.first(), in_time.last())
    )
    rows = tuple(_happening(*row) for row in zip(happenings.to_dict("records"), first, last, strict=True))
    return Figure(
        figure_id="map-events",
        title=titles.half_held(happenings["event_ids"].tolist()) or title + _most(happenings),
        subtitle=title,
        drawing=Grid(("Place", "Events", "From", "To", "Coordinate of"), rows),
        rows=events_there.rename(columns={"event_id": "record_id", "name": "place", "date_caption": "when"})[
            ["record_id", "place", "when", "title"]
        ],
        message=f"{count(len(events_there), 'event')} at {count(len(happenings), 'place')}, the places with "
        "most events first.",
        note="The panel lists every event with its place.",
    )


def _most(happenings: pd.DataFrame) -> str:
    """Where most events are, for a title; nothing where no place has more than the next."""
    most = titles.leader(dict(zip(happenings["name"], happenings["events"], strict=True)))
    return f": most in {most[0]}, {number(most[1])}" if most else ""


def _happening(
    place: Mapping[str, Any], first: Mapping[str, Any], last: Mapping[str, Any]
) -> tuple[Cell, ...]:
    return (
        Cell(place["name"], place["place_id"]),
        Cell(number(place["events"])),
        Cell(first["date_caption"], first["event_id"]),
        Cell(last["date_caption"], last["event_id"]),
        Cell(label("precision", place["precision"])),
    )


def off_the_map(
    projects: pd.DataFrame, places: pd.DataFrame, countries: Mapping[str, str]
) -> Figure | EmptyFigure:
    """What is named but drawn nowhere: projects without a line, and places without a coordinate of their
    own.
    """
    title = "Not on the map"
    if projects.empty and places.empty:
        return EmptyFigure(
            "map-unplaced",
            title,
            "Everything that is named has a place on the map.",
            "Nothing needs to be changed.",
        )
    rows = [_without_line(row) for row in projects.to_dict("records")]
    groups = {0: "Railways, roads and pipelines without a line"} if rows else {}
    if len(places):
        groups[len(rows)] = "Places without a coordinate of their own"
    rows += [_without_point(row, countries) for row in places.to_dict("records")]
    return Figure(
        figure_id="map-unplaced",
        title=f"Not on the map: {_unplaced(len(projects), len(places))}",
        drawing=Grid(("Name", "What it is", "Country", "Why it is not drawn"), tuple(rows), groups),
        rows=pd.DataFrame(
            [
                {"record_id": row[0].record_id, "name": row[0].text, "what": row[1].text, "why": row[3].text}
                for row in rows
            ]
        ),
        message=f"{_unplaced(len(projects), len(places))} that no source puts on the map closely enough.",
        note="Nothing is placed by guess. A neighbouring town stands for a missing stop only where "
        "the list of stops says so.",
    )


def _unplaced(projects: int, places: int) -> str:
    numbers = {"project": projects, "place": places}
    return joined([count(size, name) for name, size in numbers.items() if size])


def _without_line(row: Mapping[str, object]) -> tuple[Cell, ...]:
    what = f"{label('project kind', str(row['kind']))}, {label('project status', str(row['status']))}"
    return (
        Cell(str(row["name"]), str(row["project_id"])),
        Cell(what),
        Cell("–"),
        Cell("No source names enough stops to draw a line."),
    )


def _without_point(row: Mapping[str, object], countries: Mapping[str, str]) -> tuple[Cell, ...]:
    known = row["longitude"] == row["longitude"]
    why = (
        f"Known only by {label('precision', str(row['precision']))}."
        if known
        else "No source with a coordinate was found."
    )
    what = label("place kind", str(row["kind"])) + (
        f", {count(int(str(row['events'])), 'event')}" if row["events"] else ""
    )
    return (
        Cell(str(row["name"]), str(row["place_id"])),
        Cell(what),
        Cell(countries.get(str(row["country"]), str(row["country"])) or "–"),
        Cell(why),
    )
