"""The map as figures: what is drawn is what the table says, names do not cover each other, nothing asks
another host.
"""

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import combinations, pairwise, product
from math import cos, pi, sin
from typing import Any

import pandas as pd
import pytest

from dashboard.model.figure import Deck, EmptyFigure, Figure
from dashboard.views import places
from dashboard.views.labels import map as map_labels
from dashboard.views.labels.placer import Ground
from dashboard.views.map.deck import LARGEST_TARGET, WAY_OUT, deck_json
from dashboard.views.map.legend import legend
from dashboard.views.map.picture import ground_of, picture
from dashboard.views.map.scene import Scene, scene
from dashboard.views.map.view import PHONE_WIDTH, WINDOWS, View, framing
from dashboard.views.markup import Markup
from dashboard.views.theme import STATUS_COLOURS

SVG = "{http://www.w3.org/2000/svg}"

LINES = pd.DataFrame(
    [
        (
            "psgp",
            "pakistan-stream",
            "Karachi–Lahore",
            "stalled",
            "December 2025",
            "section",
            "schematic",
            [[67.0, 24.9], [74.3, 31.5]],
            ("Karachi", "Lahore"),
        ),
        (
            "kkh",
            "cpec-karakoram-highway",
            "Havelian–Kashgar",
            "operating",
            "2020",
            "project",
            "schematic",
            [[73.1, 34.0], [76.0, 39.5]],
            ("Havelian", "Kashgar"),
        ),
    ],
    columns=[
        "route_id",
        "project_id",
        "name",
        "status",
        "status_as_of_caption",
        "stated",
        "drawn",
        "path",
        "stops",
    ],
).assign(
    project=["Pakistan Stream", "Karakoram Highway"],
    theme=["energy", "connectivity"],
    short=["Pakistan Stream", "Karakoram Highway"],
    side=[-1.4, 0.0],
    order=[0, 1],
)
PAKISTAN = ((60.8, 37.2), (60.8, 23.6), (77.2, 37.2), (77.2, 23.6), (74.4, 31.5))
REGION = ((36.0, 57.5), (36.0, 23.5), (79.0, 57.5), (79.0, 23.5))
SITES = pd.DataFrame(
    [("gwadar-port", "Gwadar port", "port", 62.3, 25.1, "site", "Natural Earth")],
    columns=["place_id", "name", "kind", "longitude", "latitude", "precision", "coordinate_source"],
)
HAPPENINGS = pd.DataFrame(
    [
        ("islamabad", "Islamabad", "city", 73.04, 33.72, "town", "GeoNames", 16, ("e1", "e2")),
        ("lahore", "Lahore", "city", 74.35, 31.56, "town", "GeoNames", 1, ("e3",)),
    ],
    columns=[
        "place_id",
        "name",
        "kind",
        "longitude",
        "latitude",
        "precision",
        "coordinate_source",
        "events",
        "event_ids",
    ],
)
TOWNS = pd.DataFrame(
    [
        ("Islamabad", 73.04, 33.72, True, True),
        ("Rawalpindi", 73.05, 33.6, False, True),
        ("Lahore", 74.35, 31.56, False, True),
        ("Taxila", 72.9, 33.78, False, False),
    ],
    columns=["name", "longitude", "latitude", "capital", "weighty"],
)
COUNTRIES = {
    "features": [
        {
            "properties": {"name": "Pakistan", "code": "PAK", "rank": 2},
            "geometry": {"type": "Point", "coordinates": [68.55, 29.33]},
        },
        {
            "properties": {"name": "India", "code": "IND", "rank": 2},
            "geometry": {"type": "Point", "coordinates": [79.36, 22.69]},
        },
    ]
}
NONE = LINES.iloc[:0], SITES.iloc[:0], HAPPENINGS.iloc[:0]


def _scene(chosen: str = "", mode: str = "light") -> Scene:
    return scene(
        LINES,
        SITES,
        HAPPENINGS,
        TOWNS,
        COUNTRIES,
        framing(PAKISTAN),
        "dark" if mode == "dark" else "light",
        chosen,
    )


def _figure(chosen: str = "") -> Figure:
    figure = places.route_map(places.live(_scene(chosen)), LINES, SITES, HAPPENINGS, 2026)
    assert isinstance(figure, Figure)
    return figure


def _layers(text: str) -> dict[str, dict[str, object]]:
    return {layer["id"]: layer for layer in json.loads(text)["layers"]}


def test_the_table_of_the_map_holds_exactly_what_the_layers_draw() -> None:
    figure = _figure()
    assert isinstance(figure.drawing, Deck)
    drawn = [
        (name, one["record_id"])
        for name, layer in _layers(figure.drawing.json).items()
        if name in figure.drawing.pickable
        for one in layer["data"]
    ]  # type: ignore[attr-defined]
    assert sorted(drawn) == sorted(zip(figure.rows["layer"], figure.rows["record_id"], strict=True))


def test_a_section_stands_under_its_project_which_has_the_evidence() -> None:
    assert {"pakistan-stream", "cpec-karakoram-highway"} < set(_figure().record_ids)


def test_the_table_keeps_numbers_numbers_and_words_words() -> None:
    rows = _figure().rows
    assert set(rows["status"]) == {"stalled", "operating", ""}
    assert rows.loc[rows["layer"] == "events", "events"].tolist() == [16, 1]


def test_the_map_names_no_other_host_and_no_tile_style() -> None:
    text = deck_json(_scene())
    assert "http" not in text
    assert {layer["data"] for layer in json.loads(text)["layers"] if isinstance(layer["data"], str)} == {
        "app/static/base-map/land.geojson",
        "app/static/base-map/lakes.geojson",
        "app/static/base-map/boundaries.geojson",
    }


def test_every_boundary_that_is_not_settled_is_dotted() -> None:
    dashes = _layers(deck_json(_scene()))["boundaries"]["getDashArray"]
    assert dashes == "@@=properties.class == 'international' ? [1, 0] : [1, 2]"


def test_the_map_is_small_to_send() -> None:
    assert len(deck_json(_scene())) < 10_000


def test_the_stroke_says_the_status_and_its_width_whose_status_it_is() -> None:
    by_section = {line.section: line for line in _scene().lines}
    assert by_section["kkh"].dash[1] == 0
    assert by_section["psgp"].dash[1] > by_section["psgp"].dash[0]
    assert by_section["kkh"].width < by_section["psgp"].width
    assert "of the project as a whole" in by_section["kkh"].about
    assert "schematic line" in by_section["psgp"].about


def test_the_colour_says_the_status_in_light_and_in_dark_and_a_name_the_project() -> None:
    for mode in ("light", "dark"):
        shown = _scene(mode=mode)
        assert {line.status: line.colour for line in shown.lines} == {
            status: STATUS_COLOURS[status][mode] for status in ("operating", "stalled")
        }
        named = {name.text: name.colour for name in shown.names if name.kind == "project"}
        assert named == {line.short: line.colour for line in shown.lines}


def test_the_chosen_project_is_haloed_and_the_others_step_back() -> None:
    layers = _layers(deck_json(_scene("pakistan-stream")))
    strength = [one["properties"]["colour"][3] for one in layers["strokes"]["data"]]  # type: ignore[attr-defined]
    assert layers["chosen"]["data"][0]["geometry"]["coordinates"] == LINES["path"][0]  # type: ignore[index]
    assert strength[0] < 128
    assert strength[1] == 255
    assert "chosen" not in _layers(deck_json(_scene("islamabad")))


def test_the_targets_keep_their_order_whatever_is_chosen() -> None:
    orders = [
        [one["record_id"] for one in _layers(deck_json(_scene(chosen)))["routes"]["data"]]
        for chosen in ("", "cpec-karakoram-highway", "pakistan-stream")
    ]  # type: ignore[attr-defined]
    assert orders[0] == orders[1] == orders[2]


def _radii(layer: dict[str, Any]) -> dict[str, float]:
    return {point["record_id"]: point["properties"]["radius"] for point in layer["data"]}


def test_at_a_point_a_click_means_the_point_and_not_the_line_through_it() -> None:
    layers = _layers(deck_json(_scene()))
    order = list(layers)
    assert order.index("circles") < order.index("strokes") < order.index("routes") < order.index("events")
    assert not layers["circles"]["pickable"]
    words = [{"name", "about"} <= set(layers[name]["data"][0]) for name in ("circles", "events")]
    assert words == [False, True], "only what can be pointed at carries its words"
    drawn, hit = (_radii(layers[name]) for name in ("circles", "events"))
    assert hit == {place: min(radius, LARGEST_TARGET) for place, radius in drawn.items()}


def test_the_area_of_a_place_grows_with_the_number_of_its_events() -> None:
    radii = {point.record_id: point.radius for point in _scene().points}
    assert radii["islamabad"] > radii["lahore"] > 0


def test_no_name_covers_another() -> None:
    view = framing(PAKISTAN)
    boxes = [map_labels.box_of(name, view) for name in _scene().names]
    assert len(boxes) >= 4
    assert not [pair for pair in combinations(boxes, 2) if not Ground([pair[0]]).free([[pair[1]]])[0]]


def test_no_name_stands_under_the_buttons_of_the_map() -> None:
    view = framing(PAKISTAN)
    under = Ground([map_labels.CONTROLS])
    assert all(under.free([[map_labels.box_of(name, view)]])[0] for name in _scene().names)


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_what_a_window_frames_and_names_lies_beside_its_controls(size: str) -> None:
    canvas = WINDOWS[size]
    stops = [[48.0, 46.3], [77.2, 28.6], [52.6, 27.5], [67.0, 24.9]]
    view = canvas.framing(stops)
    for longitude, latitude in stops:
        x, y = view.at(longitude, latitude)
        assert (canvas.width - canvas.seen) / 2 + canvas.left <= x <= (canvas.width + canvas.seen) / 2
        assert canvas.top <= y <= canvas.height - canvas.bottom
    crowd = pd.DataFrame(
        [(f"Town {x} {y}", 40.0 + x * 3, 20.0 + y, False, True) for x in range(20) for y in range(32)],
        columns=TOWNS.columns,
    )
    names = scene(*NONE, crowd, COUNTRIES, view, "light").names
    assert len(names) > 20
    foot = canvas.height - canvas.bottom
    left = (canvas.width - canvas.seen) / 2
    for box in (map_labels.box_of(name, view) for name in names):
        assert canvas.top <= box[1] <= box[3] <= foot
        for edge in (0.0, left) if canvas.left else ():
            assert box[0] >= edge + canvas.left or box[2] <= edge or box[3] <= foot - canvas.legend


def test_no_name_stands_under_the_buttons_where_a_small_screen_begins() -> None:
    crowd = pd.DataFrame(
        [(f"Somewhere {number}", 58.0 + number / 3, 37.0, False, True) for number in range(60)],
        columns=TOWNS.columns,
    )

    def under(shown: View) -> list[str]:
        names = scene(*NONE, crowd, COUNTRIES, shown, "light").names
        taken = Ground([(200.0, 0.0, 405.0, 52.0)])
        return [name.text for name in names if not taken.free([[map_labels.box_of(name, shown)]])[0]]

    view = framing(PAKISTAN)
    assert under(view), "some name stands there when every screen shows all"
    assert under(replace(view, seen=600)) == []


def test_nobody_can_zoom_out_to_where_names_would_meet() -> None:
    first = json.loads(deck_json(_scene()))["initialViewState"]
    assert first["minZoom"] == first["zoom"] < first["maxZoom"]


def test_from_what_was_chosen_there_is_a_way_out_to_its_surroundings() -> None:
    first = json.loads(deck_json(_scene("pakistan-stream")))["initialViewState"]
    assert first["minZoom"] == first["zoom"] - WAY_OUT


def test_names_of_towns_with_one_coordinate_do_not_pile_up() -> None:
    towns = pd.DataFrame(
        [(f"Town {number}", 70.0, 30.0, False, True) for number in range(40)], columns=TOWNS.columns
    )
    piled = scene(*NONE, towns, COUNTRIES, framing(PAKISTAN), "light").names
    assert 4 <= len(piled) < 20


def test_a_name_stands_at_a_section_that_was_not_given_up() -> None:
    lines = LINES.assign(
        project_id="pakistan-stream", short="Pakistan Stream", status=["superseded", "agreed"]
    )
    shown = scene(lines, SITES, HAPPENINGS, TOWNS, COUNTRIES, framing(PAKISTAN), "light")
    (name,) = (name for name in shown.names if name.kind == "project")
    assert name.colour == STATUS_COLOURS["agreed"]["light"]


def test_the_legend_explains_every_status_by_colour_and_stroke() -> None:
    groups = dict(legend(_scene()))
    assert [mark.words for mark in groups["Status of a line"]] == [
        "operating",
        "stalled",
        "thin: status of the project as a whole",
    ]
    drawn = {line.status: (line.colour, line.dash) for line in _scene().lines}
    explained = {mark.words: (mark.colour, mark.dash) for mark in groups["Status of a line"]}
    assert {status: explained[status] for status in drawn} == drawn
    assert [mark.words for mark in groups["Points"]] == ["site", "1 event", "16 events"]


@pytest.mark.parametrize(("width", "height"), [(1000, 560), (390, 560)])
def test_the_first_view_holds_everything_that_it_frames(width: int, height: int) -> None:
    view = framing([[48.0, 46.3], [77.2, 28.6], [52.6, 27.5], [67.0, 24.9]], width, height)
    for longitude, latitude in ([48.0, 46.3], [77.2, 28.6], [52.6, 27.5], [67.0, 24.9]):
        x, y = view.at(longitude, latitude)
        assert 0 <= x <= width
        assert 0 <= y <= height


def test_on_a_phone_no_name_of_a_country_strays_into_another() -> None:
    wall = pd.DataFrame(
        [(f"Town {number}", 68.55 + number / 9, 29.33, False, True) for number in range(-9, 10)],
        columns=TOWNS.columns,
    )
    crowded = scene(*NONE, wall, COUNTRIES, framing(REGION, PHONE_WIDTH), "light").names
    for name in crowded:
        if name.kind == "country" and name.text == "PAKISTAN":
            assert max(abs(name.dx), abs(name.dy)) < 32


def test_a_wide_canvas_puts_the_average_stop_towards_the_middle() -> None:
    view = framing([[50.0, 45.0], [70.0, 25.0], [71.0, 26.0], [72.0, 27.0]])
    assert view.longitude > 61.0


STOPS = ((48.0, 46.3), (77.2, 28.6), (76.0, 27.5), (75.0, 24.9), (74.0, 25.5))


def test_a_small_screen_that_shows_the_middle_only_sees_all_that_is_framed() -> None:
    view = framing(STOPS, seen=600)
    places = [view.at(*stop)[0] for stop in STOPS]
    assert view.edges == (200.0, 800.0)
    assert all(200.0 <= place <= 800.0 for place in places)
    assert not all(200.0 <= framing(STOPS).at(*stop)[0] <= 800.0 for stop in STOPS), "as it was before"


def test_no_name_is_cut_in_two_where_a_small_screen_ends() -> None:
    view = framing(PAKISTAN)
    crowd = pd.DataFrame(
        [(f"Somewhere {number}", 58.0 + number, 30.0, False, True) for number in range(24)],
        columns=TOWNS.columns,
    )

    def cut(shown: View, ends: tuple[float, float]) -> list[str]:
        names = scene(*NONE, crowd, COUNTRIES, shown, "light").names
        spans = [(name.text, map_labels.box_of(name, shown)) for name in names]
        return [text for text, box in spans for end in ends if box[0] < end < box[2]]

    seen = replace(view, seen=600)
    assert cut(view, seen.edges), "some name stands there when every screen shows all"
    assert cut(seen, seen.edges) == []


def test_a_view_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one coordinate"):
        framing([])


def test_a_coordinate_and_its_pixel_agree_with_web_mercator() -> None:
    assert View(0.0, 0.0, 0.0, 512, 512).at(180.0, 85.0511287) == pytest.approx((512.0, 0.0), abs=0.01)


def test_without_anything_to_draw_the_reader_is_told_what_to_change() -> None:
    empty = scene(*NONE, TOWNS.iloc[:0], COUNTRIES, framing(PAKISTAN), "light")
    absence = places.route_map(places.live(empty), *NONE, 1950)
    assert isinstance(absence, EmptyFigure)
    assert "later year" in absence.change
    assert isinstance(places.route_table(LINES.iloc[:0], 1950), EmptyFigure)


def test_the_list_of_routes_leads_to_each_section_under_the_name_of_its_project() -> None:
    figure = places.route_table(LINES, 2026)
    assert isinstance(figure, Figure)
    assert [row[0].record_id for row in figure.drawing.rows] == ["kkh", "psgp"]  # type: ignore[union-attr]
    assert list(figure.drawing.groups.values()) == ["Karakoram Highway", "Pakistan Stream"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        (("stalled", "operating"), "2 sections of routes as of 2026"),
        (("operating", "operating"), "2 sections of routes as of 2026, 2 of them operating"),
        (("operating",), "1 section of routes as of 2026"),
    ],
)
def test_the_list_of_routes_says_the_status_that_most_have(statuses: tuple[str, ...], title: str) -> None:
    figure = places.route_table(LINES.iloc[: len(statuses)].assign(status=statuses), 2026)
    assert isinstance(figure, Figure)
    assert figure.title == title


def many_towns(number: int, weighty: bool) -> pd.DataFrame:
    """Towns in rows over the whole of the region, so far apart that each could be named."""
    rows = [(f"T{at}", 37.0 + at % 6 * 7, 24.0 + at // 6 * 3.5, False, weighty) for at in range(number)]
    return pd.DataFrame(rows, columns=TOWNS.columns)


def test_a_phone_names_few_towns_from_afar_and_all_that_fit_from_near() -> None:
    towns = many_towns(48, weighty=True)

    def named(view: View, towns: pd.DataFrame) -> int:
        drawn = scene(*NONE, towns, COUNTRIES, view, "light")
        return sum(name.kind == "town" for name in drawn.names)

    afar = framing(REGION, PHONE_WIDTH, 500)
    assert afar.zoom < map_labels.NEAR_ZOOM
    assert named(afar, towns) == map_labels.FEW_TOWNS
    assert named(afar, many_towns(48, weighty=False)) == 0, "a mere stop is named from near only"
    assert named(replace(afar, width=1000, seen=728), towns) > map_labels.FEW_TOWNS
    near = replace(afar, zoom=map_labels.NEAR_ZOOM, longitude=54.0, latitude=38.0)
    assert named(near, many_towns(48, weighty=False)) > 0


def test_what_is_on_no_map_says_why() -> None:
    project = pd.DataFrame(
        [("offshore", "Offshore line", "pipeline", "proposed")],
        columns=["project_id", "name", "kind", "status"],
    )
    place = pd.DataFrame(
        [
            ("pass", "Pass", "PAK", "crossing", None, "site", 0),
            ("land", "Land", "AFG", "country", 66.0, "country", 7),
        ]
    )
    place.columns = pd.Index(["place_id", "name", "country", "kind", "longitude", "precision", "events"])
    figure = places.off_the_map(project, place, {"PAK": "Pakistan"})
    assert isinstance(figure, Figure)
    assert list(figure.rows["why"]) == [
        "No source names enough stops to draw a line.",
        "No source with a coordinate was found.",
        "Known only by country.",
    ]
    assert figure.title == "Not on the map: 1 project and 2 places"
    alone = places.off_the_map(project.iloc[:0], place, {"PAK": "Pakistan"})
    assert isinstance(alone, Figure)
    assert alone.title == "Not on the map: 2 places"
    assert alone.message.startswith("2 places that no source puts on the map")


SQUARE = [[[66.0, 26.0], [66.0, 30.0], [70.0, 30.0], [70.0, 26.0], [66.0, 26.0]]]


def _layer(coordinates: object, kind: str = "Polygon", **properties: str) -> dict[str, object]:
    return {"features": [{"properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}]}


def _ground(land: object) -> ElementTree.Element:
    layers = {
        "land": _layer(land),
        "lakes": {"features": []},
        "boundaries": _layer(SQUARE[0][:2], "LineString", **{"class": "line-of-control"}),
    }
    return ElementTree.fromstring(f"<g>{ground_of(framing(PAKISTAN), 'light', layers)}</g>")


def _points(path: str) -> list[tuple[float, float]]:
    """The points of a path that is a place and steps from it."""
    start, steps = re.fullmatch(r"M(.*)l(.*?)Z?", path).groups()  # type: ignore[union-attr]
    points = [tuple(map(float, start.split()))]
    numbers = [float(one) for one in steps.split()]
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        points.append((points[-1][0] + x, points[-1][1] + y))
    return points  # type: ignore[return-value]


def test_a_picture_is_xml_that_shows_every_line_point_and_name_and_asks_for_nothing() -> None:
    shown = _scene()
    svg_image = picture(
        shown,
        ground_of(shown.view, "light", {name: {"features": []} for name in ("land", "lakes", "boundaries")}),
    )
    root = ElementTree.fromstring(svg_image.svg)
    assert not [name for one in root.iter() for name in one.attrib if name.endswith("href")]
    assert len(root.findall(f".//{SVG}circle")) == len(shown.points)
    assert {one.text for one in root.iter(f"{SVG}text")} == {name.text for name in shown.names}
    dashed = [one.get("stroke-dasharray") for one in root.iter(f"{SVG}path") if one.get("stroke-opacity")]
    assert len(dashed) == len(shown.lines)
    assert dashed.count(None) == 1, "the operating section alone is a whole line"


def test_alone_a_picture_holds_its_legend_and_on_a_page_the_page_does() -> None:
    beside, alone = (picture(_scene(), Markup(""), alone) for alone in (False, True))
    assert dict(beside.legend) == dict(legend(_scene()))
    assert alone.legend == ()
    assert {"operating", "stalled", "site"} <= {
        one.text for one in ElementTree.fromstring(alone.svg).iter(f"{SVG}text")
    }
    assert alone.height > beside.height == _scene().view.height


def test_a_picture_leads_on_from_the_names_of_projects_and_from_points() -> None:
    hotspots = {hotspot.record_id: hotspot for hotspot in picture(_scene(), Markup("")).hotspots}
    assert {hotspot.record_id for hotspot in hotspots.values() if not hotspot.minor} == {
        "pakistan-stream",
        "cpec-karakoram-highway",
    }
    assert {"gwadar-port", "islamabad", "lahore"} <= set(hotspots)
    left, top, width, height = hotspots["islamabad"].place
    assert _scene().view.at(73.04, 33.72) == pytest.approx((left + width / 2, top + height / 2))


def test_nothing_leads_on_from_beyond_the_edge_of_a_picture() -> None:
    narrow = scene(LINES, SITES, HAPPENINGS, TOWNS, COUNTRIES, View(73.04, 33.72, 9.0), "light")
    assert [hotspot.record_id for hotspot in picture(narrow, Markup("")).hotspots if hotspot.minor] == [
        "islamabad"
    ]


def test_the_ground_is_where_it_is_on_the_map_and_a_boundary_in_dispute_is_dotted() -> None:
    _, land, _, _, dotted = _ground(SQUARE)
    expected = [framing(PAKISTAN).at(*corner) for corner in SQUARE[0]]
    for found, right in zip(_points(land.get("d", "")), expected, strict=True):
        assert found == pytest.approx(right, abs=0.11)
    assert dotted.get("stroke-dasharray")
    assert dotted.get("d")


def test_land_that_reaches_far_beyond_the_view_loses_its_far_shores_and_still_covers_what_it_covered() -> (
    None
):
    """A ring around the whole view in a thousand steps, corners included: the view lies inside it as before,
    and few points are left.
    """
    view = framing(PAKISTAN)
    circle = [
        [69.0 + 40 * cos(2 * pi * step / 1000), 30.0 + 30 * sin(2 * pi * step / 1000)] for step in range(1001)
    ]
    points = _points(_ground([circle])[1].get("d", ""))
    assert len(points) < 40
    for x, y in product((0, view.width), (0, view.height)):
        assert _inside(points, x, y), "no corner of the view is cut off"


def _inside(ring: list[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a point lies in a ring, by how often a ray from it crosses the ring."""
    crossings = [(one, other) for one, other in pairwise(ring) if (one[1] > y) != (other[1] > y)]
    return (
        sum(x < one[0] + (y - one[1]) / (other[1] - one[1]) * (other[0] - one[0]) for one, other in crossings)
        % 2
        == 1
    )


def test_the_title_says_how_many_of_the_projects_operate() -> None:
    two = pd.concat([LINES, LINES]).reset_index(drop=True)
    two = two.assign(project_id=["a", "b"] * len(LINES), status=["operating", "stalled"] * len(LINES))
    scene_of = places.live(_scene())
    some = places.route_map(scene_of, two, SITES, HAPPENINGS, 2026)
    assert some.title == "Of 2 projects with a route, 1 operates in whole or in part in 2026"
    none = places.route_map(scene_of, two.assign(status="agreed"), SITES, HAPPENINGS, 2026)
    assert none.title == "Of 2 projects with a route, 0 operate in whole or in part in 2026"
    places_only = places.route_map(scene_of, LINES.iloc[:0], SITES, HAPPENINGS, 2026)
    assert places_only.title == "Corridors, pipelines and sites as of 2026"
