"""The address of a figure is the address a reader can send: app, page, choice and figure, and nothing
else.
"""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.address import Context, base_of, choice_in_words, standing
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import EVENTS, RECORD, FigureSpec, Option
from dashboard.model.selection import Selection

DIRECTION = Option("direction", "Direction", {"there": "There and no further", "back": "Back again"})
LINES = FigureSpec("lines", lambda question: question.dataset, EVENTS, (DIRECTION, RECORD))  # type: ignore[arg-type,return-value]
YEARS_ONLY = FigureSpec("years", LINES.build, frozenset({"years"}))


@pytest.mark.parametrize(
    ("url", "page", "base"),
    [
        ("https://host/trade", "trade", "https://host/"),
        ("https://host/", "overview", "https://host/"),
        ("https://host/atlas/trade/", "trade", "https://host/atlas/"),
        ("https://host/atlas", "overview", "https://host/atlas/"),
        (None, "trade", ""),
    ],
)
def test_the_address_of_the_app_is_that_of_the_page_without_its_name(
    url: str | None, page: str, base: str
) -> None:
    assert base_of(url, page) == base


def test_a_figure_is_reached_by_page_choice_and_anchor() -> None:
    context = Context("trade", "https://host/", {"theme": ["trade", "energy"]})
    assert context.address("trade-lines") == "https://host/trade?theme=trade&theme=energy#trade-lines"
    assert (
        context.embedding("trade-lines")
        == "https://host/trade?theme=trade&theme=energy&embed=true&figure=trade-lines"
    )
    assert context.record("druzhba-2016") == "https://host/record?id=druzhba-2016"


def test_the_first_page_has_no_name_in_its_address() -> None:
    assert Context("overview", "https://host/").address("timeline-strip") == "https://host/#timeline-strip"
    assert Context("overview", "https://host/", {"kind": ["news"]}).address() == "https://host/?kind=news"


def test_where_the_address_of_the_app_is_not_known_a_link_is_relative() -> None:
    assert Context("trade").address("trade-lines") == "trade#trade-lines"


def test_the_choice_is_told_in_a_sentence(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    narrow = Selection(("trade", "energy"), ("news",), 2014, 2014)
    assert (
        choice_in_words(Question(LINES, dataset)) == "All themes; all years (1947–2022); all kinds of source"
    )
    chosen = choice_in_words(
        Question(LINES, dataset, narrow, {DIRECTION: ("back",), RECORD: ("river-pipeline",)})
    )
    assert chosen == "Trade and Energy; 2014; only with a source of kind news; direction: Back again"


def test_the_sentence_says_only_what_the_figure_follows(small_atlas: Atlas) -> None:
    narrow = Selection(("energy",), ("news",), 2014, 2021)
    said = choice_in_words(Question(YEARS_ONLY, Dataset(small_atlas), narrow))
    assert said == "All themes; 2014–2021; all kinds of source"


def test_the_values_of_a_choice_hold_the_options_that_the_link_leaves_out(small_atlas: Atlas) -> None:
    context = Context("trade", "", {"theme": ["trade"]}, Question(LINES, Dataset(small_atlas)))
    assert context.values == {"direction": ["there"], "theme": ["trade"]}


def test_a_cited_address_names_the_edition() -> None:
    context = Context("trade", "https://atlas.example/", {"theme": ["trade"]})
    assert context.cited("0.9.0", "trade-lines") == (
        "https://atlas.example/trade?theme=trade&edition=0.9.0#trade-lines"
    )
    assert context.cited_record("0.9.0", "talks") == "https://atlas.example/record?id=talks&edition=0.9.0"


def test_a_figure_repeats_the_options_that_were_asked_and_are_not_at_their_default(
    small_atlas: Atlas,
) -> None:
    dataset = Dataset(small_atlas)

    def params(chosen: str, *offered: Option) -> dict[str, object]:
        question = Question(LINES, dataset, None, {DIRECTION: (chosen,)})
        return dict(standing("trade", "", question, offered, "", question.followed).params)

    assert params("back", DIRECTION) == {"direction": ("back",)}
    assert params("there", DIRECTION) == {}
    assert params("back") == {}


def test_a_choice_after_the_default_in_the_alphabet_is_repeated_and_told(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    way = Option("way", "Way", {"mid": "Middle", "zenith": "Zenith"})
    spec = FigureSpec("ways", LINES.build, options=(way,))
    question = Question(spec, dataset, None, {way: ("zenith",)})
    context = standing("trade", "", question, (way,), "river-pipeline", question.followed)
    assert dict(context.params) == {"way": ("zenith",), "id": ("river-pipeline",)}
    assert context.sentence.endswith("way: Zenith")
