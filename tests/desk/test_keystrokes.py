"""A newcomer's minutes are reckoned from the acts by the published times of each act."""

from __future__ import annotations

import csv
import runpy
from pathlib import Path

import pytest

SCRIPT = runpy.run_path(str(Path(__file__).resolve().parents[2] / "benchmarks" / "desk_keystrokes.py"))
ACTS, seconds_of = SCRIPT["ACTS"], SCRIPT["seconds_of"]


def act(kind: str, number: float = 1) -> dict[str, str]:
    return {"act": kind, "number": str(number)}


@pytest.mark.parametrize(
    ("acts", "seconds"),
    [
        ([act("read", 230)], {"read": 60}),
        ([act("think", 2)], {"think": 2.7}),
        ([act("key"), act("type", 9)], {"type": 2.8}),
        ([act("click"), act("click")], {"click": 0.4 + 2 * 1.3}),
        ([act("click"), act("key")], {"click": 1.7, "type": 0.68}),
        ([act("machine", 99)], {}),
    ],
)
def test_each_act_has_its_published_time(acts: list[dict[str, str]], seconds: dict[str, float]) -> None:
    assert seconds_of(acts) == pytest.approx(seconds)


def test_an_act_that_the_model_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="no act of the model: dream"):
        seconds_of([act("dream")])


def test_a_short_article_takes_a_newcomer_less_than_ten_minutes() -> None:
    with ACTS.open(encoding="utf-8", newline="") as file:
        acts = [row for row in csv.DictReader(file) if row["article"] == "orlova-2025"]
    steps = list(dict.fromkeys(row["step"] for row in acts))
    assert (steps[0], steps[-1]) == ("recipe and article", "landing"), "from reading the recipe to the end"
    assert sum(seconds_of(acts).values()) < 600
