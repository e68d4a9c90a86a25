"""Records rank by likeness, by the share of the question that they cover, and by what they are."""

import pytest

from dashboard.queries.find.question import Group, read_question
from dashboard.queries.find.ranking import SYNONYM, ranked


def asked(text: str, known: dict[str, tuple[str, ...]] | None = None) -> tuple:
    question = read_question(text, known or {})
    return question, question.groups


def test_no_words_rank_nothing(index_of):
    assert ranked(index_of(), *asked("")) == ()


def test_the_rows_are_those_that_hold_a_word_the_best_first_and_equals_in_order(index_of):
    index = index_of({"title": "river"}, {"title": "river dam"}, {"title": "river"}, {"title": "gate"})
    assert [hit.row for hit in ranked(index, *asked("river dam"))] == [1, 0, 2]


def test_of_records_that_cover_as_much_the_one_most_like_the_question_stands_first(index_of):
    index = index_of(
        {"title": "gate", "sentences": "the gate of a town that stands by a river"},
        {"title": "gate", "sentences": "river"},
    )
    first, second = ranked(index, *asked("river"))
    assert (first.row, second.row) == (1, 0)
    assert first.coverage == second.coverage
    assert first.score > second.score


def test_what_covers_less_than_is_asked_is_left_out(index_of):
    index = index_of({"title": "river"}, {"title": "river dam"})
    assert [hit.row for hit in ranked(index, *asked("river dam"), least=0.9)] == [1]


def test_a_word_that_says_the_same_counts_in_full_beside_one_that_it_may_be_called(index_of):
    index = index_of({"title": "plant"}, {"title": "mill"}, {"title": "works"})
    question, _ = asked("завод")
    groups = [Group("завод", ("завод", "plant", "works"), plain=("завод", "plant"))]
    shares = {hit.row: hit.coverage for hit in ranked(index, question, groups)}
    assert shares == {0: pytest.approx(1.0), 2: pytest.approx(SYNONYM)}


def test_a_record_that_ended_before_the_years_asked_for_lies_outside_and_one_without_end_does_not(index_of):
    rows = [{"title": "river", "first_year": 1990, "last_year": last} for last in (1995, 9999)] + [
        {"title": "dam", "first_year": 2010, "last_year": 2010}
    ]
    shares = {hit.row: hit.coverage for hit in ranked(index_of(*rows), *asked("river 2000"))}
    assert shares == {0: 0.5, 1: 1.0}


def test_a_span_of_years_asked_for_is_not_met_by_the_name_of_one_of_them(index_of):
    index = index_of({"table": "projects", "title": "river 2000", "sentences": "in 2001"})
    assert ranked(index, *asked("river 2000-2001"))[0].coverage == 0.65
    assert ranked(index, *asked("river 2000"))[0].coverage == 1.0
