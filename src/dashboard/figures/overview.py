"""The figures of the overview: three findings, the most telling disagreements, what is new."""

from __future__ import annotations

from dashboard.figures import map as map_figures
from dashboard.figures import timeline as timeline_figures
from dashboard.figures import trade as trade_figures
from dashboard.figures import votes as votes_figures
from dashboard.figures.method import REACH
from dashboard.figures.question import Question
from dashboard.figures.sources import differing
from dashboard.figures.spec import EVENT_ROWS, EVENTS, LAST_YEAR, YEARS, Answer, FigureSpec, PageSpec
from dashboard.queries import disagreement as ask_disagreement
from dashboard.queries import events as ask_events
from dashboard.queries import projects as ask_projects
from dashboard.queries import trade as ask_trade
from dashboard.queries import votes as ask_votes
from dashboard.views import findings, timeline

NEWEST = 6
MOST_TELLING = 6


def _counts(question: Question) -> Answer:
    directions = {way.id: way.title for way in question.dataset.atlas.subject.directions if way.sender}
    series = trade_figures.series_of(question)
    counts = ask_trade.widest_counts(series[series["direction"].isin(list(directions))])
    flow = "" if counts.empty else directions[counts["direction"].iloc[0]]
    return findings.counts_apart(counts, flow)


def _statuses(question: Question) -> Answer:
    atlas, year = question.dataset.atlas, question.last_year
    status = ask_projects.status_in(atlas["milestones"], atlas["events"], year)
    return findings.statuses(status.rename_axis("project_id").reset_index(), year, question.mode)


def _alike(question: Question) -> Answer:
    whole = votes_figures.assembly(question)
    if whole.empty:
        return votes_figures.no_votes("overview-alike", "How often they voted alike")
    pair, source = votes_figures.states_of(question.dataset)[:2], votes_figures.source_of(whole)
    counts = votes_figures.tallies(question, "year")
    shares = ask_votes.shares(counts[counts["state"] == pair[1]], "year")
    return findings.alike(shares.assign(record_id=source), pair, question.mode)


def _differences(question: Question) -> Answer:
    dataset = question.dataset
    telling = ask_disagreement.most_telling(dataset.disagreements, question.events, MOST_TELLING)
    disputed = ask_disagreement.disputed_fields(dataset.disagreements)
    return differing(dataset, telling, "overview-differences", disputed)


def _newest(question: Question) -> Answer:
    dataset = question.dataset
    return timeline.newest(ask_events.newest(question.events, NEWEST), dataset.counts, dataset.titles)


COUNTS = FigureSpec("overview-counts", _counts, frozenset({YEARS}))
STATUSES = FigureSpec("overview-statuses", _statuses, frozenset({LAST_YEAR}))
ALIKE = FigureSpec("overview-alike", _alike, frozenset({YEARS}))
FINDINGS = (COUNTS, STATUSES, ALIKE)
DISAGREEMENTS = FigureSpec("overview-differences", _differences, EVENTS)
NEWEST_EVENTS = FigureSpec("overview-newest", _newest, EVENTS)

PAGE = PageSpec(
    "overview",
    "Overview",
    "What do we know, at a glance?",
    figures=(
        timeline_figures.STRIP,
        *FINDINGS,
        DISAGREEMENTS,
        map_figures.ROUTES,
        NEWEST_EVENTS,
        REACH,
    ),
    rows=EVENT_ROWS,
)
