"""A change in words: dates, numbers, countries, vocabularies and ids as a reader reads them."""

from __future__ import annotations

import pytest

from dashboard.model.change import (
    ADDED,
    EVIDENCE_ADDED,
    EVIDENCE_WITHDRAWN,
    REMOVED,
    STANCE,
    VALUE,
    VERDICT,
    Change,
)
from dashboard.views.change_words import new, old, sentence, sentences, what

TITLES = {"talks": "The talks", "times": "The Times", "herat": "Herat", "trade": "Trade", "energy": "Energy"}


def change(kind: str = VALUE, table: str = "events", **cells: str) -> Change:
    return Change("talks", table, "Old talks", kind, **cells)


@pytest.mark.parametrize(
    ("table", "field", "cell", "read"),
    [
        ("events", "date", "1971-08-09", "9 August 1971"),
        ("events", "status", "did-not-happen", "did not happen"),
        ("events", "themes", "trade;energy", "Trade, Energy"),
        ("events", "title", "trade", "trade"),
        ("sources", "country", "GBR", "United Kingdom"),
        ("quantities", "value", "1250.50", "1\u202f250.5"),
        ("events", "date", "no date", "no date"),
        ("routes", "stop 3", "herat", "Herat"),
        ("events", "note", "", "–"),
        ("events", "value of the evidence from times", "1954-03", "March 1954"),
        ("events", "value of the evidence from times", "1954/1956", "1954–1956"),
        ("events", "value of the evidence from times", "1954", "1954"),
        ("events", "value of the evidence from times", "104-11-10", "104-11-10"),
        ("events", "note of the evidence from times", "Seen: 1954-03", "Seen: 1954-03"),
        ("events", "times", "excerpt; date: 1954-03-18; supports", "excerpt; date: 18 March 1954; supports"),
    ],
)
def test_a_value_is_written_as_a_reader_reads_it(table: str, field: str, cell: str, read: str) -> None:
    assert old(change(table=table, field=field, old=cell), TITLES) == read
    assert new(change(table=table, field=field, new=cell), TITLES) == read


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (change(ADDED), "New record"),
        (change(REMOVED, successor="talks", why="entered twice"), "Given up: Old talks (entered twice)"),
        (
            change(VERDICT, "checks", field="verdict", old="supported", new="partly"),
            "Verdict: supported → partly supported",
        ),
        (
            change(STANCE, field="times", old="supports", new="disputes"),
            "Stance of The Times: supports → disputes",
        ),
        (change(EVIDENCE_ADDED, field="times", new="para:1"), "Evidence added: The Times"),
        (
            change(EVIDENCE_WITHDRAWN, field="times", why="another visit"),
            "Evidence withdrawn: The Times (another visit)",
        ),
        (
            change(field="value of the evidence from times", old="1", new="2"),
            "Value of the evidence from The Times: 1 → 2",
        ),
    ],
)
def test_each_kind_of_change_is_a_sentence(changed: Change, said: str) -> None:
    assert sentence(changed, TITLES) == said


def test_a_correction_says_that_it_is_one() -> None:
    wrong = Change("talks", "events", "", VALUE, "title", "A", "B", "misread", corrected=True)
    assert sentence(wrong, TITLES) == "Title: A → B (Correction: misread)"


def test_of_several_changes_each_reason_stands_once() -> None:
    changes = [
        change(field="title", old="A", new="B", why="misread"),
        change(field="note", new="C", why="misread"),
    ]
    assert sentences(changes, TITLES) == "Title: A → B (misread). Note: – → C."


def test_a_column_is_named_in_words() -> None:
    assert what(change(field="status_as_of"), TITLES) == "Status as of"
    assert what(change(field="name_ur"), TITLES) == "Name in Urdu"
