"""How many events each choice of a filter has under the other filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.figures.dataset import Dataset
from dashboard.model.selection import Selection
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import events as ask

Counts = Mapping[str, int]


def by_theme(dataset: Dataset, selection: Selection) -> Counts:
    """The events of each theme, whatever themes are chosen."""
    others = replace(selection, themes=())
    counted: Counts = dataset.texts.answer(("by theme", others), lambda: _themes(dataset, others))
    return counted


def by_kind(dataset: Dataset, selection: Selection) -> Counts:
    """The events behind which stands a source of each kind, whatever kinds are chosen."""
    others = replace(selection, kinds=())
    counted: Counts = dataset.texts.answer(("by kind", others), lambda: _kinds(dataset, others))
    return counted


def _themes(dataset: Dataset, others: Selection) -> Counts:
    counts = ask.theme_counts(dataset.events_of(others))
    return {theme: int(counts.get(theme, 0)) for theme in dataset.themes}


def _kinds(dataset: Dataset, others: Selection) -> Counts:
    chosen = dataset.events_of(others)["event_id"].tolist()
    kinds, countries = VOCABULARIES["source kind"], others.countries
    return {kind: len(dataset.support.behind((kind,), countries).intersection(chosen)) for kind in kinds}
