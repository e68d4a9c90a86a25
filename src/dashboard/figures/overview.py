"""The figures of the overview: headline numbers, the most telling disagreements, what is new."""

from __future__ import annotations

from dashboard.figures import map as map_figures
from dashboard.figures import timeline as timeline_figures
from dashboard.figures import trade as trade_figures
from dashboard.figures.question import Question
from dashboard.figures.sources import CORROBORATION, on_chosen_records
from dashboard.figures.spec import EVENTS, YEARS, Answer, FigureSpec, PageSpec
from dashboard.queries import checks as ask_checks
from dashboard.queries import events as ask_events
from dashboard.queries import sources as ask_sources
from dashboard.views import disagreements, headlines, timeline

NEWEST = 6
MOST_TELLING = 6


def _events(question: Question) -> Answer:
    years = "{}–{}".format(*question.years)
    return headlines.counted("overview-events", "On record", f"events, {years}", question.events["event_id"])


def _sources(question: Question) -> Answer:
    atlas, ids = question.dataset.atlas, question.events["event_id"]
    behind = ask_sources.sources_behind(atlas["evidence"], atlas["sources"], ids)
    return headlines.counted(
        "overview-sources", "Sources", "sources behind these events", behind["source_id"]
    )


def _trade(question: Question) -> Answer:
    series = trade_figures.series_of(question)
    return headlines.latest("overview-trade", "Trade", series[series["direction"] == "total"])


def _disputed(question: Question) -> Answer:
    ids = on_chosen_records(question)["record_id"].unique()
    return headlines.counted("overview-disputed", "Disagreement", "records on which sources disagree", ids)


def _contradicted(question: Question) -> Answer:
    checks = ask_checks.held_against(question.dataset.atlas["checks"], ask_checks.AGAINST_OTHERS)
    ids = checks.loc[checks["verdict"] == "contradicted", "check_id"]
    words = f"of {len(checks)} tested statements contradicted by other evidence"
    return headlines.counted("overview-checks", "Checks", words, ids)


def _differences(question: Question) -> Answer:
    dataset = question.dataset
    telling = ask_sources.most_telling(dataset.disagreements, question.events, MOST_TELLING)
    return disagreements.table(telling, dataset.titles, dataset.source_names, "overview-differences")


def _newest(question: Question) -> Answer:
    dataset = question.dataset
    return timeline.newest(ask_events.newest(question.events, NEWEST), dataset.counts, dataset.titles)


HEADLINES = (
    FigureSpec("overview-events", _events, EVENTS),
    FigureSpec("overview-sources", _sources, EVENTS),
    FigureSpec("overview-trade", _trade, frozenset({YEARS})),
    FigureSpec("overview-disputed", _disputed, EVENTS),
    FigureSpec("overview-checks", _contradicted),
)
DISAGREEMENTS = FigureSpec("overview-differences", _differences, EVENTS)
NEWEST_EVENTS = FigureSpec("overview-newest", _newest, EVENTS)

PAGE = PageSpec(
    "overview",
    "Overview",
    "What do we know, at a glance?",
    section="Story",
    figures=(
        *HEADLINES,
        timeline_figures.STRIP,
        trade_figures.LINES,
        map_figures.ROUTES,
        DISAGREEMENTS,
        NEWEST_EVENTS,
        CORROBORATION,
    ),
)
