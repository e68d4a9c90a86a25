"""Of many sources on paper the few behind most of a page stand in full, and all others by publisher."""

from __future__ import annotations

import pandas as pd

from dashboard.views.register import LEADING, MOST_IN_FULL, by_publisher, leading

SOURCES = pd.DataFrame(
    [
        ("TASS", "", "Talks held", 1),
        ("dawn", "", "Pipeline signed", 7),
        ("TASS", "", "A treaty", 2),
        ("", "Ada <b>Writer</b>", "Книга", 1),
        ("", "Ada <b>Writer</b>", "A letter", 1),
        ("TASS", "", "A visit", 1),
        ("Gazette", "", "A leaflet", 1),
    ],
    columns=["publisher", "author", "title", "records"],
)


def test_publishers_stand_by_the_number_of_their_sources_and_the_single_ones_are_counted() -> None:
    html = by_publisher(SOURCES)
    assert ">TASS (3) · Ada &lt;b&gt;Writer&lt;/b&gt; (2) · 2 publishers with one source each</p>" in html


def test_few_sources_stand_in_full_and_of_many_those_behind_most_records() -> None:
    assert len(leading(SOURCES)) == len(SOURCES)
    many = pd.concat([SOURCES.assign(title=f"{place}") for place in range(MOST_IN_FULL)], ignore_index=True)
    most = leading(many)
    assert len(most) == LEADING
    assert set(most["publisher"]) == {"dawn"}
