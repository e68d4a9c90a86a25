"""Where a figure stands and under which choice: what its citation, its packet and its links have to repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from dashboard.model.selection import FIRST_YEAR, RECORD, Selection
from dashboard.model.vocabulary import label
from dashboard.ui import link
from dashboard.views.words import joined

EMBED, FIGURE = "embed", "figure"


@dataclass(frozen=True)
class Context:
    """One page under one choice. `base` is the address of the app with a final slash, or empty where it is not known; `params` are the link's."""

    page: str = ""
    sentence: str = ""
    params: Mapping[str, Sequence[str]] = field(default_factory=dict)
    base: str = ""

    def address(self, figure_id: str = "") -> str:
        """The permalink of the page, or of one of its figures."""
        return self.base + link.href(self.page, self.params) + (f"#{figure_id}" if figure_id else "")

    def embedding(self, figure_id: str) -> str:
        """The address that shows one figure alone, with its source line, inside another page."""
        return self.base + link.href(self.page, {**self.params, EMBED: ["true"], FIGURE: [figure_id]})

    def record(self, record_id: str) -> str:
        """The permalink of one record."""
        return self.base + link.href("record", {RECORD: [record_id]})


def context_of(page: str, selection: Selection, horizon: int, options: Mapping[str, str], record_id: str = "") -> Context:
    """The context of a page in this run; of its own options those stand in the link that differ from their default."""
    params = selection.as_params(horizon)
    params |= {name: st.query_params.get_all(name) for name in options if name in st.query_params}
    if record_id:
        params[RECORD] = [record_id]
    return Context(page, choice_in_words(selection, horizon, options), params, base_of(st.context.url, page))


def base_of(url: str | None, page: str) -> str:
    """The address of the app from the address of one of its pages: all before the page's own name."""
    if not url:
        return ""
    return url.rstrip("/").removesuffix(f"/{page}").rstrip("/") + "/"


def choice_in_words(selection: Selection, horizon: int, options: Mapping[str, str]) -> str:
    """The choice as a sentence that stands on its own, away from the page."""
    whole = (selection.first_year, selection.last_year) == (FIRST_YEAR, horizon)
    years = f"{selection.first_year}–{selection.last_year}" if selection.first_year < selection.last_year else str(selection.first_year)
    parts = [
        joined(selection.themes).capitalize() if selection.themes else "All themes",
        f"all years ({years})" if whole else years,
        f"only with a source of kind {joined([label('source kind', kind) for kind in selection.kinds])}" if selection.kinds else "all kinds of source",
    ]
    parts += [f"{name.replace('_', ' ')}: {value.replace('-', ' ')}" for name, value in options.items() if value]
    return "; ".join(parts)
