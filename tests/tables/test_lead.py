"""The sentence that opens the first page says of each year only what the record holds of it."""

from __future__ import annotations

import re

from dashboard.data.atlas import Atlas

# The year that the sentence names, and the event that it means.
MEANT = {
    1948: "diplomatic-relations-1948",
    1966: "tashkent-declaration-1966",
    1979: "soviet-invasion-afghanistan-1979",
    2016: "druzhba-2016",
    2023: "russian-crude-first-cargo-2023",
}


def test_each_year_of_the_opening_sentence_is_that_of_the_event_that_it_means(atlas: Atlas) -> None:
    years = [int(year) for year in re.findall(r"\d{4}", " ".join(atlas.subject.lead))]
    first = atlas["events"].set_index("event_id")["date_first"].dt.year
    assert years == list(MEANT)
    assert {year: int(first[event_id]) for year, event_id in MEANT.items()} == {year: year for year in MEANT}
