"""Findings that rest on statistics: their numbers are counted from the series now, change with them, and name
their sources.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas, read_texts
from dashboard.data.finding import COLUMNS, TABLES, with_findings
from dashboard.model.finding import named
from dashboard.queries import votes

THIN = "\u202f"

# For each check: the series, the periods whose values the finding names, and the decimals; one period means
# one value, a pair their sum.
RESTS_ON = [
    ("check-siddique-nuclear-share", "owid-pakistan-nuclear-share-of-electricity", ("2016", "2018"), 1),
    (
        "check-siddique-nuclear-share",
        "owid-pakistan-nuclear-share-of-primary-energy-substitution",
        ("2016", "2018"),
        1,
    ),
    (
        "check-berger-aid-1-3bn",
        "crs-2019-us-total-to-pakistan",
        ("2014-10/2015-09", "2015-10/2016-09", "2016-10/2017-09", "2017-10/2018-09"),
        0,
    ),
    (
        "check-iqbal-half-billion",
        "dots-russia-total-trade-with-pakistan",
        ("2012", "2017", "2018", "2020"),
        1,
    ),
    ("check-bokhari-660m", "dots-russia-total-trade-with-pakistan", ("2018",), 1),
    ("check-bokhari-trade-boost", "dots-russia-total-trade-with-pakistan", ("2017", "2018"), 1),
    (
        "check-tanvir-us-relations-2011",
        "crs-2014-us-total-to-pakistan",
        ("2009-10/2010-09", "2010-10/2011-09", "2011-10/2012-09"),
        0,
    ),
    ("check-siddique-narcotics", "unodc-afghanistan-opium-production", ("2016", "2017"), 0),
]
SUMS = [
    ("check-siddique-loss-123bn", "economic-survey-pakistan-terrorism-loss", 2001, 2017, 2, "123.13"),
    ("check-siddique-deaths-50000", "gtd-pakistan-terrorism-deaths", 2001, 2017, 0, f"20{THIN}426"),
    ("check-siddique-deaths-50000", "ucdp-pakistan-conflict-deaths", 2001, 2017, 0, f"39{THIN}931"),
]
FIRM = {check for check, *_ in (*RESTS_ON, *SUMS)}


@pytest.fixture(scope="module")
def texts_of(data: object) -> Mapping[str, pd.DataFrame]:
    return read_texts(data)[0]  # type: ignore[arg-type]


def finding(atlas: Atlas, check_id: str) -> str:
    (found,) = atlas["checks"].set_index("check_id").loc[[check_id], "finding"]
    return str(found)


def said(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".replace(",", THIN)


@pytest.mark.parametrize(("check_id", "indicator_id", "periods", "decimals"), RESTS_ON)
def test_a_finding_names_the_values_of_its_series(
    atlas: Atlas, check_id: str, indicator_id: str, periods: tuple[str, ...], decimals: int
) -> None:
    own = atlas["observations"].set_index(["indicator_id", "period"])["value"]
    wanted = [said(own[indicator_id, period], decimals) for period in periods]
    assert [one for one in wanted if one not in finding(atlas, check_id)] == []


@pytest.mark.parametrize(("check_id", "indicator_id", "first", "last", "decimals", "known"), SUMS)
def test_a_finding_names_the_sum_of_its_series(
    atlas: Atlas, check_id: str, indicator_id: str, first: int, last: int, decimals: int, known: str
) -> None:
    own = atlas["observations"]
    own = own[
        (own["indicator_id"] == indicator_id)
        & (own["period_first"].dt.year >= first)
        & (own["period_last"].dt.year <= last)
    ]
    assert said(own["value"].sum(), decimals) == known
    assert known in finding(atlas, check_id)


@pytest.mark.parametrize("check_id", sorted(FIRM))
def test_a_finding_changes_when_any_of_its_observations_changes(
    texts_of: Mapping[str, pd.DataFrame], check_id: str
) -> None:
    checks = texts_of["checks"].set_index("check_id", drop=False)
    series = {one for column in COLUMNS for one in named(checks.loc[check_id, column])}
    assert series
    before = tuple(with_findings(texts_of).set_index("check_id").loc[check_id, list(COLUMNS)])
    for one in series:
        table, key = next((table, key) for table, key in TABLES.items() if one in set(texts_of[table][key]))
        changed = texts_of[table].copy()
        own = changed[key] == one
        changed.loc[own, "value"] = [f"{float(value) + 7:.3f}" for value in changed.loc[own, "value"]]
        after = with_findings({**texts_of, table: changed}).set_index("check_id").loc[check_id]
        assert tuple(after[list(COLUMNS)]) != before, one


def test_no_reader_sees_a_place_that_is_still_to_be_filled(atlas: Atlas) -> None:
    cells = [cell for column in COLUMNS for cell in atlas["checks"][column]]
    assert [cell for cell in cells if re.search(r"[{}]", cell)] == []


def test_the_source_of_every_number_is_part_of_the_evidence(texts_of: Mapping[str, pd.DataFrame]) -> None:
    source_of = texts_of["indicators"].set_index("indicator_id")["source_id"]
    behind = set(texts_of["evidence"][["record_id", "source_id"]].itertuples(index=False, name=None))
    missing = []
    for row in texts_of["checks"].to_dict("records"):
        for one in {one for column in COLUMNS for one in named(row[column])} & set(source_of.index):
            if (row["check_id"], source_of[one]) not in behind:
                missing.append((row["check_id"], source_of[one]))
    assert missing == []


@pytest.mark.parametrize("check_id", sorted(FIRM))
def test_a_finding_that_names_a_statistic_says_its_unit(atlas: Atlas, check_id: str) -> None:
    assert re.search(
        r"million dollars|billion dollars|per cent|tonnes|deaths|million", finding(atlas, check_id)
    )


VOTES_COUNTED = {
    "check-bokhari-strained-since-invasion": ("opposite", "topic-afghanistan", 1980, 1989, 12),
    "check-iqbal-united-nations": ("opposite", "", 2012, 2021, 65),
}


@pytest.mark.parametrize("check_id", VOTES_COUNTED)
def test_a_count_of_votes_in_a_finding_is_that_of_the_page_of_votes(atlas: Atlas, check_id: str) -> None:
    relation, topic, first, last, number = VOTES_COUNTED[check_id]
    whole = votes.in_years(votes.whole_resolutions(atlas.votes, "general-assembly"), first, last)
    chosen = votes.on_topics(whole, (topic,) if topic else ())
    counted = votes.with_relation(chosen, "PAK", "RUS")["relation"].eq(relation).sum()
    assert counted == number
    assert str(number) in finding(atlas, check_id)
