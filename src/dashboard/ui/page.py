"""A page as it opens: the data, the reader's choice from the link, and the figures that the page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from dashboard.figures.address import FIGURE, base_of
from dashboard.figures.dataset import Dataset
from dashboard.figures.registry import FIGURES, STILLS, Asked, build, chosen_events, figures_of_record
from dashboard.figures.rendered import RenderedFigure, render
from dashboard.model.edition import TITLE
from dashboard.model.fault import FaultyData
from dashboard.model.figure import Figure
from dashboard.model.selection import RECORD, Selection, shown
from dashboard.queries.aliases import resolve
from dashboard.ui import filters, messages, navigation, print_view
from dashboard.ui.context import context_of
from dashboard.ui.data_store import store
from dashboard.ui.noted import KeptByParts
from dashboard.ui.render import show
from dashboard.views import link, theme
from dashboard.views.formatting import sentence_of
from dashboard.views.markup import Markup, tag

_RENDERED: KeptByParts[RenderedFigure] = KeptByParts(512)


@dataclass(frozen=True)
class Page:
    """One page in one run; of the figures that show the chosen record, the first opens on it (`opened`)."""

    name: str
    dataset: Dataset
    selection: Selection
    mode: theme.Mode
    record_id: str
    alone: str = ""
    opened: list[str] = field(default_factory=list)
    narrow: bool = False
    drawn: list[Figure] = field(default_factory=list)

    def show(self, figure_id: str, **options: str) -> None:
        """Show a figure of the catalogue under the reader's choice and the page's own options."""
        self._show(figure_id, options)

    def _show(self, figure_id: str, options: Mapping[str, str]) -> None:
        """Embedded, only the figure that the link asks for is shown."""
        if self.alone and figure_id != self.alone:
            return
        asked = Asked(self.selection, self.mode, tuple(sorted(options.items())), self.narrow and figure_id in STILLS)
        question = (self.dataset.atlas.digest, asked.mode, asked.options, asked.narrow)
        rendered = _RENDERED.answer(figure_id, question, self.selection, lambda own: self._render(figure_id, replace(asked, selection=own)))
        if isinstance(rendered.figure, Figure):
            self.drawn.append(rendered.figure)
        context = context_of(self.name, self.selection, self.dataset.atlas.horizon, options, self.record_id)
        ready = not self.opened or figure_id in self.opened
        if isinstance(rendered.figure, Figure) and self.record_id in rendered.figure.record_ids:
            self.opened.append(figure_id)
        show(rendered, self.dataset, self.record_id, context, ready)

    def _render(self, figure_id: str, asked: Asked) -> RenderedFigure:
        """A pure answer to the data and the question."""
        return render(build(figure_id, self.dataset, asked), self.dataset)

    def headlines(self, figure_ids: Sequence[str], **options: str) -> None:
        """Show headline numbers side by side; on a phone two in a row."""
        with st.container(key="headlines"):
            columns = [st.container()] * len(figure_ids) if self.alone else st.columns(len(figure_ids), gap="medium")
        for column, figure_id in zip(columns, figure_ids, strict=True):
            with column:
                self._show(figure_id, options)

    def choose(self, name: str, title: str, options: Mapping[str, str], default: str) -> str:
        """Ask for one of a few options, which stands in the link under `name`; a value that is not among them is named to the reader."""
        asked = st.query_params.get(name, default)
        if asked not in options:
            messages.warn(f"The link asks for {title.lower()} “{shown(asked)}”; there are {', '.join(options)}.")
            asked = default
        if self.alone:
            return asked
        key = f"{self.name}-{name}"
        st.session_state[key] = asked
        if len(options) <= 5:
            st.segmented_control(title, list(options), key=key, format_func=options.__getitem__, required=True, on_change=_put, args=(name, key, default))
        else:
            st.selectbox(title, list(options), key=key, format_func=options.__getitem__, on_change=_put, args=(name, key, default))
        return asked

    def choose_years(self) -> None:
        """Two fields for the years of all pages, for those who do not draw or slide."""
        if not self.alone:
            filters.year_fields(self.selection, self.dataset.atlas.horizon)

    def show_record(self) -> None:
        """Show everything about the record that the link names; without one, say how to find one."""
        if not self.record_id:
            self.say("This page shows one record whole: its facts, its evidence and what is connected with it. Search for one on the left, or follow a link.")
            return
        for figure_id in figures_of_record(self.dataset, self.record_id):
            self.show(figure_id, record=self.record_id)

    def say(self, *sentences: str) -> None:
        """A paragraph of the page's own words."""
        if not self.alone:
            st.html(tag("p", " ".join(sentences), class_="atlas-lead"))

    def link(self, page: str, words: str) -> None:
        """A link to another page that keeps the reader's choice."""
        if not self.alone:
            st.page_link(navigation.page_named(page), label=words)


def open_page(name: str) -> Page:
    """Open a page: read the data, judge the link, draw the filters, the title and the plain sentence. Stops at faulty data."""
    navigation.guard()
    mode: theme.Mode = "dark" if st.context.theme.type == "dark" else "light"
    st.html(navigation.STYLE)
    st.html(Markup(f"<style>{theme.css(mode)}</style>"))
    try:
        dataset = store().current()
    except FaultyData as faulty:
        messages.show_faults(faulty)
        st.stop()
    selection, problems = navigation.asked()
    record_id, unknown = _chosen_record(dataset)
    page = _page(name, dataset, selection, mode, record_id)
    if page.alone:
        messages.embed()
    _head(page, [*map(str, problems), *unknown])
    return page


def _page(name: str, dataset: Dataset, selection: Selection, mode: theme.Mode, record_id: str) -> Page:
    alone = st.query_params.get(FIGURE, "") if st.context.is_embedded else ""
    return Page(name, dataset, selection, mode, record_id, alone, narrow=_on_phone())


def _on_phone() -> bool:
    """Whether the reader's browser says that it runs on a phone: a map has to know before it is drawn how much of the world will fit."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def _head(page: Page, problems: Sequence[str]) -> None:
    """Title, what was wrong in the link, sentence of the choice, and what a search found; embedded, only what was wrong."""
    if page.alone:
        _name_problems([*problems, *_unknown_figure(page)])
        return
    title = TITLE if page.name == "overview" else dict(navigation.PAGES)[page.name]
    if page.name == "record" and page.record_id:
        title = page.dataset.titles[page.record_id]
    st.html(tag("h1", title))
    _name_problems(problems)
    atlas = page.dataset.atlas
    number = len(chosen_events(page.dataset, page.selection))
    st.html(tag("p", sentence_of(page.selection, number, len(atlas["events"]), atlas.horizon), class_="atlas-choice", role="status"))
    if page.selection.as_params(atlas.horizon):
        st.button("Clear all filters", on_click=filters.clear, args=(atlas.horizon,), type="tertiary")
    _offer_link(page)
    _offer_paper(page)
    query = filters.query()
    if query:
        page.show("search-results", query=query)


def _offer_link(page: Page) -> None:
    """The address of this page with everything that the reader chose, ready to copy."""
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    with st.sidebar.popover("Link to this page"):
        st.code(base_of(st.context.url, page.name) + link.href("" if page.name == "overview" else page.name, params), language=None, wrap_lines=True)


def _offer_paper(page: Page) -> None:
    """The way to this page for paper; on it, all its sources in full stand below the last figure."""
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    asked = print_view.wanted()
    print_view.offer("" if page.name == "overview" else page.name, params, asked)
    if asked:
        navigation.at_the_end(lambda: print_view.write_sources(page.drawn, page.dataset))


def _name_problems(problems: Sequence[str]) -> None:
    for problem in problems:
        messages.warn(problem)


def _unknown_figure(page: Page) -> list[str]:
    """What to say of a link that embeds a figure which does not exist."""
    if page.alone in FIGURES:
        return []
    return [f"The link embeds the figure “{shown(page.alone)}”; there are {', '.join(FIGURES)}."]


def _chosen_record(dataset: Dataset) -> tuple[str, list[str]]:
    """The record that the link names, by the id it has today, and what to say if there is none."""
    named = st.query_params.get(RECORD, "")
    asked = resolve(dataset.atlas["aliases"], named) if named else ""
    if asked and asked not in dataset.titles:
        return "", [f"The link names the record “{shown(asked)}”, which the Atlas does not have. Search for it on the left."]
    return asked, []


def _put(name: str, key: str, default: str) -> None:
    """Write an option of the page into the link, unless it is the default."""
    if st.session_state[key] != default:
        st.query_params[name] = st.session_state[key]
    elif name in st.query_params:
        del st.query_params[name]
