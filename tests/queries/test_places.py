"""Lines through stops as of a year, and what stands on the map at all."""

import pandas as pd
import pytest

from dashboard.queries import places

PLACES = pd.DataFrame(
    [
        ("port", "Port", "PAK", "port", 67.0, 24.9, "site"),
        ("town", "Town", "PAK", "city", 74.0, 31.0, "town"),
        ("pass", "Pass", "PAK", "crossing", None, None, "site"),
        ("land", "Land", "AFG", "country", 66.0, 34.0, "country"),
        ("region", "Region", "", "region", None, None, "country"),
    ],
    columns=["place_id", "name", "country", "kind", "longitude", "latitude", "precision"],
)
EVENTS = pd.DataFrame({"event_id": ["a", "b", "c"], "places": [("town",), ("town", "land"), ()]})
STATUSES = pd.Series({"line": "agreed"})


def _routes(*sections: tuple[str, str, str, int]) -> pd.DataFrame:
    """Sections (id, project, status, year of the status), each from Port by Pass to Town."""
    rows = [
        {
            "route_id": route_id,
            "project_id": project_id,
            "name": route_id.title(),
            "status": status,
            "status_as_of": str(year) if year else "",
            "status_as_of_caption": str(year) if year else "",
            "status_as_of_first": pd.Timestamp(year or 1, 1, 1) if year else pd.NaT,
            "drawn": "schematic",
            "seq": seq,
            "place_id": place_id,
        }
        for route_id, project_id, status, year in sections
        for seq, place_id in ((3, "town"), (1, "port"), (2, "pass"))
    ]
    return pd.DataFrame(rows)


def _as_of(
    year: int, *sections: tuple[str, str, str, int], statuses: pd.Series = STATUSES
) -> dict[str, tuple[str, str]]:
    drawn = places.lines_in(places.route_lines(_routes(*sections), PLACES), statuses, year)
    return {row["route_id"]: (row["status"], row["stated"]) for row in drawn.to_dict("records")}


def test_a_line_runs_through_its_stops_in_order_and_leaves_out_one_without_a_coordinate() -> None:
    line = places.route_lines(_routes(("south", "line", "stalled", 2021)), PLACES).iloc[0]
    assert line["path"] == [[67.0, 24.9], [74.0, 31.0]]
    assert line["stops"] == ("Port", "Town")


def test_a_section_has_its_own_status_from_the_year_in_which_it_was_stated() -> None:
    assert _as_of(2021, ("south", "line", "stalled", 2021)) == {"south": ("stalled", "section")}


def test_before_that_year_a_section_has_the_status_of_its_project() -> None:
    assert _as_of(2020, ("south", "line", "stalled", 2021)) == {"south": ("agreed", "project")}


def test_a_section_was_never_further_along_than_it_is_now() -> None:
    running = pd.Series({"line": "operating"})
    assert _as_of(2014, ("south", "line", "agreed", 2025), statuses=running) == {
        "south": ("agreed", "project")
    }


def test_a_section_of_a_project_that_had_not_begun_is_not_drawn() -> None:
    assert _as_of(2020, ("south", "unknown", "stalled", 2021)) == {}


def test_a_planned_alignment_is_not_drawn_before_it_took_the_place_of_another() -> None:
    sections = (
        ("old", "line", "superseded", 2023),
        ("new", "line", "agreed", 2025),
        ("existing", "line", "operating", 2024),
    )
    assert set(_as_of(2022, *sections)) == {"old", "existing"}
    assert set(_as_of(2023, *sections)) == {"old", "new", "existing"}


@pytest.mark.parametrize("year", [1950, 2000, 2026])
def test_a_section_whose_status_has_no_date_is_drawn_in_every_year(year: int) -> None:
    assert _as_of(year, ("south", "line", "operating", 0)) == {"south": ("operating", "section")}


def test_a_country_is_no_point_on_the_map() -> None:
    assert list(places.located(PLACES)["place_id"]) == ["port", "town"]
    assert list(places.sites(PLACES)["place_id"]) == ["port"]


def test_events_are_counted_at_the_places_that_have_a_coordinate() -> None:
    found = places.places_of_events(EVENTS, PLACES)
    assert found[["place_id", "events", "event_ids"]].to_numpy().tolist() == [["town", 2, ("a", "b")]]


def test_what_stands_on_no_map_is_what_has_no_coordinate_and_what_an_event_knows_only_by_country() -> None:
    found = places.unplaced(PLACES, EVENTS)
    assert dict(zip(found["place_id"], found["events"], strict=True)) == {"pass": 0, "land": 1}


def test_towns_that_are_cities_or_have_events_are_named_before_others() -> None:
    found = places.towns(
        PLACES, _routes(("south", "line", "stalled", 2021)), places.places_of_events(EVENTS, PLACES)
    )
    assert list(found["name"]) == ["Town", "Port"]
    assert list(found["weighty"]) == [True, False]


def test_a_stop_with_half_a_coordinate_is_not_on_the_line() -> None:
    half = PLACES.assign(latitude=PLACES["latitude"].where(PLACES["place_id"] != "port"))
    assert places.route_lines(_routes(("south", "line", "stalled", 2021)), half).iloc[0]["stops"] == ("Town",)
    half = PLACES.assign(longitude=PLACES["longitude"].where(PLACES["place_id"] != "port"))
    assert places.route_lines(_routes(("south", "line", "stalled", 2021)), half).iloc[0]["stops"] == ("Town",)
    assert set(places.located(half)["place_id"]) == {"town"}
    assert "port" in set(places.unplaced(half, EVENTS)["place_id"])


def test_two_places_of_one_name_are_named_once() -> None:
    stops = _routes(("south", "line", "stalled", 2021))
    known = PLACES.assign(name="Twin")
    found = places.towns(known, stops, places.places_of_events(EVENTS, known))
    assert found[["place_id", "name"]].values.tolist() == [["town", "Twin"]]


def test_a_place_without_stop_and_event_is_not_named() -> None:
    more = pd.concat([PLACES, PLACES.iloc[[0]].assign(place_id="away", name="Away")])
    found = places.towns(
        more, _routes(("south", "line", "stalled", 2021)), places.places_of_events(EVENTS, more)
    )
    assert list(found["name"]) == ["Town", "Port"]


def test_a_capital_is_named_first_then_cities_then_ends_then_stops_by_name() -> None:
    rows = [
        ("capital", "Zed", "capital"),
        ("city", "Yew", "city"),
        ("busy", "Xan", "port"),
        ("end", "Wye", "port"),
        ("last", "Ulm", "port"),
        ("stop", "Bay", "port"),
        ("other", "Abo", "port"),
    ]
    known = pd.DataFrame(
        [(*row, 1.0, 2.0, "town") for row in rows],
        columns=["place_id", "name", "kind", "longitude", "latitude", "precision"],
    )
    stops = pd.DataFrame(
        [("r", 1, "end"), ("r", 2, "stop"), ("r", 3, "other"), ("r", 4, "city"), ("r", 5, "last")],
        columns=["route_id", "seq", "place_id"],
    )
    events = pd.DataFrame({"place_id": ["busy", "capital"], "events": [1, 1]})
    found = places.towns(known, stops, events)
    assert list(found["name"]) == ["Zed", "Yew", "Xan", "Ulm", "Wye", "Abo", "Bay"]
    assert list(found["weighty"]) == [True, True, True, False, False, False, False]
    assert list(found["capital"]) == [True] + [False] * 6
