"""Every figure of the Atlas by its id: which question it puts to which tables, and which view draws the answer."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.figures import arguments, checks, context, data, map, overview, record, sources, timeline, trade
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, chosen_events, documents_of
from dashboard.figures.record import figures_of_record

__all__ = ["FIGURES", "STILLS", "Answer", "Asked", "build", "chosen_events", "documents_of", "figures_of_record"]

FIGURES: Mapping[str, Builder] = {
    **overview.FIGURES,
    **timeline.FIGURES,
    **trade.FIGURES,
    **context.FIGURES,
    **map.FIGURES,
    **arguments.FIGURES,
    **checks.FIGURES,
    **sources.FIGURES,
    **record.FIGURES,
    **data.FIGURES,
}


STILLS = map.STILLS


def build(figure_id: str, dataset: Dataset, asked: Asked) -> Answer:
    """Build a figure; KeyError if there is none of that id."""
    return FIGURES[figure_id](dataset, asked)
