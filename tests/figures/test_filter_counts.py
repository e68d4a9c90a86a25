"""The number beside each choice of a filter: its events under the other filters alone."""

from __future__ import annotations

from dashboard.figures.dataset import Dataset
from dashboard.figures.filter_counts import by_kind, by_theme
from dashboard.model.selection import Selection


def test_a_theme_counts_its_events_whatever_themes_are_chosen(dataset: Dataset) -> None:
    counts = {"diplomacy": 5, "trade": 3, "energy": 2}
    assert by_theme(dataset, Selection((), (), 1947, 2022)) == counts
    assert by_theme(dataset, Selection(("energy",), (), 1947, 2022)) == counts
    assert list(by_theme(dataset, Selection((), (), 1947, 2022))) == list(dataset.themes)


def test_a_theme_counts_only_events_of_the_chosen_years_kinds_and_countries(dataset: Dataset) -> None:
    # To 2015: contacts of the fifties, the treaty, the words at the border, the agreement on the pipeline.
    assert by_theme(dataset, Selection((), (), 1947, 2015)) == {"diplomacy": 3, "trade": 1, "energy": 1}
    assert by_theme(dataset, Selection((), ("news",), 1947, 2022))["diplomacy"] == 4
    assert by_theme(dataset, Selection((), (), 1947, 2022, ("IND",))) == {
        "diplomacy": 1,
        "trade": 2,
        "energy": 1,
    }


def test_a_kind_counts_the_events_that_a_source_of_it_supports_whatever_kinds_are_chosen(
    dataset: Dataset,
) -> None:
    counts = by_kind(dataset, Selection((), (), 1947, 2022))
    assert {kind: number for kind, number in counts.items() if number} == {
        "document": 2,
        "dataset": 1,
        "news": 7,
    }
    assert by_kind(dataset, Selection((), ("news",), 1947, 2022)) == counts


def test_a_kind_counts_only_events_of_the_chosen_themes_years_and_countries(dataset: Dataset) -> None:
    assert by_kind(dataset, Selection(("energy",), (), 1947, 2022))["news"] == 2
    assert by_kind(dataset, Selection((), (), 1947, 2015))["document"] == 1
    of_india = by_kind(dataset, Selection((), (), 1947, 2022, ("IND",)))
    assert (of_india["news"], of_india["document"]) == (3, 0)
