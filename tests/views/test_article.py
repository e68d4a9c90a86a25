"""A record as an article: every filled column once, in words, and the names lead on."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.model.figure import Article
from dashboard.model.schema import BY_NAME, TABLES
from dashboard.views.article import SHAPES, agreement_in_words, article, behind_in_words, named_in_words

PLACE = {
    "place_id": "port",
    "name": "Port",
    "country": "PAK",
    "kind": "port",
    "longitude": 67.014,
    "latitude": -24.86,
    "precision": "town",
    "coordinate_source": "made up",
    "name_ru": "Порт",
    "name_ur": "",
}


def _drawn(table: str, row: dict[str, object], titles: dict[str, str]) -> Article:
    record_id = str(next(iter(row.values())))
    figure = article(record_id, table, row, titles, "1 source.")
    assert isinstance(figure.drawing, Article)
    return figure.drawing


def test_a_place_says_its_country_its_coordinate_and_its_name_in_the_script_of_the_other_side() -> None:
    drawing = _drawn("places", PLACE, {"port": "Port"})
    facts = dict(drawing.facts)
    assert [cell.text for cell in drawing.above] == ["Place", "port", "Pakistan"]
    assert facts["Coordinate"][0].text == "24.86° S, 67.01° E (stands for the town)"
    assert (facts["In Russian"][0].text, facts["In Russian"][0].language) == ("Порт", "ru")
    assert "In Urdu" not in facts
    assert "Name" not in facts


def _empty(table: str) -> dict[str, object]:
    return {
        name + end: ""
        for name in (column.name for column in BY_NAME[table].columns)
        for end in ("", "_caption")
    }


def test_a_kind_that_says_the_record_again_is_left_out_and_confidence_says_what_it_is() -> None:
    text = {**_empty("agreements"), "agreement_id": "text", "kind": "agreement"}
    assert [cell.text for cell in _drawn("agreements", text, {"text": "A text"}).above] == ["Agreement"]
    test = {**_empty("checks"), "check_id": "test", "verdict": "supported", "confidence": "high"}
    above = _drawn("checks", test, {"test": "A test"}).above
    assert [cell.text for cell in above] == ["Check", "supported", "high confidence"]


def test_a_place_without_a_coordinate_names_none() -> None:
    nowhere = {**PLACE, "longitude": float("nan"), "latitude": float("nan")}
    assert "Coordinate" not in dict(_drawn("places", nowhere, {"port": "Port"}).facts)


def test_names_of_records_lead_on_and_other_words_do_not() -> None:
    row = {
        "term_id": "term",
        "office_id": "office",
        "actor_id": "ada",
        "period_caption": "1999 – 2002",
        "period": "1999/2002",
        "note": "A note.",
    }
    titles = {"term": "Ada, minister", "office": "Minister", "ada": "Ada"}
    facts = dict(_drawn("terms", row, titles).facts)
    assert (facts["Office"][0].text, facts["Office"][0].record_id) == ("Minister", "office")
    assert (facts["Person"][0].text, facts["Person"][0].record_id) == ("Ada", "ada")
    assert facts["Note"][0].record_id == ""


@pytest.mark.parametrize("table", [table for table in TABLES if table.name in SHAPES], ids=lambda t: t.name)
def test_a_shape_names_only_columns_that_its_table_has(table: object) -> None:
    shape = SHAPES[table.name]  # type: ignore[attr-defined]
    columns = {column.name for column in table.columns}  # type: ignore[attr-defined]
    assert {*shape.above, *shape.lead, *shape.nowhere} <= columns


@pytest.mark.parametrize(
    ("sources", "independent", "fields", "disputed_by", "words"),
    [
        (1, 1, [], 0, "1 source."),
        (3, 3, [], 0, "3 sources; they agree."),
        (3, 2, [], 0, "3 sources, 2 of them independent; they agree."),
        (4, 4, ["date"], 0, "4 sources; they differ on the date."),
        (4, 4, ["cost", "length"], 0, "4 sources; they differ on the cost and length."),
        (4, 4, ["cost"], 1, "4 sources; disputed by 1; they differ on the cost."),
        (2, 2, [], 2, "2 sources; disputed by 2."),
    ],
)
def test_whether_sources_agree_is_a_sentence(
    sources: int, independent: int, fields: list[str], disputed_by: int, words: str
) -> None:
    assert agreement_in_words(sources, independent, fields, disputed_by) == words


def test_what_is_only_named_says_by_how_many_events_and_sources() -> None:
    assert named_in_words(0, 0) == "Named by no event."
    assert named_in_words(1, 2) == "Named by 1 event; 2 sources in all."
    assert named_in_words(53, 115) == "Named by 53 events; 115 sources in all."


def test_a_source_says_how_many_records_rest_on_it() -> None:
    assert behind_in_words(1) == "1 record of the Atlas rests on it."
    assert behind_in_words(4) == "4 records of the Atlas rest on it."


def test_what_an_article_holds_is_heard_in_its_message() -> None:
    figure = article("port", "places", PLACE, {"port": "Port"}, "1 source.")
    assert figure.message == "Port (Place; port; Pakistan), with 3 facts."
    assert isinstance(figure.rows, pd.DataFrame)


def test_a_name_stands_once_and_a_role_that_is_the_kind_is_left_out() -> None:
    state = {**_empty("actors"), "actor_id": "state", "name": "State", "kind": "state", "role": "State"}
    state |= {"aliases": ("Держава", "Realm"), "name_ru": "Держава"}
    drawing = _drawn("actors", state, {"state": "State"})
    facts = {name: [cell.text for cell in cells] for name, cells in drawing.facts}
    assert (facts["Also called"], facts["In Russian"]) == (["Realm"], ["Держава"])
    assert drawing.lead == ()
    only = _drawn("actors", state | {"aliases": ("Держава",)}, {"state": "State"})
    assert "Also called" not in dict(only.facts)
