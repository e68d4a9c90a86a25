"""The figures of one record: facts, status, sizes, values, disagreements, neighbours."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.capitals import OF_RECORD
from dashboard.figures.dataset import Dataset
from dashboard.figures.people import OF_EVENT, offices_at
from dashboard.figures.question import Question
from dashboard.figures.series import OF_RECORD as MEETINGS
from dashboard.figures.spec import RECORD, Answer, FigureSpec, PageSpec
from dashboard.figures.votes import OF_EVENT as ROLL_CALLS
from dashboard.figures.votes import VOTE
from dashboard.model.figure import Absence
from dashboard.model.schema import BY_NAME
from dashboard.queries import events as ask_events
from dashboard.queries import projects as ask_projects
from dashboard.queries import sources as ask_sources
from dashboard.queries import votes as ask_votes
from dashboard.views import attribution, disagreements, records

# What sources of a country report or dispute: things that are or are not so.
TOLD = ("events", "quantities", "checks", "projects", "agreements", "terms")

_NO_RECORD = "The link names no record."


def figures_of_record(dataset: Dataset, record_id: str) -> tuple[FigureSpec, ...]:
    """The figures that a record has."""
    table = dataset.table_of(record_id)
    if table == "votes":
        return VOTE, RELATED
    special = {"projects": (LIFE, SIZES), "indicators": (SERIES,), "series": (MEETINGS,)}
    voted = (ROLL_CALLS,) if record_id in set(dataset.atlas["event_votes"]["event_id"]) else ()
    held = (OF_EVENT,) if table == "events" and len(offices_at(dataset, record_id)) else ()
    capitals = (OF_RECORD,) if table in TOLD else ()
    return FACTS, *voted, *special.get(table, ()), *held, *capitals, DISAGREEMENTS, RELATED


def _row(dataset: Dataset, record_id: str) -> tuple[str, pd.Series]:
    table = dataset.atlas.table_of[record_id]
    frame = dataset.atlas[table]
    return table, frame[frame[BY_NAME[table].id_column] == record_id].iloc[0]


def _facts(question: Question) -> Answer:
    dataset = question.dataset
    record_id = question.option(RECORD)
    if record_id not in dataset.atlas.table_of:
        return Absence("record-facts", "What the record holds", _NO_RECORD, "Search for one.")
    table, row = _row(dataset, record_id)
    return records.facts(record_id, table, row.to_dict(), dataset.titles[record_id], dataset.titles)


def _life(question: Question) -> Answer:
    dataset = question.dataset
    atlas = dataset.atlas
    return records.life(ask_projects.life(atlas["milestones"], atlas["events"], question.option(RECORD)))


def _sizes(question: Question) -> Answer:
    dataset = question.dataset
    stated = ask_projects.stated_sizes(dataset.atlas["quantities"], question.option(RECORD))
    behind = ask_sources.evidence_behind(dataset.atlas["evidence"], stated["quantity_id"])
    return records.sizes(stated, attribution.tellers(behind, dataset.source_names, dataset.titles))


def _series(question: Question) -> Answer:
    dataset = question.dataset
    atlas, record_id = dataset.atlas, question.option(RECORD)
    own = atlas["observations"][atlas["observations"]["indicator_id"] == record_id]
    unit = atlas["indicators"].set_index("indicator_id")["unit"].get(record_id, "")
    return records.series(record_id, own.sort_values("period_first"), str(unit))


def _differences(question: Question) -> Answer:
    dataset = question.dataset
    record_id = question.option(RECORD)
    found = ask_sources.disagreements(ask_sources.evidence_behind(dataset.atlas["evidence"], [record_id]))
    return disagreements.table(found, dataset.titles, dataset.source_names, "record-differences")


def _related(question: Question) -> Answer:
    dataset = question.dataset
    record_id = question.option(RECORD)
    return records.related(_neighbours(dataset, record_id), dataset.counts)


def _neighbours(dataset: Dataset, record_id: str) -> dict[str, pd.DataFrame]:
    """Records by heading, each with `record_id`, `title`, `when`."""
    atlas = dataset.atlas
    telling = ask_votes.events_telling_of(atlas["events"], atlas["event_votes"], record_id)
    if record_id not in atlas.table_of:
        return {"Events": _listed(telling, "event_id", "title", "date_caption")}
    table, row = _row(dataset, record_id)
    groups = {
        "Events": _listed(
            ask_events.events_naming(atlas["events"], record_id), "event_id", "title", "date_caption"
        )
    }
    if table == "events":
        for column in ("actors", "places", "projects"):
            groups[column.capitalize()] = _named(dataset, row[column])
        groups["Stated numbers"] = _listed(
            atlas["quantities"][atlas["quantities"]["subject"] == record_id],
            "quantity_id",
            "summary",
            "period_caption",
        )
    if table == "projects":
        routes = atlas["routes"][atlas["routes"]["project_id"] == record_id].drop_duplicates("route_id")
        groups["Routes"] = _listed(routes, "route_id", "name", "status_as_of_caption")
    if table == "sources":
        rests = (
            atlas["evidence"].loc[atlas["evidence"]["source_id"] == record_id, "record_id"].drop_duplicates()
        )
        for name, ids in rests.groupby(rests.map(atlas.table_of)):
            groups[f"Behind {name}"] = _named(dataset, tuple(ids))
    if table == "routes":
        groups["Project"] = _named(dataset, (row["project_id"],))
    groups |= _of_meetings_and_offices(dataset, table, row)
    if table == "themes":
        groups["Events"] = _listed(
            ask_events.with_themes(atlas["events"], (record_id,)), "event_id", "title", "date_caption"
        )
    return groups


def _of_meetings_and_offices(dataset: Dataset, table: str, row: pd.Series) -> dict[str, pd.DataFrame]:
    """The neighbours of series, agreements, offices and terms, and those that events and persons have among
    them.
    """
    atlas, record_id = dataset.atlas, row[BY_NAME[table].id_column]
    if table == "events":
        texts = atlas["agreements"][atlas["agreements"]["event_id"] == record_id]
        before = {
            "Follows": _named(dataset, row["after"]),
            "Series": _named(dataset, tuple(filter(None, [row["series"]]))),
        }
        return {**before, "Agreements": _listed(texts, "agreement_id", "title", "in_force_caption")}
    if table == "series":
        events = atlas["events"][atlas["events"]["series"] == record_id].sort_values(
            ["date_first", "event_id"]
        )
        return {"Events": _listed(events, "event_id", "title", "date_caption")}
    if table == "agreements":
        return {"Signed at": _named(dataset, (row["event_id"],))}
    column = {"offices": "office_id", "actors": "actor_id"}.get(table)
    if column:
        return {"Terms of office": _terms(dataset, column, record_id)}
    if table == "terms":
        return {"Person": _named(dataset, (row["actor_id"],)), "Office": _named(dataset, (row["office_id"],))}
    return {}


def _terms(dataset: Dataset, column: str, record_id: str) -> pd.DataFrame:
    terms = dataset.atlas["terms"]
    held = terms[terms[column] == record_id].sort_values("period_first")
    return _listed(
        held.assign(title=held["term_id"].map(dataset.titles)), "term_id", "title", "period_caption"
    )


def _named(dataset: Dataset, ids: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {"record_id": list(ids), "title": [dataset.titles[one] for one in ids], "when": [""] * len(ids)}
    )


def _listed(frame: pd.DataFrame, record_id: str, title: str, when: str) -> pd.DataFrame:
    return pd.DataFrame({"record_id": frame[record_id], "title": frame[title], "when": frame[when]})


FACTS = FigureSpec("record-facts", _facts, options=(RECORD,))
LIFE = FigureSpec("record-life", _life, options=(RECORD,))
SIZES = FigureSpec("record-sizes", _sizes, options=(RECORD,))
SERIES = FigureSpec("record-series", _series, options=(RECORD,))
DISAGREEMENTS = FigureSpec("record-differences", _differences, options=(RECORD,))
RELATED = FigureSpec("record-related", _related, options=(RECORD,))

PAGE = PageSpec(
    "record",
    "Record",
    "One thing, whole: any record by its id.",
    section="About",
    figures=(
        FACTS,
        VOTE,
        ROLL_CALLS,
        LIFE,
        SIZES,
        SERIES,
        MEETINGS,
        OF_EVENT,
        OF_RECORD,
        DISAGREEMENTS,
        RELATED,
    ),
    example={RECORD.name: "pakistan-stream"},
    listed=False,
)
