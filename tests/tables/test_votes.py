"""The recorded votes equal the collection from which they come, and well-known votes equal the United
Nations' own count.
"""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.votes import read_raw, topics_of, votes_of
from dashboard.queries import votes as ask

ROOT = Path(__file__).resolve().parents[2]
COLLECTION = ROOT.parent / "shared" / "stats"
STATES = {"pakistan": "PAK", "ussr_russia": "RUS", "united_states": "USA", "china": "CHN", "india": "IND"}


@pytest.fixture(scope="module")
def votes():
    return votes_of(read_raw(ROOT / "data"))


# As the United Nations printed them: in favour, against, abstaining; then Pakistan, Moscow.
FAMOUS = {
    "A/RES/2793(XXVI)": ("1971-12-07", 104, 11, 10, "Y", "N"),
    "A/RES/ES-6/2": ("1980-01-14", 104, 18, 18, "Y", "N"),
    "A/RES/35/37": ("1980-11-20", 111, 22, 12, "Y", "N"),
    "A/RES/42/15": ("1987-11-10", 123, 19, 11, "Y", "N"),
    "A/RES/2758(XXVI)": ("1971-10-25", 76, 35, 17, "Y", "Y"),
    "A/RES/3379(XXX)": ("1975-11-10", 72, 35, 32, "Y", "Y"),
    "A/RES/68/262": ("2014-03-27", 100, 11, 58, "A", "N"),
    "A/RES/ES-11/1": ("2022-03-02", 141, 5, 35, "A", "N"),
    "A/RES/ES-11/4": ("2022-10-12", 143, 5, 35, "A", "N"),
    "A/RES/ES-11/6": ("2023-02-23", 141, 7, 32, "A", "N"),
}


@pytest.mark.parametrize("symbol", FAMOUS)
def test_a_well_known_vote_is_as_it_was_printed(votes, symbol):
    [vote] = votes[votes["symbol"] == symbol].to_dict("records")
    cells = ("date", "yes", "no", "abstained", "PAK", "RUS")
    assert tuple(vote[name] for name in cells) == FAMOUS[symbol]


def test_topics_are_those_that_the_rules_give(votes):
    rules = pd.read_csv(ROOT / "data" / "vote_topics.csv", dtype=str)
    assert topics_of(votes, rules).tolist() == votes["topics"].map(";".join).tolist()


def test_twelve_opposite_votes_on_afghanistan_stand_beside_four_in_five_alike(votes):
    assembly = ask.whole_resolutions(votes, "general-assembly")
    eighties = ask.in_years(assembly, 1980, 1989)
    [shares] = ask.agreement(ask.with_decade(eighties), "PAK", ["RUS"], "decade").to_dict("records")
    assert round(shares["identical"], 2) == 0.80
    cast = ask.with_relation(eighties, "PAK", "RUS")
    opposite = cast[
        (cast["relation"] == "opposite") & cast["topics"].map(lambda topics: "topic-afghanistan" in topics)
    ]
    assert len(opposite) == 12


def assembly_rows() -> pd.DataFrame:
    path = COLLECTION / "un_general_assembly_votes.csv"
    if not path.exists():
        pytest.skip("the collection of roll calls is not at hand")
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def test_every_roll_call_of_the_collection_is_there_with_its_votes(votes):
    rows = assembly_rows()
    kept = votes[votes["body"] == "general-assembly"]
    assert len(kept) == len(rows)
    for name, code in STATES.items():
        counts = rows.groupby(["date", name]).size()
        pd.testing.assert_series_equal(
            kept.groupby(["date", code]).size(), counts, check_names=False, check_index=False
        )


def test_agreement_by_decade_equals_a_count_by_hand(votes):
    rows = assembly_rows().to_dict("records")
    together, cast = {}, {}
    for row in rows:
        if not row["kind"].startswith("whole") or row["possible_duplicate_of"]:
            continue
        pair = (row["pakistan"], row["ussr_russia"])
        if not set(pair) <= {"Y", "N", "A"}:
            continue
        decade = row["date"][:3]
        cast[decade] = cast.get(decade, 0) + 1
        together[decade] = together.get(decade, 0) + (pair[0] == pair[1])
    whole = ask.whole_resolutions(votes, "general-assembly")
    shares = ask.agreement(ask.with_decade(whole), "PAK", ["RUS"], "decade").set_index("decade")
    for decade, number in cast.items():
        assert shares.loc[int(decade + "0"), "votes"] == number
        assert shares.loc[int(decade + "0"), "identical"] == pytest.approx(together[decade] / number)
