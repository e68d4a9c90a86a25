"""Each debt finds the records that have it, and on the real tables every number is counted again from the
files alone.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.weakness import TABLES
from dashboard.queries.health import (
    DEBTS,
    coarsely_dated,
    queue,
    read_once,
    without_archive,
    without_quote,
)

SOURCES = pd.DataFrame(
    [
        ("paper", "document", "https://example.org/paper", ""),
        ("herald", "news", "https://example.org/herald", ""),
        ("gazette", "official", "https://example.org/gazette", "https://archive.example/gazette"),
        ("customs", "dataset", "https://example.org/customs", ""),
    ],
    columns=["source_id", "kind", "url", "archived"],
)


def evidence(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["record_id", "source_id", "quote"])


def test_one_quote_of_a_document_is_enough_and_other_sources_owe_none() -> None:
    rows = evidence(
        ("quoted", "paper", "three short words"),
        ("quoted", "paper", ""),
        ("unquoted", "paper", ""),
        ("press", "herald", ""),
    )
    assert without_quote(rows, SOURCES) == ["unquoted"]


def test_one_archived_page_is_enough_and_documents_and_data_sets_need_none() -> None:
    rows = evidence(
        ("safe", "gazette", ""),
        ("safe", "herald", ""),
        ("unsafe", "herald", ""),
        ("held", "paper", ""),
        ("series", "customs", ""),
    )
    assert without_archive(rows, SOURCES) == ["unsafe"]


@pytest.mark.parametrize(
    ("text", "coarse"),
    [
        ("2016", True),
        ("2016~", True),
        ("2014/2017", True),
        ("196X", True),
        ("1947/..", True),
        ("2016-09", False),
        ("2016-09~", False),
        ("1979-12/1989", False),
        ("2016-09-24/2016-10-10", False),
    ],
)
def test_a_date_is_coarse_if_no_end_has_a_month(text: str, coarse: bool) -> None:
    assert coarsely_dated(pd.DataFrame({"event_id": ["e"], "date": [text]})) == (["e"] if coarse else [])


def test_a_record_is_read_twice_if_both_readers_judged_something_of_it_or_a_later_one_did() -> None:
    frames = {
        "events": pd.DataFrame({"event_id": ["both", "first", "settled", "none", "later"]}),
        "claims": pd.DataFrame({"claim_id": ["claim"]}),
        "checks": pd.DataFrame({"check_id": []}),
        "readings": pd.DataFrame(
            [
                ("both", "A"),
                ("both", "B"),
                ("first", "A"),
                ("first", "A"),
                ("settled", "A"),
                ("settled", "settled"),
                ("later", "later"),
            ],
            columns=["record_id", "coder"],
        ),
    }
    assert read_once(frames) == ["first", "settled", "none", "claim"]


def test_the_weightiest_records_with_most_debts_stand_first(atlas: Atlas) -> None:
    found = queue(atlas.frames, atlas.released)
    assert (found["score"] == found["weight"] * found["debts"].map(len)).all()
    keys = list(zip(-found["score"], -found["weight"], found["record_id"], strict=True))
    assert keys == sorted(keys)
    weights = atlas["events"].set_index("event_id")["weight"]
    events = found[found["table"] == "events"]
    assert (events["weight"] == 4 - events["record_id"].map(weights)).all()
    assert set(found.loc[found["table"] != "events", "weight"]) == {2}


def test_every_number_of_debts_is_counted_again_from_the_files(atlas: Atlas, data: Path) -> None:
    tables = {
        name: list(csv.DictReader((data / f"{name}.csv").open(encoding="utf-8", newline="")))
        for name in (*TABLES, "evidence", "sources", "readings")
    }
    source = {row["source_id"]: row for row in tables["sources"]}
    behind = defaultdict(list)
    for row in tables["evidence"]:
        behind[row["record_id"]].append(row)
    judged = defaultdict(set)
    for row in tables["readings"]:
        judged[row["record_id"]].add(row["coder"])

    def origin(source_id: str) -> str:
        first = source[source[source_id]["origin"] or source_id]
        return first["publisher"] or first["author"] or first["source_id"]

    counted: Counter[str] = Counter()
    for table, id_column in TABLES.items():
        for row in tables[table]:
            rows = behind[row[id_column]]
            cited = [source[passage["source_id"]] for passage in rows]
            pages = [cell for cell in cited if cell["url"] and cell["kind"] not in ("document", "dataset")]
            of_documents = [p for p in rows if source[p["source_id"]]["kind"] == "document"]
            if row.get("kind") != "consistency":
                counted["one-origin"] += len({origin(cell["source_id"]) for cell in cited}) == 1
                counted["weak-sources"] += all(cell["reliability"] == "weak" for cell in cited)
            counted["no-archive"] += bool(pages) and not any(cell["archived"] for cell in pages)
            counted["no-quote"] += bool(of_documents) and not any(p["quote"] for p in of_documents)
            if table == "events":
                counted["coarse-date"] += not re.search(r"\d{4}-\d\d", row["date"])
                end = row["date"].split("/")[-1].rstrip("~?%")
                last = {4: f"{end}-12-31", 7: f"{end}-31"}.get(len(end), end)
                counted["planned-past"] += row["status"] == "planned" and last < atlas.released.isoformat()
            if table in ("events", "claims", "checks"):
                coders = judged[row[id_column]]
                counted["one-reading"] += not ({"A", "B"} <= coders or "later" in coders)
    found = queue(atlas.frames, atlas.released)
    assert Counter(debt for debts in found["debts"] for debt in debts) == +counted
    assert set(counted) == set(DEBTS)
    assert isinstance(atlas.released, date)


def test_a_source_without_an_address_is_no_page_of_the_web() -> None:
    printed = SOURCES.assign(url="")
    assert without_archive(evidence(("book", "herald", "")), printed) == []
    assert without_archive(evidence(("page", "herald", "")), SOURCES) == ["page"]
