"""Answers that are kept: once for everybody, never a failure, never more than asked for."""

from __future__ import annotations

import threading

import pytest

from dashboard.figures.cache import SingleFlightCache


def test_a_question_is_answered_once_and_everybody_has_the_same_object() -> None:
    kept: SingleFlightCache[list[int]] = SingleFlightCache(4)
    first = kept.answer("one", lambda: [1])
    assert kept.answer("one", lambda: [2]) is first


def test_readers_who_ask_at_the_same_moment_wait_for_one_answer() -> None:
    kept: SingleFlightCache[object] = SingleFlightCache(4)
    made, may_end, answers = [], threading.Event(), []

    def make() -> object:
        made.append(1)
        may_end.wait(5)
        return object()

    readers = [threading.Thread(target=lambda: answers.append(kept.answer("one", make))) for _ in range(8)]
    for reader in readers:
        reader.start()
    may_end.set()
    for reader in readers:
        reader.join(5)
    assert len(made) == 1
    assert len(answers) == 8
    assert len(set(map(id, answers))) == 1


def test_a_failure_is_raised_and_not_kept() -> None:
    kept: SingleFlightCache[int] = SingleFlightCache(4)
    with pytest.raises(KeyError):
        kept.answer("one", lambda: {}["missing"])
    assert kept.answer("one", lambda: 1) == 1


def test_the_question_that_was_not_asked_for_longest_is_forgotten() -> None:
    kept: SingleFlightCache[int] = SingleFlightCache(2)
    for question in ("one", "two"):
        kept.answer(question, lambda: 1)
    kept.answer("one", lambda: 2)
    kept.answer("three", lambda: 3)
    assert kept.answer("one", lambda: 4) == 1
    assert kept.answer("two", lambda: 5) == 5


def test_readers_who_wait_for_an_answer_that_fails_hear_of_the_failure() -> None:
    kept: SingleFlightCache[int] = SingleFlightCache(4)
    begun, may_end, met = threading.Event(), threading.Event(), []

    def make() -> int:
        begun.set()
        may_end.wait(5)
        raise KeyError("missing")

    def ask() -> None:
        with pytest.raises(KeyError):
            kept.answer("one", make)
        met.append(1)

    readers = [threading.Thread(target=ask, daemon=True) for _ in range(2)]
    readers[0].start()
    begun.wait(5)
    readers[1].start()
    readers[1].join(0.1)
    may_end.set()
    for reader in readers:
        reader.join(5)
    assert len(met) == 2
