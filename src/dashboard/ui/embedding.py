"""What an embedding says beside its figure: its edition, and where a figure stands that is elsewhere."""

from __future__ import annotations

import streamlit as st

from dashboard.figures import parameters
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import edition_of
from dashboard.figures.pages import BY_NAME, figures_in, path_of
from dashboard.figures.spec import RECORD, FigureSpec
from dashboard.model.selection import EMBED, FIGURE, shown
from dashboard.ui import head
from dashboard.views import link
from dashboard.views.markup import link as markup_link
from dashboard.views.markup import tag


def left_out(figure_id: str, page: str, dataset: Dataset) -> list[FigureSpec]:
    """The figure if a page declares it and it can be shown without a record or words of the reader's own."""
    declared = BY_NAME[page].figures_in(dataset)
    free = [spec for spec in declared if not spec.of_text and RECORD not in spec.options]
    return [spec for spec in free if spec.figure_id == figure_id]


def name_edition(figure_id: str, page: str, dataset: Dataset) -> None:
    """The edition that the figure shows, which leads to the figure in the Atlas: a page that embeds it may
    not say.
    """
    params = parameters.taken(BY_NAME[page], head.link_parameters(), dataset)
    chosen = {name: values for name, values in params.items() if name not in (EMBED, FIGURE)}
    address = f"{link.href(path_of(page), chosen)}#{figure_id}"
    caption = edition_of(dataset.atlas, "").caption
    way = tag("a", caption, href=address, target="_blank", rel="noopener")
    st.html(tag("p", way, class_="atlas-note"))


def say_home(figure_id: str, dataset: Dataset, met: bool) -> None:
    """Where an embedded figure stands that this page does not show."""
    figures = figures_in(dataset)
    if met or figure_id not in figures:
        return
    home = parameters.homes(figures[figure_id], dataset)[0]
    way = markup_link(home.title, link.href(path_of(home.name), {}) + f"#{figure_id}")
    said = f"The figure “{figure_id}” is not shown here; it stands on the page "
    st.html(tag("p", said, way, ".", class_="atlas-warning", role="alert"))


def unknown_figure(figure_id: str, dataset: Dataset) -> list[str]:
    """What to say of a link that embeds a figure which does not exist."""
    figures = figures_in(dataset)
    if figure_id in figures:
        return []
    return [f"The link embeds the figure “{shown(figure_id)}”; there are {', '.join(figures)}."]
