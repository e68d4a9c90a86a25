"""The bar of a guided tour above a view that is one of its steps: the sentence, and the ways to the steps
before and after, also by key.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.figures.dataset import Dataset
from dashboard.figures.tour_step import Step, step_of, steps_of
from dashboard.model.selection import STEP, TOUR, shown
from dashboard.ui import messages
from dashboard.views.markup import tag

_GO = "_tour-step"
BACK_KEY, ON_KEY = "Alt+P", "Alt+N"


def draw(dataset: Dataset) -> None:
    """The bar of the step that the link names; a step that there is not is named to the reader."""
    tour, number = (st.query_params.get(name, "") for name in (TOUR, STEP))
    if not tour and not number:
        return
    step = step_of(dataset, tour, number)
    if step is None:
        messages.warn(
            f"The link names step “{shown(number)}” of the tour “{shown(tour)}”, which there is not."
        )
        return
    steps = steps_of(dataset, tour)
    with st.container(key="tour"):
        place = f" · step {step.number} of {step.of}"
        st.html(tag("p", tag("b", step.title), place, class_="atlas-tour-name"))
        st.html(tag("p", step.sentence, class_="atlas-lead", role="status"))
        with st.container(horizontal=True):
            _offer("Previous", steps[: step.number - 1][-1:], BACK_KEY)
            _offer("Next", steps[step.number :][:1], ON_KEY)
            st.button("End of the tour", key="tour-end", on_click=_end, type="tertiary")


def follow(page_named: Callable[[str], st.Page]) -> None:
    """Go to the step that was asked for, if any."""
    step: Step | None = st.session_state.pop(_GO, None)
    if step is not None:
        st.switch_page(page_named(step.page), query_params=step.params)


def _offer(words: str, steps: list[Step], key: str) -> None:
    target = steps[0] if steps else None
    st.button(words, key=f"tour-{words}", shortcut=key, disabled=target is None, on_click=_go, args=(target,))


def _go(step: Step | None) -> None:
    """Remember the step (a callback: it runs before the page)."""
    st.session_state[_GO] = step


def _end() -> None:
    for name in (TOUR, STEP):
        st.query_params.pop(name, None)
