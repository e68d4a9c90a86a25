"""Every figure of the Atlas by its id: which question it puts to which tables, and which view draws the answer."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.ui.catalogue import arguments, context, data, overview, places, records, sources, timeline, trade
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events, documents_of
from dashboard.ui.catalogue.records import figures_of_record
from dashboard.ui.library import Library

__all__ = ["FIGURES", "STILLS", "Answer", "Asked", "build", "chosen_events", "documents_of", "figures_of_record"]

FIGURES: Mapping[str, Builder] = {
    **overview.FIGURES,
    **timeline.FIGURES,
    **trade.FIGURES,
    **context.FIGURES,
    **places.FIGURES,
    **arguments.FIGURES,
    **sources.FIGURES,
    **records.FIGURES,
    **data.FIGURES,
}


STILLS = places.STILLS


def build(figure_id: str, library: Library, asked: Asked) -> Answer:
    """Build a figure; KeyError if there is none of that id."""
    return FIGURES[figure_id](library, asked)
