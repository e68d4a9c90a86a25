"""What a record is connected with, and who says so: its neighbours by kind, the events around it, its
sources.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, Answer, FigureSpec
from dashboard.model.schema import BY_NAME
from dashboard.queries import events as ask_events
from dashboard.queries import sources as ask_sources
from dashboard.queries import votes as ask_votes
from dashboard.views import connections, record_sources

Groups = Mapping[str, pd.DataFrame]
"""Records by heading, each with `record_id`, `title`, `when`."""


def row_of(dataset: Dataset, record_id: str) -> tuple[str, pd.Series]:
    """The table of a record and its row, the first of several; KeyError if there is none."""
    table = dataset.atlas.table_of[record_id]
    frame, id_column = dataset.atlas[table], BY_NAME[table].id_column
    rows: dict[str, int] = dataset.texts.answer(("rows", table), lambda: _first_rows(frame[id_column]))
    return table, frame.iloc[rows[record_id]]


def _first_rows(ids: pd.Series) -> dict[str, int]:
    rows: dict[str, int] = {}
    for row, record_id in enumerate(ids):
        rows.setdefault(record_id, row)
    return rows


def events_around(dataset: Dataset, record_id: str) -> pd.DataFrame:
    """The events that belong to a record in order of time.

    Of an event they are those of its series, of its projects, and those that follow each other by a source's
    word, with itself; of anything else those that name it.
    """
    return dataset.frames.answer(("around", record_id), lambda: _events_around(dataset, record_id))


def _events_around(dataset: Dataset, record_id: str) -> pd.DataFrame:
    events = dataset.atlas["events"]
    table = dataset.atlas.table_of.get(record_id, "votes")
    if table == "events":
        return _along_with(events, record_id)
    if table == "votes":
        return ask_votes.events_telling_of(events, dataset.atlas["event_votes"], record_id)
    if table == "series":
        chosen = events[events["series"] == record_id]
    elif table == "themes":
        chosen = ask_events.with_themes(events, (record_id,))
    else:
        chosen = ask_events.events_naming(events, record_id)
    return chosen.sort_values(["date_first", "event_id"])


def _along_with(events: pd.DataFrame, event_id: str) -> pd.DataFrame:
    event = events[events["event_id"] == event_id].iloc[0]
    projects = set(event["projects"])
    shared = pd.Series([bool(projects & set(others)) for others in events["projects"]], index=events.index)
    follows = pd.Series([event_id in before for before in events["after"]], index=events.index)
    named = events["event_id"].isin([event_id, *event["after"]])
    together = shared | follows | named
    if event["series"]:
        together |= events["series"] == event["series"]
    return events[together].sort_values(["date_first", "event_id"])


def _around(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    around = events_around(dataset, record_id)
    return connections.around(record_id, around, dataset.counts, dataset.atlas.span, question.mode)


def _related(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    return connections.related(record_id, _neighbours(dataset, record_id), dataset.counts)


def _sources(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    evidence = ask_sources.evidence_behind(dataset.atlas["evidence"], [record_id])
    sources = dataset.atlas["sources"]
    behind = sources[sources["source_id"].isin(set(evidence["source_id"]))]
    return record_sources.folded(evidence, behind, dataset.titles)


def is_connected(dataset: Dataset, record_id: str) -> bool:
    """Whether any other record names a record, or is named by it."""
    return any(len(records) for records in _neighbours(dataset, record_id).values())


def _neighbours(dataset: Dataset, record_id: str) -> Groups:
    """The records that a record names or that name it, by heading; asked for twice on each page."""
    found: Groups = dataset.texts.answer(
        ("neighbours", record_id), lambda: _neighbours_of(dataset, record_id)
    )
    return found


def _neighbours_of(dataset: Dataset, record_id: str) -> Groups:
    atlas = dataset.atlas
    if record_id not in atlas.table_of:
        return {"Events": _listed(events_around(dataset, record_id), "event_id", "title", "date_caption")}
    table, row = row_of(dataset, record_id)
    found = _BY_TABLE[table](dataset, row) if table in _BY_TABLE else {}
    if table == "events":
        return found
    return {
        **found,
        "Events": _listed(events_around(dataset, record_id), "event_id", "title", "date_caption"),
    }


def _of_event(dataset: Dataset, event: pd.Series) -> Groups:
    atlas, event_id = dataset.atlas, event["event_id"]
    others = events_around(dataset, event_id)
    others = others[others["event_id"] != event_id]
    texts = atlas["agreements"][atlas["agreements"]["event_id"] == event_id]
    stated = atlas["quantities"][atlas["quantities"]["subject"] == event_id]
    return {
        "Before and after": _listed(others, "event_id", "title", "date_caption"),
        "Agreements": _listed(texts, "agreement_id", "title", "in_force_caption"),
        "Series": _named(dataset, (event["series"],) if event["series"] else ()),
        "Projects": _named(dataset, event["projects"]),
        "Who": _named(dataset, event["actors"]),
        "Where": _named(dataset, event["places"]),
        "Stated numbers": _listed(stated, "quantity_id", "summary", "period_caption"),
        "Statements tested": _checks(dataset, event_id),
    }


def _of_project(dataset: Dataset, project: pd.Series) -> Groups:
    atlas, project_id = dataset.atlas, project["project_id"]
    routes = atlas["routes"][atlas["routes"]["project_id"] == project_id].drop_duplicates("route_id")
    return {
        "Routes": _listed(routes, "route_id", "name", "status_as_of_caption"),
        "Statements tested": _checks(dataset, project_id),
    }


def _of_source(dataset: Dataset, source: pd.Series) -> Groups:
    evidence = dataset.atlas["evidence"]
    rests = evidence.loc[evidence["source_id"] == source["source_id"], "record_id"].drop_duplicates()
    by_table = rests.groupby(rests.map(dataset.atlas.table_of))
    return {f"Behind {name}": _named(dataset, tuple(ids)) for name, ids in by_table}


def _of_agreement(dataset: Dataset, agreement: pd.Series) -> Groups:
    return {"Signed at": _named(dataset, (agreement["event_id"],))}


def _of_route(dataset: Dataset, route: pd.Series) -> Groups:
    stops = dataset.atlas["routes"]
    stops = stops[stops["route_id"] == route["route_id"]].sort_values("seq")
    return {
        "Project": _named(dataset, (route["project_id"],)),
        "Stops": _named(dataset, tuple(dict.fromkeys(stops["place_id"]))),
    }


def _of_actor(dataset: Dataset, actor: pd.Series) -> Groups:
    return {"Terms of office": _terms(dataset, "actor_id", actor["actor_id"])}


def _of_office(dataset: Dataset, office: pd.Series) -> Groups:
    return {"Terms of office": _terms(dataset, "office_id", office["office_id"])}


def _of_term(dataset: Dataset, term: pd.Series) -> Groups:
    return {"Person": _named(dataset, (term["actor_id"],)), "Office": _named(dataset, (term["office_id"],))}


_BY_TABLE: Mapping[str, Callable[[Dataset, pd.Series], Groups]] = {
    "events": _of_event,
    "projects": _of_project,
    "sources": _of_source,
    "agreements": _of_agreement,
    "routes": _of_route,
    "actors": _of_actor,
    "offices": _of_office,
    "terms": _of_term,
}


def _checks(dataset: Dataset, record_id: str) -> pd.DataFrame:
    checks = dataset.atlas["checks"]
    about = pd.Series([record_id in subjects for subjects in checks["about"]], index=checks.index, dtype=bool)
    return _named(dataset, tuple(checks.loc[about, "check_id"]))


def _terms(dataset: Dataset, column: str, record_id: str) -> pd.DataFrame:
    terms = dataset.atlas["terms"]
    held = terms[terms[column] == record_id].sort_values("period_first")
    named = held.assign(title=held["term_id"].map(dataset.titles))
    return _listed(named, "term_id", "title", "period_caption")


def _named(dataset: Dataset, ids: tuple[str, ...]) -> pd.DataFrame:
    titles = [dataset.titles[record_id] for record_id in ids]
    return pd.DataFrame({"record_id": list(ids), "title": titles, "when": [""] * len(ids)})


def _listed(frame: pd.DataFrame, record_id: str, title: str, when: str) -> pd.DataFrame:
    return pd.DataFrame({"record_id": frame[record_id], "title": frame[title], "when": frame[when]})


AROUND = FigureSpec("record-around", _around, options=(RECORD,))
RELATED = FigureSpec("record-related", _related, options=(RECORD,))
SOURCES = FigureSpec("record-sources", _sources, options=(RECORD,))
