"""Who states a number: documents first, and only who supports it; and which check tests it."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.stated import speakers_of, spoken, verdicts_of


def test_documents_stand_before_other_sources_and_each_by_its_short_name(dataset: Dataset) -> None:
    assert speakers_of(dataset, pd.Series(["trade-2018", "deal-2020", "pipeline-agreement"])) == {
        "trade-2018": ["Voice 2020", "The Gazette"],
        "deal-2020": ["The Gazette", "StatOffice", "The Herald"],
        "pipeline-agreement": ["Voice 2020", "Paper 2021", "The Gazette"],
    }


def test_who_disputes_a_record_does_not_state_it(dataset: Dataset) -> None:
    assert speakers_of(dataset, pd.Series(["river-pipeline", "claim-first"])) == {
        "river-pipeline": ["Voice 2020"],
        "claim-first": [],
    }


def test_a_number_has_the_verdict_of_the_check_that_tests_it(dataset: Dataset) -> None:
    assert verdicts_of(dataset, dataset.atlas["quantities"]) == {
        "trade-2018": ("check-trade-2018", "partly", "partly supported"),
        "pipeline-length": ("check-length", "contradicted", "contradicted"),
    }
    none = dataset.atlas["quantities"].iloc[:0]
    assert verdicts_of(dataset, none) == {}
    assert list(spoken(dataset, none)["by"]) == []


def test_a_number_is_said_by_a_document_if_one_says_it(dataset: Dataset) -> None:
    said = spoken(dataset, dataset.atlas["quantities"])
    assert dict(zip(said["quantity_id"], said["by"], strict=True)) == {
        "trade-2018": "document",
        "pipeline-length": "document",
    }
