"""Claims by documents, verdicts by documents, differences by source: each cell says its word, and silence is
said.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import EmptyFigure, Figure, Grid, Listing
from dashboard.queries import checks as ask_checks
from dashboard.queries import claims as ask_claims
from dashboard.views import arguments, checks, sources


def documents(atlas: Atlas) -> pd.DataFrame:
    sources = atlas["sources"]
    return sources[sources["kind"] == "document"].sort_values("published_first")


def grid(figure: Figure | EmptyFigure) -> Grid:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return figure.drawing


@pytest.mark.parametrize("order", ["topic", "agreement", "dispute"])
def test_a_cell_says_supports_disputes_or_silent(small_atlas: Atlas, order: str) -> None:
    told = ask_claims.stances(small_atlas["claims"], small_atlas["evidence"], documents(small_atlas))
    drawn = grid(
        arguments.matrix(
            ask_claims.agreement(small_atlas["claims"], told), told, documents(small_atlas), order
        )
    )
    assert drawn.header == ("Argument", "Voice 2020", "Paper 2021")
    assert [[cell.text for cell in row[1:]] for row in drawn.rows] == [["supports", "disputes"]]
    assert all(cell.record_id == "claim-interests" for cell in drawn.rows[0])
    silent = grid(
        arguments.matrix(
            ask_claims.agreement(small_atlas["claims"], told), told.iloc[:1], documents(small_atlas), order
        )
    )
    assert silent.rows[0][2].text == "silent" or silent.rows[0][1].text == "silent"


def test_a_cell_says_quoted_where_the_document_only_reports_another(small_atlas: Atlas) -> None:
    evidence = small_atlas["evidence"].assign(speaker="A minister")
    told = ask_claims.stances(small_atlas["claims"], evidence, documents(small_atlas))
    counted = ask_claims.agreement(small_atlas["claims"], told)
    ((_, first, second),) = grid(arguments.matrix(counted, told, documents(small_atlas), "topic")).rows
    assert [(cell.text, cell.tone) for cell in (first, second)] == [
        ("quoted: supports", "quoted"),
        ("quoted: disputes", "quoted"),
    ]
    assert counted[["supporting", "disputing"]].to_numpy().tolist() == [[0, 0]]


@pytest.mark.parametrize(
    ("author", "kind", "published", "name"),
    [
        ("Zheng, Haiqi", "person", "2021", "Zheng 2021"),
        ("Peter van der Veer (editor)", "person", "2021-05", "van der Veer 2021"),
        ("Ada Voice; Ben Paper", "person", "2020~", "Voice and Paper 2020"),
        ("Ada Voice; Ben Paper; Li Wei", "person", "../2020", "Voice et al. 2020"),
        ("Agence France-Presse", "body", "201X", "Agence France-Presse 201X"),
        ("", "", "2020/2021", "The Comment 2020"),
        ("Ada Voice", "person", "", "Voice"),
    ],
)
def test_a_document_is_named_by_families_or_its_body_and_its_year(
    author: str, kind: str, published: str, name: str
) -> None:
    row = {"author": author, "author_kind": kind, "published": published, "publisher": "The Comment"}
    assert arguments.short_name(row) == name


def test_no_claim_says_why(small_atlas: Atlas) -> None:
    assert isinstance(
        arguments.matrix(small_atlas["claims"].iloc[:0], pd.DataFrame(), documents(small_atlas), "topic"),
        EmptyFigure,
    )


def test_verdicts_are_counted_by_document_and_add_up(small_atlas: Atlas) -> None:
    own = small_atlas["checks"]
    drawn = grid(checks.verdicts(ask_checks.verdict_counts(own), own, documents(small_atlas)))
    assert [cell.text for cell in drawn.rows[0]] == ["Voice 2020", "0", "1", "0", "0", "1"]


def test_a_statement_has_its_quote_its_paragraph_its_verdict_and_its_finding(small_atlas: Atlas) -> None:
    counts = pd.Series({"check-trade-2018": 1})
    figure = checks.listing(small_atlas["checks"], counts, documents(small_atlas), {})
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    ((heading, (item,)),) = figure.drawing.groups
    assert heading == "Ada Voice: The pipeline and the port"
    assert item.when == "“Trade stood at 500 million dollars”, paragraph 3"
    assert item.tags == (("partly", "partly supported"),)
    assert item.detail.startswith("Customs returns give another number.")


def test_no_verdict_says_why(small_atlas: Atlas) -> None:
    none = small_atlas["checks"].iloc[:0]
    assert isinstance(checks.listing(none, pd.Series(dtype=int), documents(small_atlas), {}), EmptyFigure)
    assert isinstance(
        checks.verdicts(ask_checks.verdict_counts(none), none, documents(small_atlas)), EmptyFigure
    )


def test_what_a_document_stands_behind_is_said_in_words() -> None:
    said = sources.contributed({"claims": 2, "quantities": 1, "indicators": 2})
    assert said == "Cited for 2 arguments, 1 stated number and 2 statistical series."


def test_a_value_that_evidence_supports_has_its_date_in_words(small_atlas: Atlas) -> None:
    own = small_atlas["checks"].head(1).assign(correct_value="Saint Petersburg, 2017-07-03; 2016-17")
    figure = checks.listing(own, pd.Series(dtype=int), documents(small_atlas), {})
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert figure.drawing.groups[0][1][0].detail.endswith("supports: Saint Petersburg, 3 July 2017; 2016-17.")
