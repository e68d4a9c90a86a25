"""The head of a page: its title, what was wrong in the link, the sentence of the choice, and its address."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.figures import parameters
from dashboard.figures.address import base_of
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, HOME, followed_on, path_of
from dashboard.figures.question import obeyed, whole
from dashboard.figures.spec import COUNTRIES, KINDS, LAST_YEAR, RECORD, THEMES, YEARS
from dashboard.model.selection import LONGEST, Selection, shown
from dashboard.queries.aliases import nearest, resolve
from dashboard.ui import filters, messages, tour
from dashboard.views import link
from dashboard.views.formatting import count, filters_in_words, joined, number
from dashboard.views.markup import link as markup_link
from dashboard.views.markup import tag


def draw(name: str, dataset: Dataset, selection: Selection, record_id: str, problems: Sequence[str]) -> None:
    """Title, what was wrong in the link, the sentence of the choice with the way back from it, and the
    page's address.
    """
    st.html(tag("h1", title_of(name, dataset, record_id)))
    messages.warn_all(problems)
    tour.draw(dataset)
    _say_choice(name, dataset, selection)
    _offer_link(name, dataset)


def title_of(name: str, dataset: Dataset, record_id: str) -> str:
    """The title of a page: the first has that of the Atlas, one of a record that of its record."""
    if name == HOME.name:
        return dataset.atlas.subject.title
    if BY_NAME[name].of_record and record_id:
        return dataset.titles[record_id]
    return BY_NAME[name].title


def title_of_tab(name: str, dataset: Dataset, record_id: str) -> str:
    """The same with the name of the Atlas, for tabs, bookmarks and links that somebody sends."""
    title, atlas = title_of(name, dataset, record_id), dataset.atlas.subject.title
    return title if title == atlas else f"{title} – {atlas}"


def choice_in_words(name: str, dataset: Dataset, selection: Selection) -> str:
    """How many of its rows the page shows, by which of the chosen filters, and once which of them it cannot
    obey.
    """
    follows = followed_on(BY_NAME[name], dataset)
    obeyed_selection = obeyed(selection, follows, dataset)
    narrowed = filters_in_words(obeyed_selection, dataset.atlas.span, dataset.themes)
    counted = _counted(name, dataset, obeyed_selection)
    said = [counted] if counted and (narrowed or name != HOME.name) else []
    unobeyed = _unobeyed(selection, follows, dataset)
    if unobeyed:
        said.append(f"{joined(unobeyed)} do not apply here")
    return " · ".join([*said[:1], *narrowed, *said[1:]]) if counted else " · ".join([*narrowed, *said])


def _counted(name: str, dataset: Dataset, selection: Selection) -> str:
    """The rows of a page under a selection, of how many; an empty text where it counts none."""
    rows = BY_NAME[name].rows
    if rows is None:
        return ""
    everything = whole(dataset)
    shown, of_all = (_number(name, dataset, chosen) for chosen in (selection, everything))
    every = count(of_all, rows.name, rows.plural)
    if selection != everything:
        return f"{number(shown)} of {every}"
    return f"All {every}" if of_all > 1 else every


def _number(name: str, dataset: Dataset, selection: Selection) -> int:
    """The number of rows of a page that counts them, asked once for each selection."""
    rows = BY_NAME[name].rows
    assert rows is not None
    number_of: int = dataset.texts.answer(("rows", name, selection), partial(rows.number, dataset, selection))
    return number_of


def _unobeyed(selection: Selection, follows: frozenset[str], dataset: Dataset) -> list[str]:
    """The chosen filters that no figure of a page follows."""
    span = dataset.atlas.span
    chosen = (
        ("themes", selection.themes, {THEMES}),
        ("years", (selection.first_year, selection.last_year) != span, {YEARS, LAST_YEAR}),
        ("kinds of source", selection.kinds, {KINDS}),
        ("countries of sources", selection.countries, {COUNTRIES}),
    )
    return [words for words, value, filters_ in chosen if value and not follows & filters_]


def _say_choice(name: str, dataset: Dataset, selection: Selection) -> None:
    chosen = selection.as_params(dataset.atlas.span)
    sentence = choice_in_words(name, dataset, selection)
    if sentence:
        st.html(tag("p", sentence, class_="atlas-choice", role="status"))
    if chosen:
        st.button("Clear all filters", on_click=filters.clear, type="tertiary")


def _offer_link(name: str, dataset: Dataset) -> None:
    """The address of this page with everything that the reader chose, ready to copy."""
    params = parameters.taken(BY_NAME[name], link_parameters(), dataset)
    with st.sidebar.popover("Link to this page"):
        address = base_of(st.context.url, name) + link.href(path_of(name), params)
        st.code(address, language=None, wrap_lines=True)


def link_parameters() -> dict[str, list[str]]:
    """The parameters of the link as they stand in it."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def suggest_records(dataset: Dataset) -> None:
    """Links to the records whose id or name is nearest to one that the link names and nobody has."""
    named = st.query_params.get(RECORD.name, "")[:LONGEST]
    names = {record_id: dataset.titles[record_id] for record_id in dataset.atlas.table_of}
    near = nearest(names, named) if named else []
    if near:
        ways = [tag("li", markup_link(names[record_id], dataset.hrefs[record_id])) for record_id in near]
        st.html(
            link.under_choice(tag("div", tag("p", "Perhaps one of these is meant:"), tag("ul", *ways)), {})
        )


def record_of_link(dataset: Dataset) -> tuple[str, list[str]]:
    """The record that the link names, by the id it has today, and what to say if there is none."""
    named = st.query_params.get(RECORD.name, "")
    record_id = resolve(dataset.atlas["aliases"], named) if named else ""
    if record_id and record_id not in dataset.titles:
        missing = (
            f"The link names the record “{shown(record_id)}”, which the Atlas does not have. Search "
            "for it in the menu."
        )
        return "", [missing]
    return record_id, []
