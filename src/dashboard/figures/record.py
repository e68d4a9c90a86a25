"""The figures of one record: its article, status, sizes, values and disagreements."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from dashboard.figures import family, trade
from dashboard.figures.capitals import OF_RECORD
from dashboard.figures.changes import HISTORY
from dashboard.figures.checks import OF_DOCUMENT, slips_of
from dashboard.figures.connected import AROUND, RELATED, SOURCES, events_around, is_connected
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import history_of
from dashboard.figures.lookup import evidence_behind, row_of, rows_of
from dashboard.figures.people import OF_EVENT, holders, offices_at
from dashboard.figures.question import Question
from dashboard.figures.record_map import WHERE, is_placed
from dashboard.figures.series import OF_RECORD as MEETINGS
from dashboard.figures.sources import differing
from dashboard.figures.spec import RECORD, Answer, FigureSpec, PageSpec
from dashboard.figures.votes import OF_EVENT as ROLL_CALLS
from dashboard.figures.votes import VOTE
from dashboard.model.figure import EmptyFigure
from dashboard.model.schema import BY_NAME
from dashboard.queries import claims as ask_claims
from dashboard.queries import projects as ask_projects
from dashboard.views import article, attribution, facts, records

# What sources of a country report or dispute: things that are or are not so.
TOLD = ("events", "quantities", "checks", "projects", "agreements", "terms")
# What has a place or a line.
PLACED = ("events", "places", "projects", "routes")

_NO_RECORD = "The link names no record."


def figures_of_record(dataset: Dataset, record_id: str) -> tuple[FigureSpec, ...]:
    """The figures that a record has."""
    table = dataset.table_of(record_id)
    # The meetings of a series stand in a figure of their own.
    connected = (RELATED,) if table != "series" and is_connected(dataset, record_id) else ()
    changed = (HISTORY,) if history_of(dataset, record_id) else ()
    if table == "votes":
        return VOTE, *connected, *changed
    special = {"projects": (LIFE, SIZES), "indicators": (SERIES,), "series": (MEETINGS,)}
    voted = (ROLL_CALLS,) if record_id in _voted(dataset) else ()
    slips = (OF_DOCUMENT,) if table == "sources" and len(slips_of(dataset, record_id)) else ()
    held = (OF_EVENT,) if table == "events" and len(offices_at(dataset, record_id)) else ()
    capitals = (OF_RECORD,) if table in TOLD else ()
    placed = (WHERE,) if table in PLACED and is_placed(dataset, record_id) else ()
    around = (AROUND,) if len(events_around(dataset, record_id)) > 1 else ()
    disputed = (DISAGREEMENTS,) if record_id in _disputed(dataset) else ()
    sourced = (SOURCES,) if record_id in dataset.counts.index else ()
    return (
        FACTS,
        *around,
        *placed,
        *disputed,
        *voted,
        *special.get(table, ()),
        *slips,
        *held,
        *connected,
        *capitals,
        *changed,
        *sourced,
    )


def _disputed(dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """The fields of which sources state different values, by record."""
    fields: Mapping[str, Sequence[str]] = dataset.lookups.answer(
        ("disputed",), lambda: _fields(dataset.disagreements)
    )
    return fields


def _fields(differing: pd.DataFrame) -> Mapping[str, Sequence[str]]:
    fields: dict[str, list[str]] = {}
    for record_id, field in differing[["record_id", "field"]].drop_duplicates().itertuples(index=False):
        fields.setdefault(record_id, []).append(field)
    return fields


def _voted(dataset: Dataset) -> frozenset[str]:
    """The events that tell of a roll call."""
    links = dataset.atlas["event_votes"]
    ids: frozenset[str] = dataset.lookups.answer(("voted",), lambda: frozenset(links["event_id"]))
    return ids


def _facts(question: Question) -> Answer:
    dataset = question.dataset
    record_id = question.option(RECORD)
    if record_id not in dataset.atlas.table_of:
        return EmptyFigure("record-facts", "What the record holds", _NO_RECORD, "Search for one.")
    table, row = row_of(dataset, record_id)
    return article.article(
        record_id,
        table,
        row,
        dataset.titles,
        _agreement(dataset, record_id),
        _found(dataset, record_id),
    )


def _agreement(dataset: Dataset, record_id: str) -> str:
    """Whether the sources of a record agree, in a sentence."""
    table = dataset.table_of(record_id)
    if table == "sources":
        resting = rows_of(dataset, "evidence", "source_id", [record_id])["record_id"]
        return article.behind_in_words(len(set(resting)))
    if not BY_NAME[table].needs_evidence:
        backed = evidence_behind(dataset, dataset.backed([record_id]))["source_id"]
        return article.named_in_words(len(events_around(dataset, record_id)), len(set(backed)))
    evidence = evidence_behind(dataset, [record_id])
    disputing = evidence.loc[evidence["stance"] == "disputes", "source_id"]
    independent = int(dataset.counts.get(record_id, 0))
    names = [field.replace("_", " ") for field in _disputed(dataset).get(record_id, ())]
    return article.agreement_in_words(
        len(set(evidence["source_id"])), independent, names, len(set(disputing))
    )


def _found(dataset: Dataset, record_id: str) -> list[article.Fact]:
    """The facts of a record that stand in other tables than its own."""
    table = dataset.table_of(record_id)
    if table == "projects":
        quantities = ask_projects.stated_sizes(dataset.atlas["quantities"], record_id)
        milestones = ask_projects.life(dataset.atlas["milestones"], dataset.atlas["events"], record_id)
        return [*facts.life(milestones), *facts.sizes(quantities)]
    if table == "quantities":
        return facts.stated(row_of(dataset, record_id)[1])
    if table == "checks":
        return facts.charts(_charts(dataset, row_of(dataset, record_id)[1]["counted"]))
    if table == "indicators":
        return facts.charts(_charts(dataset, (record_id,)))
    if table == "claims":
        return facts.stances(_stances(dataset, record_id), dataset.source_names)
    if table == "actors":
        return facts.person(
            _offices(dataset, record_id), events_around(dataset, record_id), _met(dataset, record_id)
        )
    if table in ("places", "series", "themes"):
        return facts.events(events_around(dataset, record_id))
    return []


def _charts(dataset: Dataset, ids: Collection[str]) -> list[facts.Place]:
    """Where series and stated numbers are drawn."""
    return [*trade.charts_of(dataset, ids), *family.charts_of(dataset, ids)]


def _stances(dataset: Dataset, claim_id: str) -> pd.DataFrame:
    atlas = dataset.atlas
    claims = atlas["claims"]
    of_claim = claims[claims["claim_id"] == claim_id]
    return ask_claims.stances(of_claim, atlas["evidence"], dataset.documents)


def _offices(dataset: Dataset, actor_id: str) -> pd.DataFrame:
    held = holders(dataset)
    return held[held["actor_id"] == actor_id].sort_values("period_first")


def _met(dataset: Dataset, actor_id: str) -> pd.DataFrame:
    """The persons who are named with a person at visits and calls, most often first: `record_id`, `title`,
    `times`.
    """
    actors = dataset.atlas["actors"].set_index("actor_id")["kind"]
    if actors[actor_id] != "person":
        return pd.DataFrame({"record_id": [], "title": [], "times": []})
    meetings = events_around(dataset, actor_id)
    meetings = meetings[meetings["kind"].isin(["visit", "call"]) & (meetings["status"] == "happened")]
    others = meetings["actors"].explode()
    times = others[(others != actor_id) & (others.map(actors) == "person")].value_counts()
    titles = [dataset.titles[other] for other in times.index]
    return pd.DataFrame({"record_id": times.index, "title": titles, "times": times.to_numpy()})


def _life(question: Question) -> Answer:
    dataset = question.dataset
    atlas = dataset.atlas
    return records.life(ask_projects.life(atlas["milestones"], atlas["events"], question.option(RECORD)))


def _sizes(question: Question) -> Answer:
    dataset = question.dataset
    stated = ask_projects.stated_sizes(dataset.atlas["quantities"], question.option(RECORD))
    behind = evidence_behind(dataset, stated["quantity_id"])
    return records.sizes(stated, attribution.tellers(behind, dataset.source_names, dataset.titles))


def _series(question: Question) -> Answer:
    dataset = question.dataset
    atlas, record_id = dataset.atlas, question.option(RECORD)
    observations = atlas["observations"][atlas["observations"]["indicator_id"] == record_id]
    unit = atlas["indicators"].set_index("indicator_id")["unit"].get(record_id, "")
    return records.series(record_id, observations.sort_values("period_first"), str(unit))


def _differences(question: Question) -> Answer:
    dataset = question.dataset
    record_id = question.option(RECORD)
    found = dataset.disagreements[dataset.disagreements["record_id"] == record_id]
    return differing(dataset, found, "record-differences")


FACTS = FigureSpec("record-facts", _facts, options=(RECORD,))
LIFE = FigureSpec("record-life", _life, options=(RECORD,))
SIZES = FigureSpec("record-sizes", _sizes, options=(RECORD,))
SERIES = FigureSpec("record-series", _series, options=(RECORD,))
DISAGREEMENTS = FigureSpec("record-differences", _differences, options=(RECORD,))

PAGE = PageSpec(
    "record",
    "Record",
    "One thing, whole: any record by its id.",
    figures=(
        FACTS,
        VOTE,
        ROLL_CALLS,
        AROUND,
        WHERE,
        DISAGREEMENTS,
        LIFE,
        SIZES,
        SERIES,
        MEETINGS,
        OF_DOCUMENT,
        OF_EVENT,
        RELATED,
        OF_RECORD,
        HISTORY,
        SOURCES,
    ),
    of_record=True,
    listed=False,
)
