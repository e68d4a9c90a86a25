"""The figures of the arguments."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, documents_of
from dashboard.queries import claims as ask_claims
from dashboard.queries import events as ask_events
from dashboard.views import arguments


def _arguments_matrix(dataset: Dataset, asked: Asked) -> Answer:
    atlas, documents_ = dataset.atlas, documents_of(dataset)
    claims = ask_events.with_themes(atlas["claims"], asked.selection.themes)
    told = ask_claims.stances(claims, atlas["evidence"], documents_)
    return arguments.matrix(ask_claims.agreement(claims, told), told, documents_, asked.option("order", "topic"))


FIGURES: Mapping[str, Builder] = {
    "arguments-matrix": _arguments_matrix,
}
