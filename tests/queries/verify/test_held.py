"""What the record holds for comparison is found by the words of a sentence."""

import pytest

from dashboard.queries.verify.held import Held, stems


@pytest.fixture(scope="module")
def held(atlas):
    return Held(atlas.frames)


def test_words_meet_in_their_other_forms():
    assert set(stems("He visited the offices of meetings in 2012")) == set(stems("he visits office meeting"))


def test_a_sentence_is_about_the_event_whose_title_it_holds(held):
    title = held.titles["fradkov-visit-2007"]
    assert held.about(f"As is known, {title} in the spring.")[0] == "fradkov-visit-2007"


def test_a_sentence_of_other_things_is_about_nothing(held):
    assert held.about("The cook put salt into the soup.") == []


def test_every_value_is_held_in_its_plain_unit(held):
    values = {value.record_id: value for value in held.values}
    assert (values["pakafuz-length-573"].value, values["pakafuz-length-573"].unit) == (573, "km")
    assert values["pakistan-stream-cost-2021-07-low"].value == 2.5e9
