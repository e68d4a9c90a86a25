"""The figure of a question in words: what the record holds of it, best first."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import evidence_behind
from dashboard.figures.question import Question
from dashboard.figures.spec import EVENTS, SEARCH, YEARS, Answer, FigureSpec, Option, PageSpec
from dashboard.figures.votes import vote_texts
from dashboard.model.figure import Cell
from dashboard.model.found import Results
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries import votes as ask_votes
from dashboard.queries.find.answer import find as ask
from dashboard.queries.find.documents import SHAPES
from dashboard.queries.find.question import Question as Asked
from dashboard.queries.find.question import read_question
from dashboard.queries.find.results import Choice, results_of
from dashboard.views import attribution, find

_ALL = "all"
# Words by which a question asks for votes; no title of a vote has them.
_VOTING = frozenset(["vote", "votes", "voted", "voting"])

KIND = Option(
    "of",
    "Kind of record",
    {_ALL: "All kinds", **{table: RECORD_NAMES[table].capitalize() for table in SHAPES}},
    by_link=True,
)
PART = Option("results", "Part of the results", by_link=True)


def _results(question: Question) -> Answer:
    dataset, text, kind = question.dataset, question.option(SEARCH), question.option(KIND)
    if not text:
        return find.nothing_asked()
    read = read_question(text, dataset.glossary)
    result = ask(dataset.searched, read)
    table = "" if kind == _ALL else kind
    results = results_of(dataset.searched, result, _choice(question), table, _number(question.option(PART)))
    return find.results(results, text, table, _told(dataset, results), _pages(dataset, read))


def _pages(dataset: Dataset, read: Asked) -> Sequence[Cell]:
    """Where the years that are asked for stand whole, under each theme that is named; none without years."""
    first, last = dataset.atlas.span
    if read.years is None or read.years[0] < first or read.years[1] > last:
        return ()
    words = {group.text for group in read.groups}
    return find.pages_of(read.years, [theme for theme in dataset.themes if theme in words])


def _told(dataset: Dataset, results: Results) -> find.Told:
    """The stated numbers with what they are about, and who tells of each record that is shown."""
    quantities = dataset.atlas["quantities"].set_index("quantity_id")
    numbers = quantities.loc[list(results.numbers)]
    about = [dataset.titles.get(subject, subject) for subject in numbers["subject"]]
    shown = [record.record_id for record in (*results.passages, *results.records)]
    behind = evidence_behind(dataset, [*shown, *results.numbers])
    tellers = attribution.tellers(behind, dataset.source_names, dataset.titles)
    return find.Told(numbers.assign(about=about), tellers, dataset.counts, dataset.source_names)


def _choice(question: Question) -> Choice:
    chosen = question.followed
    supported = None
    if chosen.kinds or chosen.countries:
        supported = question.dataset.support.behind(chosen.kinds, chosen.countries)
    return Choice(question.years, question.themes, frozenset(question.events["event_id"]), supported)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def _votes(question: Question) -> Answer:
    """The roll calls whose titles hold every word of the question that matters."""
    dataset, query = question.dataset, read_question(question.option(SEARCH), question.dataset.glossary)
    words = " ".join(group.text for group in query.groups if group.needed and group.text not in _VOTING)
    votes, years = dataset.atlas.votes, query.years or question.years
    found = ask_votes.holding(votes, vote_texts(dataset), words) if words else votes.iloc[:0]
    return find.votes(ask_votes.in_years(found, *years), words)


RESULTS = FigureSpec("search-results", _results, EVENTS, (SEARCH, KIND, PART))

VOTES = FigureSpec("search-votes", _votes, frozenset({YEARS}), (SEARCH,), if_any=True)

PAGE = PageSpec(
    "find",
    "Find",
    "What does the record hold of it?",
    figures=(RESULTS, VOTES),
    example={SEARCH.name: "length of the gas pipeline"},
)
