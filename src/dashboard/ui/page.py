"""A page as it opens: the data, the reader's choice from the link, and the figures that the page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.figures import parameters
from dashboard.figures.address import Context, base_of, standing
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, path_of
from dashboard.figures.question import Question
from dashboard.figures.record import PAGE as RECORD_PAGE
from dashboard.figures.record import figures_of_record
from dashboard.figures.rendered import RenderedFigure, rendered
from dashboard.figures.spec import RECORD, FigureSpec, Option
from dashboard.figures.timeline import STRIP
from dashboard.model.fault import FaultyData
from dashboard.model.figure import Figure
from dashboard.model.selection import FIGURE, Selection
from dashboard.ui import (
    edition_note,
    embedding,
    filters,
    head,
    messages,
    navigation,
    options,
    paragraph,
    print_view,
)
from dashboard.ui.card import CLICKED, has_mark, names_mark, open_card, say_missing
from dashboard.ui.data_store import store
from dashboard.ui.door.window_width import on_phone, window
from dashboard.ui.fault_report import offer_report
from dashboard.ui.render import show
from dashboard.views import link, theme
from dashboard.views.icon import icon
from dashboard.views.markup import Markup, tag
from dashboard.views.markup import link as markup_link


class Page:
    """One page in one run. `alone` is the id of the one figure that an embedding shows, `record_id` the
    record that the link names.
    """

    def __init__(
        self, name: str, dataset: Dataset, selection: Selection, record_id: str, mode: theme.Mode
    ) -> None:
        self.name = name
        self.dataset = dataset
        self.selection = selection
        self.record_id = record_id
        self.mode = mode
        self.alone = st.query_params.get(FIGURE, "") if st.context.is_embedded else ""
        self.met = False
        self.drawn: list[Figure] = []
        self._asked: dict[Option, tuple[str, ...]] = {}
        self._marked: tuple[Figure, Context] | None = None

    def ask(self, *offered: Option, labels_shown: bool = True) -> None:
        """Let the reader choose; what is chosen stands in the link and holds for every figure that
        follows.
        """
        if not offered:
            return
        sets_back = [option.name for option in offered if option.by_link]
        quietly = bool(self.alone)
        with st.container(horizontal=True, key=f"asked-{offered[0].name}"):
            for option in offered:
                self._asked[option] = options.ask(
                    self.name, option, self.dataset, quietly, sets_back, labels_shown
                )

    def answered(self, option: Option) -> str:
        """What the reader chose of an option that has one value."""
        return next(iter(self._asked[option]), "")

    def hold(self, option: Option, *values: str) -> None:
        """Take values that something else than a plain choice found, such as a click on the map."""
        self._asked[option] = values

    def show(self, spec: FigureSpec, fixed: Mapping[Option, str] | None = None, folded: bool = False) -> None:
        """Show a figure under the reader's choice; `fixed` options stay as the page sets them, and a `folded`
        chart opens when asked. Embedded, only one figure is shown.
        """
        if self.alone not in ("", spec.figure_id):
            return
        self.met = True
        question = self._question(spec, fixed or {})
        finished = rendered(question)
        if self.alone or not spec.if_any or isinstance(finished.figure, Figure):
            self._draw(finished, question, fixed or {}, folded)

    def examine(self, spec: FigureSpec) -> None:
        """Let the reader paste words, and show what `spec` makes of them; they stand in no link and are kept
        nowhere.
        """
        if self.alone:
            return
        question = Question(spec, self.dataset, self.selection, text=paragraph.asked())
        finished = rendered(question)
        if isinstance(finished.figure, Figure):
            st.html(tag("p", finished.figure.message, class_="atlas-aloud", role="status"))
        self._draw(finished, question, {})

    def show_all(self, whole: int = 99) -> None:
        """Show every figure of the page, each option above the first figure that it changes. Charts after the
        first `whole` figures are folded; on paper they stand two and two, and alone nothing is folded.
        """
        specs = BY_NAME[self.name].figures_in(self.dataset)
        apart = print_view.ACROSS if print_view.wanted() and not self.alone else len(specs)
        for place, spec in enumerate(specs[:apart]):
            self._ask_of(spec)
            self.show(spec, folded=place >= whole and not self.alone)
        for place in range(apart, len(specs), 2):
            self.side_by_side(specs[place : place + 2])

    def _ask_of(self, spec: FigureSpec) -> None:
        self.ask(*(option for option in spec.options if option not in self._asked))

    @property
    def under_choice(self) -> list[Figure]:
        """The figures drawn, without the strip where the years are chosen: it shows all years."""
        whole = (self.selection.first_year, self.selection.last_year) == self.dataset.atlas.span
        return [figure for figure in self.drawn if whole or figure.figure_id != STRIP.figure_id]

    @property
    def address_of_sources(self) -> str:
        """The address of all sources under the reader's choice."""
        chosen = self.selection.as_params(self.dataset.atlas.span)
        return base_of(st.context.url, self.name) + link.href(path_of("sources"), chosen)

    def show_alone(self) -> None:
        """Show the embedded figure if the page declares it and has not shown it, or say where it stands."""
        for spec in embedding.left_out(self.alone, self.name, self.dataset) if not self.met else ():
            self.show(spec)
        embedding.say_home(self.alone, self.dataset, self.met)

    def list_contents(self) -> None:
        """The titles of the figures of a long page, each a link to its figure."""
        if not self.alone:
            place = st.container()

            def write() -> None:
                place.html(self._contents())

            navigation.at_the_end(write)

    def _contents(self) -> str:
        ways = [tag("li", markup_link(figure.title, f"#{figure.figure_id}")) for figure in self.drawn]
        opening = tag("details", tag("summary", "On this page"), tag("ul", *ways), class_="atlas-fold")
        return tag("nav", opening, class_="atlas-contents", aria_label="On this page")

    def side_by_side(self, specs: Sequence[FigureSpec]) -> None:
        """Show small figures in one row; on a narrow screen one below the other."""
        with st.container(key=f"side-by-side-{specs[0].figure_id}"):
            columns = [st.container()] * len(specs) if self.alone else st.columns(len(specs), gap="medium")
        for column, spec in zip(columns, specs, strict=True):
            with column:
                self._ask_of(spec)
                self.show(spec)

    def choose_years(self) -> None:
        """Two fields for the years of all pages, for those who do not draw or slide."""
        if not self.alone:
            filters.year_fields(self.selection, self.dataset.atlas.span)

    def show_record(self) -> None:
        """Show everything about the record that the link names; without one, say how to find one."""
        if not self.record_id:
            self.say(
                "This page shows one record whole: its facts, its evidence and what is connected with it.",
                "Search for one in the menu, or follow a link.",
            )
            head.suggest_records(self.dataset)
            return
        self.hold(RECORD, self.record_id)
        for spec in figures_of_record(self.dataset, self.record_id):
            self.show(spec)
        if not self.alone:
            base = base_of(st.context.url, self.name)
            offer_report(self.dataset, self.record_id, Context(self.name, base))

    def say(self, *sentences: str) -> None:
        """A paragraph of the page's own words."""
        if not self.alone:
            st.html(tag("p", " ".join(sentences), class_="atlas-lead"))

    def link(self, page: str, words: str) -> None:
        """A link to another page that keeps the reader's choice."""
        if not self.alone:
            params = self.selection.as_params(self.dataset.atlas.span)
            st.page_link(navigation.page_named(page), label=words, query_params=params)

    def open_card(self) -> None:
        """Open the record or mark of the link, beside the figure on which it was clicked or stands first."""
        if self._marked:
            open_card(self._marked[0], self.dataset, self._marked[1])
        elif not self.alone and not print_view.wanted():
            say_missing(BY_NAME[self.name].figures_in(self.dataset))

    def _draw(
        self,
        finished: RenderedFigure,
        question: Question,
        fixed: Mapping[Option, str],
        folded: bool = False,
    ) -> None:
        figure, context = finished.figure, self._context(question, fixed)
        if isinstance(figure, Figure):
            self.drawn.append(figure)
            self._mark(figure, context)
        show(finished, self.dataset, self.record_id, context, folded)

    def _mark(self, figure: Figure, context: Context) -> None:
        """Remember the figure on which the chosen record is marked; the page of a record is its card."""
        clicked = st.session_state.get(CLICKED) == figure.figure_id
        if (
            self.name != RECORD_PAGE.name
            and (has_mark(figure, self.record_id) or names_mark(figure))
            and (clicked or not self._marked)
        ):
            self._marked = figure, context

    def _question(self, spec: FigureSpec, fixed: Mapping[Option, str]) -> Question:
        chosen = {**self._asked, **{option: (value,) for option, value in fixed.items()}}
        size = "" if self.alone or print_view.wanted() else window()
        return Question(spec, self.dataset, self.selection, chosen, self.mode, on_phone(), window=size)

    def _context(self, question: Question, fixed: Mapping[Option, str]) -> Context:
        """Where a figure stands; what the page fixes is not the reader's choice."""
        offered = self._asked.keys() - fixed.keys()
        return standing(
            self.name, base_of(st.context.url, self.name), question, offered, self.record_id, self.selection
        )


def open_page(name: str) -> Page:
    """Open a page: read the data, judge the link, draw the filters, the title and the plain sentence. Stops
    at faulty data.
    """
    navigation.guard()
    mode: theme.Mode = "dark" if st.context.theme.type == "dark" else "light"
    st.html(navigation.STYLE)
    try:
        dataset = store().current()
    except FaultyData as faulty:
        _colour(mode, {})
        messages.show_faults(faulty)
        st.stop()
    _colour(mode, theme.palette(dataset.atlas["themes"]))
    selection, problems = navigation.chosen()
    record_id, unknown = head.record_of_link(dataset)
    page = Page(name, dataset, selection, record_id, mode)
    st.set_page_config(page_title=head.title_of_tab(name, dataset, record_id), page_icon=icon())
    if page.alone:
        messages.embed()
    misread = parameters.misread(BY_NAME[name], head.link_parameters(), dataset)
    _head(page, [*map(str, (*problems, *misread)), *unknown])
    navigation.at_the_end(page.open_card)
    return page


def _colour(mode: theme.Mode, themes: theme.Palette) -> None:
    st.html(Markup(f"<style>{theme.css(mode, themes)}</style>"))


def _head(page: Page, problems: Sequence[str]) -> None:
    """Title, what was wrong in the link, and the sentence of the choice; embedded, only what was wrong."""
    if page.alone:
        messages.warn_all([*problems, *embedding.unknown_figure(page.alone, page.dataset)])
        _say_differences(page)
        navigation.at_the_end(page.show_alone)
        navigation.at_the_end(lambda: embedding.name_edition(page.alone, page.name, page.dataset))
        return
    # Together, so that a line more or less up here does not move all below to other places, where the browser
    # would draw it anew and take the focus from it.
    with st.container(key="page-head"):
        head.draw(page.name, page.dataset, page.selection, page.record_id, problems)
        _say_differences(page)
    _offer_paper(page)


def _say_differences(page: Page) -> None:
    of_record = page.record_id if BY_NAME[page.name].of_record else ""
    edition_note.say(page.name, page.dataset, of_record, lambda: page.drawn)


def _offer_paper(page: Page) -> None:
    """The way to this page for paper; on it, all its sources in full stand below the last figure."""
    params = parameters.taken(BY_NAME[page.name], head.link_parameters(), page.dataset)
    print_view.warn_of_other_words()
    for_paper = print_view.wanted()
    print_view.offer(path_of(page.name), params, for_paper)
    if for_paper:
        every = page.address_of_sources
        navigation.at_the_end(lambda: print_view.write_sources(page.under_choice, page.dataset, every))
