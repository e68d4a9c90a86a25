"""A finding has the sources of its record unless it is told others."""

import pytest

from dashboard.model.statement import DIFFERS
from dashboard.queries.verify.held import Held
from dashboard.queries.verify.judgement import finding_of, judged
from dashboard.queries.verify.statement import Stated


@pytest.fixture(scope="module")
def held(small_atlas):
    return Held(small_atlas.frames)


def test_a_thing_stated_keeps_its_place_and_gets_the_sources_of_its_record(held):
    finding = judged(held, Stated("date", "2016", 3, 7), DIFFERS, "pipeline-agreement", "2015")
    assert (finding.begin, finding.end, finding.ours) == (3, 7, "2015")
    assert finding.sources == ("gazette-2015", "voice-2020", "paper-2021")


def test_a_stretch_of_words_may_have_a_source_of_its_own(held):
    finding = finding_of(
        held, "number", "in 1971", 3, 7, DIFFERS, "pipeline-agreement", "1970", ("voice-2020",)
    )
    assert (finding.text, finding.sources) == ("1971", ("voice-2020",))
