"""Every reference opens in a reader that has nothing to do with its writer: Pandoc reads the BibTeX, the RIS
and the CSL-JSON.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import jsonschema
import pypandoc
import pytest
from pybtex.database import parse_string

from dashboard.data.atlas import Atlas
from dashboard.exports import citation, reference
from dashboard.exports.reference import Edition, Item

EDITION = Edition("An Atlas", "1.2.0", date(2026, 11, 22), "https://atlas.example/")
AWKWARD = reference.of_part(
    EDITION,
    "atlas-awkward",
    "100 % of {A_B} & C# ~ $5 \\ “quoted”",
    "Figure",
    "https://atlas.example/a_b?x=1&y=%20#z",
    "a\nb",
)

_DATE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "circa": {"type": "boolean"},
        "literal": {"type": "string", "minLength": 1},
    },
}
_TEXT = {"type": "string", "minLength": 1}
_NAME = {
    "oneOf": [{"required": ["literal"], "additionalProperties": False, "properties": {"literal": _TEXT}}]
}
_NAME["oneOf"].append(
    {
        "required": ["family", "given"],
        "additionalProperties": False,
        "properties": {"family": _TEXT, "given": _TEXT, "suffix": _TEXT},
    }
)
# The part of the CSL 1.0.2 input model that the Atlas uses; anything else is refused.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": _TEXT,
            "type": {
                "enum": ["article-newspaper", "dataset", "document", "entry", "figure", "report", "webpage"]
            },
            "author": {"type": "array", "minItems": 1, "items": _NAME},
            "issued": _DATE,
            **dict.fromkeys(
                ("title", "URL", "publisher", "container-title", "genre", "version", "note", "language"),
                _TEXT,
            ),
        },
    },
}


@pytest.fixture(scope="module")
def items(atlas: Atlas) -> list[Item]:
    """Every source of the Atlas, the Atlas itself and something awkward."""
    return [*reference.of_sources(atlas["sources"].to_dict("records")), reference.of_atlas(EDITION), AWKWARD]


def read(text: str, format: str) -> list[dict[str, Any]]:
    """What Pandoc finds in a bibliography."""
    return json.loads(pypandoc.convert_text(text, "csljson", format=format))


def letters(text: str) -> str:
    """Letters and digits only: Pandoc makes quotes and dashes typographic."""
    return "".join(sign for sign in text if sign.isalnum())


def test_every_reference_is_read_back_from_bibtex_with_title_year_and_address(items: list[Item]) -> None:
    found = {one["id"]: one for one in read(citation.bibtex(items), "biblatex")}
    assert list(found) == [item["id"] for item in items]
    for item in items:
        back = found[item["id"]]
        assert letters(back["title"]) == letters(item["title"])
        assert back.get("URL") == item.get("URL")
        assert len(back.get("author", [])) == len(item.get("author", []))
        if "issued" in item:
            assert back["issued"]["date-parts"][0] == item["issued"]["date-parts"][0]


def test_every_reference_is_read_back_from_ris(items: list[Item]) -> None:
    text = citation.ris(items)
    found = read(text, "ris")
    assert len(found) == len(items) == text.count("\nER  - ")
    for item, back in zip(items, found, strict=True):
        assert letters(back["title"]) == letters(item["title"])
        assert back.get("URL") == item.get("URL")
        assert len(back.get("author", [])) == len(item.get("author", []))


@pytest.mark.parametrize("title", ["A { brace", "A } brace", "} and {", "{a} {", "a \\\\{ b"])
def test_a_lone_brace_breaks_no_bibliography(title: str) -> None:
    awkward = reference.of_part(
        EDITION, "atlas-brace", title, "Figure", "https://atlas.example/?q={#x", "note }"
    )
    text = citation.bibtex([awkward, AWKWARD])
    assert text.count("{") == text.count("}")
    assert list(parse_string(text, "bibtex").entries) == ["atlas-brace", "atlas-awkward"]
    found = read(text, "biblatex")
    assert [entry["id"] for entry in found] == ["atlas-brace", "atlas-awkward"]
    assert letters(found[0]["title"]) == letters(title)
    assert found[0]["URL"] == "https://atlas.example/?q=%7B#x"


def test_a_month_is_the_word_that_every_style_of_bibtex_defines() -> None:
    assert "    month = nov,\n" in citation.bibtex([AWKWARD])


def test_every_reference_is_csl_json_as_the_schema_has_it_and_as_pandoc_reads_it(items: list[Item]) -> None:
    text = citation.csl_json(items)
    jsonschema.validate(json.loads(text), CSL)
    assert {one["id"] for one in read(text, "csljson")} == {item["id"] for item in items}


def test_a_line_of_ris_is_never_broken_by_a_line_in_the_data() -> None:
    lines = citation.ris([AWKWARD]).splitlines()
    assert all(line == "" or line[2:6] == "  - " for line in lines)
    assert "N1  - a b" in lines


def test_a_sentence_names_author_date_title_publisher_and_address(items: list[Item]) -> None:
    sentences = dict(zip([item["id"] for item in items], citation.texts(items), strict=True))
    assert sentences["tanvir-2021"].startswith(
        "Tanvir, M. H. (between September and December 2021). Pakistan and Russia:"
    )
    assert sentences["frus-68-d511"].startswith("Oehlert, B. H. (1968, August 24). Foreign Relations")
    assert "(about 2024). International Monetary Fund. https://data.imf.org/" in sentences["imf-dots"]
    assert (
        sentences[items[-2]["id"]]
        == "An Atlas. (2026, November 22). An Atlas (Version 1.2.0) [Data set and dashboard]. "
        "https://atlas.example/"
    )
    assert all(item["title"].rstrip(".") in sentences[item["id"]] for item in items)


def test_a_title_that_ends_in_a_question_mark_gets_no_full_stop(items: list[Item]) -> None:
    assert not any("?. " in sentence for sentence in citation.texts(items))


def of_person(author: str, title: str = "T") -> Item:
    row = {"source_id": "s", "kind": "news", "author": author, "author_kind": "person", "publisher": "P"}
    row |= {"title": title, "published": "2024", "published_note": "", "url": "", "language": "", "note": ""}
    return reference.of_source(row)


@pytest.mark.parametrize(
    ("author", "begins"),
    [
        ("George de Lama", "de Lama, G. (2024). T. P"),
        ("Veer, Peter van der", "Veer, Peter van der. (2024). T. P"),
        ("bell hooks", "hooks, bell. (2024). T. P"),
        ("محمد علی جناح", "جناح, محمد علی. (2024). T. P"),
        ("Сергей Викторович Лавров", "Лавров, С. В. (2024). T. P"),
        ("Jean-Luc Picard", "Picard, J.-L. (2024). T. P"),
        ("Martin Luther King Jr.; Ada Voice", "King, M. L., Jr., & Voice, A. (2024). T. P"),
    ],
)
def test_a_given_name_is_shortened_only_where_it_has_initials(author: str, begins: str) -> None:
    assert citation.text(of_person(author)) == begins


def test_what_follows_a_name_stands_where_each_form_has_it() -> None:
    item = of_person("Martin Luther King Jr.")
    assert "author = {King, Jr., Martin Luther}" in citation.bibtex([item])
    assert "AU  - King, Martin Luther, Jr.\n" in citation.ris([item])
    (read_back,) = read(citation.bibtex([item]), "bibtex")
    assert read_back["author"] == [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]


def test_a_date_of_the_table_stands_in_no_csl() -> None:
    (item,) = json.loads(citation.csl_json([of_person("Ada Voice")]))
    assert "edtf" not in item


@pytest.mark.parametrize(
    "title", ["Is it…", "Demands action against...", "«Нет.»", "کیا ہے؟", "رکن بنا۔", "中文。", "“No!”"]
)
def test_a_title_that_ends_in_a_stop_of_its_script_gets_no_other(title: str) -> None:
    assert citation.text(of_person("", title)) == f"{title} (2024). P"
    assert citation.text(of_person("Ada Voice", title)) == f"Voice, A. (2024). {title} P"


def test_a_figure_is_cited_with_its_choice_and_the_version_of_its_data() -> None:
    figure = reference.of_part(
        EDITION, "atlas-trade", "Trade", "Figure", "https://atlas.example/trade#x", "Energy; 2014–2021"
    )
    assert (
        citation.text(figure)
        == "An Atlas. (2026, November 22). Trade [Figure]. An Atlas (version 1.2.0). Energy; 2014–2021. "
        "https://atlas.example/trade#x"
    )


def test_the_atlas_is_the_author_of_what_it_says_in_every_form_of_a_reference() -> None:
    assert "    author = {{An Atlas}},\n" in citation.bibtex([AWKWARD])
    assert "AU  - An Atlas\n" in citation.ris([AWKWARD])
    assert json.loads(citation.csl_json([AWKWARD]))[0]["author"] == [{"literal": "An Atlas"}]
    assert citation.text(AWKWARD).startswith("An Atlas. (2026, November 22). 100 % of")


def source(kind: str, published: str) -> Item:
    row = {"source_id": "s", "kind": kind, "title": "T", "author": "", "author_kind": "", "publisher": "P"}
    row |= {"published": published, "published_note": "", "url": "", "language": "", "note": ""}
    return reference.of_source(row)


@pytest.mark.parametrize(
    ("published", "bibtex", "ris"),
    [
        ("2024", {"year": "2024", "date": "2024"}, "2024///"),
        ("2024-05", {"year": "2024", "month": "may", "date": "2024-05"}, "2024/05//"),
        ("2024-05-06", {"year": "2024", "month": "may", "date": "2024-05-06"}, "2024/05/06/"),
        ("2024-12", {"year": "2024", "month": "dec", "date": "2024-12"}, "2024/12//"),
        ("2024~", {"year": "2024", "date": "2024~"}, "2024///about 2024"),
        ("2024/2025", {"year": "2024", "date": "2024/2025"}, "2024///between 2024 and 2025"),
        (
            "2024-05/2024-06",
            {"year": "2024", "date": "2024-05/2024-06"},
            "2024/05//between May and June 2024",
        ),
        ("2024?", {"year": "2024", "date": "2024?"}, "2024///perhaps 2024"),
        ("2024/..", {"year": "2024", "date": "2024/.."}, "2024///since 2024"),
        ("../2024", {"year": "2024", "date": "../2024"}, "2024///until 2024"),
        ("2024-21", {"year": "2024", "date": "2024-21"}, "2024///spring 2024"),
        ("202X", {"year": "2020", "date": "2020/2029"}, "2020///2020s"),
        ("0987-05", {"year": "0987", "month": "may", "date": "0987-05"}, "0987/05//"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(published: str, bibtex: dict[str, str], ris: str) -> None:
    item = source("news", published)
    fields = dict(re.findall(r"^    (year|month|date) = {?([^,}]*)}?", citation.bibtex([item]), re.MULTILINE))
    assert fields == bibtex
    assert f"DA  - {ris}\n" in citation.ris([item])


@pytest.mark.parametrize(
    ("kind", "genre", "bibtex", "ris"),
    [
        ("dataset", "Data set", "misc", "DATA"),
        ("document", None, "misc", "GEN"),
        ("official", None, "techreport", "RPRT"),
        ("news", None, "article", "NEWS"),
        ("reference", None, "misc", "ELEC"),
        ("academic", None, "misc", "GEN"),
        ("thinktank", None, "techreport", "RPRT"),
    ],
)
def test_each_kind_of_source_is_what_managers_of_references_call_it(
    kind: str, genre: str | None, bibtex: str, ris: str
) -> None:
    item = source(kind, "")
    assert item.get("genre") == genre
    assert citation.bibtex([item]).lstrip().startswith("@" + bibtex)
    assert f"TY  - {ris}\n" in citation.ris([item])


WHOLE: Item = {
    "id": "whole",
    "type": "report",
    "title": "Gas & oil_1",
    "author": [{"family": "Paper", "given": "Ben"}, {"literal": "Office of Statistics"}],
    "publisher": "House_1",
    "issued": {"date-parts": [[2024, 1, 2]]},
    "version": "1.2.0",
    "genre": "Data set",
    "language": "ur",
    "URL": "https://example.org/a_b",
    "note": "Kept at #3",
}


def test_every_field_of_a_reference_stands_where_bibtex_has_it() -> None:
    assert citation.bibtex([WHOLE]).strip().splitlines() == [
        "@techreport{whole,",
        "    title = {{Gas \\& oil\\_1}},",
        "    author = {Paper, Ben and {Office of Statistics}},",
        "    institution = {House\\_1},",
        "    year = {2024},",
        "    month = jan,",
        "    date = {2024-01-02},",
        "    version = {1.2.0},",
        "    language = {ur},",
        "    url = {https://example.org/a_b},",
        "    note = {Kept at \\#3}",
        "}",
    ]
    paper = {**WHOLE, "type": "article-newspaper", "container-title": "Dawn"}
    assert "    journal = {Dawn},\n" in citation.bibtex([paper])
    page = citation.bibtex([{**WHOLE, "type": "webpage"}])
    assert "    howpublished = {House\\_1},\n" in page
    assert "    type = {Data set},\n" in page


def test_every_field_of_a_reference_stands_where_ris_has_it() -> None:
    assert citation.ris([{**WHOLE, "container-title": "Series"}]).split("\n") == [
        "TY  - RPRT",
        "ID  - whole",
        "TI  - Gas & oil_1",
        "AU  - Paper, Ben",
        "AU  - Office of Statistics",
        "PY  - 2024",
        "DA  - 2024/01/02/",
        "T2  - Series",
        "PB  - House_1",
        "ET  - 1.2.0",
        "M3  - Data set",
        "LA  - ur",
        "UR  - https://example.org/a_b",
        "N1  - Kept at #3",
        "ER  - ",
        "",
    ]
