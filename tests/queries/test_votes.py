"""Voting cohesion is worked out from whole resolutions, each once, by the two usual measures."""

from datetime import date

import pandas as pd
import pytest

from dashboard.queries import votes as ask


def roll_calls(*rows: dict[str, object]) -> pd.DataFrame:
    blank = {
        "body": "general-assembly",
        "kind": "resolution",
        "repeats": "",
        "symbol": "",
        "title": "",
        "subjects": "",
        "topics": (),
        "vetoed_by": (),
        "year": 1980,
        "AAA": "Y",
        "BBB": "Y",
        "CCC": "",
    }
    return pd.DataFrame([{"vote_id": f"vote-{number}", **blank, **row} for number, row in enumerate(rows)])


def test_identical_votes_count_one_and_a_vote_beside_an_abstention_half():
    votes = roll_calls({}, {"BBB": "A"}, {"BBB": "N"}, {"AAA": "N", "BBB": "N"})
    [row] = ask.agreement(votes, "AAA", ["BBB"], "year").to_dict("records")
    assert (row["votes"], row["identical"], row["index"], row["opposite"]) == (4, 0.5, 0.625, 1)


@pytest.mark.parametrize("code", ["X", "?", ""])
def test_a_state_that_cast_no_vote_is_not_counted(code):
    assert ask.with_relation(roll_calls({"BBB": code}, {}), "AAA", "BBB")["vote_id"].tolist() == ["vote-1"]


def test_two_abstentions_are_the_same_vote():
    votes = roll_calls({"AAA": "A", "BBB": "A"})
    assert ask.with_relation(votes, "AAA", "BBB")["relation"].tolist() == ["same"]


def test_paragraphs_and_repeated_roll_calls_stay_out_of_shares():
    votes = roll_calls({}, {"kind": "paragraph"}, {"repeats": "vote-0"}, {"body": "security-council"})
    assert ask.whole_resolutions(votes, "general-assembly")["vote_id"].tolist() == ["vote-0"]


def test_each_state_has_its_own_rows_in_order_of_time():
    votes = roll_calls({"year": 1990, "CCC": "N"}, {"year": 1980, "CCC": "Y"})
    shares = ask.agreement(votes, "AAA", ["BBB", "CCC"], "year")
    assert shares.index.tolist() == [0, 1, 2, 3]
    assert shares[["state", "year", "index"]].values.tolist() == [
        ["BBB", 1980, 1.0],
        ["BBB", 1990, 1.0],
        ["CCC", 1980, 1.0],
        ["CCC", 1990, 0.0],
    ]


def test_votes_apart_are_counted_under_each_topic_and_without_one():
    votes = roll_calls(
        {"BBB": "N", "topics": ("land", "sea"), "year": 1981},
        {"BBB": "A", "topics": ("sea",), "year": 1989},
        {"BBB": "N", "year": 1990},
        {},
    )
    tallies = ask.tallied(ask.by_topic(votes), "AAA", ["BBB"], ["year", "topic"])
    assert ask.apart_by_decade(tallies).values.tolist() == [
        [1980, "land", "opposite", 1],
        [1980, "sea", "opposite", 1],
        [1980, "sea", "partly", 1],
        [1990, "", "opposite", 1],
    ]


def test_years_hold_both_ends():
    votes = roll_calls({"year": 1979}, {"year": 1980}, {"year": 1982}, {"year": 1983})
    assert ask.in_years(votes, 1980, 1982)["year"].tolist() == [1980, 1982]


def test_topics_narrow_only_when_one_is_named():
    votes = roll_calls({"topics": ("land",)}, {"topics": ("sea",)}, {})
    assert len(ask.on_topics(votes, [])) == 3
    assert ask.on_topics(votes, ["sea", "air"])["vote_id"].tolist() == ["vote-1"]


def test_every_word_of_a_question_is_sought_in_symbol_title_and_subjects():
    votes = roll_calls(
        {"symbol": "A/RES/1", "title": "Peace at sea"},
        {"title": "Peace", "subjects": "SEA"},
        {"title": "Sea"},
    )
    assert ask.holding(votes, ask.texts(votes), "peace sea")["vote_id"].tolist() == ["vote-0", "vote-1"]
    assert ask.holding(votes, ask.texts(votes), "a/res/1")["vote_id"].tolist() == ["vote-0"]
    assert len(ask.holding(votes, ask.texts(votes), "(")) == 0


def test_a_word_of_a_question_begins_a_word_of_a_vote_and_a_short_one_is_the_whole_word():
    votes = roll_calls({"title": "Scope of the treaty"}, {"title": "The SCO"}, {"title": "Disarmament"})
    assert ask.holding(votes, ask.texts(votes), "sco")["vote_id"].tolist() == ["vote-1"]
    assert ask.holding(votes, ask.texts(votes), "disarm")["vote_id"].tolist() == ["vote-2"]
    assert ask.holding(votes, ask.texts(votes), "armament").empty


def test_neighbouring_years_in_the_council_are_one_term():
    council = {"body": "security-council"}
    years = [{"year": year, **council} for year in (1952, 1953, 1953, 1968)]
    votes = roll_calls(*years, {"year": 1970, "AAA": "", **council}, {"year": 1968, "AAA": "?", **council})
    assert ask.member_terms(votes, "AAA").values.tolist() == [[1952, 1953, 3, 3], [1968, 1968, 2, 1]]


def test_a_veto_is_that_of_the_state_that_cast_it():
    votes = roll_calls({"vetoed_by": ("AAA", "BBB")}, {"vetoed_by": ("BBB",)}, {})
    assert ask.vetoes_by(votes, "AAA")["vote_id"].tolist() == ["vote-0"]


def test_an_event_leads_to_its_votes_and_a_vote_to_its_events():
    links = pd.DataFrame({"event_id": ["first", "first", "second"], "vote_id": ["v-2", "v-1", "v-1"]})
    votes = pd.DataFrame({"vote_id": ["v-1", "v-2", "v-3"], "date": ["1971-12-07", "1971-12-05", "1972"]})
    assert ask.votes_told_by(votes, links, "first")["vote_id"].tolist() == ["v-2", "v-1"]
    events = pd.DataFrame({"event_id": ["second", "first", "third"], "date_first": [3, 2, 1]})
    assert ask.events_telling_of(events, links, "v-1")["event_id"].tolist() == ["first", "second"]
    assert ask.events_telling_of(events, links, "v-3").empty


def test_a_question_is_followed_in_its_years_on_whole_texts_of_both_bodies():
    votes = roll_calls(
        {"topics": ("sea",), "BBB": "N"},
        {"topics": ("sea",), "BBB": "A", "body": "security-council", "kind": "draft"},
        {"topics": ("sea",), "kind": "paragraph"},
        {"topics": ("sea",), "year": 1970},
        {"topics": ("sea",), "AAA": ""},
        {"topics": ("air",)},
    )
    question = {"topic_id": "sea", "label": "The sea", "followed_first": date(1975, 1, 1)}
    questions = pd.DataFrame([question | {"followed_last": date(1989, 12, 31)}])
    [row] = ask.followed(votes, questions, ("AAA", "BBB"), (1947, 1985)).to_dict("records")
    assert (row["first_year"], row["last_year"], row["votes"], row["both"]) == (1975, 1985, 3, 2)
    assert (row["AAA Y"], row["BBB Y"], row["BBB N"], row["BBB A"]) == (2, 1, 1, 1)
    assert (row["opposite"], row["partly"]) == (1, 1)
    assert ask.followed(votes, questions, ("AAA", "BBB"), (1947, 1960)).empty
