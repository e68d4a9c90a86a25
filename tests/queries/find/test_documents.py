"""Every record becomes one row of names, sentences, passages and years."""

import pandas as pd

from dashboard.model.found import Passage
from dashboard.queries.find.documents import COLUMNS, SHAPES, documents


def frames():
    day = pd.Timestamp("1966-01-10")
    return {
        "events": pd.DataFrame(
            {
                "event_id": ["summit"],
                "title": ["A summit"],
                "summary": ["Two states meet."],
                "kind": ["visit"],
                "weight": [1],
                "actors": [("ada",)],
                "date_first": [day],
                "date_last": [day],
                "date_caption": ["10 January 1966"],
            }
        ),
        "actors": pd.DataFrame(
            {
                "actor_id": ["ada"],
                "name": ["Ada"],
                "aliases": [("Countess",)],
                "kind": ["person"],
                "role": [""],
            }
        ),
        "evidence": pd.DataFrame(
            {
                "record_id": ["summit", "summit", "summit"],
                "source_id": ["paper", "book", "site"],
                "locator": ["para:9", "", "page 3"],
                "quote": ["met in winter", "", ""],
                "note": ["", "The day is that of the signing.", ""],
            }
        ),
    }


def test_an_event_has_its_years_sentences_passages_and_the_names_it_points_to():
    found = documents(frames()).set_index("record_id")
    summit = found.loc["summit"]
    assert (summit["first_year"], summit["last_year"], summit["date"], summit["weight"]) == (
        1966,
        1966,
        "10 January 1966",
        1,
    )
    assert summit["related"] == "Ada"
    assert summit["present"] == "Ada · Countess"
    assert summit["sentences"] == "Two states meet. · visit"
    assert summit["passages"] == (
        Passage("met in winter", "paper", "para:9"),
        Passage("The day is that of the signing.", "book"),
    )


def test_who_is_only_spoken_of_in_an_event_was_not_present():
    tables = frames()
    tables["events"]["title"] = "Envoy brings a message from Ada"
    assert documents(tables).set_index("record_id").loc["summit", ["related", "present"]].tolist() == [
        "Ada",
        "",
    ]


def test_who_is_only_spoken_of_in_its_summary_was_not_present_either():
    tables = frames()
    tables["events"]["summary"] = "An envoy brings a message from Ada."
    assert documents(tables).set_index("record_id").loc["summit", "present"] == ""


def test_a_state_is_present_by_its_own_name_alone():
    tables = frames()
    tables["actors"] = tables["actors"].assign(kind="state", name="Persia", aliases=[("Tehran",)])
    assert documents(tables).set_index("record_id").loc["summit", "present"].strip(" ·") == "Persia"


def test_a_record_without_a_date_spans_all_years_and_has_middle_weight():
    ada = documents(frames()).set_index("record_id").loc["ada"]
    assert (ada["first_year"], ada["last_year"], ada["weight"], ada["names"]) == (0, 9999, 2, "Countess")


def test_tables_that_are_not_there_are_left_out_and_columns_are_those_promised():
    assert list(documents(frames()).columns) == list(COLUMNS)


def test_a_person_and_a_body_are_present_by_all_of_their_names():
    tables = frames()
    for kind in ("company", "person", "union"):
        tables["actors"] = tables["actors"].assign(kind=kind)
        assert documents(tables).set_index("record_id").loc["summit", "present"] == "Ada · Countess"


def test_tables_rank_as_they_are_asked_for():
    ranks = {table: shape.rank for table, shape in SHAPES.items()}
    assert ranks == {
        "events": 1.1,
        "projects": 1.15,
        "actors": 1.1,
        "places": 0.9,
        "claims": 0.9,
        "checks": 0.85,
        "quantities": 0.85,
        "indicators": 0.85,
        "eras": 0.8,
        "series": 1.1,
        "agreements": 0.95,
        "offices": 0.8,
        "routes": 0.5,
        "sources": 0.45,
        "votes": 0.5,
    }


def test_a_record_has_the_titles_of_sources_that_tell_of_few_records_once_each():
    held = frames()
    titles = {"paper": "Two leaders shake hands", "book": "A history", "site": ""}
    held["sources"] = pd.DataFrame(
        {"source_id": list(titles), "title": list(titles.values()), "author": "", "publisher": ""}
    ).assign(published_first=pd.NaT, published_last=pd.NaT, published_caption="")
    others = pd.DataFrame({"record_id": [f"other{number}" for number in range(4)], "source_id": "book"})
    again = held["evidence"].iloc[:1]
    held["evidence"] = pd.concat([held["evidence"], again, others], ignore_index=True).fillna("")
    found = documents(held).set_index("record_id")
    assert found.loc["summit", "headlines"] == "Two leaders shake hands"
    assert found.loc["ada", "headlines"] == ""
