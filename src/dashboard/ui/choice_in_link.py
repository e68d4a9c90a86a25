"""The parameters of the link in which choices stand, also while the browser has not yet heard of the latest
one.

A browser sends its address with everything that it asks. What it asked just before it heard of a choice has
the address of before, and would undo the choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

import streamlit as st

# Seconds after a choice in which an address of before it is taken for a late one, and not for a way back.
LATE = 1.5

_PUT = "_put-into-link"


@dataclass(frozen=True)
class Put:
    """What was put into the link for one parameter, what stood there before, and when."""

    values: tuple[str, ...]
    before: frozenset[tuple[str, ...]]
    moment: float

    def is_late(self, found: tuple[str, ...]) -> bool:
        """True if what is found in the link is of before the choice and the choice is fresh."""
        return found != self.values and found in self.before and monotonic() - self.moment < LATE


def values_of(name: str) -> list[str]:
    """The values of a parameter as the reader chose them last."""
    found, put = tuple(st.query_params.get_all(name)), _all_put().get(name)
    if put and put.is_late(found):
        _write(name, put.values)
        return list(put.values)
    return list(found)


def put(name: str, values: list[str]) -> None:
    """Put the values of a parameter into the link; none takes it out."""
    chosen, found, latest = tuple(values), tuple(st.query_params.get_all(name)), _all_put().get(name)
    before = {found}
    if latest and monotonic() - latest.moment < LATE:
        before |= {latest.values, *latest.before}
    _all_put()[name] = Put(chosen, frozenset(before - {chosen}), monotonic())
    _write(name, chosen)


def _all_put() -> dict[str, Put]:
    latest: dict[str, Put] = st.session_state.setdefault(_PUT, {})
    return latest


def _write(name: str, values: tuple[str, ...]) -> None:
    if values:
        st.query_params[name] = list(values)
    elif name in st.query_params:
        del st.query_params[name]
