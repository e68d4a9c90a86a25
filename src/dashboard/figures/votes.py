"""The figures of votes in the United Nations, and the choices that they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import row_of
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, YEARS, Answer, FigureSpec, Option, PageSpec, Rows
from dashboard.model.figure import EmptyFigure, Glance
from dashboard.model.selection import Selection
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.model.vote import is_state
from dashboard.queries import votes as ask
from dashboard.views import order, roll_calls, vote_card, vote_questions, votes

ASSEMBLY, COUNCIL = "general-assembly", "security-council"
COMPARED = 5
_ALL, _NONE, _APART, _WHOLE, _NEWEST = "all", "none", "apart", "whole", "newest"


def topic_labels(dataset: Dataset) -> dict[str, str]:
    """The topics by id, in the order of the table."""
    topics = dataset.atlas["vote_topics"]
    return dict(zip(topics["topic_id"], topics["label"], strict=True))


def states_of(dataset: Dataset) -> list[str]:
    """The states whose votes are held: first the pair that the Atlas is about, then those it is compared
    with.
    """
    return [name for name in dataset.atlas.votes.columns if is_state(name)]


def vote_texts(dataset: Dataset) -> pd.Series:
    """The words of every vote in which a search looks, made once (see `queries.votes.texts`)."""
    texts: pd.Series = dataset.texts.answer(("texts of votes",), lambda: ask.texts(dataset.atlas.votes))
    return texts


def _topic_choices(dataset: Dataset) -> dict[str, str]:
    return {_ALL: "All topics", **topic_labels(dataset), _NONE: "No topic"}


MEASURE = Option("measure", "Measure", votes.MEASURES)
TOPIC = Option("topic", "Topic", _topic_choices)
BODY = Option("body", "Body", {_ALL: "Both bodies", **VOCABULARIES["vote body"]})
WHAT = Option("what", "Put to the vote", {_ALL: "Anything", _WHOLE: "Whole texts, each once"})
RELATION = Option("relation", "The two states", {_ALL: "Any votes", _APART: "Voted apart", **votes.RELATIONS})
WORDS = Option("words", "Words in the title or symbol")
SORT = Option("sort", "Order of the votes", order.choices(roll_calls.ORDERS))
PART = Option("part", "Part", by_link=True)


def _all_tallies(dataset: Dataset, *by: str) -> pd.DataFrame:
    # Counted once, for what is counted by year may be added up for any years.
    def counted() -> pd.DataFrame:
        whole = ask.whole_resolutions(dataset.atlas.votes, ASSEMBLY)
        states = states_of(dataset)
        rows = ask.by_topic(whole) if "topic" in by else whole
        return ask.tallied(rows, states[0], states[1:COMPARED], by)

    found: pd.DataFrame = dataset.lookups.answer(("tallies of votes", *by), counted)
    return found


def _without_words(dataset: Dataset) -> pd.DataFrame:
    """Every vote without its words, because a frame of many columns of text is slow to cut."""

    def cut() -> pd.DataFrame:
        counted = ["body", "kind", "repeats", "topics", "year", "source_id", *states_of(dataset)]
        return dataset.atlas.votes[counted]

    found: pd.DataFrame = dataset.lookups.answer(("votes without words",), cut)
    return found


def _in_years(question: Question) -> pd.DataFrame:
    return ask.in_years(question.dataset.atlas.votes, *question.years)


def _counted(question: Question) -> pd.DataFrame:
    return ask.in_years(_without_words(question.dataset), *question.years)


def assembly(question: Question) -> pd.DataFrame:
    """The whole resolutions of the assembly in the chosen years, without their words."""
    return ask.whole_resolutions(_counted(question), ASSEMBLY)


def tallies(question: Question, *by: str) -> pd.DataFrame:
    """How the first state voted beside those it is compared with, on whole resolutions of the assembly in the
    chosen years; as from `queries.votes.tallied`.
    """
    return ask.in_years(_all_tallies(question.dataset, *by), *question.years)


def source_of(rows: pd.DataFrame) -> str:
    """The collection from which most of the votes come; each vote names its own in the list."""
    return str(rows["source_id"].mode().iloc[0]) if len(rows) else ""


def _resting_on(figure: Answer, counted: pd.DataFrame) -> Answer:
    """A figure of counts with every collection from which a counted vote comes."""
    collections = tuple(counted["source_id"].value_counts().index)
    return figure if isinstance(figure, EmptyFigure) else replace(figure, rests_on=collections)


def _agreement(question: Question) -> Answer:
    states, whole = states_of(question.dataset), assembly(question)
    if whole.empty:
        return no_votes("votes-agreement", "How often they voted alike")
    shares = ask.shares(tallies(question, "year"), "year")
    figure = votes.agreement(
        shares.assign(record_id=source_of(whole)), states[:2], question.option(MEASURE), question.mode
    )
    return _resting_on(figure, whole)


def _year_of_agreement(question: Question, mark: str) -> Glance:
    """What two states did in the year of a mark (see `views.votes.mark_of`)."""
    dataset, (state, _, year) = question.dataset, mark.rpartition("-")
    first, whole = states_of(dataset)[0], ask.whole_resolutions(dataset.atlas.votes, ASSEMBLY)
    of_year = ask.in_years(whole, int(year), int(year))
    index = float(ask.agreement(of_year, first, [state], "year")["index"].iloc[0])
    cast = ask.with_relation(of_year, first, state)
    is_pair = state == states_of(dataset)[1]
    return vote_card.of_year(cast, index, (first, state), dataset.titles, is_pair)


def _topics(question: Question) -> Answer:
    states, whole = states_of(question.dataset), assembly(question)
    if whole.empty:
        return no_votes("votes-topics", "On what they voted alike")
    shares = ask.shares(tallies(question, "year", "topic"), "topic")
    figure = votes.by_topic(
        shares.assign(record_id=source_of(whole)),
        states[1:COMPARED],
        topic_labels(question.dataset),
        states[0],
    )
    return _resting_on(figure, whole)


def _apart_figure(question: Question) -> Answer:
    states, whole = states_of(question.dataset), assembly(question)
    if whole.empty:
        return no_votes("votes-apart", "Where they voted apart")
    of_all = tallies(question, "year", "topic")
    counts = ask.apart_by_decade(of_all[of_all["state"] == states[1]])
    figure = votes.apart(counts, [source_of(whole)], states[:2], topic_labels(question.dataset))
    return _resting_on(figure, whole)


def _questions(question: Question) -> Answer:
    dataset, rows = question.dataset, _counted(question)
    topics = dataset.atlas["vote_topics"]
    pair = states_of(dataset)[:2]
    if rows.empty:
        return no_votes("votes-questions", "What they did on each question")
    counts = ask.followed(rows, topics[topics["followed"] != ""], pair, question.years)
    counted = ask.on_topics(ask.whole_texts(rows), tuple(counts["topic_id"]) if len(counts) else ("",))
    return _resting_on(vote_questions.questions(counts, source_of(rows), pair), counted)


def no_votes(figure_id: str, title: str) -> EmptyFigure:
    """What stands where no whole resolution was voted on."""
    return EmptyFigure(
        figure_id, title, "No vote on a whole resolution is held for these years.", "Widen the years."
    )


def _list(question: Question) -> Answer:
    states = states_of(question.dataset)
    chosen = ask.holding(_in_years(question), vote_texts(question.dataset), question.option(WORDS))
    chosen = _on_topic(chosen, question.option(TOPIC))
    if question.option(BODY) != _ALL:
        chosen = chosen[chosen["body"] == question.option(BODY)]
    if question.option(WHAT) == _WHOLE:
        chosen = ask.whole_texts(chosen)
    chosen = _with_relation(chosen, states[:2], question.option(RELATION))
    part = question.option(PART)
    number = int(part) if part.isascii() and part.isdigit() and len(part) < 5 else 1
    return roll_calls.listing(chosen, number, states[:COMPARED], _choice(question), question.option(SORT))


def _choice(question: Question) -> list[tuple[str, str]]:
    """The parameters of the list as it is asked for, without its part."""
    answers = (
        (option.name, question.option(option)) for option in (TOPIC, BODY, WHAT, RELATION, WORDS, SORT)
    )
    return [(name, value) for name, value in answers if value not in ("", _ALL, _NEWEST)]


def _on_topic(rows: pd.DataFrame, topic: str) -> pd.DataFrame:
    if topic == _NONE:
        return rows[(rows["topics"].map(len) == 0).astype(bool)]
    return ask.on_topics(rows, () if topic == _ALL else (topic,))


def _with_relation(rows: pd.DataFrame, pair: Sequence[str], relation: str) -> pd.DataFrame:
    if relation == _ALL or rows.empty:
        return rows
    cast = ask.with_relation(rows, *pair)
    wanted = cast["relation"] != "same" if relation == _APART else cast["relation"] == relation
    return cast[wanted].drop(columns="relation")


def _terms(question: Question) -> Answer:
    states, rows = states_of(question.dataset), _counted(question)
    if rows.empty:
        return no_votes("votes-terms", "In the Security Council")
    council = rows[rows["body"] == COUNCIL]
    seated = council[council[states[0]] != ""]
    figure = roll_calls.terms(ask.member_terms(rows, states[0]), states[0], source_of(council))
    return _resting_on(figure, seated)


def _vetoes(question: Question) -> Answer:
    dataset, rows = question.dataset, _in_years(question)
    if rows.empty:
        return no_votes("votes-vetoes", "Vetoes on the region")
    regional = regional_topics(dataset)
    vetoed = ask.on_topics(ask.vetoes_by(rows, states_of(dataset)[1]), tuple(regional))
    return roll_calls.vetoes(vetoed, states_of(dataset)[1], regional)


def regional_topics(dataset: Dataset) -> Mapping[str, str]:
    """The topics that the table marks as concerning the region."""
    topics = dataset.atlas["vote_topics"]
    regional = topics[topics["regional"] == "yes"]
    return dict(zip(regional["topic_id"], regional["label"], strict=True))


def _vote(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    rows = dataset.atlas.votes[dataset.atlas.votes["vote_id"] == record_id]
    if rows.empty:
        return EmptyFigure(
            "record-vote", "The vote", "The link names no vote.", "Look for one on the page of votes."
        )
    vote = rows.iloc[0].to_dict()
    _, source = row_of(dataset, vote["source_id"])
    return roll_calls.one(vote, states_of(dataset), topic_labels(dataset), source)


def _of_event(question: Question) -> Answer:
    dataset = question.dataset
    votes = votes_of_event(dataset, question.option(RECORD))
    return roll_calls.of_event(votes, states_of(dataset)[:COMPARED])


def votes_of_event(dataset: Dataset, event_id: str) -> pd.DataFrame:
    """The recorded votes that an event tells of."""
    links = dataset.atlas["event_votes"]
    if event_id not in set(links["event_id"]):
        return pd.DataFrame()
    return ask.votes_told_by(dataset.atlas.votes, links, event_id)


AGREEMENT = FigureSpec(
    "votes-agreement", _agreement, frozenset({YEARS}), (MEASURE,), glance=_year_of_agreement
)
TOPICS = FigureSpec("votes-topics", _topics, frozenset({YEARS}))
APART = FigureSpec("votes-apart", _apart_figure, frozenset({YEARS}))
QUESTIONS = FigureSpec("votes-questions", _questions, frozenset({YEARS}))
LIST = FigureSpec("votes-list", _list, frozenset({YEARS}), (TOPIC, BODY, WHAT, RELATION, WORDS, SORT, PART))
TERMS = FigureSpec("votes-terms", _terms, frozenset({YEARS}))
VETOES = FigureSpec("votes-vetoes", _vetoes, frozenset({YEARS}))
VOTE = FigureSpec("record-vote", _vote, options=(RECORD,))
OF_EVENT = FigureSpec("record-roll-calls", _of_event, options=(RECORD,))


def _number(dataset: Dataset, selection: Selection) -> int:
    return len(ask.in_years(dataset.atlas.votes, selection.first_year, selection.last_year))


PAGE = PageSpec(
    "votes",
    "Votes",
    "How did they vote?",
    figures=(AGREEMENT, QUESTIONS, APART, TOPICS, TERMS, VETOES, LIST),
    rows=Rows("recorded vote", _number),
)
