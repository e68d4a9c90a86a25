"""The figures of the method: agreement of two readers, what an audit found, weaknesses counted from the
tables, the queue of work, and how far the record reaches.
"""

from __future__ import annotations

from collections.abc import Callable

from dashboard.data.superlatives import superlatives_of
from dashboard.data.table import ROW
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import Answer, FigureSpec, Option, PageSpec
from dashboard.model.weakness import READ, WORDS
from dashboard.queries import agreement as ask_agreement
from dashboard.queries import audit as ask_audit
from dashboard.queries import capitals as ask_capitals
from dashboard.queries import health as ask_health
from dashboard.queries import series as ask_series
from dashboard.queries import weaknesses as ask
from dashboard.views import agreement, audit, health, method
from dashboard.views.method import Weakness

Records = list[tuple[str, str]]

WEAKNESS = Option("weakness", "Weakness", WORDS)
PART = Option(health.OF_PART, "Part of the queue", by_link=True)


def _one_origin(dataset: Dataset) -> Records:
    return _plain(ask.on_one_origin(dataset.atlas["events"], dataset.counts))


def _one_country(dataset: Dataset) -> Records:
    atlas = dataset.atlas
    alone = ask_capitals.of_one_country(dataset.told_by_country, atlas["evidence"], dataset.counted_sources)
    return _plain(ask.of_one_country(atlas["events"], alone))


def _planned(dataset: Dataset) -> Records:
    return _plain(ask.planned_and_past(dataset.atlas["events"], dataset.atlas.released))


def _superlatives(dataset: Dataset) -> Records:
    read = {name: dataset.atlas[name] for name in READ}
    counted = {name: frame.assign(**{ROW: range(len(frame))}) for name, frame in read.items()}
    return [(found.record_id, found.sentence) for found in superlatives_of(counted)]


def _weak_sources(dataset: Dataset) -> Records:
    return _plain(ask.on_weak_alone(dataset.atlas["evidence"], dataset.atlas["sources"]))


def _not_rated(dataset: Dataset) -> Records:
    return _plain(ask.not_rated(dataset.atlas["sources"]))


def _missing_numbers(dataset: Dataset) -> Records:
    missing = ask_series.missing_numbers(dataset.atlas["series"], dataset.atlas["events"])
    return [(row.series_id, f"Number {row.number}") for row in missing.itertuples()]


def _plain(record_ids: list[str]) -> Records:
    return [(record_id, "") for record_id in record_ids]


_RECORDS: dict[str, Callable[[Dataset], Records]] = {
    "one-origin": _one_origin,
    "one-country": _one_country,
    "planned-past": _planned,
    "superlatives": _superlatives,
    "weak-sources": _weak_sources,
    "not-rated": _not_rated,
    "missing-numbers": _missing_numbers,
}


def _weakness(name: str, dataset: Dataset) -> Weakness:
    return Weakness(name, WORDS[name], _RECORDS[name](dataset))


def _agreement(question: Question) -> Answer:
    readings = question.dataset.atlas["readings"]
    return agreement.table(ask_agreement.agreement(readings), readings)


def _audit(question: Question) -> Answer:
    atlas = question.dataset.atlas
    return audit.table(ask_audit.audits(atlas["readings"], atlas["events"]))


def _weaknesses(question: Question) -> Answer:
    return method.weaknesses([_weakness(name, question.dataset) for name in WORDS])


def _weak_records(question: Question) -> Answer:
    dataset = question.dataset
    chosen = _weakness(question.option(WEAKNESS), dataset)
    return method.listing(chosen, dataset.titles, dataset.atlas.table_of)


def _health(question: Question) -> Answer:
    dataset = question.dataset
    found = dataset.frames.answer(
        ("health",), lambda: ask_health.queue(dataset.atlas.frames, dataset.atlas.released)
    )
    part = question.option(PART)
    number = int(part) if part.isascii() and part.isdigit() and len(part) < 5 else 1
    return health.queue(found, dataset.titles, ask_health.DEBTS, number)


def _reach(question: Question) -> Answer:
    atlas = question.dataset.atlas
    return method.reach(atlas["events"], atlas["sources"], atlas.version, atlas.released)


AGREEMENT = FigureSpec("method-agreement", _agreement)
AUDIT = FigureSpec("method-audit", _audit)
WEAKNESSES = FigureSpec("method-weaknesses", _weaknesses)
WEAK_RECORDS = FigureSpec("method-weak-records", _weak_records, options=(WEAKNESS,))
REACH = FigureSpec("method-reach", _reach)
HEALTH = FigureSpec("method-health", _health, options=(PART,))

PAGE = PageSpec(
    "method",
    "Method",
    "Why believe it?",
    figures=(REACH, AGREEMENT, AUDIT, WEAKNESSES, WEAK_RECORDS, HEALTH),
)
