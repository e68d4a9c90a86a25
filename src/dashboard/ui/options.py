"""A page's own options as widgets: what the link says is judged first, and the widget is set from that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.figures.dataset import Dataset
from dashboard.figures.spec import Option
from dashboard.model.selection import LONGEST
from dashboard.ui import messages

# More choices than these go into a list.
MOST_SIDE_BY_SIDE = 5


def ask(
    page: str,
    option: Option,
    dataset: Dataset,
    quietly: bool = False,
    sets_back: Sequence[str] = (),
    label_shown: bool = True,
) -> tuple[str, ...]:
    """The values of an option as the link has them; a value that is not among the choices is named. `quietly`
    shows no widget; a choice in it takes the parameters `sets_back` out of the link. A label that is not
    shown is heard.
    """
    values, problems = option.read(st.query_params.get_all(option.name), dataset)
    messages.warn_all(map(str, problems))
    nothing_to_choose = option.choices is not None and not option.choices_in(dataset)
    if not quietly and not nothing_to_choose and not option.by_link:
        default = option.default_in(dataset)
        change = {
            "on_change": _put,
            "args": (option.name, f"{page}-{option.name}", default, sets_back),
            "label_visibility": "visible" if label_shown else "collapsed",
        }
        _draw(f"{page}-{option.name}", option, option.choices_in(dataset), values, change)
    return values


def _draw(
    key: str, option: Option, choices: Mapping[str, str], values: tuple[str, ...], on_change: dict[str, Any]
) -> None:
    st.session_state[key] = list(values) if option.many else values[0]
    change = {"key": key, **on_change}
    if option.choices is None:
        st.text_input(option.title, max_chars=LONGEST, **change)
    elif option.many:
        st.multiselect(
            option.title, list(choices), format_func=choices.__getitem__, placeholder="all", **change
        )
    elif len(choices) <= MOST_SIDE_BY_SIDE:
        st.segmented_control(
            option.title, list(choices), format_func=choices.__getitem__, required=True, **change
        )
    else:
        st.selectbox(option.title, list(choices), format_func=choices.__getitem__, **change)


def _put(name: str, key: str, default: tuple[str, ...], sets_back: Sequence[str]) -> None:
    """Write an option of the page into the link, unless it is the default."""
    for other in sets_back:
        st.query_params.pop(other, None)
    chosen = st.session_state[key]
    values = tuple(chosen) if isinstance(chosen, list) else (chosen,)
    if values != default and any(values):
        st.query_params[name] = list(values)
    elif name in st.query_params:
        del st.query_params[name]
