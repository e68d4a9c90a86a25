"""The index finds whole words and their forms, ranks titles above sentences, and meets misspelt words."""

import pandas as pd
import pytest

from dashboard.queries.find.documents import COLUMNS
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import Group


def index_of(
    *titles: str, sentences: str = "", names: str = "", table: str = "events", headlines: str = ""
) -> Index:
    blank = {
        "table": table,
        "names": names,
        "passages": (),
        "headlines": headlines,
        "related": "",
        "present": "",
        "date": "",
        "kind": "",
        "themes": (),
    }
    rows = [
        {
            "record_id": f"r{number}",
            "title": title,
            "sentences": sentences,
            "first_year": 0,
            "last_year": 9999,
            "weight": 2,
            **blank,
        }
        for number, title in enumerate(titles)
    ]
    return Index(pd.DataFrame(rows)[list(COLUMNS)])


def rows(index: Index, *phrases: str) -> list[int]:
    scores = index.holding(Group(phrases[0], phrases))
    return sorted(scores, key=lambda row: -scores[row])


def test_whole_words_are_found_not_parts_of_them():
    assert rows(index_of("Visit to Moscow", "SCO summit"), "sco") == [1]


def test_forms_of_a_word_are_one_word():
    assert rows(index_of("Russia delivers helicopters", "Nothing"), "helicopter") == [0]


def test_a_phrase_is_found_only_whole():
    assert rows(index_of("Pakistan Stream pipeline", "Stream in Pakistan"), "pakistan stream") == [0]


def test_rarer_words_weigh_more_and_none_weighs_less_than_nought():
    index = index_of("a", "b", "c")
    assert index.rarity(1) > index.rarity(3) >= 0


@pytest.mark.parametrize(
    ("word", "meant"), [("gawadar", "gwadar"), ("гвадар", "gwadar"), ("хрущева", "khrushchev")]
)
def test_a_misspelt_or_foreign_word_is_met(word, meant):
    assert meant in index_of("Gwadar port", "Khrushchev").close_to(word)


@pytest.mark.parametrize("word", ["oil", "1999", "zzzzzz"])
def test_short_words_numbers_and_strangers_are_not_guessed(word):
    assert index_of("Soil", "1998", "Karachi").close_to(word) == ()


def test_another_spelling_of_a_name_leads_to_the_name():
    index = index_of("Nikita Khrushchev", names="Khruschev;Premier")
    assert index.spellings == {}
    index = index_of("Nikita Khrushchev", names="Khruschev;Premier", table="actors")
    assert index.spellings == {"khruschev": "khrushchev"}


def test_a_word_that_only_sources_hold_is_strange():
    index = index_of("Steal the show", table="sources")
    steal, steel = Group("steal", ("steal",)), Group("steel", ("steel",))
    assert index.is_strange(steal)
    assert index.is_strange(steel)
    assert not index_of("Steel mill").is_strange(steel)


def test_a_word_of_a_record_s_headlines_alone_is_strange_and_still_finds_the_record():
    index = index_of("Steel mill", headlines="Steal the show")
    steal = Group("steal", ("steal",))
    assert index.is_strange(steal)
    assert set(index.holding(steal)) == {0}
    assert index.telling(steal) == set()
    assert not index.is_strange(Group("mill", ("mill",)))


def test_two_letters_in_the_wrong_order_are_put_right_before_anything_else():
    assert index_of("Khan", "Kahnuj").close_to("kahn") == ("khan",)


def test_the_newest_year_is_that_of_an_event_that_has_ended():
    records = index_of("a", "b", "c").records
    assert Index(records.assign(last_year=[2001, 2005, 9999])).newest == 2005
    assert Index(records.assign(last_year=[2001, 2005, 9999], table="projects")).newest == 0


def test_a_word_in_urdu_script_may_mean_three_words_of_its_consonants_and_no_more():
    titles = ("karachi", "karacha", "karoch", "karachu", "Lahore")
    assert index_of(*titles).close_to("کراچی") == ("karachi", "karacha", "karoch")
    assert index_of(*titles).close_to("ک") == ()
    assert index_of(*titles).close_to("لاہور") == ("lahore",)


def test_a_word_of_four_letters_is_in_the_vocabulary_with_its_records():
    assert index_of("gas pipe", "pipe 1971 pipe", "gasoline").vocabulary == {"pipe": 2, "gasoline": 1}


def test_a_misspelt_word_may_mean_three_words_the_nearest_first():
    index = index_of("gwadar", "gwadara", "gwadars", "gwadarx", "Lahore")
    assert len(index.close_to("gawadar")) == 3
    assert index.close_to("gawadar")[0] == "gwadar"


def test_of_two_words_the_latin_spelling_is_what_is_meant_and_a_short_russian_word_is_spelt():
    assert index_of("Gwadar").close_to("две страны") == ("dve strany",)
    assert index_of("Gwadar").close_to("дон") == ("don",)


@pytest.mark.parametrize(("number", "rarity"), [(1, 0.98), (2, 0.47), (3, 0.134)])
def test_a_word_weighs_by_how_many_of_three_records_hold_it(number, rarity):
    # log(1 + (3 - n + 0.5) / (n + 0.5)): log(2.667), log(1.6), log(1.143).
    assert index_of("a", "b", "c").rarity(number) == pytest.approx(rarity, abs=0.001)


def test_a_misspelt_word_of_no_name_is_met_by_one_of_a_sentence():
    index = index_of("Karachi", sentences="They were mercenaries of Karachi.")
    assert index.close_to("mercanaries") == ("mercenaries",)
    assert index.close_to("karachy") == ("karachi",)
    assert index.close_to("наемники") == ()
