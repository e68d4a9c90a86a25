"""The figures of the sources: who says so, and where they disagree."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.capitals import BY_COUNTRY, ONE_COUNTRY
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import EVENTS, Answer, FigureSpec, Option, PageSpec, Rows
from dashboard.model.selection import Selection
from dashboard.queries import checks as ask_checks
from dashboard.queries import disagreement as ask_disagreement
from dashboard.queries import rows as ask_rows
from dashboard.queries import sources as ask_sources
from dashboard.views import disagreements, order, sources

SORT = Option("sort", "Order of the sources", order.choices(sources.ORDERS))
WORDS = Option("words", "Words in title, author or publisher")


def _documents(question: Question) -> Answer:
    return sources.documents(_cards(question.dataset))


def _cards(dataset: Dataset) -> pd.DataFrame:
    """The documents with what each contributed, how far it is coded and how its statements came out, in
    words.
    """
    atlas, documents = dataset.atlas, dataset.documents
    evidence = atlas["evidence"].merge(documents[["source_id"]], on="source_id")
    tables = evidence.assign(table=evidence["record_id"].map(atlas.table_of))
    tied = tables.groupby(["source_id", "table"])["record_id"].nunique()
    tested = ask_checks.held_against(atlas["checks"], ask_checks.AGAINST_OTHERS)
    verdicts = ask_checks.verdict_counts(tested).set_index("source_id")
    coverage = atlas.coverage.set_index("source_id")
    nothing = pd.Series(dtype=int)
    ids = documents["source_id"]
    return documents.assign(
        contributed=[sources.contributed(tied.get(source_id, nothing).to_dict()) for source_id in ids],
        coverage=[sources.covered(coverage.loc[source_id].to_dict()) for source_id in ids],
        verdicts=[_outcome(verdicts, source_id) for source_id in ids],
    )


def _outcome(verdicts: pd.DataFrame, source_id: str) -> str:
    return sources.outcome(verdicts.loc[source_id].to_dict()) if source_id in verdicts.index else ""


def _table(question: Question) -> Answer:
    atlas = question.dataset.atlas
    evidence = atlas["evidence"]
    records = evidence.groupby("source_id")["record_id"].nunique()
    alone = ask_sources.resting_on_alone(evidence)["source_id"].value_counts()
    rows = _chosen(question.dataset, question.followed)
    held = ask_rows.holding(rows[["title", "author", "publisher"]], question.option(WORDS))
    rows = rows.loc[held.index]
    ids = rows["source_id"]
    return sources.table(
        rows.assign(
            records=ids.map(records).fillna(0).astype(int), alone=ids.map(alone).fillna(0).astype(int)
        ),
        question.option(SORT),
    )


def _chosen(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """The sources of the chosen kinds and countries; under chosen themes or years those that stand behind an
    event of the choice.
    """
    rows = dataset.counted_sources
    if selection.kinds:
        rows = rows[rows["kind"].isin(selection.kinds)]
    if selection.countries:
        rows = rows[rows["country"].isin(selection.countries)]
    if selection.themes or (selection.first_year, selection.last_year) != dataset.atlas.span:
        events = list(dataset.events_of(selection)["event_id"])
        behind = ask_sources.evidence_behind(dataset.atlas["evidence"], events)
        rows = rows[rows["source_id"].isin(behind["source_id"])]
    return rows


def _corroboration(question: Question) -> Answer:
    ids = list(question.events["event_id"])
    return sources.corroboration(ask_sources.corroboration(question.dataset.counts, ids), ids, question.mode)


def _disagreements(question: Question) -> Answer:
    """Those on the chosen events, and all of those on records that are not events."""
    dataset = question.dataset
    found = on_chosen_records(question)
    return differing(dataset, found, of=ask_disagreement.disputed_fields(dataset.disagreements))


def differing(dataset: Dataset, found: pd.DataFrame, figure_id: str = "differences", of: int = 0) -> Answer:
    """What is stated differently, as lines of dots (see `views.disagreements.dots`)."""
    names = dataset.titles, dataset.source_names
    return disagreements.dots(found, *names, adopted_in(dataset), in_full(dataset), figure_id, of)


def in_full(dataset: Dataset) -> dict[str, str]:
    """The whole name of each publisher that is named in short, by its short name; of two that share it, the
    first.
    """
    publishers = dataset.atlas["publishers"].drop_duplicates("short")
    return dict(zip(publishers["short"], publishers["publisher"], strict=True))


def adopted_in(dataset: Dataset) -> dict[tuple[str, str], str]:
    """The value that a record itself has, by record and field (see `disagreement.adopted_values`)."""
    return ask_disagreement.adopted_values(dataset.atlas["events"], dataset.atlas["quantities"])


def on_chosen_records(question: Question) -> pd.DataFrame:
    """The disagreements on the chosen events and on every record that is no event."""
    dataset = question.dataset
    found = dataset.disagreements
    no_event = found["record_id"].map(dataset.atlas.table_of) != "events"
    return found[no_event | found["record_id"].isin(question.events["event_id"])]


DOCUMENTS = FigureSpec("sources-documents", _documents)
CORROBORATION = FigureSpec("sources-corroboration", _corroboration, EVENTS)
DISAGREEMENTS = FigureSpec("differences", _disagreements, EVENTS)
TABLE = FigureSpec("sources-table", _table, EVENTS, (SORT, WORDS))

PAGE = PageSpec(
    "sources",
    "Sources",
    "Who says so?",
    figures=(DOCUMENTS, CORROBORATION, BY_COUNTRY, ONE_COUNTRY, DISAGREEMENTS, TABLE),
    rows=Rows("source", lambda dataset, selection: len(_chosen(dataset, selection))),
)
