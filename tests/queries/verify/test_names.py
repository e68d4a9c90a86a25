"""Names that are not those of the event of the date differ, and names of nobody are said to be so."""

import pytest

from dashboard.model.statement import AGREES, DIFFERS, NOT_HELD
from dashboard.queries.verify.held import Held
from dashboard.queries.verify.paragraph import verified


@pytest.fixture(scope="module")
def held(small_atlas):
    return Held(small_atlas.frames)


def names(text, held):
    return {
        finding.text: (finding.verdict, finding.ours)
        for sentence in verified(text, held)
        for finding in sentence.findings
        if finding.kind == "name"
    }


def test_a_place_that_is_not_that_of_the_event_differs(held):
    [right] = {name for name, record_id in held.names.items() if record_id == "meeting-house"}
    [wrong] = {name for name, record_id in held.names.items() if record_id == "southern-port"}
    for name, verdict in {right: AGREES, wrong: DIFFERS}.items():
        place = " ".join(name).title()
        found = names(f"Agreement river pipeline October 2015, {place}.", held)
        assert found[place][0] == verdict


def test_a_name_that_no_record_has_is_not_in_the_record(held):
    assert names("In 2015 we met Zephyrine there.", held) == {"Zephyrine": (NOT_HELD, "")}
