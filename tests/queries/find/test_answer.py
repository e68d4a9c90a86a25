"""Questions of readers find their record among the first five, and what the record cannot answer is said to
be so.
"""

import csv
import random
from collections import Counter
from pathlib import Path

import pytest

from dashboard.queries.find.answer import find, nearest
from dashboard.queries.find.documents import documents
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import Group, glossary_of, read_question

HERE = Path(__file__).resolve().parent
QUESTIONS = list(csv.DictReader((HERE / "questions.csv").open(encoding="utf-8")))
LATIN = {"english", "misspelt"}


@pytest.fixture(scope="module")
def record(atlas):
    known = glossary_of(atlas["glossary"])
    index = Index(documents(atlas.frames))
    return index, lambda text: find(index, read_question(text, known))


def answered(record, row) -> bool:
    index, ask = record
    result = ask(row["question"])
    if row["kind"] == "none":
        return not result.answered
    first = {index.records["record_id"][hit.row] for hit in result.hits[:5]}
    return result.answered and not first.isdisjoint(row["expected"].split(";"))


# The questions were written in two halves before the ranking was tuned on the first one alone. The later ones
# were written without a look at the index when the record had grown. Before the weights were set anew on all,
# 22 of their 33 in Latin script, all 14 in Russian and Urdu and 16 of the 17 of none were right.
# The fresh ones ask in a stranger's words about records drawn by lot, and were written before the search was
# asked any of them: 30 of 60 in English, 8 of 10 misspelt, 3 of 10 in Russian, 3 of 10 in Urdu and 22 of 30
# of none were right. Words of readers were entered and the rules mended after that. Those called `after` were
# written then, in the same way: 28 of 30 in English, 2 of 5 misspelt, 3 of 5 in Russian, 3 of 5 in Urdu and
# 15 of 15 of none were right before names in both scripts and endings were added.
@pytest.mark.parametrize("half", ["tuned", "held", "later", "fresh", "after"])
def test_each_half_of_the_questions_reaches_its_share(record, half):
    asked = [row for row in QUESTIONS if row["half"] == half]
    numbers = Counter(row["kind"] for row in asked)
    right = Counter(row["kind"] for row in asked if answered(record, row))
    latin = sum(right[kind] for kind in LATIN) / sum(numbers[kind] for kind in LATIN)
    assert latin >= (0.85 if half == "fresh" else 0.9), right
    assert right["ru"] / numbers["ru"] >= 0.75, right
    assert right["ur"] / numbers["ur"] >= 0.75, right
    assert right["none"] / numbers["none"] >= 0.85, right


# In the hard words of strangers: synonyms that the record does not use, nicknames, endings, everyday Urdu.
# Before the glossary knew them, 13 of 60 in English, 15 of 16 misspelt, 6 of 40 in Russian, 17 of 40 in Urdu
# and 29 of 30 of none were right. Words were entered by others who had not seen them; then, of the half that
# nobody looked at, 13 of 30, 7 of 8, 11 of 20, 15 of 20 and 14 of 15 were. What is not told to be answered is
# among the nearest below.
#
# Then ordinary words of the reader's own ceased to decide. The rule was set on `hard`, on the older halves
# and on those called `tried`, which were written for it; `unseen` and those `aside`, written before it about
# records drawn by lot, were asked once, when it stood. Found among the first five and told to be answered
# were
#
#             English       misspelt    Russian       Urdu          told to be of none
#   hard      15, now 23    8, now 8    18, now 18    16, now 17    15 and 15, of 30, 8, 20, 20 and 15
#   tried      8, now 11                 7, now  7     6, now  6    13 and 13, of 14, 10, 10 and 16
#   unseen    13, now 16    7, now 7    11, now 13    15, now 16    14 and 14, of 30, 8, 20, 20 and 15
#   aside     13, now 18    3, now 3     4, now  5     7, now  7    19 and 19, of 24, 4, 8, 8 and 20
#
# among the first five at all 74, 31, 71 and 38, of 78, 34, 78 and 44: the order did not change. Rows that
# came after these figures moved one: 37 of those `aside` are among the first five.
@pytest.mark.parametrize(
    ("half", "in_five", "told"),
    [("hard", 0.9, 0.8), ("tried", 0.85, 0.6), ("unseen", 0.85, 0.6), ("aside", 0.8, 0.7)],
)
def test_hard_words_find_their_record_even_where_it_is_not_told_to_answer_them(record, half, in_five, told):
    index, ask = record
    asked = [row for row in QUESTIONS if row["half"] == half]
    answerable = [row for row in asked if row["kind"] != "none"]
    found = [
        not {index.records["record_id"][hit.row] for hit in ask(row["question"]).hits[:5]}.isdisjoint(
            row["expected"].split(";")
        )
        for row in answerable
    ]
    assert sum(found) >= in_five * len(answerable)
    assert sum(answered(record, row) for row in answerable) >= told * len(answerable)
    of_none = [row for row in asked if row["kind"] == "none"]
    assert sum(answered(record, row) for row in of_none) >= (0.8 if half == "tried" else 0.9) * len(of_none)


# Written before the rule was: 7 of the 14 of none and 16 of the others were right then.
def test_what_names_persons_places_acts_and_years_together_is_answered_only_by_what_holds_them_so(record):
    asked = [row for row in QUESTIONS if row["half"] == "together"]
    of_none = [row for row in asked if row["kind"] == "none"]
    others = [row for row in asked if row["kind"] != "none"]
    assert len(of_none) >= 12
    assert len(others) >= 12
    assert sum(answered(record, row) for row in of_none) >= 0.9 * len(of_none)
    assert sum(answered(record, row) for row in others) >= 0.9 * len(others)


def test_nine_in_ten_of_all_questions_without_an_answer_are_told_so(record):
    asked = [row for row in QUESTIONS if row["kind"] == "none"]
    assert sum(answered(record, row) for row in asked) >= 0.9 * len(asked)


def test_a_misspelt_word_is_no_place_because_one_of_the_words_that_it_may_be_is(index_of):
    index = index_of(
        {**event("Ada writes letters", 2000), "present": "Ada", "sentences": "a letter"},
        {"table": "actors", "kind": "person", "title": "Ada"},
        {"table": "places", "kind": "town", "title": "Saint Luter"},
        {"table": "projects", "title": "letter"},
    )
    result = find(index, read_question("leter Ada", {}))
    assert result.read_as["leter"][0].startswith("letter")
    assert "luter" in result.read_as["leter"]
    assert result.answered


def test_there_are_at_least_200_questions_and_every_expected_record_exists(record):
    index, _ = record
    expected = {record_id for row in QUESTIONS for record_id in row["expected"].split(";") if record_id}
    assert len(QUESTIONS) >= 200
    assert expected <= set(index.records["record_id"])


def test_an_exact_name_comes_first(record):
    index, ask = record
    for name, record_id in {"SCO": "shanghai-cooperation-organisation", "Russia": "russia-state"}.items():
        assert index.records["record_id"][ask(name).hits[0].row] == record_id


def test_words_of_the_question_are_marked(record):
    _, ask = record
    text = "The declaration of Tashkent"
    words = {text[begin:end] for begin, end in ask("Tashkent declaration").marker().places_in(text)}
    assert words == {"declaration", "Tashkent"}


def test_what_a_misspelt_word_was_read_as_is_said(record):
    _, ask = record
    assert "gwadar" in ask("gwaddar").read_as["gwaddar"]


SIGNS = [*"\"'*^()[]{}:;-+~|&<>%_\\/\x00\t\n", " ", "NEAR", "OR", "AND", "NOT", "title:", "*", '""', "\ud800"]
WORDS = [
    "pipeline",
    "river",
    "1971",
    "2014-2021",
    "Ада",
    "معاہدہ",
    "第一",
    "é",
    "gawadar",
    "S-400",
    "a" * 400,
]


def test_of_ten_thousand_hostile_questions_none_is_an_error(small_atlas):
    known, index = glossary_of(small_atlas["glossary"]), Index(documents(small_atlas.frames))
    chance = random.Random(1947)
    for _ in range(10_000):
        parts = chance.choices([*SIGNS, *WORDS], k=chance.randint(0, 8))
        find(index, read_question(chance.choice(["", " "]).join(parts), known))


def event(title: str, first: int, last: int | None = None, weight: int = 2) -> dict[str, object]:
    years = {"first_year": first, "last_year": last or first}
    return {"table": "events", "title": title, "weight": weight, **years}


def test_years_alone_find_what_touches_them_the_wholly_within_then_the_weighty_then_the_early_first(index_of):
    index = index_of(
        event("before", 1999),
        event("after", 2003),
        event("until", 1990, 2000),
        event("since", 2002, 2010),
        event("late", 2002),
        event("early", 2000),
        event("weighty", 2001, weight=1),
        {"table": "sources", "title": "a book", "first_year": 2001, "last_year": 2001},
        {"table": "projects", "title": "undated"},
    )
    result = find(index, read_question("2000-2002", {}))
    titles = [index.records["title"][hit.row] for hit in result.hits]
    assert titles == ["weighty", "early", "late", "until", "since"]
    assert [hit.score for hit in result.hits] == [1.0, 0.5, 0.5, 0.5, 0.5]
    assert result.answered
    assert not find(index, read_question("1850", {})).answered


@pytest.mark.parametrize(
    ("asked", "share"),
    [("2000", 1.0), ("2001", 0.5), ("1999", 0.5), ("since 2000", 1.0), ("before 2000", 0.5), ("", 1.0)],
)
def test_a_record_outside_of_the_years_covers_half_of_a_question(index_of, asked, share):
    (hit,) = find(index_of(event("river", 2000)), read_question(f"river {asked}", {})).hits
    assert hit.coverage == pytest.approx(share)


def test_a_record_without_a_date_covers_less_than_enough_of_a_question_of_a_year_unless_it_names_the_year(
    index_of,
):
    index = index_of(
        {"table": "projects", "title": "river"},
        {"table": "projects", "title": "river", "sentences": "Dammed in 2000."},
    )
    coverage = {hit.row: hit.coverage for hit in find(index, read_question("river 2000", {})).hits}
    assert coverage == {0: 0.65, 1: 1.0}
    assert not find(
        index_of({"table": "projects", "title": "river"}), read_question("river 2000", {})
    ).answered


def test_the_years_of_a_question_count_as_two_of_its_words(index_of):
    index = index_of(event("river", 2000), event("river dam", 1990))
    dated, undated = (find(index, read_question(text, {})).hits for text in ("river dam 2000", "river dam"))
    shares = {hit.row: hit.coverage for hit in undated}
    dam = min(index.rarity(1), 4.0)
    whole = dam + index.rarity(2)
    assert shares[0] == pytest.approx(index.rarity(2) / whole)
    assert {hit.row: hit.coverage for hit in dated} == {
        0: pytest.approx((index.rarity(2) + 2.0) / (whole + 2.0)),
        1: 0.5,
    }


def test_what_has_no_end_yet_has_lasted_until_the_newest_event_and_tells_nothing_of_later_years(index_of):
    index = index_of(event("river war", 2000, 9999), event("dam", 2005))
    assert find(index, read_question("river war 2004", {})).answered
    assert not find(index, read_question("river war 2040", {})).answered


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("since 2050", []),
        ("2005", ["war", "dam"]),
        ("since 2001", ["war", "dam"]),
        ("before 1900", []),
        ("in the 1890s", []),
        ("1950", ["border", "oldest"]),
        ("1960", ["border", "oldest"]),
        ("1990", ["border"]),
    ],
)
def test_a_question_of_years_alone_finds_nothing_beyond_the_oldest_and_the_newest_event(
    index_of, question, held
):
    index = index_of(
        event("war", 2000, 9999), event("dam", 2005), event("border", 1, 1995), event("oldest", 1950, 1960)
    )
    hits = find(index, read_question(question, {})).hits
    assert sorted(index.told[hit.row].title for hit in hits) == sorted(held)


def test_a_name_that_no_record_holds_weighs_twice_as_much_as_a_word_that_none_holds(index_of):
    index = index_of(event("river", 2000))
    lower, upper = (
        find(index, read_question(text, {})).hits[0].coverage for text in ("river atlantis", "river Atlantis")
    )
    river, strange = min(index.rarity(1), 4.0), min(index.rarity(0), 4.0)
    assert lower == pytest.approx(river / (river + strange))
    assert upper == pytest.approx(river / (river + 2 * strange))
    [hit] = nearest(index, read_question("river Atlantis", {}), 0.0)
    assert hit.coverage == pytest.approx(lower)


def test_a_word_of_another_script_that_nothing_holds_says_less_than_one_that_could_have_been_held(index_of):
    index = index_of(*(event(f"river {number}", 2000) for number in range(40)), event("lake", 2000))
    known = {"озеро": ("lake",)}
    latin = find(index, read_question("lake qwrtz", known)).hits[0].coverage
    foreign = find(index, read_question("озеро бдщъ", known)).hits[0].coverage
    assert foreign > latin


def test_a_question_of_words_that_weigh_nothing_is_covered_by_its_years(index_of):
    index = index_of(event("river", 2000), event("river", 2010))
    hits = find(index, read_question("river in 2000", {})).hits
    assert all(0.0 <= hit.coverage <= 1.0 for hit in hits)


def test_a_misspelt_name_is_read_as_a_name_and_not_as_a_common_word(index_of):
    index = index_of(event("Gwadar", 2000), {**event("river", 2000), "sentences": "a river that marks it"})
    assert find(index, read_question("visit of Gawadar", {})).read_as == {"gawadar": ("gwadar",)}
    index = index_of(event("marks", 2000), {**event("river", 2000), "sentences": "a river that marks it"})
    assert find(index, read_question("river on Mars", {})).read_as == {}
    assert find(index, read_question("river on mars", {})).read_as == {"mars": ("marks",)}


def test_a_misspelt_word_has_the_meanings_of_the_word_as_which_it_is_read(index_of):
    index = index_of(event("Uprising", 2000), {"table": "projects", "title": "revolt"})
    result = find(index, read_question("revollt", {"revolt": ("uprising",)}))
    assert {index.records["title"][hit.row] for hit in result.hits} == {"Uprising", "revolt"}


def test_a_word_of_another_script_is_met_in_full_by_what_it_means(index_of):
    index = index_of(event("plant", 2000), {"table": "sources", "title": "завод"})
    coverage = {
        hit.row: hit.coverage for hit in find(index, read_question("завод", {"завод": ("plant",)})).hits
    }
    assert coverage[0] == 1.0


def test_what_one_state_is_asked_about_is_not_answered_by_what_another_did(index_of):
    states = [{"table": "actors", "kind": "state", "title": title} for title in ("Aland", "Bland")]
    index = index_of(*states, {**event("Bland sends ships", 2000), "sentences": "Aland saw it."})
    assert find(index, read_question("Did Bland send ships?", {"did": ()})).answered
    assert not find(index, read_question("Did Aland send ships?", {"did": ()})).answered


@pytest.mark.parametrize(("weight", "factor"), [(1, 1.25), (2, 1.1), (3, 1.0)])
def test_a_record_called_as_the_question_says_scores_its_likeness_by_kind_weight_and_name(
    index_of, weight, factor
):
    index = index_of(event("river", 2000, weight=weight))
    (hit,) = find(index, read_question("river", {})).hits
    likeness = index.holding(Group("river", ("river",)))[0]
    # Events rank 1.1, and a record whose whole name the question holds 2.2.
    assert hit.score == pytest.approx(likeness * 1.1 * factor * 2.2)


@pytest.mark.parametrize(("title", "factor"), [("river dam", 1.25), ("river dam gate pier", 1.125)])
def test_a_name_counts_by_the_share_of_it_that_the_question_holds(index_of, title, factor):
    index = index_of(event(title, 2000, weight=3))
    (hit,) = find(index, read_question("river", {})).hits
    assert hit.score == pytest.approx(index.holding(Group("river", ("river",)))[0] * 1.1 * factor)


def test_where_a_measure_is_asked_for_a_number_counts_most_and_a_project_more_than_an_event(index_of):
    rows = [
        {"table": table, "title": "survey", "related": "river length"}
        for table in ("quantities", "projects", "events")
    ]
    index = index_of(*rows)
    score = {hit.row: hit.score for hit in find(index, read_question("length river", {})).hits}
    # The ranks of the tables by the factors of a measure: 0.85 × 2.5, 1.15 × 1.5 and 1.1 × 1.
    assert score[0] / score[2] == pytest.approx(0.85 * 2.5 / 1.1)
    assert score[1] / score[2] == pytest.approx(1.15 * 1.5 / 1.1)


def test_a_record_that_holds_all_but_the_measure_covers_a_question(index_of):
    index = index_of(event("river", 2000), event("length", 2000))
    coverage = {hit.row: hit.coverage for hit in find(index, read_question("length river", {})).hits}
    assert coverage == {0: 1.0, 1: 0.0}


def test_a_synonym_covers_four_fifths_of_a_word_that_the_record_uses_and_all_of_one_that_it_does_not(
    index_of,
):
    known = {"brook": ("river",), "creek": ("river",)}
    index = index_of(event("river", 2000), event("brook", 2000))
    coverage = {hit.row: hit.coverage for hit in find(index, read_question("brook", known)).hits}
    assert coverage == {0: pytest.approx(0.8), 1: pytest.approx(1.0)}
    assert find(index, read_question("creek", known)).hits[0].coverage == 1.0


def test_hits_of_one_score_stand_in_order_of_the_record_and_those_of_too_small_a_share_are_left_out(index_of):
    index = index_of(event("river", 2000), event("river", 2000), event("dam", 2000))
    question = read_question("river dam gate", {})
    assert [hit.row for hit in find(index, read_question("river", {})).hits] == [0, 1]
    shares = {hit.row: hit.coverage for hit in nearest(index, question, 0.0)}
    assert set(shares) == {0, 1, 2}
    assert [hit.row for hit in nearest(index, question, shares[2])] == [2]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("pipe pipes piped piper", ["pipe", "pipes", "piped", "piper"]),
        ("pipette pipeline", ["pipette"]),
        ("gas gases", ["gas"]),
        ("Pipe, GAS", ["Pipe", "GAS"]),
    ],
)
def test_a_word_is_marked_with_up_to_three_letters_more_if_it_has_four(index_of, text, marked):
    marker = find(index_of(event("river", 2000)), read_question("pipe gas", {})).marker()
    assert [text[begin:end] for begin, end in marker.places_in(text)] == marked
    assert marker.number_in(f"{text} {text}") == len(marked)


def test_no_more_than_eight_strange_words_are_met_by_close_ones(index_of):
    names = ["alpha", "bravo", "delta", "gamma", "kappa", "sigma", "omega", "theta", "zetas", "lambda"]
    index = index_of(*(event(name, 2000) for name in names))
    asked = " ".join(f"{name}q" for name in names)
    assert len(find(index, read_question(asked, {})).read_as) == 8
