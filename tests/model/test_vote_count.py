"""Places for counts of votes are read by one grammar, and each that nothing fits says what would be right."""

import pytest

from dashboard.model.finding import Unresolved, filled, named, unresolved
from dashboard.model.vote import Relation
from dashboard.model.vote_count import OF_ONE, OF_TWO, VoteCount, one_vote, vote_count, votes_named


class Ballots:
    """Ballots that count two of three votes and tell every vote alike."""

    def count(self, wanted):
        if wanted.topic == "topic-lost":
            raise ValueError("no such topic", "an id from vote_topics.csv")
        return 2, 3

    def told(self, vote_id, asked):
        return f"{asked} of {vote_id}"


def nothing(identifier):
    return ()


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("{votes:opposite:PAK-RUS@1980/1989}", VoteCount("opposite", ("PAK", "RUS"), 1980, 1989)),
        ("{votes:abstained:PAK@2014:topic-sea}", VoteCount("abstained", ("PAK",), 2014, 2014, "topic-sea")),
        ("{share:alike:PAK-RUS@1980/1989:1}", VoteCount("alike", ("PAK", "RUS"), 1980, 1989, "", 1)),
        ("{value:deaths@2001:0}", None),
    ],
)
def test_a_place_says_what_is_counted(place, wanted):
    assert vote_count(place) == wanted


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("{votes:alike:PAK@1980}", "nothing that is counted"),
        ("{votes:abstained:PAK-RUS@1980}", "nothing that is counted"),
        ("{votes:alike:PAK-PAK@1980}", "nothing that is counted"),
        ("{share:alike:PAK-RUS@1980}", "decimals do not go with it"),
        ("{votes:alike:PAK-RUS@1980:0}", "decimals do not go with it"),
        ("{share:cast:PAK-RUS@1980:0}", "no share of the votes cast"),
        ("{votes:alike:PAK-RUS@1989/1980}", "the years run backwards"),
        ("{votes:alike:PAK-RUS@1980:topic-lost}", "no such topic"),
        ("{votes:alike:Pakistan@1980}", "not a place for a number"),
        ("{vote:A-RES-1:PAK}", "not a place for a number"),
    ],
)
def test_a_place_that_nothing_fits_is_refused(place, problem):
    [found] = unresolved(f"They voted {place}.", nothing, Ballots())
    assert (found.placeholder, found.problem) == (place, problem)


def test_counts_shares_and_single_votes_are_filled():
    text = "{votes:alike:PAK-RUS@1980} or {share:alike:PAK-RUS@1980:1} per cent; it {vote:a-res-1:PAK}"
    assert filled(text, nothing, Ballots()) == "2 or 66.7 per cent; it PAK of a-res-1"


def test_without_votes_nothing_is_counted():
    with pytest.raises(Unresolved, match="no votes are held"):
        filled("{votes:alike:PAK-RUS@1980}", nothing)
    assert [found.problem for found in unresolved("{vote:a-res-1:result}", nothing)] == ["no votes are held"]


def test_a_text_names_the_topics_and_the_votes_on_which_it_rests():
    text = "{votes:alike:PAK-RUS@1980:topic-sea}, {vote:a-res-1:PAK}, {vote:a-res-1:RUS}"
    assert votes_named(text) == ("topic-sea", "a-res-1")
    assert named("{value:deaths@2001:0} " + text) == ("deaths", "topic-sea", "a-res-1")
    assert one_vote("{vote:a-res-1:result}") == ("a-res-1", "result")


def test_each_word_of_a_count_stands_for_its_votes():
    assert {word: OF_ONE[word] for word in ("in-favour", "against", "abstained")} == {
        "in-favour": "Y",
        "against": "N",
        "abstained": "A",
    }
    assert OF_TWO == {
        "alike": Relation.SAME,
        "half-apart": Relation.PARTLY,
        "opposite": Relation.OPPOSITE,
        "cast": None,
    }


@pytest.mark.parametrize("place", ["{share:vetoed:AAA@1980:0}", "{share:cast:AAA-BBB@1980:0}"])
def test_of_vetoes_and_of_all_that_was_cast_there_is_no_share(place):
    with pytest.raises(ValueError, match="no share of the votes cast"):
        vote_count(place)
