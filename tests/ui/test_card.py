"""On the map, a card opens for a link that names a project, and not where a list or a tour led to it."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
PROJECT = "river-pipeline"


def has_card(app: AppTest) -> bool:
    return any('class="atlas-mark-card"' in str(html.proto.body) for html in app.get("html"))


def test_a_link_to_a_project_on_the_map_opens_its_card(open_small: Open) -> None:
    assert has_card(open_small("map", id=[PROJECT]))
    assert not has_card(open_small("map"))


def test_a_tour_and_paper_show_the_map_without_a_card(open_small: Open) -> None:
    assert not has_card(open_small("map", id=[PROJECT], tour=["first"], step=["1"]))
    assert not has_card(open_small("map", id=[PROJECT], paper=["true"]))


def test_who_chooses_in_the_list_beside_the_map_goes_on_with_the_list(open_small: Open) -> None:
    app = open_small("map")
    next(box for box in app.selectbox if box.label == "Project or place").select(PROJECT).run()
    assert app.query_params["id"] == PROJECT
    assert not has_card(app)
