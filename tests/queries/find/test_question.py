"""A question is read for its years, its words that matter, and what it wants measured."""

import pandas as pd
import pytest

from dashboard.queries.find.question import Group, glossary_of, meanings, read_question


def glossary(terms, means):
    return glossary_of(pd.DataFrame({"term": terms, "means": means}))


NONE = glossary([], [])


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("visits 2012", (2012, 2012)),
        ("before 1971", (0, 1970)),
        ("since 2014", (2014, 9998)),
        ("trade 2003-2015", (2003, 2015)),
        ("between 1990 and 2000", (1990, 2000)),
        ("the 1980s", (1980, 1989)),
        ("до 1965", (0, 1964)),
        ("14 billion", None),
    ],
)
def test_years_and_ranges_are_understood(text, years):
    assert read_question(text, NONE).years == years


def test_words_that_only_ask_are_left_out():
    known = glossary(["When", "did", "the"], [(), (), ()])
    question = read_question("When did the President visit Moscow?", known)
    assert [group.text for group in question.groups] == ["president", "visit", "moscow"]


def test_a_glossary_term_of_several_words_is_one_group():
    known = glossary(["سی پیک"], [("china pakistan corridor",)])
    phrases = ("سی پیک", "china pakistan corridor")
    assert read_question("سی پیک", known).groups == (Group("سی پیک", phrases, plain=phrases),)


def test_what_a_word_of_another_script_means_may_be_called_otherwise_too():
    known = glossary(["завод", "mill"], [("mill",), ("plant", "works")])
    [group] = read_question("завод", known).groups
    assert group.phrases == ("завод", "mill", "plant", "works")
    assert group.plain == ("завод", "mill")


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("promises", ("promise", "pledge")),
        ("promised", ("promise", "pledge")),
        ("promising", ("promise", "pledge")),
        ("stopping", ("stop", "halt")),
        ("deputies", ("deputy", "vice")),
        ("appointment", ("appoint", "name")),
        ("promisest", ()),
    ],
)
def test_an_english_word_means_what_the_word_of_which_it_is_a_form_means(word, means):
    terms = ["promise", "stop", "deputy", "appoint"]
    known = glossary(terms, [("pledge",), ("halt",), ("vice",), ("name",)])
    assert meanings(word, known) == means


@pytest.mark.parametrize("word", ["хаком", "хака", "хаку", "ленину", "ленинская", "ленинского"])
def test_a_short_name_is_met_in_every_case_and_as_an_adjective(word):
    known = glossary(["хак", "ленин"], [("haq",), ("lenin",)])
    assert meanings(word, known) in (("haq",), ("lenin",))
    assert meanings(word, glossary(["хакер", "ленинец"], [("hacker",), ("leninist",)])) != ("haq",)


def test_a_form_of_a_word_that_only_asks_only_asks():
    known = glossary(["want", "is"], [(), ()])
    assert [group.text for group in read_question("He wanted oil; is", known).groups] == ["he", "oil"]


def test_a_word_is_a_capital_one_unless_the_question_has_no_other():
    capital = {group.text: group.capital for group in read_question("Druzhba in Pabbi", NONE).groups}
    assert capital == {"druzhba": True, "in": False, "pabbi": True}
    assert not any(group.capital for group in read_question("Druzhba Pabbi 2020", NONE).groups)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("writers of the late forties", (1940, 1949)),
        ("нефть в шестидесятых", (1960, 1969)),
        ("кредиты 70-х", (1970, 1979)),
        ("ساٹھ کی دہائی میں تیل", (1960, 1969)),
        ("1980 کی دہائی", (1980, 1989)),
        ("۱۹۷۱ بھٹو", (1971, 1971)),
        ("the MiG 21s", None),
        ("U-90s", None),
    ],
)
def test_decades_and_years_are_read_in_every_script(text, years):
    assert read_question(text, {}).years == years


@pytest.mark.parametrize("text", ["in the sixties", "the 1960s", "в 1960-е", "1960х"])
def test_a_decade_may_stand_in_words(text):
    assert read_question(text, NONE).years == (1960, 1969)


def test_a_russian_word_is_met_without_its_ending():
    known = glossary(["газопровод"], [("gas pipeline",)])
    assert meanings("газопровода", known) == ("gas pipeline",)
    assert meanings("газета", known) == ()


def test_a_designation_is_one_term():
    assert [group.text for group in read_question("U-2, Mi-35M", NONE).groups] == ["u 2", "mi 35m"]


def test_what_is_to_be_measured_need_not_be_found():
    question = read_question("long pipeline?", NONE)
    assert question.measure == "length"
    assert [(group.text, group.needed) for group in question.groups] == [
        ("pipeline", True),
        ("length", False),
    ]


def test_years_alone_ask_for_what_happened_then():
    assert read_question("2012", NONE).by_years_alone
    assert not read_question("visits 2012", NONE).by_years_alone


def test_a_measure_is_called_by_two_words_of_the_record():
    [length] = [group for group in read_question("how many km", glossary(["how", "many"], [(), ()])).groups]
    assert length == Group("length", ("length", "kilometres"), needed=False)
    assert read_question("price", NONE).groups == (Group("cost", ("cost", "price"), needed=False),)


def test_of_two_terms_that_begin_alike_the_one_of_nearest_length_is_meant():
    known = glossary(["советский", "советы"], [("soviet",), ("councils",)])
    assert meanings("советских", known) == ("soviet",)
    known = glossary(["газовик", "газопроводы"], [("worker",), ("pipelines",)])
    assert meanings("газопровод", known) == ("pipelines",)
    known = glossary(["газопроводами", "газопроводы"], [("by pipelines",), ("pipelines",)])
    assert meanings("газопровода", known) == ("pipelines",)
    known = glossary(["газопровы", "газопроводы"], [("shorter",), ("pipelines",)])
    assert meanings("газопровода", known) == ("pipelines",)


@pytest.mark.parametrize(
    ("word", "met"),
    [("газ", False), ("газа", True), ("газами", True), ("газогенератор", False)],
)
def test_a_russian_word_of_four_letters_or_more_is_met_by_its_beginning(word, met):
    assert bool(meanings(word, glossary(["газами"], [("gas",)]))) is met


def test_a_question_is_read_as_far_as_three_hundred_signs():
    assert [group.text for group in read_question("oil " + " " * 293 + "gas", NONE).groups] == ["oil", "gas"]
    assert [group.text for group in read_question("oil " + " " * 296 + "gas", NONE).groups] == ["oil"]


def test_one_letter_is_no_word_and_one_digit_is():
    assert [group.text for group in read_question("a 7 is it", NONE).groups] == ["7", "is", "it"]


def test_a_word_that_stands_twice_is_asked_once():
    assert [group.text for group in read_question("gas oil gas", NONE).groups] == ["gas", "oil"]


def test_only_the_first_words_of_a_long_question_are_looked_up():
    words = [f"w{number:02}" for number in range(30)]
    groups = read_question(" ".join(words), NONE).groups
    assert [group.text for group in groups] == words[:24]
