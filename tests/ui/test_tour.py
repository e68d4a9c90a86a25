"""The bar of a tour tells where in the tour a reader stands and leads to the steps beside it."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def test_the_first_step_leads_on_to_the_second_and_not_back(open_small: Open) -> None:
    app = open_small("record", id=["pipeline-agreement"], tour=["river"], step=["1"])
    words = " ".join(str(html.proto.body) for html in app.get("html"))
    assert "<b>The river pipeline</b> · step 1 of 2" in words
    assert "On 16 October 2015 the two governments agreed to build it." in words
    assert app.button(key="tour-Previous").disabled
    assert not app.button(key="tour-Next").disabled


def test_the_last_step_leads_back_alone(open_small: Open) -> None:
    app = open_small("trade", years=["2015", "2016"], tour=["river"], step=["2"])
    assert app.button(key="tour-Next").disabled
    assert not app.button(key="tour-Previous").disabled
