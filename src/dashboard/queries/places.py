"""Where: lines through named stops as of a year, sites, and the events of each place."""

from __future__ import annotations

import pandas as pd

_LINE = [
    "route_id",
    "project_id",
    "name",
    "status",
    "status_as_of",
    "status_as_of_caption",
    "status_as_of_first",
    "drawn",
    "path",
    "stops",
]
_KEPT = _LINE[1:8]

# How far along a project is; a section was never further along than it is now.
_ADVANCE = ("proposed", "agreed", "construction", "operating")

ROUGH = ("country", "district")


def located(places: pd.DataFrame) -> pd.DataFrame:
    """The places that a source puts on the map as a site or a town; a country or a district is no point."""
    return places[places["longitude"].notna() & places["latitude"].notna() & ~places["precision"].isin(ROUGH)]


def unplaced(places: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The places that stand on no map, with `events`, the number of events there.

    They are those without a coordinate, and those known only by country or district as far as an event names
    them.
    """
    number = events["places"].explode().value_counts()
    rows = places.assign(events=places["place_id"].map(number).fillna(0).astype(int))
    without = rows["longitude"].isna() | rows["latitude"].isna()
    return rows[
        (without & ~rows["kind"].isin(["region", "country"]))
        | ((without | rows["precision"].isin(ROUGH)) & (rows["events"] > 0))
    ]


def sites(places: pd.DataFrame) -> pd.DataFrame:
    """The places whose coordinate is that of the site itself, not of a town nearby."""
    rows = located(places)
    return rows[rows["precision"] == "site"]


def route_lines(routes: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """One row a section: its columns and `path`, the stops as [longitude, latitude] in order, with `stops`,
    their names.
    """
    known = places[places["longitude"].notna() & places["latitude"].notna()]
    stops = routes.merge(
        known[["place_id", "name", "longitude", "latitude"]].rename(columns={"name": "stop"}), on="place_id"
    )
    stops = stops.sort_values(["route_id", "seq"])
    lines = []
    for route_id, section in stops.groupby("route_id", sort=False):
        path = [
            [longitude, latitude]
            for longitude, latitude in zip(section["longitude"], section["latitude"], strict=True)
        ]
        first = section.iloc[0]
        lines.append(
            {
                "route_id": route_id,
                **{name: first[name] for name in _KEPT},
                "path": path,
                "stops": tuple(section["stop"]),
            }
        )
    return pd.DataFrame(lines, columns=_LINE)


def lines_in(lines: pd.DataFrame, statuses: pd.Series, year: int) -> pd.DataFrame:
    """The sections as of the end of a year: `status` as it was then, and `stated`, whether of the `section`
    or of the `project`.

    `statuses` are those of the projects in that year by project_id. A section whose own status dates from a
    later year has that of its project, but was never further along than it is now. A project that had not
    begun is left out, and so is a planned alignment before the year in which it took the place of another.
    """
    rows = []
    begun = _successors_begin(lines)
    for row in lines.to_dict("records"):
        known = not row["status_as_of"] or row["status_as_of_first"].year <= year
        status = row["status"] if known else _bounded(str(statuses.get(row["project_id"], "")), row["status"])
        if status and year >= begun.get(row["route_id"], 0):
            rows.append({**row, "status": status, "stated": "section" if known else "project"})
    return pd.DataFrame(rows, columns=[*lines.columns, "stated"])


def places_of_events(events: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The places where events of a choice took place, with their number `events` and ids `event_ids`; located
    places only.
    """
    pairs = events[["event_id", "places"]].explode("places").dropna().rename(columns={"places": "place_id"})
    grouped = pairs.groupby("place_id")["event_id"].agg(events="count", event_ids=tuple).reset_index()
    return (
        located(places)
        .merge(grouped, on="place_id")
        .sort_values(["events", "place_id"], ascending=[False, True])
    )


def _bounded(of_project: str, of_section_now: str) -> str:
    if of_project in _ADVANCE and of_section_now in _ADVANCE:
        return min(of_project, of_section_now, key=_ADVANCE.index)
    return of_project


def _successors_begin(lines: pd.DataFrame) -> dict[str, int]:
    """The year from which each planned section exists that took the place of a superseded one."""
    superseded = lines[lines["status"] == "superseded"].groupby("project_id")["status_as_of_first"].min()
    planned = lines[lines["status"].isin(_ADVANCE[:3]) & lines["project_id"].isin(superseded.index)]
    return {row["route_id"]: superseded[row["project_id"]].year for row in planned.to_dict("records")}


def towns(places: pd.DataFrame, routes: pd.DataFrame, happenings: pd.DataFrame) -> pd.DataFrame:
    """The places that a map may name, weightiest first: capitals, places of many events, cities, ends of
    sections, other stops.

    Columns `name`, `longitude`, `latitude`, `capital` (named before anything else) and `weighty` (capital,
    city or place of events).
    """
    ends = routes.groupby("route_id")["seq"].transform("max")
    at_end = set(routes.loc[(routes["seq"] == 1) | (routes["seq"] == ends), "place_id"])
    rows = located(places)
    number = rows["place_id"].map(happenings.set_index("place_id")["events"]).fillna(0).astype(int)
    rows = rows.assign(
        events=number,
        end=rows["place_id"].isin(at_end),
        stop=rows["place_id"].isin(routes["place_id"]),
        city=rows["kind"] == "city",
    )
    rows = rows[rows["stop"] | (rows["events"] > 0)].assign(capital=lambda frame: frame["kind"] == "capital")
    rows = rows.sort_values(
        ["capital", "city", "events", "end", "name"], ascending=[False, False, False, False, True]
    )
    rows = rows.assign(weighty=rows["capital"] | rows["city"] | (rows["events"] > 0))
    return rows.drop_duplicates("name")[["place_id", "name", "longitude", "latitude", "capital", "weighty"]]


def styled(lines: pd.DataFrame, projects: pd.DataFrame, styles: pd.DataFrame) -> pd.DataFrame:
    """Lines with `project` (its name), `themes`, `theme` (its first), and how they are drawn.

    Columns of a style are `short`, `side` and `order`. A project without a style is named on the map as it is
    called, and comes last.
    """
    named = projects[["project_id", "name", "themes"]].rename(columns={"name": "project"})
    named = named.assign(theme=[several[0] for several in named["themes"]])
    drawn = lines.merge(named, on="project_id").merge(
        styles.assign(order=range(len(styles))), on="project_id", how="left"
    )
    drawn["short"] = drawn["short"].fillna(drawn["project"])
    return drawn.fillna({"side": 0.0, "order": len(styles)}).astype({"order": int})
