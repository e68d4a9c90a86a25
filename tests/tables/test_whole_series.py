"""Series of banks, speeches, news and diplomats are those of their source files, value for value."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas

BANKS = {"russia": "Russian Federation", "china": "China", "united-states": "U. S. A.", "india": "India"}
FLOWS = {
    "payments-for-imports-from": "import payments through banks (goods)",
    "receipts-for-exports-to": "export receipts through banks (goods)",
}
SPANS = {"fiscal-year": "FY", "july-march": "July", "month": ("March", "February")}
DEBATE = {"pakistan-names-russia": ("PAK", "ussr_russia"), "russia-names-pakistan": ("RUS", "pakistan")}
NEWS = {"pakistan": "Pakistan", "russia": "Russian Federation"}


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def held(atlas: Atlas, indicator_id: str) -> dict[str, Decimal]:
    observations = atlas["observations"]
    own = observations[observations["indicator_id"] == indicator_id]
    return {period: Decimal(str(value)) for period, value in zip(own["period"], own["value"], strict=True)}


def test_what_passed_through_banks_is_as_the_state_bank_books_it(atlas: Atlas, statistics: Path) -> None:
    rows = rows_of(statistics, "trade_annual_more.csv")
    for flow, name in FLOWS.items():
        for key, partner in BANKS.items():
            for span, begins in SPANS.items():
                own = [row for row in rows if row["partner"] == partner and row["flow"] == name]
                own = [row for row in own if row["period"].startswith(begins)]
                ends = [(row["period_from"], row["period_to"], Decimal(row["value"]) / 1000) for row in own]
                expected = {
                    first if first == last else f"{first}/{last}": value for first, last, value in ends
                }
                found = held(atlas, f"sbp-{flow}-{key}-{span}")
                assert found == {period: pytest.approx(value) for period, value in expected.items()}


@pytest.mark.parametrize("key", DEBATE)
def test_names_in_speeches_are_counted_as_in_the_collection(atlas: Atlas, statistics: Path, key: str) -> None:
    state, column = DEBATE[key]
    rows = rows_of(statistics, "un_general_debate_mentions.csv")
    own = {row["year"]: int(row[column]) for row in rows if row["iso"] == state and row["year"] >= "1947"}
    assert held(atlas, f"debate-{key}-yearly") == own
    for period, value in held(atlas, f"debate-{key}-decade").items():
        first, last = period.split("/")
        assert value == sum(count for year, count in own.items() if first <= year <= last)


@pytest.mark.parametrize(
    "kind", ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
)
def test_events_in_the_news_are_those_of_the_package(atlas: Atlas, statistics: Path, kind: str) -> None:
    rows = rows_of(statistics, "events_icews_dyad.csv")
    for one, other in (("pakistan", "russia"), ("russia", "pakistan")):
        pair = (NEWS[one], NEWS[other])
        own = [row for row in rows if (row["source_country"], row["target_country"]) == pair]
        expected = {row["year"]: Decimal(row[kind.replace("-", "_")]) for row in own}
        assert held(atlas, f"icews-{one}-to-{other}-{kind}") == expected


def test_diplomatic_exchange_is_that_of_the_data_set(atlas: Atlas, statistics: Path) -> None:
    rows = rows_of(statistics, "diplomatic_exchange_cow.csv")
    assert held(atlas, "cow-diplomatic-exchange-pakistan-russia") == {
        row["year"]: Decimal(row["DE"]) for row in rows
    }


def test_each_speech_is_named_with_its_speaker(atlas: Atlas) -> None:
    yearly = atlas["observations"]["indicator_id"].str.fullmatch(r"debate-.*-yearly")
    notes = atlas["observations"].loc[yearly, "note"]
    assert len(notes) > 140
    assert notes.str.fullmatch(r"Speech of .+, session \d+, \d+ words\.").all()
