"""Where each page, record and vote stands: in the files of the edition and in the living app."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.figures.dataset import Dataset
from dashboard.site.publication import Links, Publication

BASE = "https://atlas.example/pr/"


def test_votes_stand_newest_first_on_pages_of_a_hundred_and_fifty(publication: Publication) -> None:
    votes = pd.DataFrame({"vote_id": f"v{at:03}", "date": f"{1700 + at}-01-01"} for at in range(301))
    # The frame of the votes is made once from their file; here it is given as it would be made.
    atlas = replace(publication.dataset.atlas)
    vars(atlas)["votes"] = votes
    many = Publication(Dataset(atlas))
    assert many.votes[:2] == ("v300", "v299")
    paths = [many.path_of(vote_id) for vote_id in ("v300", "v151", "v150", "v001", "v000")]
    assert paths == [
        "votes/1.html#v300",
        "votes/1.html#v151",
        "votes/2.html#v150",
        "votes/2.html#v001",
        "votes/3.html#v000",
    ]


@pytest.mark.parametrize(
    ("reads_app", "home", "page", "record", "vote"),
    [
        (False, "", "trade.html", "record/river-line.html", "votes/1.html#a-res-1"),
        (True, "", "trade", "record?id=river-line", "record?id=a-res-1"),
    ],
)
def test_an_address_leads_to_a_file_of_the_edition_or_to_a_page_of_the_app(
    publication: Publication, reads_app: bool, home: str, page: str, record: str, vote: str
) -> None:
    shown = replace(publication, reads_app=reads_app)
    assert shown.address(shown.page("overview")) == f"{BASE}{home}"
    assert shown.address(shown.page("trade")) == f"{BASE}{page}"
    assert shown.address(shown.path_of("river-line")) == f"{BASE}{record}"
    assert shown.address(shown.path_of("a-res-1")) == f"{BASE}{vote}"
    nowhere = replace(shown, base="")
    assert nowhere.address(nowhere.page("trade")) == ""


def test_a_link_climbs_out_of_the_folder_of_its_page(publication: Publication) -> None:
    assert Links(publication, "record/x.html")["river-line"] == "../record/river-line.html"
    assert Links(publication, "index.html")["river-line"] == "record/river-line.html"
