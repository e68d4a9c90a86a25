"""The proposals of a document, sentence by sentence, those that the record may hold already first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from dashboard.model.period import Period, parse_period
from dashboard.model.proposal import CHECK, CLAIM, EVENT, NUMBER, PROJECT, Candidate, Proposal
from dashboard.model.quote import sentences, words
from dashboard.queries.desk.act import STRONG, Act, acts_in, status_of
from dashboard.queries.desk.date import Dated, dates_in, year_of
from dashboard.queries.desk.known import Known
from dashboard.queries.desk.name import Named
from dashboard.queries.desk.number import Number, numbers_in
from dashboard.queries.desk.quote import place_like, quote_around
from dashboard.queries.desk.theme import themes_near
from dashboard.queries.verify.statement import plain

# Nearness (0 to 1) from which a record may be the same where the dates meet, and where none is stated.
SAME_DATED, SAME_UNDATED = 0.25, 0.42
OF_CLAIM, OF_CHECK, OF_PROJECT, OF_CODER = 0.28, 0.42, 0.34, 0.1
# What happened on the very day that a sentence names is offered at less nearness, and taken at no less.
OF_SAME_DAY = 0.1
_SAME_VALUE = 0.01
_FEWEST_WORDS = 6
# What does not end so is a heading, a by-line or a line of a list.
_END = re.compile(r"[.!?…:;][\"'”’)\]]*\d*\s*$")
# Words of what is planned or wished between states: a proposal is a project.
_PLANS = re.compile(
    r"\b(?:cooperat(?:e|ion)|collaborat(?:e|ion)|partnership|projects?|pipelines?|railways?|corridors?|"
    r"trade routes?|investments?|agreement|connectivity|capabilities|nuclear|energy|steel|infrastructure)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:wants?|seek(?:s|ing)?|plans?|propos\w+|offer\w*|explor\w+|agreed?|could|can|would|aim\w*|idea|"
    r"need\w*|requir\w+|discuss\w*|interest\w*|potential|prospects?|expand|enhance|boost|develop\w*|importance)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """What a sentence holds, before anything is proposed of it."""

    locator: str
    sentence: str
    dates: tuple[Dated, ...]
    names: tuple[Named, ...]
    numbers: tuple[Number, ...]
    acts: tuple[Act, ...]


def read(paragraphs: Sequence[str], known: Known, published: Period | None = None) -> Iterator[Reading]:
    """Every sentence with its dates, names, numbers and words of happening."""
    for place, paragraph in enumerate(paragraphs, 1):
        last_year = ""
        for sentence in sentences(paragraph):
            dates = dates_in(sentence, published, last_year)
            last_year = next((year_of(dated) for dated in reversed(dates) if not dated.relative), last_year)
            numbers = numbers_in(sentence, ((dated.begin, dated.end) for dated in dates))
            names = known.names.named_in(sentence)
            yield Reading(
                f"para:{place}",
                sentence,
                tuple(dates),
                tuple(names),
                tuple(numbers),
                tuple(acts_in(sentence)),
            )


def proposals(readings: Iterable[Reading], known: Known) -> list[Proposal]:
    """What is proposed of a document: first what the record may hold already, each part in the order of the
    text.
    """
    found = [proposal for reading in readings for proposal in _of_sentence(reading, known)]
    unique = list({proposal.key: proposal for proposal in found}.values())
    return sorted(unique, key=lambda proposal: not proposal.record_id)


def records_like(reading: Reading, kind: str, known: Known) -> tuple[Candidate, ...]:
    """The records of a kind that a sentence may tell of, for a coder who found what no proposal did: those of
    its dates, then the nearest by words.
    """
    dated = [near for date in reading.dates if kind == EVENT for near in _same_events(reading, date, known)]
    found = [*dated, *known.near[kind].near(reading.sentence, OF_CODER)]
    return tuple({candidate.record_id: candidate for candidate in found}.values())


def draft(reading: Reading, kind: str, known: Known) -> Proposal:
    """A proposal of the kind that a coder chose for a sentence in which none was found, filled as far as the
    sentence says; taken for no record.
    """
    makers = {EVENT: _events, NUMBER: _numbers}
    found = next(makers[kind](reading, known), None) if kind in makers else None
    if found is None:
        place = (reading.dates[0].begin, reading.dates[0].end) if reading.dates else (0, 1)
        said = ", ".join(name.text for name in reading.names[:4]) or "in your own words"
        cells = {"themes": ";".join(themes_near(reading.sentence, (), known))}
        cells |= _happening(reading, known) if kind == EVENT else {}
        found = _proposal(reading, kind, place, said, (), "", cells)
    return replace(found, candidates=records_like(reading, kind, known), record_id="")


def _happening(reading: Reading, known: Known) -> dict[str, str]:
    """What a sentence without a word of happening says of an event all the same."""
    date = reading.dates[0].edtf if reading.dates else ""
    return {"date": date, "status": status_of(reading.sentence), **_named(reading, known)}


def _of_sentence(reading: Reading, known: Known) -> Iterator[Proposal]:
    if len(words(reading.sentence)) < _FEWEST_WORDS or not _END.search(reading.sentence):
        return
    yield from _events(reading, known)
    yield from _numbers(reading, known)
    yield from _projects(reading, known)
    for kind, least in ((CLAIM, OF_CLAIM), (CHECK, OF_CHECK)):
        near = known.near[kind].near(reading.sentence, least)
        if near:
            yield _proposal(reading, kind, _like(reading, near), near[0].title, near, near[0].record_id)


def _events(reading: Reading, known: Known) -> Iterator[Proposal]:
    """One event for each date of a sentence, or one where it tells of a happening without a date."""
    acts = reading.acts
    telling = [act for act in acts if act.kind in STRONG]
    if not acts or not (reading.dates or reading.names or telling):
        return
    for dated in _dates_of_events(reading.dates) or (None,):
        act = _nearest(acts, dated)
        near = _same_events(reading, dated, known)
        taken = (
            near[0].record_id if near and near[0].nearness >= (SAME_DATED if dated else SAME_UNDATED) else ""
        )
        begin, end = _between(act, dated)
        cells = {
            "date": dated.edtf if dated else "",
            "kind": act.kind,
            "status": status_of(reading.sentence),
            **_named(reading, known),
        }
        said = f"{act.kind}: {', '.join(name.text for name in reading.names[:4]) or act.text}"
        yield _proposal(reading, EVENT, (begin, end), said, near, taken, cells)


def _dates_of_events(dates: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates that a sentence states, else those that follow from others; a day or a month of a year that
    the sentence names alone says more than the year.
    """
    stated = [dated for dated in dates if not dated.relative]
    if not stated:
        return tuple(dates)
    closer = {year_of(dated): dated for dated in dates if dated.relative and "-" in dated.edtf}
    nearer = [closer.pop(dated.edtf, dated) for dated in stated]
    return tuple(nearer)


def _nearest(acts: Sequence[Act], dated: Dated | None) -> Act:
    """The act that stands nearest to a date, a strong one before others; without a date the first strong
    one.
    """
    if dated is None:
        return next((act for act in acts if act.kind in STRONG), acts[0])
    return min(acts, key=lambda act: (min(abs(act.begin - dated.end), abs(dated.begin - act.end)), act.begin))


def _between(act: Act, dated: Dated | None) -> tuple[int, int]:
    if dated is None:
        return act.begin, act.end
    begin, end = min(act.begin, dated.begin), max(act.end, dated.end)
    return (begin, end) if end - begin < 60 else (dated.begin, dated.end)


def _same_events(reading: Reading, dated: Dated | None, known: Known) -> list[Candidate]:
    """The events that a sentence may tell: those whose days meet its date, else the nearest by words."""
    if dated is None:
        return known.near[EVENT].near(reading.sentence, SAME_UNDATED)
    period = parse_period(dated.edtf)
    days = period.first.isoformat(), period.last.isoformat()
    dates = known.held.dates
    meeting = [
        event_id for event_id in known.events.index
        if event_id in dates and dates[event_id][0] <= days[1] and days[0] <= dates[event_id][1]
    ]  # fmt: skip
    least = OF_SAME_DAY if period.first == period.last else SAME_DATED * 0.6
    return known.near[EVENT].near(reading.sentence, least, meeting)


def _named(reading: Reading, known: Known) -> dict[str, str]:
    ids = [known.states.get(name.record_id, name.record_id) for name in reading.names]
    columns = {"actors": known.actors, "places": known.places, "projects": set(known.projects.index)}
    named = {
        column: ";".join(record_id for record_id in ids if record_id in group)
        for column, group in columns.items()
    }
    return {**named, "themes": ";".join(themes_near(reading.sentence, ids, known))}


def _numbers(reading: Reading, known: Known) -> Iterator[Proposal]:
    subject = next((name.record_id for name in reading.names if name.record_id in known.projects.index), "")
    if reading.numbers and not subject:
        subject = next(
            (like.record_id for like in known.near[PROJECT].near(reading.sentence, OF_PROJECT)), ""
        )
    for number in reading.numbers:
        near = _same_numbers(reading, number, known)
        cells = {
            "indicator": "",
            "subject": subject,
            "value": f"{number.value:.12g}",
            "qualifier": number.qualifier,
            "unit": number.unit,
            "period": _date_near(reading.dates, number),
            "themes": _named(reading, known)["themes"],
        }
        taken = near[0].record_id if near and near[0].nearness >= SAME_DATED else ""
        said = f"{number.text} ({cells['value']} {number.unit}".rstrip() + ")"
        yield _proposal(reading, NUMBER, (number.begin, number.end), said, near, taken, cells)


def _date_near(dates: Sequence[Dated], number: Number) -> str:
    """The date that stands nearest to a number, where a sentence has several."""
    near = min(dates, key=lambda dated: max(dated.begin - number.end, number.begin - dated.end), default=None)
    return near.edtf if near else ""


def _same_numbers(reading: Reading, number: Number, known: Known) -> list[Candidate]:
    value, unit = plain(number.value, number.unit)
    same = [
        other.record_id for other in known.held.values
        if other.unit == unit and abs(other.value - value) <= _SAME_VALUE * abs(other.value)
    ]  # fmt: skip
    return known.near[NUMBER].near(reading.sentence, 0.0, same)


def _projects(reading: Reading, known: Known) -> Iterator[Proposal]:
    """Each project that a sentence names; where it names none, the nearest that it may mean."""
    named = [name for name in reading.names if name.record_id in known.projects.index]
    for name in named:
        title = str(known.projects.loc[name.record_id, "name"])
        candidate = Candidate(name.record_id, title, 1.0)
        yield _proposal(reading, PROJECT, (name.begin, name.end), title, [candidate], name.record_id)
    if not named:
        yield from _unnamed_project(reading, known)


def _unnamed_project(reading: Reading, known: Known) -> Iterator[Proposal]:
    """The project that a sentence may mean without its name, or a new one where it tells of a plan."""
    near = known.near[PROJECT].near(reading.sentence, OF_PROJECT / 2)
    plan, wish = _PLANS.search(reading.sentence), _WISH.search(reading.sentence)
    if near and near[0].nearness >= OF_PROJECT:
        yield _proposal(reading, PROJECT, _like(reading, near), near[0].title, near, near[0].record_id)
    elif plan and wish:
        cells = {"status": "proposed", "kind": "policy", "themes": ""}
        yield _proposal(reading, PROJECT, plan.span(), f"plan: {plan.group()}", near, "", cells)


def _like(reading: Reading, near: Sequence[Candidate]) -> tuple[int, int]:
    """The words of a sentence that it shares with the nearest record."""
    return place_like(reading.sentence, near[0].title)


def _proposal(
    reading: Reading, kind: str, place: tuple[int, int], said: str, near: Sequence[Candidate], record_id: str,
    cells: dict[str, str] | None = None,
) -> Proposal:  # fmt: skip
    begin, end = place
    end = min(end, len(reading.sentence))
    mark = f"{kind}|{reading.locator}|{reading.sentence}|{begin}|{end}"
    key = f"{kind}-{reading.locator.replace(':', '')}-{blake2b(mark.encode(), digest_size=4).hexdigest()}"
    quote = quote_around(reading.sentence, begin, end)
    return Proposal(
        key,
        kind,
        reading.locator,
        reading.sentence,
        begin,
        end,
        said,
        tuple(near),
        record_id,
        quote,
        cells or {},
    )
