"""What findings ask of the votes is counted on whole resolutions, each once; what is not held is named."""

import pandas as pd
import pytest

from dashboard.data.vote_count import HeldVotes
from dashboard.model.vote_count import VoteCount, vote_count

BLANK = {
    "body": "general-assembly",
    "kind": "resolution",
    "repeats": "",
    "vetoed_by": "",
    "topics": "topic-sea",
    "date": "1980-03",
    "yes": 5,
    "no": 3,
    "abstained": 1,
    "AAA": "Y",
    "BBB": "Y",
}
ROWS = [
    {},
    {"BBB": "A"},
    {"BBB": "N", "date": "1981-01-02"},
    {"AAA": "X"},
    {"kind": "paragraph"},
    {"repeats": "v-0"},
    {"topics": "topic-air;topic-sea", "date": "1990"},
    {"body": "security-council", "kind": "draft", "vetoed_by": "AAA;BBB", "yes": None, "no": None},
]


@pytest.fixture
def held():
    votes = pd.DataFrame([{"vote_id": f"v-{number}", **BLANK, **row} for number, row in enumerate(ROWS)])
    counts = dict.fromkeys(("yes", "no", "abstained"), "Int16")
    topics = pd.DataFrame({"topic_id": ["topic-sea", "topic-air"]})
    return HeldVotes({"votes": votes.astype(counts), "vote_topics": topics})


@pytest.mark.parametrize(
    ("place", "counted"),
    [
        ("{votes:cast:AAA-BBB@1980/1981}", (3, 3)),
        ("{votes:alike:AAA-BBB@1980/1981}", (1, 3)),
        ("{votes:half-apart:AAA-BBB@1980/1981}", (1, 3)),
        ("{votes:opposite:AAA-BBB@1980/1981}", (1, 3)),
        ("{votes:abstained:BBB@1980}", (1, 3)),
        ("{votes:in-favour:AAA@1980/1990:topic-air}", (1, 1)),
        ("{votes:vetoed:AAA@1980}", (1, 1)),
    ],
)
def test_votes_are_counted_by_years_topic_and_kind(held, place, counted):
    assert held.count(vote_count(place)) == counted


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        (VoteCount("alike", ("AAA", "ZZZ"), 1980, 1981), "no votes of ZZZ are held"),
        (VoteCount("alike", ("AAA", "BBB"), 1980, 1981, "topic-war"), "no such topic"),
        (VoteCount("alike", ("AAA", "BBB"), 1979, 1981), "years of which no votes are held"),
        (VoteCount("alike", ("AAA", "BBB"), 1980, 1991), "years of which no votes are held"),
        (VoteCount("alike", ("AAA", "BBB"), 1985, 1986), "no vote that was cast is held"),
    ],
)
def test_what_is_not_held_is_refused(held, wanted, problem):
    with pytest.raises(ValueError, match=problem):
        held.count(wanted)


def test_one_vote_is_told_in_words_or_by_its_count(held):
    assert held.told("v-2", "BBB") == "voted against"
    assert held.told("v-1", "BBB") == "abstained"
    assert held.told("v-3", "AAA") == "did not vote"
    assert held.told("v-0", "result") == "5–3–1"


@pytest.mark.parametrize(
    ("vote_id", "asked", "problem"),
    [
        ("v-99", "AAA", "no such vote"),
        ("v-0", "ZZZ", "no votes of ZZZ are held"),
        ("v-7", "result", "the count of this vote is not held"),
    ],
)
def test_a_vote_that_cannot_be_told_is_refused(held, vote_id, asked, problem):
    with pytest.raises(ValueError, match=problem):
        held.told(vote_id, asked)
