"""The counts of a vote are read from a sentence as a reader reads them, and other numbers are left alone."""

import pytest

from dashboard.model.tally import ABSTAINED, NO, YES, tallies


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It passed by 104 to 11 with 10 abstentions.", [(YES, 104), (NO, 11), (ABSTAINED, 10)]),
        ("Adopted by 141 votes to 5 with 35 abstentions", [(YES, 141), (NO, 5), (ABSTAINED, 35)]),
        ("The count was 104–18–17.", [(YES, 104), (NO, 18), (ABSTAINED, 17)]),
        ("The draft had eleven votes; a veto followed.", [(YES, 11)]),
        ("Ten, the Soviet Union among them, voted in favour and one abstained.", [(YES, 10), (ABSTAINED, 1)]),
        ("It got five votes for, four against and six abstentions.", [(YES, 5), (NO, 4), (ABSTAINED, 6)]),
        ("Pakistan was one of 36 that abstained.", [(ABSTAINED, 36)]),
        ("It failed with nine members against, two abstained.", [(NO, 9), (ABSTAINED, 2)]),
        ("Among the fifty that voted for it was Pakistan.", [(YES, 50)]),
        ("A majority of Seven to two was not enough.", [(YES, 7), (NO, 2)]),
    ],
)
def test_a_count_is_read_with_what_it_counts(sentence, told):
    assert [(tally.role, tally.number) for tally in tallies(sentence)] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The Soviet Union and one other voted against.",
        "Resolution 210 was adopted without a vote against.",
        "Resolution 2793 asked for a ceasefire. Pakistan voted for.",
        "On 5 December Moscow spoke of 30 000 refugees.",
        "In nine days there were talks.",
        "Of 1,200 voted for it nobody knew.",
        "",
    ],
)
def test_a_number_that_counts_no_votes_is_left_alone(sentence):
    assert tallies(sentence) == []


def test_a_count_keeps_the_words_in_which_it_stands():
    [tally] = tallies("Thirteen voted in favour.")
    assert tally.words == "Thirteen voted in favour"
