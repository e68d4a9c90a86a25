"""What an embedding says beside its figure: its edition, and where a figure stands that is elsewhere."""

from __future__ import annotations

import streamlit as st

from dashboard.figures import parameters
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import edition_of
from dashboard.figures.pages import figures_in, path_of
from dashboard.model.selection import shown
from dashboard.views import link
from dashboard.views.markup import link as markup_link
from dashboard.views.markup import tag


def name_edition(dataset: Dataset, address: str) -> None:
    """The edition that the figure shows, which leads to the figure in the Atlas: a page that embeds it may
    not say.
    """
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
