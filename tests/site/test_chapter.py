"""The record by theme, decade and era: which years and themes each part holds, and what it draws."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.figures.dataset import Dataset
from dashboard.model.selection import Selection
from dashboard.site.chapter import chapters_of, pages_of
from dashboard.site.publication import Publication


def test_every_theme_decade_and_era_is_a_part_within_the_years_of_the_record(
    publication: Publication,
) -> None:
    # The record begins in 1947 and was released in 2022.
    decades = [(1947, 1949), *((start, start + 9) for start in range(1950, 2020, 10)), (2020, 2022)]
    expected = [
        *(
            (f"theme/{theme}", title, words, Selection((theme,), (), 1947, 2022))
            for theme, title, words in (
                ("diplomacy", "Diplomacy", "Visits and statements"),
                ("trade", "Trade", "Goods and payments"),
                ("energy", "Energy", "Gas and oil"),
            )
        ),
        *(
            (
                f"decade/{first // 10 * 10}s",
                f"The {first // 10 * 10}s",
                f"What the record holds of {first} to {last}.",
                Selection((), (), first, last),
            )
            for first, last in decades
        ),
        ("era/quiet-years", "Quiet years", "Few contacts.", Selection((), (), 1947, 1999)),
    ]
    assert [
        (part.stem, part.title, part.words, part.selection) for part in chapters_of(publication)
    ] == expected


@pytest.fixture
def small_eras(publication: Publication) -> Publication:
    """The small Atlas with eras that begin before it, end after it, and lie within it."""
    rows = [("middle", "1960/1979"), ("open", "2001-05/.."), ("before", "1917/1959")]
    eras = [{"era_id": era, "label": era, "period": period, "summary": era} for era, period in rows]
    atlas = publication.dataset.atlas
    return Publication(Dataset(replace(atlas, frames={**atlas.frames, "eras": pd.DataFrame(eras)})))


def test_an_era_keeps_its_own_years_and_ends_with_the_record(small_eras: Publication) -> None:
    years = {part.stem: part.selection for part in chapters_of(small_eras) if part.stem.startswith("era/")}
    assert years == {
        "era/middle": Selection((), (), 1960, 1979),
        "era/open": Selection((), (), 2001, 2022),
        "era/before": Selection((), (), 1947, 1959),
    }


@pytest.mark.parametrize(
    ("stem", "said", "titles", "drawn"),
    [
        ("theme/energy", "Gas and oil 1 event.", ["Agreement on the river pipeline"], {"timeline-lanes"}),
        (
            "decade/2010s",
            "What the record holds of 2010 to 2019. 3 events.",
            ["Agreement on the river pipeline", "Visit that did not take place", "Round of talks on trade"],
            {"timeline-lanes", "trade-lines"},
        ),
    ],
)
def test_a_part_counts_and_lists_its_events_and_a_theme_does_not_repeat_the_trade_of_all_years(
    publication: Publication, stem: str, said: str, titles: list[str], drawn: set[str]
) -> None:
    (part,) = (part for part in chapters_of(publication) if part.stem == stem)
    files = {path: content.decode("utf-8") for path, content in pages_of(part, publication)}
    page = files[f"{stem}.html"]
    assert f'<p class="lead">{said}</p>' in page
    held = {title for title in publication.dataset.atlas["events"]["title"] if f">{title}</a>" in page}
    assert held == set(titles)
    assert {re.sub(rf"^{stem}-|-page-.*$", "", path) for path in files if path.endswith(".svg")} == drawn
    assert re.findall(r'<nav aria-label="Where this page stands".*?href="([^"]*)"', page) == [
        "../timeline.html"
    ]
