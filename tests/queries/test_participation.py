"""Who takes part in an event is told from who is only spoken of in it."""

import pytest

from dashboard.queries.participation import taking_part

ADA = [("ada", "Ada Lovelace")]


@pytest.mark.parametrize(
    "words",
    [
        "Envoy brings a message from Lovelace",
        "Delegation sent by Lovelace seeks prisoners",
        "Lovelace’s envoy visits the port",
        "He explained Lovelace’s absence by a tight schedule",
        "A letter for President Ada Lovelace is handed over",
        "Lovelace sends condolences after the fire at the port",
        "Lovelace writes to the king. Ada Lovelace wrote to the queen as well",
    ],
)
def test_sender_addressee_and_master_of_an_envoy_take_no_part(words):
    assert taking_part(words, ADA) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Lovelace visits the port",
        "Lovelace’s visit to the port",
        "Talks in the port. The host’s wishes on arms were not met",
        "Lovelace’s envoy comes. Lovelace received him at noon",
        "Ada Lovelace wrote of her journey",
        "Lovelaceton sends a message",
    ],
)
def test_who_acts_or_is_not_named_by_the_words_takes_part(words):
    assert taking_part(words, ADA) == ("ada",)
