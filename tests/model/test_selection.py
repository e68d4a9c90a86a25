"""A link says what a reader chose; what it says wrongly is named, and nothing in it can do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.selection import Selection, covered_years, read_selection, shown

THEMES = ("diplomacy", "defence", "energy")
KINDS = ("document", "news")
FIRST_YEAR, HORIZON = SPAN = (1947, 2026)


def read(**params: list[str]) -> tuple[Selection, list[str]]:
    selection, problems = read_selection(params, THEMES, KINDS, SPAN)
    return selection, [problem.found for problem in problems]


@pytest.mark.parametrize(
    ("params", "selection"),
    [
        ({}, Selection((), (), FIRST_YEAR, HORIZON)),
        ({"theme": ["energy"], "years": ["2014", "2021"]}, Selection(("energy",), (), 2014, 2021)),
        ({"theme": ["energy", "diplomacy"]}, Selection(("diplomacy", "energy"), (), FIRST_YEAR, HORIZON)),
        ({"theme": ["energy", "energy"]}, Selection(("energy",), (), FIRST_YEAR, HORIZON)),
        ({"kind": ["news"]}, Selection((), ("news",), FIRST_YEAR, HORIZON)),
        ({"years": ["2016", "2016"]}, Selection((), (), 2016, 2016)),
        ({"years": ["1947", "2026"]}, Selection((), (), 1947, 2026)),
    ],
)
def test_a_sound_link_is_read_without_a_word(params: dict[str, list[str]], selection: Selection) -> None:
    assert read(**params) == (selection, [])


@pytest.mark.parametrize(
    ("params", "named", "selection"),
    [
        ({"theme": ["sport"]}, ["sport"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"theme": ["energy", "sport"]}, ["sport"], Selection(("energy",), (), FIRST_YEAR, HORIZON)),
        ({"theme": ["Energy"]}, ["Energy"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"theme": ["energy,defence"]}, ["energy,defence"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"theme": [""]}, [""], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"kind": ["rumour"]}, ["rumour"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"years": ["2014"]}, ["2014"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"years": ["2014", "2015", "2016"]}, ["2014, 2015, 2016"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"years": ["1900", "2016"]}, ["1900"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"years": ["2016", "2027"]}, ["2027"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"years": ["soon", "-1"]}, ["soon", "-1"], Selection((), (), FIRST_YEAR, HORIZON)),
        ({"years": ["٢٠١٦", "2016.0"]}, ["٢٠١٦", "2016.0"], Selection((), (), FIRST_YEAR, HORIZON)),
        (
            {"theme": ["sport"], "kind": ["rumour"], "years": ["x", "2016"]},
            ["sport", "rumour", "x"],
            Selection((), (), FIRST_YEAR, HORIZON),
        ),
    ],
)
def test_every_bad_value_is_named_and_the_rest_is_kept(
    params: dict[str, list[str]], named: list[str], selection: Selection
) -> None:
    assert read(**params) == (selection, named)


def test_years_in_the_wrong_order_are_put_right_and_that_is_told() -> None:
    selection, (problem,) = read_selection({"years": ["2021", "2014"]}, THEMES, KINDS, SPAN)
    assert selection == Selection((), (), 2014, 2021)
    assert str(problem) == (
        "The link asks for the years “2021, 2014”; "
        "the earlier year stands first, so they are read as 2014–2021."
    )


def test_a_problem_says_what_was_found_and_what_there_is() -> None:
    _, (problem,) = read_selection({"theme": ["sport"]}, THEMES, KINDS, SPAN)
    assert str(problem) == "The link asks for the theme “sport”; there are diplomacy, defence, energy."


@pytest.mark.parametrize(
    ("value", "repeated"),
    [("energy\x00", "energy[U+0000]"), ("en\u200bergy", "en[U+200B]ergy"), ("sport\x00", "sport")],
)
def test_a_value_that_only_hidden_signs_part_from_a_known_one_is_repeated_with_them(
    value: str, repeated: str
) -> None:
    _, (problem,) = read_selection({"theme": [value]}, THEMES, KINDS, SPAN)
    assert problem.found == repeated


@pytest.mark.parametrize(
    ("value", "repeated"),
    [
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("\u202etxt.exe", "txt.exe"),
        ("x" * 3000, "x" * 59 + "…"),
        ("x" * 60, "x" * 60),
        ("a\ufdd0b\uffff\ufffe\ud800c", "abc"),
    ],
)
def test_a_hostile_value_is_cleaned_and_cut_before_it_is_repeated(value: str, repeated: str) -> None:
    assert shown(value) == repeated


def test_a_link_carries_only_what_differs_from_the_default() -> None:
    assert Selection((), (), FIRST_YEAR, HORIZON).as_params(SPAN) == {}
    assert Selection(("energy",), ("news",), 2014, HORIZON).as_params(SPAN) == {
        "theme": ["energy"],
        "years": ["2014", "2026"],
        "kind": ["news"],
    }


@given(
    st.sets(st.sampled_from(THEMES)),
    st.sets(st.sampled_from(KINDS)),
    st.integers(FIRST_YEAR, HORIZON),
    st.integers(FIRST_YEAR, HORIZON),
)
def test_what_is_written_to_a_link_is_read_from_it(
    themes: set[str], kinds: set[str], one: int, other: int
) -> None:
    first, last = sorted((one, other))
    chosen = Selection(
        tuple(theme for theme in THEMES if theme in themes),
        tuple(kind for kind in KINDS if kind in kinds),
        first,
        last,
    )
    assert read(**chosen.as_params(SPAN)) == (chosen, [])


@given(
    st.dictionaries(
        st.sampled_from(["theme", "years", "kind", "other"]), st.lists(st.text(max_size=100), max_size=4)
    )
)
def test_no_link_breaks_the_reading(params: dict[str, list[str]]) -> None:
    selection, problems = read_selection(params, THEMES, KINDS, SPAN)
    assert FIRST_YEAR <= selection.first_year <= selection.last_year <= HORIZON
    assert all(len(problem.found) <= 60 for problem in problems)


def test_countries_of_sources_stand_in_the_link_only_if_chosen() -> None:
    assert Selection((), (), FIRST_YEAR, HORIZON, ("IND", "RUS")).as_params(SPAN) == {
        "country": ["IND", "RUS"]
    }


def test_a_problem_with_years_names_the_first_and_the_last_possible_one() -> None:
    _, (problem,) = read_selection({"years": ["2014"]}, THEMES, KINDS, SPAN)
    assert problem.expected == "two years from 1947 to 2026 are possible, so all years are shown"


def test_a_value_is_repeated_whole_up_to_sixty_characters() -> None:
    assert shown("x" * 60) == "x" * 60
    assert shown("x" * 61) == "x" * 59 + "…"


YEAR = 365.2425 * 24 * 60 * 60 * 1000


@pytest.mark.parametrize(
    ("ends", "years"),
    [
        ((0.0, 3 * YEAR), (1970, 1972)),
        ((3 * YEAR, 0.0), (1970, 1972)),
        ((-30 * YEAR, 3 * YEAR), (1947, 1972)),
        ((0.0, 90 * YEAR), (1970, 2026)),
        ((-90 * YEAR, -80 * YEAR), (1947, 1947)),
        ((10.0, 10.0), (1970, 1970)),
        # From the first moment of 2014 to that of 2016, which is not part of the stretch.
        ((1388534400000, 1451606400000), (2014, 2015)),
        ((), None),
        ((0.0,), None),
        ((0.0, float("nan")), None),
        ((0.0, float("inf")), None),
        (("a", "b"), None),
    ],
)
def test_a_stretch_of_the_line_of_years_stays_within_those_that_may_be_chosen(
    ends: tuple[object, ...], years: object
) -> None:
    assert covered_years(ends, (1947, 2026)) == years


@pytest.mark.parametrize("ends", [[], [0.0], [0.0, 1.0, 2.0], [0.0, float("nan")], ["0", "1"]])
def test_what_has_not_two_ends_is_no_stretch(ends: list[object]) -> None:
    assert covered_years(ends, (1947, 2026)) is None
