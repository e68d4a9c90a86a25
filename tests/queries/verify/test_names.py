"""Names that are not those of the event of the date differ, and names of nobody are said to be so."""

import pandas as pd
import pytest

from dashboard.model.statement import AGREES, DIFFERS, NOT_HELD
from dashboard.queries.find.words import spans
from dashboard.queries.verify.held import Held
from dashboard.queries.verify.names import names_in
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


@pytest.mark.parametrize("size", range(1, 7))
def test_a_name_of_one_to_six_words_is_met_whole_and_at_the_end_of_a_sentence(small_atlas, size):
    name = " ".join(["Alba", "Bay", "Cove", "Dune", "Edge", "Fort"][:size])
    places = small_atlas["places"].head(1).assign(place_id="shore", name=name)
    held, sentence = Held({**small_atlas.frames, "places": places}), f"They came to {name}"
    for text in (sentence, f"{sentence} again"):
        [found] = names_in(text, spans(text), held)
        assert (found.text, found.record_id, found.verdict, found.begin) == (name, "shore", AGREES, 13)


def test_the_longest_name_is_met_once_and_only_where_it_is_written_as_one(small_atlas):
    one, other = small_atlas["places"].head(1), small_atlas["places"].head(1)
    places = pd.concat(
        [one.assign(place_id="bay", name="Alba Bay"), other.assign(place_id="alba", name="Alba")]
    )
    held = Held({**small_atlas.frames, "places": places})
    text = "Alba Bay and Alba and Alba Bay and alba bay"
    assert [(found.text, found.begin) for found in names_in(text, spans(text), held)] == [
        ("Alba Bay", 0),
        ("Alba", 13),
    ]
    assert list(names_in("alba bay", spans("alba bay"), held)) == []


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("We met Zora there.", ["Zora"]),
        ("We met Zor there.", []),
        ("We met zora there.", []),
        ("Zora met us.", []),
        ("We met Zora7 there.", []),
        ("We met Officials there.", []),
    ],
)
def test_a_stranger_has_four_letters_a_capital_and_words_before_it(held, text, strange):
    assert [name for name, (verdict, _) in names(text, held).items() if verdict == NOT_HELD] == strange


def test_a_number_word_that_is_not_that_of_the_title_of_the_date_differs(small_atlas):
    events = small_atlas["events"].assign(title="Third round of talks on tariffs and the harbour")
    held = Held({**small_atlas.frames, "events": events[events["event_id"] == "trade-round"]})
    [found] = [
        finding
        for sentence in verified("In 2018 the fourth round of talks on tariffs and the harbour.", held)
        for finding in sentence.findings
        if finding.kind == "number"
    ]
    assert (found.text, found.verdict, found.record_id) == ("fourth", DIFFERS, "trade-round")
    assert found.ours == "Third round of talks on tariffs and the harbour"
    same = verified("In 2018 the third round of talks on tariffs and the harbour.", held)
    assert not [finding for finding in same[0].findings if finding.kind == "number"]
    without = verified("In 1984 the fourth round of talks on tariffs and the harbour.", held)
    assert not [finding for finding in without[0].findings if finding.kind == "number"]
