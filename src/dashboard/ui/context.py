"""Where a page of this run stands and under which choice."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.figures.address import Context, base_of, choice_in_words
from dashboard.figures.question import Asked
from dashboard.model.selection import FIRST_YEAR, RECORD, SEARCH, Selection

# Pages whose figures show all there is, whatever the filters say.
UNFILTERED = frozenset({"data", "record"})

# Under which name an option of a figure stands in the link, where it is not its own.
_IN_LINK = {"query": SEARCH}


def context_of(page: str, selection: Selection, horizon: int, options: Mapping[str, str], record_id: str = "") -> Context:
    """The context of a page in this run; of its own options those stand in the link that differ from their default."""
    choice = selection.as_params(horizon)
    params = dict(choice)
    named = {_IN_LINK.get(name, name) for name in options}
    params |= {name: st.query_params.get_all(name) for name in sorted(named) if name in st.query_params}
    if record_id:
        params[RECORD] = [record_id]
    asked = Asked(selection, "light", tuple(sorted(options.items())))
    told = Selection((), (), FIRST_YEAR, horizon) if page in UNFILTERED else selection
    differing = {name: value for name, value in options.items() if name in params}
    return Context(page, choice_in_words(told, horizon, differing), params, base_of(st.context.url, page), asked, choice)
