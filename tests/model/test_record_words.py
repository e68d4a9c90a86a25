"""Places in a sentence that tell of records, filled from a few facts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from dashboard.model.finding import Count, Unresolved, filled, named, unresolved
from dashboard.model.period import parse_period

YEAR = parse_period("2016")


class Facts:
    """What the records of these tests say."""

    def date(self, event_id: str) -> str:
        if event_id != "treaty":
            raise ValueError("no such event", "an id from events.csv")
        return "16 October 2015"

    def status(self, project_id: str) -> str:
        return "stalled"

    def events(self, series_id: str) -> int:
        return 8

    def stated(self, subject: str, indicator: str) -> Sequence[Decimal]:
        return [Decimal("2.25"), Decimal("3.5"), Decimal("1.5")]


def counts(identifier: str) -> list[Count]:
    values = {"sent": "144.66", "received": "271.99"}
    return [Count(YEAR.first, YEAR.last, Decimal(values[identifier]))] if identifier in values else []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("On {date:treaty} they signed.", "On 16 October 2015 they signed."),
        ("It is {status:line}.", "It is stalled."),
        ("There were {events:drill}.", "There were 8."),
        ("{lowest:line:cost:1} to {highest:line:cost:2}", "1.5 to 3.50"),
        ("{gap:sent@2016:received@2016:0} million apart", "127 million apart"),
    ],
)
def test_a_place_says_what_the_records_say(text: str, said: str) -> None:
    assert filled(text, counts, records=Facts()) == said


def test_every_record_that_a_sentence_names_is_known() -> None:
    text = "{date:treaty} {status:line} {lowest:line:ownership share:0} {gap:sent@2016:received@2016:0}"
    assert named(text) == ("treaty", "line", "sent", "received")


def test_a_place_for_a_record_that_there_is_not_is_named_with_what_would_be_right() -> None:
    (problem,) = unresolved("On {date:war}.", counts, records=Facts())
    assert (problem.placeholder, problem.problem) == ("{date:war}", "no such event")
    with pytest.raises(Unresolved, match="no place for a record here"):
        filled("On {date:treaty}.", counts)
