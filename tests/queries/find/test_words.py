"""Words are compared folded, and names of other scripts meet their Latin spelling."""

import pytest

from dashboard.queries.find.words import as_typed, folded, romanised, script, skeleton, spans, tokens


def test_accents_case_and_the_variants_of_a_letter_are_one():
    assert folded("Énergie") == "energie"
    assert folded("Алексей") == folded("алексеи")
    assert folded("كراچي") == folded("کراچی")


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u2066", "\u200d"])
def test_signs_that_nobody_sees_part_no_word(hidden):
    assert tokens(f"{hidden}st{hidden}eel mill") == ["steel", "mill"]


def test_tokens_are_words_and_numbers():
    assert tokens("Mi-35M, 2.5 bn_USD") == ["mi", "35m", "2", "5", "bn", "usd"]


def test_spans_lead_back_into_the_text():
    text = "Über Moscow"
    assert [text[begin:end] for _, begin, end in spans(text)] == ["Über", "Moscow"]


@pytest.mark.parametrize(
    ("token", "kind"), [("moscow", "latin"), ("москва", "cyrillic"), ("ماسکو", "arabic"), ("35", "latin")]
)
def test_the_script_of_a_token_is_that_of_its_first_letter(token, kind):
    assert script(token) == kind


def test_cyrillic_names_are_romanised_as_newspapers_do():
    assert romanised("хрущев") == "khrushchev"
    assert romanised("алексеи") == "alexei"


@pytest.mark.parametrize(("urdu", "latin"), [("شریف", "sharif"), ("پرویز", "pervez"), ("کراچی", "karachi")])
def test_consonants_of_urdu_and_latin_spelling_meet(urdu, latin):
    assert skeleton(urdu) == skeleton(latin)


@pytest.mark.parametrize(
    ("words", "typed"),
    [("u 2", "U-2"), ("1971", "۱۹۷۱"), ("perso", "Persó"), ("u", "U"), ("2 3", "2 3"), ("", "")],
)
def test_folded_words_are_found_as_they_were_typed(words, typed):
    assert as_typed("The U-2 of Persó, ۱۹۷۱", words) == typed
