"""The figures of votes follow the years and their options, and an unknown part of the list is the first."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.figures import votes
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.record import RELATED, figures_of_record
from dashboard.figures.spec import RECORD
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.selection import Selection
from dashboard.views.formatting import THIN, count


@pytest.fixture(scope="module")
def dataset(atlas):
    return Dataset(atlas)


def counted(text):
    """A number as a page writes it."""
    return int(text.replace(THIN, ""))


def answer(spec, dataset, years=None, **options):
    selection = Selection((), (), *years) if years else None
    named = {option.name: option for option in spec.options}
    return Question(
        spec, dataset, selection, {named[name]: (value,) for name, value in options.items()}
    ).answer()


def test_four_in_five_votes_of_the_eighties_were_alike(dataset):
    figure = answer(votes.AGREEMENT, dataset)
    assert figure.title == "Pakistan and Russia voted alike most often in the 1980s: 80 per cent"
    one = answer(votes.AGREEMENT, dataset, (1980, 1980)).rows
    assert one["year"].unique().tolist() == [1980]


def test_twelve_opposite_votes_on_afghanistan_stand_in_their_cell(dataset):
    figure = answer(votes.APART, dataset, (1980, 1989))
    cells = {row[0].text: row[1].text for row in figure.drawing.rows}
    assert cells["Afghanistan"] == "12\u00a0+\u00a00"


def test_every_vote_on_ukraine_since_2014_is_listed_and_none_was_with_moscow_against(dataset):
    figure = answer(votes.LIST, dataset, (2014, 2026), topic="topic-ukraine", relation="opposite")
    assert isinstance(figure, EmptyFigure)
    apart = answer(votes.LIST, dataset, (2014, 2026), topic="topic-ukraine", relation="partly")
    assert set(apart.rows["PAK"]) == {"A"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"words": "A/RES/ES-6/2"}, "Votes 1–1 of 1 vote"),
        ({"body": "security-council", "topic": "topic-afghanistan"}, "Votes 1–25 of"),
        ({"part": "nonsense"}, "Votes 1–25 of"),
        ({"part": "2"}, "Votes 26–50 of"),
    ],
)
def test_the_list_narrows_by_its_options(dataset, options, words):
    assert answer(votes.LIST, dataset, **options).title.startswith(words)


def test_each_question_is_counted_in_its_years_and_leads_to_as_many_votes(dataset):
    figure = answer(votes.QUESTIONS, dataset)
    assert figure.title.endswith("most often on Afghanistan: in 12 of 12 votes that both cast")
    rows = {row[0].text: row for row in figure.drawing.rows}
    assert rows["Ukraine and Crimea"][6].text == "25"
    assert {"un-digital-library-votes", "un-xml-resolutions", "unsc-veto-list"} <= set(figure.record_ids)
    for row in figure.drawing.rows:
        chosen = {name: value for name, value in row[2].params if name != "years"}
        years = tuple(int(value) for name, value in row[2].params if name == "years")
        assert (
            f"of {count(counted(row[2].text), 'vote')}" in answer(votes.LIST, dataset, years, **chosen).title
        )


@pytest.mark.parametrize("topic", ["Afghanistan", "Korea", "No topic by our rules"])
def test_a_cell_of_votes_apart_leads_to_as_many_votes_as_it_counts(dataset, topic):
    [row] = [row for row in answer(votes.APART, dataset).drawing.rows if row[0].text == topic]
    for cell in (cell for cell in row[1:] if cell.params):
        chosen = {name: value for name, value in cell.params if name != "years"}
        years = tuple(int(value) for name, value in cell.params if name == "years")
        number = sum(counted(part.strip()) for part in cell.text.split("+"))
        assert f"of {count(number, 'vote')}" in answer(votes.LIST, dataset, years, **chosen).title


def test_the_list_leads_to_its_other_parts_under_its_own_choice(dataset):
    figure = answer(votes.LIST, dataset, words="peace", body="security-council", part="2")
    [ways] = figure.drawing.further
    assert ways.cells[-1].params == (("body", "security-council"), ("words", "peace"), ("part", "3"))


def test_a_council_seat_and_vetoes_on_the_region_are_counted(dataset):
    assert answer(votes.TERMS, dataset).title == "Pakistan sat in the Security Council in 8 terms"
    vetoes = answer(votes.VETOES, dataset)
    assert isinstance(vetoes, Figure)
    assert {"s-3787", "s-5134", "s-10416", "s-10423", "s-10446-rev-1"} <= set(vetoes.record_ids)


def test_a_vote_is_a_record_with_its_source_behind_it(dataset):
    figure = answer(votes.VOTE, dataset, **{RECORD.name: "a-res-es-6-2"})
    assert figure.title == "104 in favour, 18 against and 18 abstained"
    assert dataset.titles["a-res-es-6-2"].startswith("The situation in Afghanistan")
    assert "un-digital-library-votes" in dataset.backed(["a-res-es-6-2"])
    assert dataset.table_of("a-res-es-6-2") == "votes"


def test_an_event_shows_its_roll_call_and_the_roll_call_its_event(dataset):
    assert votes.OF_EVENT in figures_of_record(dataset, "unga-ceasefire-1971")
    figure = answer(votes.OF_EVENT, dataset, **{RECORD.name: "unga-ceasefire-1971"})
    assert figure.title == "How they voted: 104–11–10"
    assert figure.record_ids == ("a-res-2793-xxvi",)
    assert RELATED in figures_of_record(dataset, "a-res-2793-xxvi")
    related = answer(RELATED, dataset, **{RECORD.name: "a-res-2793-xxvi"})
    assert related.rows["connected"].tolist() == ["unga-ceasefire-1971"]


def test_an_event_that_is_no_vote_has_no_roll_call(dataset):
    assert votes.OF_EVENT not in figures_of_record(dataset, "druzhba-2016")
    assert isinstance(answer(votes.OF_EVENT, dataset, **{RECORD.name: "druzhba-2016"}), EmptyFigure)


def test_pages_without_votes_never_make_them_a_frame(atlas):
    from dashboard.data.atlas import read_atlas

    fresh = Dataset(read_atlas(Path(__file__).resolve().parents[2] / "data"))
    assert fresh.titles["sergey-lavrov"]
    assert fresh.hrefs["sergey-lavrov"]
    fresh.backed(["druzhba-2016"])
    assert "votes" not in vars(fresh.atlas)


def test_the_list_of_votes_stands_in_the_order_of_the_link_and_its_parts_keep_it(dataset):
    oldest, newest = answer(votes.LIST, dataset, sort="oldest"), answer(votes.LIST, dataset)
    day = dataset.atlas.votes.set_index("vote_id")["date"]
    earliest, latest = ([day[vote] for vote in figure.rows["record_id"]] for figure in (oldest, newest))
    assert earliest == sorted(earliest)
    assert latest == sorted(latest, reverse=True)
    assert earliest[-1] < latest[-1]
    assert (oldest.drawing.header[0].way, newest.drawing.header[0].way) == ("ascending", "descending")
    onward = oldest.drawing.further[0].cells[-1]
    assert onward.text.startswith("Newer")
    assert ("sort", "oldest") in onward.params
    assert "sort" not in dict(newest.drawing.further[0].cells[-1].params)


def test_the_list_of_whole_texts_leaves_out_votes_on_parts(dataset):
    whole, anything = answer(votes.LIST, dataset, what="whole"), answer(votes.LIST, dataset, what="all")
    assert whole.title != anything.title
    assert answer(votes.LIST, dataset).title == anything.title


def test_the_topics_of_the_region_are_those_that_the_table_marks_so(small_atlas):
    small = Dataset(small_atlas)
    topics = small.atlas["vote_topics"]
    more = [
        topics.iloc[0].to_dict() | {"topic_id": f"topic-{mark}", "regional": mark} for mark in ("", "no", "z")
    ]
    frames = {**small_atlas.frames, "vote_topics": pd.DataFrame([*topics.to_dict("records"), *more])}
    assert votes.regional_topics(Dataset(replace(small_atlas, frames=frames))) == {"topic-rivers": "Rivers"}


@pytest.mark.parametrize(
    ("spec", "title"),
    [
        (votes.AGREEMENT, "How often they voted alike"),
        (votes.TOPICS, "On what they voted alike"),
        (votes.APART, "Where they voted apart"),
        (votes.QUESTIONS, "What they did on each question"),
        (votes.TERMS, "In the Security Council"),
        (votes.VETOES, "Vetoes on the region"),
    ],
)
def test_in_years_without_votes_a_figure_says_so_under_its_title(small_atlas, spec, title):
    figure = answer(spec, Dataset(small_atlas), (1947, 1947))
    assert isinstance(figure, EmptyFigure)
    assert (figure.figure_id, figure.title) == (spec.figure_id, title)
    assert figure.why == "No vote on a whole resolution is held for these years."
