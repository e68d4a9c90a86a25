"""The names and number words of a sentence, and those among them that the event of its date does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from dashboard.model.statement import AGREES, DIFFERS, NOT_HELD, Finding
from dashboard.queries.verify.event import COUNTED, Meant, overlap, without
from dashboard.queries.verify.held import Held
from dashboard.queries.verify.judgement import finding_of
from dashboard.queries.verify.statement import Stated

Words = list[tuple[str, int, int]]

# Shorter words are as often abbreviations as names.
_SHORTEST = 4


def names_in(sentence: str, words: Words, held: Held) -> Iterator[Finding]:
    """Names that the record knows, the longest first, each once."""
    place, seen = 0, set()
    while place < len(words):
        for size in (6, 5, 4, 3, 2, 1):
            record_id = held.names.get(tuple(word for word, _, _ in words[place : place + size]))
            begin = words[place][1]
            if (
                record_id
                and sentence[begin].isupper()
                and record_id not in seen
                and place + size <= len(words)
            ):
                seen.add(record_id)
                yield finding_of(
                    held, "name", sentence, begin, words[place + size - 1][2], AGREES, record_id, "", ()
                )
                place += size - 1
                break
        place += 1


def strangers(sentence: str, words: Words, named: Iterable[Finding], held: Held) -> Iterator[Finding]:
    """Words within a sentence that are written as names and stand nowhere in the record."""
    known = [(finding.begin, finding.end) for finding in named]
    for word, begin, end in words[1:]:
        within = any(first <= begin < last for first, last in known)
        written_as_name = len(word) >= _SHORTEST and word.isalpha() and sentence[begin].isupper()
        if written_as_name and not within and not held.knows(word):
            yield Finding("name", sentence[begin:end], begin, end, NOT_HELD)


def departing(
    named: Iterable[Finding], things: list[Stated], undated: str, meant: list[Meant], held: Held
) -> Iterator[Finding]:
    """The names of a sentence; one that the event of its date does not hold, while all else is that event's,
    differs.
    """
    for finding in named:
        rest = without(undated, [(finding.begin, finding.end)])
        has = held.events.titled if held.parties.is_place(finding.record_id) else held.events.holds
        event_id = _event_of_date(finding.text, rest, things, meant, held, has)
        others = held.parties.in_place_of(finding.record_id, event_id)
        yield replace(finding, verdict=DIFFERS, **_from_event(event_id, others, held)) if others else finding


def miscounted(
    words: Words, things: list[Stated], undated: str, meant: list[Meant], held: Held
) -> Iterator[Finding]:
    """Number words that the event of the sentence's date does not hold, where its title has another one."""
    for word, begin, end in words:
        for kind in COUNTED:
            if word not in kind:
                continue
            rest = without(undated, [(begin, end)])
            event_id = _event_of_date(word, rest, things, meant, held, held.events.holds)
            others = held.events.counted_in(event_id, kind) if event_id else []
            if others and word not in others:
                facts = _from_event(event_id, held.titles[event_id], held)
                yield Finding("number", undated[begin:end], begin, end, DIFFERS, **facts)


def _event_of_date(
    name: str,
    rest: str,
    things: list[Stated],
    meant: list[Meant],
    held: Held,
    has: Callable[[str, str], bool],
) -> str:
    """The event that the rest of a sentence means and that a date of it meets, if it does not have the name,
    and no event of that date that does is meant. `has` says whether an event has some words: a place that
    its summary only mentions is not where it happened.
    """
    dates = [thing for thing in things if thing.kind == "date"]
    if not dates:
        return ""

    def met(events: list[Meant]) -> list[str]:
        near = [event.event_id for event in events]
        return [
            event_id
            for event_id in near
            if event_id in held.dates and any(overlap(day, held.dates[event_id]) for day in dates)
        ]

    if any(has(event_id, name) for event_id in met(meant)):
        return ""
    others = met(held.events.meant_by(rest))
    return others[0] if others and not has(others[0], name) else ""


def _from_event(event_id: str, ours: str, held: Held) -> dict[str, Any]:
    return {"record_id": event_id, "ours": ours, "sources": held.sources.get(event_id, ())}
