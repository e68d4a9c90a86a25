"""A page as it opens: the data, the reader's choice from the link, and the figures that the page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from dashboard.model.fault import FaultyData
from dashboard.model.figure import Absence, Figure
from dashboard.model.selection import RECORD, Selection, shown
from dashboard.ui import filters, frame, link
from dashboard.ui.catalogue import Asked, build, chosen_events
from dashboard.ui.context import context_of
from dashboard.ui.library import Library, shelf
from dashboard.ui.show import show
from dashboard.views.markup import tag
from dashboard.views.theme import Mode
from dashboard.views.words import sentence_of


@dataclass(frozen=True)
class Page:
    """One page in one run."""

    name: str
    library: Library
    selection: Selection
    mode: Mode
    record_id: str
    hrefs: Mapping[str, str] = field(repr=False)

    def show(self, figure_id: str, level: int = 2, **options: str) -> Figure | Absence:
        """Show a figure of the catalogue under the reader's choice and the page's own options."""
        asked = Asked(self.selection, self.mode, tuple(sorted(options.items())))
        figure = _built(figure_id, self.library.atlas.digest, asked, _library=self.library)
        context = context_of(self.name, self.selection, self.library.atlas.horizon, options, self.record_id)
        show(figure, self.library, self.hrefs, self.record_id, level, context)
        return figure


class Hrefs(Mapping[str, str]):
    """The address of every record that keeps the reader's choice, made when asked for."""

    def __init__(self, known: Mapping[str, str], params: Mapping[str, Sequence[str]]) -> None:
        self.known = known
        self.params = params

    def __getitem__(self, record_id: str) -> str:
        if record_id not in self.known:
            raise KeyError(record_id)
        return link.to_record(record_id, self.params)

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


def open_page(name: str) -> Page:
    """Open a page: read the data, judge the link, draw the filters, the title and the plain sentence. Stops at faulty data."""
    frame.guard()
    title = dict(frame.PAGES)[name]
    st.html(frame.STYLE)
    try:
        library = shelf().current()
    except FaultyData as faulty:
        _show_faults(faulty)
        st.stop()
    problems = filters.read_link(library)
    selection = filters.choose(library)
    filters.show_counts(library, selection)
    st.html(tag("h1", title if name != "overview" else frame.TITLE))
    for problem in problems:
        st.warning(_plain(str(problem)))
    record_id = _chosen_record(library)
    _show_sentence(library, selection)
    params = selection.as_params(library.atlas.horizon)
    return Page(name, library, selection, st.context.theme.type or "light", record_id, Hrefs(library.titles, params))


def _chosen_record(library: Library) -> str:
    asked = st.query_params.get(RECORD, "")
    if asked and asked not in library.titles:
        st.warning(_plain(f"The link names the record “{shown(asked)}”, which the Atlas does not have. Search for it in the sidebar."))
        return ""
    return asked


def _show_sentence(library: Library, selection: Selection) -> None:
    atlas = library.atlas
    number = len(chosen_events(library, selection))
    sentence = sentence_of(selection, number, len(atlas["events"]), atlas.horizon)
    st.html(tag("p", sentence, class_="atlas-choice", role="status"))
    if selection.as_params(atlas.horizon):
        st.button("Clear all filters", on_click=filters.clear, type="tertiary")


def _show_faults(faulty: FaultyData) -> None:
    st.html(tag("h1", "The tables have faults"))
    st.html(tag("p", f"The Atlas shows nothing until every fault is mended. Found: {len(faulty.faults)}."))
    st.html(tag("ul", *(tag("li", str(fault)) for fault in faulty.faults), class_="atlas-faults"))


@st.cache_resource(max_entries=256, show_spinner="Drawing")
def _built(figure_id: str, digest: str, asked: Asked, _library: Library) -> Figure | Absence:
    """A figure is a pure answer to the data (by its digest) and the question; made once."""
    return build(figure_id, _library, asked)


def _plain(text: str) -> str:
    """Text that Streamlit's Markdown leaves as it is."""
    return "".join("\\" + sign if sign in r"\`*_{}[]()#+-.!|<>~$:" else sign for sign in text)
