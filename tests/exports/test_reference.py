"""What is cited says no more than the table does: a window stays a window, a body is not given a first
name.
"""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.exports import reference
from dashboard.exports.reference import Edition

SOURCE = {
    "source_id": "dawn-2016",
    "kind": "news",
    "title": "Joint exercise",
    "author": "A.G. Noorani; Amir Shah",
    "author_kind": "person",
    "publisher": "Dawn",
    "published": "2016-09-28",
    "published_note": "",
    "url": "https://example.org/a",
    "language": "en",
    "note": "",
}
EDITION = Edition("An Atlas", "1.2.0", date(2026, 11, 22), "https://atlas.example/")


def test_a_newspaper_is_the_container_and_its_day_is_kept() -> None:
    item = reference.of_source(SOURCE)
    assert (item["type"], item["container-title"], item["issued"]) == (
        "article-newspaper",
        "Dawn",
        {"date-parts": [[2016, 9, 28]]},
    )
    assert [name["family"] for name in item["author"]] == ["Noorani", "Shah"]


def test_a_semicolon_within_brackets_does_not_part_two_authors() -> None:
    item = reference.of_source(
        {**SOURCE, "author": "Zulfikar Ali Bhutto (minister; author not named); Amir Shah"}
    )
    assert [name["family"] for name in item["author"]] == ["Bhutto", "Shah"]


def test_a_window_of_dates_is_a_range_marked_as_uncertain_and_the_note_says_how_it_is_known() -> None:
    item = reference.of_source(
        {**SOURCE, "published": "2021-09/2021-12", "published_note": "window inferred.", "note": "Reposted"}
    )
    assert item["issued"] == {
        "date-parts": [[2021, 9], [2021, 12]],
        "circa": True,
        "literal": "between September and December 2021",
    }
    assert item["note"] == "Date: window inferred. Reposted"


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("", None),
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("2024~", {"date-parts": [[2024]], "circa": True, "literal": "about 2024"}),
        ("2024?", {"date-parts": [[2024]], "circa": True, "literal": "perhaps 2024"}),
        ("1979/..", {"date-parts": [[1979]], "circa": True, "literal": "since 1979"}),
        ("../1979", {"date-parts": [[1979]], "circa": True, "literal": "until 1979"}),
        ("1979/", {"date-parts": [[1979]], "circa": True, "literal": "1979 – unknown"}),
        ("2024-21", {"date-parts": [[2024]], "circa": True, "literal": "spring 2024"}),
        ("2024-XX", {"date-parts": [[2024]], "circa": True, "literal": "some month of 2024"}),
        ("2024-05-XX", {"date-parts": [[2024, 5]], "circa": True, "literal": "some day of May 2024"}),
        ("195X", {"date-parts": [[1950], [1959]], "circa": True, "literal": "1950s"}),
        (
            "2020-12/2021-02",
            {
                "date-parts": [[2020, 12], [2021, 2]],
                "circa": True,
                "literal": "between December 2020 and February 2021",
            },
        ),
        (
            "2020/2021",
            {"date-parts": [[2020], [2021]], "circa": True, "literal": "between 2020 and 2021"},
        ),
        ("2016-09-24/2016-09-24", {"date-parts": [[2016, 9, 24]]}),
        ("2016/2016", {"date-parts": [[2016]]}),
        (
            "2016-09/2016",
            {"date-parts": [[2016, 9], [2016]], "circa": True, "literal": "between September 2016 and 2016"},
        ),
        (
            "2016~/2016-09",
            {
                "date-parts": [[2016], [2016, 9]],
                "circa": True,
                "literal": "between about 2016 and September 2016",
            },
        ),
        (
            "2016-XX/2016-09",
            {
                "date-parts": [[2016], [2016, 9]],
                "circa": True,
                "literal": "between some month of 2016 and September 2016",
            },
        ),
        (
            "201X/202X",
            {"date-parts": [[2010], [2029]], "circa": True, "literal": "between the 2010s and the 2020s"},
        ),
    ],
)
def test_a_date_is_never_more_precise_than_its_text(edtf: str, issued: object) -> None:
    assert reference.of_source({**SOURCE, "published": edtf}).get("issued") == issued


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Sitwat Waqar Bokhari", {"family": "Bokhari", "given": "Sitwat Waqar"}),
        (
            "Zulfikar Ali Bhutto (minister for fuel, power and natural resources)",
            {"family": "Bhutto", "given": "Zulfikar Ali"},
        ),
        ("Zheng, Haiqi", {"family": "Zheng", "given": "Haiqi"}),
        ("Usmani", {"literal": "Usmani"}),
        ("Usmani (editor)", {"literal": "Usmani"}),
        ("Peter van der Veer", {"family": "van der Veer", "given": "Peter"}),
        ("Osama bin Laden", {"family": "bin Laden", "given": "Osama"}),
        ("bell hooks", {"family": "hooks", "given": "bell"}),
        ("Martin Luther King Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("King, Martin Luther, Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("Khan II", {"literal": "Khan II"}),
        ("A.M.Bhatti", {"family": "Bhatti", "given": "A.M."}),
        ("Khan,", {"literal": "Khan"}),
        (", Imran", {"literal": "Imran"}),
        ("Ada Voice et al.", {"literal": "Ada Voice et al."}),
    ],
)
def test_a_person_has_a_family_name(name: str, parts: dict[str, str]) -> None:
    assert reference.named(name, "person") == parts


def test_persons_are_parted_by_a_semicolon_or_and_and_bodies_by_a_semicolon_only() -> None:
    row = {**SOURCE, "author": "Ada Voice and Ben Paper; Li Wei", "author_kind": "person"}
    assert [name["family"] for name in reference.of_source(row)["author"]] == ["Voice", "Paper", "Wei"]
    body = {**row, "author": "Ministry of Ports and Railways; The Board", "author_kind": "body"}
    assert [name["literal"] for name in reference.of_source(body)["author"]] == [
        "Ministry of Ports and Railways",
        "The Board",
    ]


@pytest.mark.parametrize("kind", ["body", ""])
@pytest.mark.parametrize(
    "name",
    ["Agence France-Presse", "Parlamentskaya Gazeta", "Ministry of Finance, Government of Pakistan", "UNODC"],
)
def test_a_body_and_what_is_not_told_to_be_a_person_are_cited_as_they_stand(name: str, kind: str) -> None:
    assert reference.of_source({**SOURCE, "author": name, "author_kind": kind})["author"] == [
        {"literal": name}
    ]


def test_version_and_date_of_the_data_are_part_of_every_reference_to_the_atlas() -> None:
    whole = reference.of_atlas(EDITION)
    part = reference.of_part(
        EDITION, "atlas-x", "A figure", "Figure", "https://atlas.example/trade#x", "All themes"
    )
    assert (whole["version"], part["container-title"]) == ("1.2.0", "An Atlas (version 1.2.0)")
    assert whole["issued"] == part["issued"] == {"date-parts": [[2026, 11, 22]]}
    assert (whole["URL"], part["URL"]) == ("https://atlas.example/", "https://atlas.example/trade#x")
    assert EDITION.caption == "An Atlas, version 1.2.0 of 22 November 2026"


def test_an_address_that_is_not_known_is_left_out_rather_than_invented() -> None:
    assert "URL" not in reference.of_atlas(Edition("An Atlas", "1", date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("genre", "kind"), [("Figure", "figure"), ("figure", "figure"), ("Event", "entry"), ("Project", "entry")]
)
def test_a_figure_is_cited_as_a_figure_and_a_record_as_an_entry(genre: str, kind: str) -> None:
    part = reference.of_part(EDITION, "x", "X", genre, "https://atlas.example/x")
    assert (part["type"], part["genre"]) == (kind, genre)


def test_the_atlas_and_its_parts_are_cited_whole_with_language_and_terms() -> None:
    assert reference.of_atlas(EDITION) == {
        "id": "atlas",
        "type": "dataset",
        "title": "An Atlas",
        "author": [{"literal": "An Atlas"}],
        "version": "1.2.0",
        "genre": "Data set and dashboard",
        "issued": {"date-parts": [[2026, 11, 22]]},
        "URL": "https://atlas.example/",
        "note": "Licence of the data: CC BY 4.0",
        "language": "en-GB",
    }
    assert reference.of_part(EDITION, "atlas-x", "X", "Figure", "https://atlas.example/x", "All themes") == {
        "id": "atlas-x",
        "type": "figure",
        "title": "X",
        "author": [{"literal": "An Atlas"}],
        "genre": "Figure",
        "issued": {"date-parts": [[2026, 11, 22]]},
        "URL": "https://atlas.example/x",
        "note": "All themes",
        "language": "en-GB",
        "container-title": "An Atlas (version 1.2.0)",
    }


@pytest.mark.parametrize(
    ("kind", "named", "holder"),
    [
        ("document", "document", "publisher"),
        ("dataset", "dataset", "publisher"),
        ("official", "report", "publisher"),
        ("news", "article-newspaper", "container-title"),
        ("reference", "webpage", "container-title"),
        ("academic", "document", "publisher"),
        ("thinktank", "report", "publisher"),
    ],
)
def test_each_kind_of_source_is_named_and_has_its_publisher_as_its_style_asks(
    kind: str, named: str, holder: str
) -> None:
    item = reference.of_source({**SOURCE, "kind": kind})
    assert (item["type"], item[holder], item["language"], item["URL"]) == (
        named,
        "Dawn",
        "en",
        "https://example.org/a",
    )
    assert len({"publisher", "container-title"} & item.keys()) == 1
