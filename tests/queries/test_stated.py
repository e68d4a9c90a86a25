"""Who states a number, and which check tests it."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries import stated as ask

SOURCES = pd.DataFrame({"source_id": ["doc", "press"], "kind": ["document", "news"]})


def evidence(quote: str, source_id: str = "doc", locator: str = "para:3") -> pd.DataFrame:
    return pd.DataFrame(
        {"record_id": ["q"], "source_id": [source_id], "locator": [locator], "quote": [quote]}
    )


CHECKS = pd.DataFrame(
    {
        "check_id": ["check-trade", "check-visit"],
        "source_id": ["doc", "doc"],
        "locator": ["para:3", "para:3"],
        "quote": ["trade of 660 million dollars in ten months", "the visit in ten months"],
    }
)


def test_a_document_among_the_sources_makes_it_a_documents_number() -> None:
    both = pd.concat(
        [evidence("x", "press"), evidence("y", "doc"), evidence("z", "press").assign(record_id="other")]
    )
    assert ask.speakers(both, SOURCES).to_dict() == {"q": "document", "other": "official"}


@pytest.mark.parametrize(
    ("told", "check"),
    [
        (evidence("660 million dollars"), "check-trade"),
        (evidence("a trade of 660 million dollars in all"), "check-trade"),
        (evidence("million dollars in ten months"), "check-trade"),
        (evidence("in ten months of hope"), "check-trade"),
        (evidence("dollars million 660"), None),
        (evidence("of 660 coins"), None),
        (evidence("660 million dollars", locator="para:4"), None),
        (evidence("660 million dollars", source_id="press"), None),
        (evidence(""), None),
    ],
)
def test_a_check_tests_a_number_if_their_quotes_share_words_in_one_paragraph(
    told: pd.DataFrame, check: str | None
) -> None:
    assert ask.tested_by(told, CHECKS, ["q"]).get("q") == check


def test_only_the_records_asked_for_are_answered() -> None:
    assert ask.tested_by(evidence("660 million dollars"), CHECKS, ["other"]) == {}


@pytest.mark.parametrize(
    ("quantity_id", "check_id"),
    [
        ("trade-half-billion-iqbal", "check-iqbal-half-billion"),
        ("trade-2018-ten-months", "check-bokhari-660m"),
        ("trade-boost-bokhari-2019", "check-bokhari-trade-boost"),
        ("nuclear-share-2017", "check-siddique-nuclear-share"),
        ("us-aid-annual-berger", "check-berger-aid-1-3bn"),
        ("loss-from-terrorism-2001-2017", "check-siddique-loss-123bn"),
        ("deaths-from-terrorism-siddique", "check-siddique-deaths-50000"),
    ],
)
def test_each_number_that_a_document_states_leads_to_its_check(
    atlas: Atlas, quantity_id: str, check_id: str
) -> None:
    assert ask.tested_by(atlas["evidence"], atlas["checks"], [quantity_id]) == {quantity_id: check_id}


@pytest.mark.parametrize(
    ("told", "check"),
    [
        ("the tall visits in ten days", None),
        ("months the visit ten", None),
        ("the visit in ten", "check-visit"),
        ("zeal zoos zero", None),
        ("aa ab ac", None),
    ],
)
def test_only_words_that_are_the_same_count_as_shared(told: str, check: str | None) -> None:
    found = ask.tested_by(evidence(told), CHECKS, ["q"])
    assert found == ({"q": check} if check else {})


def test_a_record_without_a_quote_and_one_that_is_not_asked_for_lead_to_no_check() -> None:
    assert ask.tested_by(evidence(""), CHECKS, ["q"]) == {}
    assert ask.tested_by(evidence("660 million dollars"), CHECKS, ["other"]) == {}
    empty = CHECKS.assign(quote="")
    assert ask.tested_by(evidence("660 million dollars"), empty, ["q"]) == {}
