"""An option judges what a link says of it: known values hold, every other is named."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.spec import Option

SIZE = Option("size", "Size of it", {"small": "Small", "large": "Large"})
SEVERAL = Option("sizes", "Sizes", SIZE.choices, many=True)
WORDS = Option("find", "Words")
TABLE = Option(
    "table", "Table", lambda dataset: dict.fromkeys(dataset.atlas.frames, "a table"), default="events"
)


@pytest.fixture
def dataset(small_atlas: Atlas) -> Dataset:
    """The small data."""
    return Dataset(small_atlas)


def test_the_default_is_the_first_choice_or_the_named_one(dataset: Dataset) -> None:
    assert SIZE.read([], dataset) == (("small",), ())
    assert TABLE.read([], dataset) == (("events",), ())
    assert WORDS.read([], dataset) == (("",), ())
    assert SEVERAL.read([], dataset) == ((), ())


def test_a_known_value_holds_and_of_two_the_last_which_is_said(dataset: Dataset) -> None:
    assert SIZE.read(["large"], dataset) == (("large",), ())
    assert SIZE.read(["large", "large"], dataset) == (("large",), ())
    values, (problem,) = SIZE.read(["large", "small"], dataset)
    assert values == ("small",)
    assert (
        str(problem)
        == "The link asks for size of it by more than one value “large, small”; one is possible, "
        "so the last is taken."
    )
    assert SEVERAL.read(["large", "small", "large"], dataset) == (("large", "small"), ())
    assert TABLE.read(["sources"], dataset) == (("sources",), ())


def test_an_unknown_value_is_named_and_the_default_holds(dataset: Dataset) -> None:
    values, (problem,) = SIZE.read(["huge"], dataset)
    assert values == ("small",)
    assert str(problem) == "The link asks for size of it “huge”; there are small, large."
    values, problems = SEVERAL.read(["huge", "large"], dataset)
    assert values == ("large",)
    assert [problem.found for problem in problems] == ["huge"]


def test_free_text_loses_its_edges_and_what_only_steers_a_terminal(dataset: Dataset) -> None:
    assert WORDS.read(["  two words\x00 "], dataset) == (("two words",), ())
    assert WORDS.read(["x" * 100], dataset) == (("x" * 100,), ())
    assert WORDS.read(["x" * 101], dataset) == (("x" * 99 + "…",), ())


def test_a_choice_is_told_by_its_words(dataset: Dataset) -> None:
    assert SIZE.in_words(("large",), dataset) == "size of it: Large"
    assert WORDS.in_words(("gas",), dataset) == "words: gas"
