"""A question is answered from the small Atlas with its passages, kinds, parts and filters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.dataset import Dataset
from dashboard.figures.find import KIND, PART, RESULTS, VOTES
from dashboard.figures.question import Question
from dashboard.figures.spec import SEARCH
from dashboard.model.figure import EmptyFigure, Figure, Listing
from dashboard.model.selection import Selection

Ask = Callable[..., Figure | EmptyFigure]


def listing(figure: Figure | EmptyFigure) -> Listing:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    return figure.drawing


def test_a_question_finds_its_records_with_their_passages(ask: Ask) -> None:
    found = ask(RESULTS, options={SEARCH: "governments pipeline agreement"})
    assert isinstance(found, Figure)
    assert "pipeline-agreement" in found.record_ids
    details = [item.detail for _, items in listing(found).groups for item in items]
    assert "The two governments agreed to build the pipeline." in details


def test_a_length_that_is_asked_for_stands_with_those_who_state_it(ask: Ask) -> None:
    groups = dict(listing(ask(RESULTS, options={SEARCH: "long river pipeline"})).groups)
    (number,) = groups["Numbers that sources state"]
    assert (number.record_id, number.title) == ("pipeline-length", "1\u202f100 km")


def test_years_that_are_asked_for_lead_to_where_they_stand_whole(ask: Ask) -> None:
    def also(words: str) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
        ways = {to.heading: to.cells for to in listing(ask(RESULTS, options={SEARCH: words})).ways}
        return [(cell.text, cell.page, cell.params) for cell in ways.get("Also", ())]

    years = (("years", "2015"), ("years", "2016"))
    assert also("energy pipeline 2015-2016") == [
        ("Timeline of 2015–2016", "timeline", (("theme", "energy"), *years)),
        ("Who met whom, 2015–2016", "people", years),
    ]
    assert [text for text, _, _ in also("pipeline 2015")] == ["Timeline of 2015", "Who met whom, 2015"]
    assert also("river pipeline") == []
    assert also("pipeline 1850") == [], "a year that cannot be chosen leads nowhere"


def test_a_kind_narrows_and_years_leave_out(ask: Ask) -> None:
    projects = ask(RESULTS, options={SEARCH: "pipeline", KIND: "projects"})
    assert isinstance(projects, Figure)
    assert projects.record_ids == ("river-pipeline",)
    late = ask(RESULTS, years=(2019, 2022), options={SEARCH: "pipeline", KIND: "events"})
    assert isinstance(late, EmptyFigure)


def test_sources_of_a_kind_leave_out_what_only_others_tell(ask: Ask) -> None:
    told = ask(RESULTS, kinds=("academic",), options={SEARCH: "trade", KIND: "quantities"})
    assert isinstance(told, EmptyFigure)


def test_a_part_that_is_no_number_is_the_first(ask: Ask) -> None:
    first = ask(RESULTS, options={SEARCH: "pipeline"})
    odd = ask(RESULTS, options={SEARCH: "pipeline", PART: "٣"})
    assert listing(odd) == listing(first)


@pytest.mark.parametrize("part", ["x", "٢", "-2", "0"])
def test_of_many_results_a_part_that_is_no_number_is_the_first_and_not_the_second(
    real: Dataset, part: str
) -> None:
    def part_of(value: str) -> Figure | EmptyFigure:
        options = {SEARCH: ("pipeline",), PART: (value,)}
        return Question(RESULTS, real, Selection((), (), 1947, 2026), options).answer()

    first, second, odd = part_of("1"), part_of("2"), part_of(part)
    assert listing(odd) == listing(first)
    assert listing(odd) != listing(second)


def test_nothing_asked_and_nothing_held_are_told_apart(ask: Ask) -> None:
    assert ask(RESULTS).title == "Ask the record"
    assert ask(RESULTS, options={SEARCH: "zeppelin"}).title == "Not in the record: “zeppelin”"


def test_the_records_are_made_ready_once(dataset: Dataset) -> None:
    assert dataset.searched is dataset.searched
    assert dataset.glossary["friendship"] == ("druzhba",)


def test_a_roll_call_is_found_by_the_words_of_its_title_within_the_years_that_are_asked(
    ask: Ask, dataset: Dataset
) -> None:
    vote = dataset.atlas.votes.iloc[0]
    found = ask(VOTES, options={SEARCH: f"votes {vote['title']}"})
    assert isinstance(found, Figure)
    assert vote["vote_id"] in found.record_ids
    assert isinstance(ask(VOTES, options={SEARCH: f"{vote['title']} before 1900"}), EmptyFigure)
    assert isinstance(ask(VOTES, options={SEARCH: "votes"}), EmptyFigure)
