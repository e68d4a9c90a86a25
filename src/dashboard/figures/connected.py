"""What a record is connected with, and who says so: its neighbours by kind, the events around it, its
sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import events_at, events_naming, evidence_behind, places_of, row_of, rows_of
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, Answer, FigureSpec
from dashboard.queries import votes as ask_votes
from dashboard.views import connections, record_sources
from dashboard.views.connections import Neighbour

# Tables whose rows readers know by another word.
_AS_READ = {"claims": "arguments", "quantities": "stated numbers", "indicators": "statistical series"}

Groups = Mapping[str, Sequence[Neighbour]]
"""Records by heading."""
Row = Mapping[str, Any]
_EVENT = ("event_id", "title", "date_caption")


def events_around(dataset: Dataset, record_id: str) -> pd.DataFrame:
    """The events that belong to a record in order of time.

    Of an event they are those of its series, of its projects, and those that follow each other by a source's
    word, with itself; of anything else those that name it.
    """
    return dataset.frames.answer(("around", record_id), lambda: _events_around(dataset, record_id))


def _events_around(dataset: Dataset, record_id: str) -> pd.DataFrame:
    table = dataset.atlas.table_of.get(record_id, "votes")
    if table == "events":
        return _along_with(dataset, record_id)
    if table == "votes":
        return ask_votes.events_telling_of(dataset.atlas["events"], dataset.atlas["event_votes"], record_id)
    if table in ("series", "themes"):
        return events_at(dataset, places_of(dataset, "events", table).get(record_id, ()))
    return events_naming(dataset, record_id)


def _along_with(dataset: Dataset, event_id: str) -> pd.DataFrame:
    _, event = row_of(dataset, event_id)
    shared = [("projects", project) for project in event["projects"]]
    together = [("event_id", other) for other in (event_id, *event["after"])]
    series = [("series", event["series"])] if event["series"] else []
    ways = [*shared, *together, ("after", event_id), *series]
    found = (places_of(dataset, "events", column).get(name, ()) for column, name in ways)
    return events_at(dataset, (place for places in found for place in places))


def _around(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    around = events_around(dataset, record_id)
    return connections.around(record_id, around, dataset.counts, dataset.atlas.span, question.mode)


def _related(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    return connections.related(record_id, _neighbours(dataset, record_id), dataset.counts)


def _sources(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    evidence = evidence_behind(dataset, [record_id])
    behind = rows_of(dataset, "sources", "source_id", evidence["source_id"])
    return record_sources.folded(evidence, behind, dataset.titles)


def is_connected(dataset: Dataset, record_id: str) -> bool:
    """Whether any other record names a record, or is named by it."""
    return any(_neighbours(dataset, record_id).values())


def _neighbours(dataset: Dataset, record_id: str) -> Groups:
    """The records that a record names or that name it, by heading; asked for twice on each page."""
    found: Groups = dataset.texts.answer(
        ("neighbours", record_id), lambda: _neighbours_of(dataset, record_id)
    )
    return found


def _neighbours_of(dataset: Dataset, record_id: str) -> Groups:
    atlas = dataset.atlas
    if record_id not in atlas.table_of:
        return {"Events": _listed(events_around(dataset, record_id), *_EVENT)}
    table, row = row_of(dataset, record_id)
    found = _BY_TABLE[table](dataset, row) if table in _BY_TABLE else {}
    if table == "events":
        return found
    return {
        **found,
        "Events": _listed(events_around(dataset, record_id), *_EVENT),
    }


def _of_event(dataset: Dataset, event: Row) -> Groups:
    event_id = event["event_id"]
    others = events_around(dataset, event_id)
    texts = rows_of(dataset, "agreements", "event_id", [event_id])
    stated = rows_of(dataset, "quantities", "subject", [event_id])
    return {
        "Before and after": _listed(others[others["event_id"] != event_id], *_EVENT),
        "Agreements": _listed(texts, "agreement_id", "title", "in_force_caption"),
        "Series": _named(dataset, (event["series"],) if event["series"] else ()),
        "Projects": _named(dataset, event["projects"]),
        "Who": _named(dataset, event["actors"]),
        "Where": _named(dataset, event["places"]),
        "Stated numbers": _listed(stated, "quantity_id", "summary", "period_caption"),
        "Statements tested": _checks(dataset, event_id),
    }


def _of_project(dataset: Dataset, project: Row) -> Groups:
    project_id = project["project_id"]
    routes = rows_of(dataset, "routes", "project_id", [project_id]).drop_duplicates("route_id")
    return {
        "Routes": _listed(routes, "route_id", "name", "status_as_of_caption"),
        "Statements tested": _checks(dataset, project_id),
    }


def _of_source(dataset: Dataset, source: Row) -> Groups:
    rests = rows_of(dataset, "evidence", "source_id", [source["source_id"]])["record_id"]
    by_table: dict[str, list[str]] = {}
    for record_id in dict.fromkeys(rests):
        by_table.setdefault(dataset.atlas.table_of.get(record_id, ""), []).append(record_id)
    by_table.pop("", None)
    return {
        f"Behind {_AS_READ.get(table, table)}": _named(dataset, by_table[table]) for table in sorted(by_table)
    }


def _of_agreement(dataset: Dataset, agreement: Row) -> Groups:
    return {"Signed at": _named(dataset, (agreement["event_id"],))}


def _of_route(dataset: Dataset, route: Row) -> Groups:
    stops = rows_of(dataset, "routes", "route_id", [route["route_id"]]).sort_values("seq")
    return {
        "Project": _named(dataset, (route["project_id"],)),
        "Stops": _named(dataset, tuple(dict.fromkeys(stops["place_id"]))),
    }


def _of_actor(dataset: Dataset, actor: Row) -> Groups:
    return {"Terms of office": _terms(dataset, "actor_id", actor["actor_id"])}


def _of_office(dataset: Dataset, office: Row) -> Groups:
    return {"Terms of office": _terms(dataset, "office_id", office["office_id"])}


def _of_term(dataset: Dataset, term: Row) -> Groups:
    return {"Person": _named(dataset, (term["actor_id"],)), "Office": _named(dataset, (term["office_id"],))}


_BY_TABLE: Mapping[str, Callable[[Dataset, Row], Groups]] = {
    "events": _of_event,
    "projects": _of_project,
    "sources": _of_source,
    "agreements": _of_agreement,
    "routes": _of_route,
    "actors": _of_actor,
    "offices": _of_office,
    "terms": _of_term,
}


def _checks(dataset: Dataset, record_id: str) -> Sequence[Neighbour]:
    return _named(dataset, rows_of(dataset, "checks", "about", [record_id])["check_id"])


def _terms(dataset: Dataset, column: str, record_id: str) -> Sequence[Neighbour]:
    held = rows_of(dataset, "terms", column, [record_id]).sort_values("period_first")
    named = held.assign(title=held["term_id"].map(dataset.titles))
    return _listed(named, "term_id", "title", "period_caption")


def _named(dataset: Dataset, ids: Iterable[str]) -> Sequence[Neighbour]:
    return [Neighbour(record_id, dataset.titles[record_id], "") for record_id in ids]


def _listed(frame: pd.DataFrame, record_id: str, title: str, when: str) -> Sequence[Neighbour]:
    cells = zip(*(frame[name].tolist() for name in (record_id, title, when)), strict=True)
    return [Neighbour(*row) for row in cells]


AROUND = FigureSpec("record-around", _around, options=(RECORD,))
RELATED = FigureSpec("record-related", _related, options=(RECORD,))
SOURCES = FigureSpec("record-sources", _sources, options=(RECORD,))
