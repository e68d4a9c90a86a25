"""The card of a year of votes counts them by how the two stood, and names a few of each."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.views.vote_card import of_year

PAIR = ("CHN", "USA")


def cast(*relations: str) -> pd.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "vote_id": f"v{place}",
            "date": f"1980-0{place + 1}-05",
            "year": 1980,
            "source_id": "library",
            "relation": relation,
        }
        for place, relation in enumerate(relations)
    ]
    return pd.DataFrame(rows)


TITLES = {**{f"v{place}": f"Vote {place}" for place in range(9)}, "library": "The library"}


def test_the_sentence_counts_what_was_alike_half_apart_and_opposite() -> None:
    glance = of_year(cast("same", "same", "partly", "opposite"), 0.625, PAIR, TITLES, listed=True)
    assert glance.title == "China and United States in 1980"
    assert glance.article.above[0].text == "5 January – 5 April 1980"
    assert glance.article.lead[0].text == (
        "They voted alike on 2 of 4 whole resolutions on which both voted or abstained (50 per cent). "
        "One of the two abstained on 1; on 1 one was in favour and one against."
    )
    assert "62 per cent" in glance.article.agreement


def test_what_did_not_happen_is_said_and_not_listed() -> None:
    glance = of_year(cast("same"), 1.0, PAIR, TITLES, listed=True)
    assert "abstained on none; on none one was in favour" in glance.article.lead[0].text
    assert glance.article.above[0].text == "5 January 1980"
    assert [name for name, _ in glance.article.facts] == ["Counted from", "Open"]


def test_of_many_votes_three_are_named_and_the_list_holds_all_where_it_can_be_narrowed() -> None:
    five = cast(*["opposite"] * 5)
    facts = dict(of_year(five, 0.0, PAIR, TITLES, listed=True).article.facts)
    cells = facts["One in favour, one against"]
    assert [cell.text for cell in cells] == [
        "Vote 0, 5 January 1980",
        "Vote 1, 5 February 1980",
        "Vote 2, 5 March 1980",
        "all 5",
    ]
    assert ("relation", "opposite") in cells[-1].params
    elsewhere = dict(of_year(five, 0.0, PAIR, TITLES, listed=False).article.facts)
    assert elsewhere["One in favour, one against"][-1].text == "and 2 more"
    assert elsewhere["Open"][0].params == (
        ("body", "general-assembly"),
        ("what", "whole"),
        ("years", "1980"),
        ("years", "1980"),
    )
