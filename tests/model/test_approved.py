"""What the model makes of periods, links, sentences and places in them, how each table is described, and
every word that is shown for a code, is what stands in `approved/` (see tests/approval.py).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType

from dashboard.model import vocabulary, vote, weakness
from dashboard.model.audit import Audit, Draw, Drawn, draw_of
from dashboard.model.change import EXPLAINED, PARTS
from dashboard.model.comparison import years_of
from dashboard.model.fault import Fault, FaultyData, report
from dashboard.model.finding import Count, filled, named, unresolved
from dashboard.model.period import parse_period
from dashboard.model.quote import fingerprint, passages, sentences, words
from dashboard.model.record_words import told
from dashboard.model.schema import BY_NAME, TABLES, tables_with_ids
from dashboard.model.selection import covered_years, read_selection, shown
from dashboard.model.sign import says_something, unseen, visible
from dashboard.model.tally import tallies
from dashboard.model.vote_count import VoteCount, one_vote, vote_count

HERE = Path(__file__).parent
YEARS = (
    *([], ["2015", "2016"], ["2016", "2015"], ["2015", "2015"], ["1947", "2022"], ["1946", "2022"]),
    *(["1947", "2023"], ["2015"], ["2015", "2016", "2017"], ["x", "\u0662\u0660\u0661\u0665"]),
)
A_YEAR = 365.25 * 24 * 60 * 60 * 1000
# Years since 1970 as fractions, or milliseconds.
ENDS: tuple[list[object], ...] = (
    *([0.0, 1.0], [1.0, 0.0], [-30.0, 100.0], [0, 1], [0, 0], [0], [0, 1, 2], ["0", 1], [math.nan, 1]),
    *([45.0, 46.0], [-23.0, -22.9], [31_536_000_000, 63_072_000_000]),
)
SIGNS = (
    *("plain", "a\u202eb", "\u200c", "د\u200cد", "a\u200db", "\u3164", "\ufffd", " ", "", "!", "\u0301", "é"),
    *("\ue000", "ක\u200dෂ"),
)
PLACES = ("{votes:alike:AAA-BBB@1980/1989:topic-sea}", "{share:against:AAA@1980:3}", "{vote:a-1:AAA}")
FIELDS = ("audit of 2026-11-29", "audit 2 of 2026-11-29", "audit 1 of 2026-11-29", "event", "audit of 2026")


def test_how_the_tables_are_described(approval: ModuleType) -> None:
    approval.approve(HERE / "approved" / "schema.txt", _schema(approval.spelled))


def _schema(spelled: Callable[[object, str], Iterator[str]]) -> Iterator[str]:
    for table in BY_NAME.values():
        signs = [name for name in ("needs_evidence", "may_be_empty") if getattr(table, name)]
        yield f"{table.file}: {table.row_is}"
        yield f"  {table.id_column or 'no id'} [{' '.join(table.key)}] {' '.join(signs)}".rstrip()
        for column in table.columns:
            signs = [name for name in ("required", "many") if getattr(column, name)]
            kind = column.vocabulary or " ".join(column.points_to) or column.holds.value
            yield f"  {column.name} ({' '.join([kind, *signs])}): {column.description}"
    yield f"with ids: {' '.join(table.name for table in tables_with_ids())}; all: {len(TABLES)}"
    for name in ("VOCABULARIES", "MEANINGS", "RECORD_NAMES"):
        yield from spelled(getattr(vocabulary, name), name)
    for name in ("WORDS", "SUPERLATIVES", "READ", "TABLES"):
        yield from spelled(getattr(weakness, name), name)
    yield from spelled(PARTS, "parts")
    yield f"explained: {EXPLAINED}"
    yield f"votes: {vote.CODES} {vote.CAST} {vote.WHOLE} {vote.FEWEST} {vote.NO_TOPIC}"


def test_how_dates_are_read(approval: ModuleType) -> None:
    approval.approve(HERE / "approved" / "periods.txt", map(_period, _lines("periods")))


def _lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text("utf-8").splitlines()


def _period(text: str) -> str:
    try:
        period = parse_period(text)
    except ValueError as error:
        return f"{text}: refused, {error}"
    about = ", approximate" if period.approximate else ""
    return f"{text}: {period.first} to {period.last}{about}, {period.caption!r}"


def test_how_links_are_read(approval: ModuleType) -> None:
    approval.approve(HERE / "approved" / "links.txt", _selections())


def _selections() -> Iterator[str]:
    span, known = (1947, 2022), (("trade", "energy"), ("news", "document"))
    for years in YEARS:
        read, problems = read_selection({"years": years}, *known, span)
        said = " ".join(map(str, problems))
        yield f"{years}: {read.first_year}–{read.last_year} {read.as_params(span)} {said}"
    asked = {"theme": ["energy", "x\u202ey", "trade", "energy"], "kind": ["news", "n" * 61, "k" * 60]}
    read, problems = read_selection(asked, *known, span)
    yield f"{read} {read.as_params(span)} {' '.join(map(str, problems))}"
    for ends in ENDS:
        in_milliseconds = [end * A_YEAR if isinstance(end, float) else end for end in ends]
        yield f"{ends}: {covered_years(in_milliseconds, span)}"
    yield f"{shown('a' * 60)} {shown('a' * 61)} " + shown("a\x00\u200e\uffff\u00e9b", 2)
    yield f"{years_of((2015, 2015))} {years_of((1947, 2022))}"


class _Votes:
    def count(self, wanted: VoteCount) -> tuple[int, int]:
        if wanted.topic:
            raise ValueError("no such topic", "a topic")
        return 1234, 3000

    def told(self, vote_id: str, column: str) -> str:
        return f"{column} in {vote_id}"


class _Records:
    def date(self, event_id: str) -> str:
        return f"the day of {event_id}"

    def status(self, project_id: str) -> str:
        return f"the status of {project_id}"

    def events(self, series_id: str) -> int:
        if series_id == "none":
            raise ValueError("no such series", "a series")
        return 1234

    def stated(self, subject: str, indicator: str) -> Sequence[Decimal]:
        return [Decimal("12.345"), Decimal("7"), Decimal("1000.5")]


def _year(number: int, value: str, doubtful: bool = False) -> Count:
    return Count(date(number, 1, 1), date(number, 12, 31), Decimal(value), doubtful)


SERIES = {
    "sent": [_year(2001, "1000.5"), _year(2002, "2000.25"), _year(2003, "-0.5"), _year(2005, "7", True)],
    "half": [
        Count(date(2001, 7, 1), date(2001, 12, 31), Decimal("2.5")),
        Count(date(2002, 1, 1), date(2002, 6, 30), Decimal("3.5")),
    ],
    "one": [_year(2002, "945.875")],
}


def test_how_places_in_sentences_are_filled(approval: ModuleType) -> None:
    approval.approve(HERE / "approved" / "places.txt", _filled())


def _filled() -> Iterator[str]:
    for text in _lines("places"):
        held = (lambda name: SERIES.get(name, ()), _Votes(), _Records())
        problems = unresolved(text, *held)
        said = " | ".join(map(str, problems)) if problems else filled(text, *held)
        yield f"{text} → {said} {' '.join(named(text))}".rstrip()
    for place in PLACES:
        yield f"{place}: {vote_count(place)} {one_vote(place)} {told(place, _Records())}"


def test_how_signs_words_and_counts_are_told(approval: ModuleType) -> None:
    approval.approve(HERE / "approved" / "words.txt", _words())


def _words() -> Iterator[str]:
    for text in SIGNS:
        yield f"{visible(text)} hides {len(unseen(text))}, says something: {says_something(text)}"
    for text in _lines("sentences"):
        yield text
        yield from (f"  {part}" for part in sentences(text))
        yield f"  words {words(text)}"
        yield from (f"  {tally}" for tally in tallies(text))
    yield f"{sorted(passages('One “two”, three-four five.'))} {fingerprint('voice-2020', 'two, three')}"
    for first in vote.CODES:
        yield f"{first!r}: " + " ".join(f"{second!r} {vote.relation(first, second)}" for second in vote.CODES)
    yield f"{[name for name in ('PAK', 'pak', 'PAKI', 'P1K', 'PA') if vote.is_state(name)]}"
    for field in FIELDS:
        yield f"{field}: {draw_of(field)}"
    values = ("right", "right", "small fault", "wrong", "not found again", "right")
    audit = Audit(
        Draw("2026-11-29"), tuple(Drawn(f"r{n}", value, "", 1950) for n, value in enumerate(values))
    )
    yield f"{audit.judged} judged, wrong between {audit.wrong_share[0]:.6f} and {audit.wrong_share[1]:.6f}"
    faults = [
        Fault("b.csv", 2, "x", "a problem", "found\u202e" + "y" * 90, "what is right"),
        Fault("a.csv", 10, "", "another"),
        Fault("a.csv", 9, "z", "another", "", "this"),
        *(Fault("c.csv", n, "x", "many") for n in range(1500)),
    ]
    told_of = report(FaultyData([*faults, faults[0]]).faults)
    yield from (*told_of[:4], *told_of[-2:], *str(FaultyData(faults[:3])).splitlines())
