"""A newcomer's minutes at the desk, reckoned from the acts that `benchmarks/desk_walk.py` wrote down.

    python benchmarks/desk_keystrokes.py

The keystroke-level model of S. K. Card, T. P. Moran and A. Newell, "The keystroke-level model for user
performance time with interactive systems", Communications of the ACM 23 (7), 1980, pages 396-410: it was made
for experts without errors. Reading is not in it and is reckoned at 230 words a minute. Of waiting for the
machine the walk's own seconds are given beside it; they depend on the machine.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

ACTS = Path(__file__).with_name("desk_acts.csv")
# Seconds: a key of an average typist, pointing with a mouse, a hand moved to another device, a mental
# preparation, a mouse button pressed or released.
KEY, POINT, HOME, MENTAL, BUTTON = 0.28, 1.1, 0.4, 1.35, 0.1
WORDS_A_MINUTE = 230
MACHINE = "machine"
_TYPED = ("type", "key")


def seconds_of(acts: Iterable[Mapping[str, str]]) -> dict[str, float]:
    """Seconds of a person by what they do, in the order of the acts: read, think, type (keys too), click."""
    spent: Counter[str] = Counter()
    is_at_mouse = False
    for act in acts:
        kind, number = act["act"], float(act["number"])
        if kind == "read":
            spent["read"] += number / WORDS_A_MINUTE * 60
        elif kind == "think":
            spent["think"] += number * MENTAL
        elif kind in _TYPED:
            spent["type"] += number * KEY + is_at_mouse * HOME
            is_at_mouse = False
        elif kind == "click":
            spent["click"] += number * (POINT + 2 * BUTTON) + (not is_at_mouse) * HOME
            is_at_mouse = True
        elif kind != MACHINE:
            raise ValueError(f"no act of the model: {kind}")
    return dict(spent)


def main() -> None:
    """Print the minutes of each article, by what is done and by step."""
    with ACTS.open(encoding="utf-8", newline="") as file:
        acts = list(csv.DictReader(file))
    for article in dict.fromkeys(act["article"] for act in acts):
        mine = [act for act in acts if act["article"] == article]
        seconds = seconds_of(mine)
        waited = sum(float(act["number"]) for act in mine if act["act"] == MACHINE)
        print(f"{article}: {sum(seconds.values()) / 60:.1f} minutes, and the machine {waited / 60:.1f}")
        for name, spent in seconds.items():
            number = sum(act["act"] == name for act in mine)
            print(f"  {name}: {spent / 60:.1f} minutes, {number} times")
        for step in dict.fromkeys(act["step"] for act in mine):
            here = seconds_of(act for act in mine if act["step"] == step)
            print(f"  {step}: {sum(here.values()) / 60:.1f} minutes")


if __name__ == "__main__":
    main()
