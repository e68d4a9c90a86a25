"""Numbers inside a sentence that are not written but counted: where a finding rests on a series, it names the
series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from dashboard.model import record_words
from dashboard.model.period import parse_period
from dashboard.model.record_words import NoRecords, Records
from dashboard.model.vote_count import EXPECTED as EXPECTED_VOTES
from dashboard.model.vote_count import Ballots, NoVotes, one_vote, vote_count, votes_named

THIN = "\u202f"
EXPECTED = (
    "{value:indicator@period:decimals}, {sum:…}, {change:…}, {stated:quantity:decimals}, "
    f"{EXPECTED_VOTES}, {{gap:indicator@period:indicator@period:decimals}}, {record_words.EXPECTED}"
)

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_COUNTED = re.compile(r"\{(value|sum|change):([a-z0-9-]+)@([^:{}@]+):([0-3])\}", re.ASCII)
_GAP = re.compile(r"\{gap:([a-z0-9-]+)@([^:{}@]+):([a-z0-9-]+)@([^:{}@]+):([0-3])\}", re.ASCII)
_STATED = re.compile(r"\{(stated):([a-z0-9-]+):([0-3])\}", re.ASCII)


@dataclass(frozen=True, order=True)
class Count:
    """One value of a series or one stated number: the days that it covers (both included), and whether it may
    be relied on.
    """

    first: date
    last: date
    value: Decimal
    doubtful: bool = False


NO_VOTES, NO_RECORDS = NoVotes(), NoRecords()

Series = Callable[[str], Sequence[Count]]
"""The values of an indicator in order of time, or a stated number alone; nothing for an id that does not
exist.
"""


class Unresolved(ValueError):
    """A place for a number that no number fits; `expected` says what would be right."""

    def __init__(self, placeholder: str, problem: str, expected: str) -> None:
        self.placeholder, self.problem, self.expected = placeholder, problem, expected
        super().__init__(f"{placeholder}: {problem}, expected {expected}")


def filled(text: str, series: Series, ballots: Ballots = NO_VOTES, records: Records = NO_RECORDS) -> str:
    """The text with every place for a number filled: thin spaces between thousands, exactly the decimals
    asked for.

    `value` is the value of one period, `sum` the sum over a period, `change` the value of its last part less
    that of its first, `gap` how far two values lie apart, `stated` a number that somebody states, `votes`,
    `share` and `vote` what was voted (see `vote_count`), and others what records say (see `record_words`).
    Raises Unresolved at the first place that cannot be filled.
    """
    return _BRACES.sub(lambda found: _filled(found.group(), series, ballots, records), text)


def unresolved(
    text: str, series: Series, ballots: Ballots = NO_VOTES, records: Records = NO_RECORDS
) -> list[Unresolved]:
    """Every place of a text that cannot be filled."""
    found = []
    for match in _BRACES.finditer(text):
        try:
            _filled(match.group(), series, ballots, records)
        except Unresolved as problem:
            found.append(problem)
    return found


def named(text: str) -> tuple[str, ...]:
    """The ids of the series, stated numbers, topics of votes and votes on which a text rests."""
    places = _BRACES.findall(text)
    found = [identifier for place in places for identifier in _named_by(place)]
    return (*dict.fromkeys(found), *votes_named(text))


def _named_by(place: str) -> tuple[str, ...]:
    counted, gap = _COUNTED.fullmatch(place) or _STATED.fullmatch(place), _GAP.fullmatch(place)
    if gap:
        return gap.group(1), gap.group(3)
    if counted:
        return (counted.group(2),)
    record = record_words.named(place)
    return (record,) if record else ()


def written(value: Decimal, decimals: int) -> str:
    """A number with so many decimals, halves rounded away from zero; exact to a hundred digits."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=100))
    return f"{rounded:,}".replace(",", THIN).replace("-", "−")


def _voted(placeholder: str, ballots: Ballots) -> str:
    """What a place asks of the recorded votes; an empty text if it asks for none of them."""
    try:
        vote = one_vote(placeholder)
        if vote:
            return ballots.told(*vote)
        count = vote_count(placeholder)
        if count is None:
            return ""
        number, cast = ballots.count(count)
    except ValueError as error:
        raise Unresolved(placeholder, *error.args) from error
    if count.decimals is None:
        return written(Decimal(number), 0)
    return written(Decimal(100 * number) / cast, count.decimals)


def _filled(placeholder: str, series: Series, ballots: Ballots, records: Records) -> str:
    """What stands at a place: of records, or counted."""
    try:
        answer = record_words.told(placeholder, records)
    except ValueError as error:
        raise Unresolved(placeholder, *error.args) from error
    if answer is None:
        return _number(placeholder, series, ballots)
    return answer if isinstance(answer, str) else written(*answer)


def _number(placeholder: str, series: Series, ballots: Ballots) -> str:
    voted = _voted(placeholder, ballots)
    if voted:
        return voted
    counted, stated, gap = (form.fullmatch(placeholder) for form in (_COUNTED, _STATED, _GAP))
    if gap:
        return _apart(placeholder, gap, series)
    if stated:
        number = _known(placeholder, stated.group(2), series)
        if len(number) > 1:
            raise Unresolved(
                placeholder, "a series, not a stated number", "{value:indicator@period:decimals}"
            )
        return written(number[0].value, int(stated.group(3)))
    if not counted:
        raise Unresolved(placeholder, "not a place for a number", EXPECTED)
    kind, identifier, period, decimals = counted.groups()
    parts = _reliable(placeholder, identifier, period, series)
    if kind == "value" and len(parts) > 1:
        raise Unresolved(
            placeholder, "more than one value", f"{{sum:{identifier}@{period}:{decimals}}} or one period"
        )
    value = (
        parts[-1].value - parts[0].value
        if kind == "change"
        else sum((part.value for part in parts), Decimal(0))
    )
    return written(value, int(decimals))


def _apart(placeholder: str, gap: re.Match[str], series: Series) -> str:
    """How far two values lie apart, whichever is the greater."""
    first, second = (
        _reliable(placeholder, identifier, period, series)
        for identifier, period in (gap.group(1, 2), gap.group(3, 4))
    )
    if len(first) > 1 or len(second) > 1:
        raise Unresolved(placeholder, "more than one value", "one period of each")
    return written(abs(first[0].value - second[0].value), int(gap.group(5)))


def _reliable(placeholder: str, identifier: str, period: str, series: Series) -> list[Count]:
    """The values that together cover the period, none of them doubtful."""
    parts = _within(placeholder, _known(placeholder, identifier, series), period)
    if any(part.doubtful for part in parts):
        raise Unresolved(
            placeholder, "the number is doubtful", "a value that may be read as observed or estimated"
        )
    return parts


def _known(placeholder: str, identifier: str, series: Series) -> Sequence[Count]:
    counts = series(identifier)
    if not counts:
        raise Unresolved(placeholder, "no such series or stated number", "an id that has a value")
    return counts


def _within(placeholder: str, counts: Sequence[Count], text: str) -> list[Count]:
    """The values that together cover the period, without a day missing or counted twice."""
    try:
        period = parse_period(text)
    except ValueError as error:
        raise Unresolved(placeholder, "not a period", str(error)) from error
    parts = [count for count in sorted(counts) if period.first <= count.first and count.last <= period.last]
    # Days as ordinals: there is no date after 9999-12-31, where an open period ends.
    following = period.first.toordinal()
    for part in parts:
        if part.first.toordinal() != following:
            break
        following = part.last.toordinal() + 1
    else:
        if following == period.last.toordinal() + 1:
            return parts
    raise Unresolved(
        placeholder,
        "the series has no value for all of the period",
        f"values from {period.first} to {period.last}, no gap",
    )
