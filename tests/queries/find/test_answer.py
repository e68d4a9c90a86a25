"""Questions of readers find their record among the first five, and what the record cannot answer is said to
be so.
"""

import csv
import random
from collections import Counter
from pathlib import Path

import pytest

from dashboard.queries.find.answer import Marker, find
from dashboard.queries.find.documents import documents
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import glossary_of, read_question

HERE = Path(__file__).resolve().parent
QUESTIONS = list(csv.DictReader((HERE / "questions.csv").open(encoding="utf-8")))
LATIN = {"english", "misspelt"}


@pytest.fixture(scope="module")
def record(atlas):
    known = glossary_of(atlas["glossary"])
    index = Index(documents(atlas.frames))
    return index, lambda text: find(index, read_question(text, known))


def answered(record, row) -> bool:
    index, ask = record
    result = ask(row["question"])
    if row["kind"] == "none":
        return not result.answered
    first = {index.records["record_id"][hit.row] for hit in result.hits[:5]}
    return result.answered and not first.isdisjoint(row["expected"].split(";"))


# The questions were written in two halves before the ranking was tuned on the first one alone. The later ones
# were written without a look at the index when the record had grown. Before the weights were set anew on all,
# 22 of their 33 in Latin script, all 14 in Russian and Urdu and 16 of the 17 of none were right.
@pytest.mark.parametrize("half", ["tuned", "held", "later"])
def test_each_half_of_the_questions_reaches_its_share(record, half):
    asked = [row for row in QUESTIONS if row["half"] == half]
    numbers = Counter(row["kind"] for row in asked)
    right = Counter(row["kind"] for row in asked if answered(record, row))
    latin = sum(right[kind] for kind in LATIN) / sum(numbers[kind] for kind in LATIN)
    assert latin >= 0.9, right
    assert right["ru"] / numbers["ru"] >= 0.75, right
    assert right["ur"] / numbers["ur"] >= 0.75, right
    assert right["none"] / numbers["none"] >= 0.85, right


# Written before the rule was: 7 of the 14 of none and 16 of the others were right then.
def test_what_names_persons_places_acts_and_years_together_is_answered_only_by_what_holds_them_so(record):
    asked = [row for row in QUESTIONS if row["half"] == "together"]
    of_none = [row for row in asked if row["kind"] == "none"]
    others = [row for row in asked if row["kind"] != "none"]
    assert len(of_none) >= 12
    assert len(others) >= 12
    assert sum(answered(record, row) for row in of_none) >= 0.9 * len(of_none)
    assert sum(answered(record, row) for row in others) >= 0.9 * len(others)


def test_nine_in_ten_of_all_questions_without_an_answer_are_told_so(record):
    asked = [row for row in QUESTIONS if row["kind"] == "none"]
    assert sum(answered(record, row) for row in asked) >= 0.9 * len(asked)


def test_there_are_at_least_200_questions_and_every_expected_record_exists(record):
    index, _ = record
    expected = {record_id for row in QUESTIONS for record_id in row["expected"].split(";") if record_id}
    assert len(QUESTIONS) >= 200
    assert expected <= set(index.records["record_id"])


def test_an_exact_name_comes_first(record):
    index, ask = record
    for name, record_id in {"SCO": "shanghai-cooperation-organisation", "Russia": "russia-state"}.items():
        assert index.records["record_id"][ask(name).hits[0].row] == record_id


def test_words_of_the_question_are_marked(record):
    _, ask = record
    text = "The declaration of Tashkent"
    words = {text[begin:end] for begin, end in Marker(ask("Tashkent declaration")).places_in(text)}
    assert words == {"declaration", "Tashkent"}


def test_what_a_misspelt_word_was_read_as_is_said(record):
    _, ask = record
    assert "gwadar" in ask("gawadar").read_as["gawadar"]


SIGNS = [*"\"'*^()[]{}:;-+~|&<>%_\\/\x00\t\n", " ", "NEAR", "OR", "AND", "NOT", "title:", "*", '""', "\ud800"]
WORDS = [
    "pipeline",
    "river",
    "1971",
    "2014-2021",
    "Ада",
    "معاہدہ",
    "第一",
    "é",
    "gawadar",
    "S-400",
    "a" * 400,
]


def test_of_ten_thousand_hostile_questions_none_is_an_error(small_atlas):
    known, index = glossary_of(small_atlas["glossary"]), Index(documents(small_atlas.frames))
    chance = random.Random(1947)
    for _ in range(10_000):
        parts = chance.choices([*SIGNS, *WORDS], k=chance.randint(0, 8))
        find(index, read_question(chance.choice(["", " "]).join(parts), known))
