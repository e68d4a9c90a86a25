"""A picture carries its own words, keeps every font it needs and fetches nothing."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest
from PIL import Image

from dashboard.exports.picture import (
    GROUND,
    Body,
    Legend,
    body_of,
    composed,
    has_picture,
    png_of,
    small_png_of,
    svg_of,
)
from dashboard.exports.typeset import FAMILY
from dashboard.model.figure import Chart, Deck, Dot, DotLine, Dots, Figure, Grid, SvgImage

ROWS = pd.DataFrame({"record_id": ["a", "b"], "year": [2014, 2015], "value": [1.0, 2.5]})
LEGEND = Legend(
    "Energy; 2014–2021",
    "Data: Dawn, TASS · 2 sources",
    "An Atlas, version 1.2.0",
    "https://atlas.example/trade?x=1&y=2#z",
)
SPEC = {
    "data": {"name": "rows"},
    "mark": {"type": "bar", "tooltip": True},
    "width": "container",
    "height": 80,
    "encoding": {"x": {"field": "year", "type": "ordinal"}, "y": {"field": "value", "type": "quantitative"}},
    "config": {"background": "transparent", "font": "Source Sans", "axis": {"labelFont": "Source Sans"}},
}
LENGTHS = Dots(
    (
        DotLine(
            "a",
            "A line: length",
            (Dot((0.1, 0.1), "1000 km", ("Dawn",)), Dot((0.9, 0.9), "1100 km", ("TASS", "The Bureau"), True)),
        ),
    )
)
TEXT = "{http://www.w3.org/2000/svg}text"


def figure(drawing: object) -> Figure:
    return Figure("trade", "Trade & <more>", drawing, ROWS, "Two bars.", "Million US dollars.")  # type: ignore[arg-type]


def test_a_chart_has_title_choice_note_sources_edition_and_link_inside() -> None:
    root = ElementTree.fromstring(svg_of(figure(Chart(SPEC, {"rows": ROWS})), LEGEND))
    words = [text.text for text in root.findall(TEXT)]
    assert words == [
        "Trade & <more>",
        LEGEND.choice,
        "Million US dollars.",
        f"{LEGEND.sources}, listed at {LEGEND.link}",
        LEGEND.edition,
    ]
    assert root.find("{http://www.w3.org/2000/svg}desc").text == "Two bars."  # type: ignore[union-attr]


def test_a_chart_as_wide_as_its_page_is_given_a_width_and_a_font_that_is_always_there() -> None:
    svg = svg_of(figure(Chart(SPEC, {"rows": ROWS})), LEGEND)
    assert "Source Sans" not in svg
    assert FAMILY.split(",")[0] in svg
    root = ElementTree.fromstring(svg)
    assert root.get("width") == "1000"


def test_a_wider_drawing_widens_the_page() -> None:
    svg = svg_of(figure(Chart({**SPEC, "width": 1400}, {"rows": ROWS})), LEGEND)
    assert float(ElementTree.fromstring(svg).get("width", "")) > 1400


def test_lines_of_dots_are_drawn_with_their_words_and_a_map_is_drawn_from_the_scene_given_for_it() -> None:
    drawn = ElementTree.fromstring(svg_of(figure(LENGTHS), LEGEND))
    told = {"A line: length", "1000 km: Dawn", "1100 km (adopted): TASS, The Bureau"}
    assert told <= {text.text for text in drawn.iter(TEXT)}
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}circle"))) == 3, "one dot is one source"
    scene = Chart({**SPEC, "width": 500}, {"rows": ROWS})
    assert "mark-rect" in svg_of(figure(Deck("{}")), LEGEND, scene)


def test_a_scene_of_shapes_is_drawn_with_its_points_and_names() -> None:
    square = [[60, 20], [60, 40], [80, 40], [80, 20], [60, 20]]
    land = [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [square]}}]
    places = pd.DataFrame({"name": ["Karachi"], "longitude": [67.0], "latitude": [24.9]})
    at = {side: {"field": side, "type": "quantitative"} for side in ("longitude", "latitude")}
    layers = [
        {"data": {"name": "land"}, "mark": {"type": "geoshape"}},
        {"data": {"name": "places"}, "mark": "text", "encoding": {**at, "text": {"field": "name"}}},
    ]
    scene = Chart(
        {"projection": {"type": "mercator"}, "width": 500, "height": 300, "layer": layers},
        {"land": land, "places": places},
    )
    svg = svg_of(figure(Deck("{}")), LEGEND, scene)
    assert "mark-shape" in svg
    assert "Karachi" in {text.text for text in ElementTree.fromstring(svg).iter(TEXT)}


def test_a_table_has_no_picture_and_says_where_it_leaves_instead() -> None:
    table = figure(Grid(("a",), ()))
    assert not has_picture(table)
    with pytest.raises(ValueError, match="leaves as CSV"):
        svg_of(table, LEGEND)


def test_a_drawing_that_asks_for_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match="not allowed"):
        svg_of(figure(Chart({**SPEC, "data": {"url": "https://example.org/rows.csv"}}, {})), LEGEND)


def test_the_png_is_twice_the_size() -> None:
    png = png_of(svg_of(figure(LENGTHS), LEGEND))
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(png[16:20], "big") == 2000


def test_the_same_figure_is_the_same_picture() -> None:
    one, two = (svg_of(figure(Chart(SPEC, {"rows": ROWS})), LEGEND) for _ in range(2))
    assert one == two


def test_a_picture_with_a_clip_is_the_same_whatever_was_drawn_before() -> None:
    clipped = figure(Chart({**SPEC, "mark": {"type": "bar", "clip": True}}, {"rows": ROWS}))
    before, after = svg_of(clipped, LEGEND), svg_of(clipped, LEGEND)
    assert "url(#clip1)" in before
    assert before == after


def test_a_sign_that_no_xml_may_hold_is_left_out() -> None:
    legend = Legend("chosen\uffff\x00\ufffe\ud800", "", "", "")
    dots = Dots((DotLine("a", "\x0bevents", (Dot((0, 1), "1", ("\x00",)),)),))
    assert "chosen" in {text.text for text in ElementTree.fromstring(svg_of(figure(dots), legend)).iter(TEXT)}


SVG = "{http://www.w3.org/2000/svg}"


def test_title_choice_drawing_rule_note_sources_and_edition_stand_below_one_another() -> None:
    shown = Figure("trade", "Trade", LENGTHS, ROWS, "Two.", "A note.", subtitle="In pixels")
    picture = ElementTree.fromstring(composed(shown, LEGEND, Body("<g/>", 400, 100)))
    heights = [(text.text, float(text.get("y", ""))) for text in picture.findall(TEXT)]
    # The head: from 26, lines of 29, 17.9 and 17.9 pixels with 3 between them, so that it ends at 99.8.
    assert heights[:3] == [("Trade", 47.0), ("In pixels", 71.0), (LEGEND.choice, 91.9)]
    (drawing,) = picture.findall(SVG + "g")
    assert drawing.get("transform") == "translate(32,113.8)"
    (rule,) = picture.findall(SVG + "path")
    assert rule.get("d") == "M32 229.8H968"
    # The foot: from 8 below the rule, lines of 16.6, 15.2 and 15.2 pixels with 5 between them.
    assert heights[3:] == [
        ("A note.", 249.8),
        (f"{LEGEND.sources}, listed at {LEGEND.link}", 270.4),
        (LEGEND.edition, 290.6),
    ]
    assert (picture.get("width"), picture.get("height")) == ("1000", "322")
    assert picture.get("viewBox") == "0 0 1000 322"


def test_a_drawing_wider_than_the_page_has_its_margins_too() -> None:
    picture = ElementTree.fromstring(composed(figure(LENGTHS), LEGEND, Body("<g/>", 1200.5, 100)))
    assert picture.get("width") == "1265"
    assert picture.findall(SVG + "path")[0].get("d", "").endswith("H1233")


def test_without_sources_the_link_stands_alone() -> None:
    picture = svg_of(figure(LENGTHS), Legend("", "", "", "https://atlas.example/x"))
    words = [text.text for text in ElementTree.fromstring(picture).findall(TEXT)]
    assert words[-1] == "https://atlas.example/x"


def test_a_dot_stands_in_the_middle_of_its_span_and_a_second_source_above_the_first() -> None:
    dots = (Dot((0.25, 0.75), "1 km", ("Ada", "Bob")), Dot((1, 1), "2 km", ("Cleo",), True))
    picture = ElementTree.fromstring(svg_of(figure(Dots((DotLine("a", "Length", dots),))), LEGEND))
    drawn = picture.find(SVG + "g")
    assert drawn is not None
    # A title of 20.7 and a gap of 5 pixels, then two dots of 11 pixels: the line stands at 47.7.
    assert [path.get("d") for path in drawn.findall(SVG + "path")] == [
        "M0 47.7H936",
        "M234.0 46.7H702.0",
        "M936.0 46.7H936.0",
    ]
    assert [(dot.get("cx"), dot.get("cy"), dot.get("fill")) for dot in drawn.findall(SVG + "circle")] == [
        ("468.0", "42.2", "#56606b"),
        ("468.0", "31.2", "#56606b"),
        ("936.0", "42.2", "#1f5a96"),
    ]


def test_the_words_for_who_cannot_see_a_picture_are_written_as_xml() -> None:
    told = Figure("trade", "A < B", LENGTHS, ROWS, "1 < 2 & 3", "A note.")
    root = ElementTree.fromstring(svg_of(told, LEGEND))
    space = "{http://www.w3.org/2000/svg}"
    assert (root.findtext(f"{space}title"), root.findtext(f"{space}desc")) == ("A < B", "1 < 2 & 3")


def test_a_chart_stands_on_the_ground_that_is_asked_for() -> None:
    drawn = {
        ground: body_of(figure(Chart(SPEC, {"rows": ROWS})), ground=ground).svg
        for ground in ("#102030", GROUND)
    }
    for ground, svg in drawn.items():
        first = ElementTree.fromstring(svg).find("{http://www.w3.org/2000/svg}rect")
        assert first is not None
        assert first.get("fill") == ground


def test_a_chart_that_fills_its_place_is_as_wide_as_that() -> None:
    width = 400
    assert body_of(figure(Chart(SPEC, {"rows": ROWS})), width=width).width == width
    narrow = Chart({**SPEC, "width": 120}, {"rows": ROWS})
    assert body_of(figure(narrow), width=width).width < 200


def test_an_image_is_its_own_picture_and_a_still_one_stands_for_a_drawing_that_moves() -> None:
    image = SvgImage('<svg id="still"/>', 300, 40)
    drawn = Body('<svg id="still"/>', 300.0, 40.0)
    assert body_of(figure(image)) == drawn
    assert body_of(figure(Chart(SPEC, {"rows": ROWS})), image) == drawn
    assert body_of(figure(Deck("{}")), image) == drawn


@pytest.mark.parametrize(
    ("drawing", "so"),
    [
        (Chart(SPEC, {"rows": ROWS}), True),
        (LENGTHS, True),
        (SvgImage("<svg/>", 1, 1), True),
        (Grid(("a",), ()), False),
    ],
)
def test_charts_dots_and_images_have_a_picture_and_tables_have_none(drawing: object, so: bool) -> None:
    assert has_picture(figure(drawing)) is so


def test_a_small_picture_has_the_size_of_its_drawing_and_no_sign_that_xml_forbids() -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">'
        '<rect width="20" height="10" fill="red"/><text>\x0b</text></svg>'
    )
    image = Image.open(io.BytesIO(small_png_of(drawn)))
    assert image.size == (20, 10)
    assert image.convert("RGB").getpixel((10, 5)) == (255, 0, 0)
