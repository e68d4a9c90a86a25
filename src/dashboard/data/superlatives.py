"""Superlatives: those that another event of the tables contradicts, and all of them as a list to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.data.cells import split
from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import period_or_none
from dashboard.model.weakness import READ, SUPERLATIVES

Frames = Mapping[str, pd.DataFrame]

_SPAN = r"(?:in|for) (?:about |nearly |more than |over )?(\d+) years|since (?:\w+ )*?(\d{4})"
_FIRST_SINCE = re.compile(rf"\bfirst\b[^.;]*?\b(?:visit|trip|journey)\b[^.;]*?\b(?:{_SPAN})", re.I)
_OFFICE = re.compile(
    r"\b(president|prime minister|premier|foreign minister|defence minister|army chief|naval "
    r"chief|air chief|speaker)\b",
    re.I,
)
_WORDS = re.compile(rf"\b({'|'.join(SUPERLATIVES)}|in \w+ years)\b", re.I)


@dataclass(frozen=True)
class Superlative:
    """A sentence of a row that claims to be first, last or the like."""

    file: str
    row: int
    record_id: str
    sentence: str


def superlatives_of(frames: Frames) -> list[Superlative]:
    """Every sentence of titles, summaries, findings and outcomes that holds a superlative, in the order of
    the tables.
    """
    found = []
    for table, columns in READ.items():
        frame = frames[table]
        for row in frame.to_dict("records"):
            for sentence in _sentences(row, columns):
                if _WORDS.search(sentence):
                    found.append(Superlative(f"{table}.csv", row[ROW], row[frame.columns[0]], sentence))
    return found


def contradicted(frames: Frames, successors: Mapping[str, str]) -> Iterator[Fault]:
    """Events that claim to be first where an earlier one of the tables is: in their series, or since the year
    they name. `successors` name for a state that is gone the one that counts as the same destination.

    A note on the row says why both may stand.
    """
    events = frames["events"][frames["events"]["note"] == ""]
    happened = frames["events"][frames["events"]["status"] == "happened"]
    yield from _not_first_in_series(events, happened)
    yield from _visited_before(events, happened, _states_of_places(frames["places"], successors))


def _not_first_in_series(events: pd.DataFrame, happened: pd.DataFrame) -> Iterator[Fault]:
    for row in events[events["series"] != ""].to_dict("records"):
        if not re.match(r"first\b", row["title"], re.I):
            continue
        for other in happened[happened["series"] == row["series"]].to_dict("records"):
            if _before(other["date"], row["date"]):
                yield _fault(
                    row, "title", other["event_id"], "called the first, but its series has an earlier one"
                )


def _visited_before(
    events: pd.DataFrame, happened: pd.DataFrame, states: Mapping[str, str]
) -> Iterator[Fault]:
    visits = happened[happened["kind"] == "visit"].to_dict("records")
    for row in events[events["kind"] == "visit"].to_dict("records"):
        for sentence in _sentences(row, ("title", "summary")):
            since = _since(sentence, row["date"])
            for other in visits:
                if (
                    since
                    and _same_errand(row, other, sentence, states)
                    and _within(since, other["date"], row["date"])
                ):
                    yield _fault(row, "summary", other["event_id"], f"called the first since {since}")


def _since(sentence: str, when: str) -> int:
    """The year since which a sentence calls a visit the first, or 0."""
    found, period = _FIRST_SINCE.search(sentence), period_or_none(when)
    if not found or not period:
        return 0
    years, year = found.groups()
    return int(year) if year else period.first.year - int(years)


def _same_errand(
    row: Mapping[str, str], other: Mapping[str, str], sentence: str, states: Mapping[str, str]
) -> bool:
    """True if another visit went to the same state by a holder of an office that the sentence names."""
    offices = {office.lower() for office in _OFFICE.findall(sentence)}
    held = {office.lower() for office in _OFFICE.findall(other["title"])}
    return bool(offices & held) and bool(_states(row, states) & _states(other, states))


def _within(since: int, other: str, when: str) -> bool:
    """True if the other date lies surely after the year and before the visit."""
    period = period_or_none(other)
    return bool(period and period.first.year > since and _before(other, when))


def _before(date: str, other: str) -> bool:
    first, second = period_or_none(date), period_or_none(other)
    return bool(first and second and first.last < second.first)


def _states(row: Mapping[str, str], states: Mapping[str, str]) -> set[str]:
    return {states[place] for place in split(row["places"]) if states.get(place)}


def _states_of_places(places: pd.DataFrame, successors: Mapping[str, str]) -> dict[str, str]:
    return {
        place: successors.get(state, state)
        for place, state in zip(places["place_id"], places["country"], strict=True)
    }


def _sentences(row: Mapping[str, str], columns: tuple[str, ...]) -> list[str]:
    return [sentence for column in columns for sentence in re.split(r"(?<=[.;])\s+", row[column]) if sentence]


def _fault(row: Mapping[str, str], column: str, contradicting: str, problem: str) -> Fault:
    return Fault(
        "events.csv", int(row[ROW]), column, problem, contradicting, "other words, or a note that says why"
    )
