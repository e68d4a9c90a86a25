"""The recorded votes in rows: what was voted on, when, with what result, and how each state voted."""

from __future__ import annotations

import re

from dashboard.site.publication import Publication
from dashboard.site.vote import page_of_part


def test_each_vote_is_a_row_under_its_id_with_day_result_and_what_each_state_voted(
    publication: Publication,
) -> None:
    path, content = page_of_part(1, publication)
    page = content.decode("utf-8")
    assert path == "votes/1.html"
    assert '<p class="lead">4 votes, the newest first; here 4 December 2015 to 2 March 2017.</p>' in page
    rows = [
        (vote_id, *re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", cells))
        for vote_id, cells in re.findall(r'<tr id="([^"]*)">(.*?)</tr>', page)
    ]
    assert rows == [
        (
            "s-2017-1",
            "The question of the river (S/2017/1)",
            "2 March 2017",
            "13–1–1; veto of Russia",
            "not a member",
            "against",
            "in favour",
        ),
        (
            "a-res-2-paragraph",
            "Peace on land, paragraph 3",
            "December 2016",
            "90–12–40",
            "abstained",
            "in favour",
            "against",
        ),
        (
            "a-res-2",
            "Peace on land (A/RES/2)",
            "December 2016",
            "120–2–30",
            "in favour",
            "in favour",
            "against",
        ),
        (
            "a-res-1",
            "Use of the great river (A/RES/1)",
            "4 December 2015",
            "100–10–20",
            "in favour",
            "against",
            "abstained",
        ),
    ]
    head = re.findall(r'<th scope="col">(.*?)</th>', page)
    assert head == ["What was voted on", "Date", "Result", "Pakistan", "Russia", "United States"]
