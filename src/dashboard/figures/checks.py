"""The figures of the checks."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import rows_of
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, Answer, FigureSpec, Option, PageSpec, Rows, Words
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import checks as ask
from dashboard.queries import rows as ask_rows
from dashboard.views import checks
from dashboard.views.arguments import short_name

_ALL = "all"
_VERDICTS = {verdict: words.capitalize() for verdict, words in VOCABULARIES["verdict"].items()}

_DOCUMENT = "document"
SORT = Option("sort", "Order", {_DOCUMENT: "By document", "verdict": "By verdict"})
WORDS = Option("words", "Words in the statement or finding")


def _speakers(dataset: Dataset) -> Words:
    """The documents whose statements are tested, and together all others that are reported to speak."""
    speaking = set(_tested(dataset)["source_id"])
    documents = dataset.documents[dataset.documents["source_id"].isin(speaking)]
    names = {row["source_id"]: short_name(row) for row in documents.to_dict("records")}
    others = {checks.OTHERS: checks.REPORTED} if speaking - names.keys() else {}
    return {_ALL: "All", **names, **others}


SPEAKER = Option(checks.SPEAKER, "Said in", _speakers, by_link=True)
VERDICT = Option("verdict", "Verdict", {_ALL: "All verdicts", **_VERDICTS})


def _verdicts(question: Question) -> Answer:
    rows = _tested(question.dataset)
    return checks.verdicts(ask.verdict_counts(rows), rows, question.dataset.documents)


def _list(question: Question) -> Answer:
    dataset, verdict = question.dataset, question.option(VERDICT)
    speaker = question.option(SPEAKER)
    tested = _said_by(dataset, speaker)
    chosen = ask.with_verdict(tested, () if verdict == _ALL else (verdict,))
    held = ask_rows.holding(chosen[["claim", "quote", "finding"]], question.option(WORDS))
    by_verdict = question.option(SORT) != _DOCUMENT
    name = "" if speaker == _ALL else _speakers(dataset)[speaker]
    return checks.listing(
        chosen.loc[held.index], dataset.counts, dataset.documents, dataset.source_names, by_verdict, name
    )


def _tested(dataset: Dataset) -> pd.DataFrame:
    return ask.held_against(dataset.atlas["checks"], ask.AGAINST_OTHERS)


def _said_by(dataset: Dataset, speaker: str) -> pd.DataFrame:
    """The tested statements of a choice of SPEAKER."""
    tested = _tested(dataset)
    if speaker == _ALL:
        return tested
    others = set(tested["source_id"]) - set(dataset.documents["source_id"])
    return ask.said_in(tested, others if speaker == checks.OTHERS else (speaker,))


def slips_of(dataset: Dataset, source_id: str) -> pd.DataFrame:
    """The checks of a document against itself."""
    return ask.held_against(rows_of(dataset, "checks", "source_id", [source_id]), ask.AGAINST_ITSELF)


def _of_document(question: Question) -> Answer:
    dataset = question.dataset
    slips = slips_of(dataset, question.option(RECORD))
    return checks.own_faults("record-slips", slips, dataset.counts, dataset.documents)


def _own(question: Question) -> Answer:
    dataset = question.dataset
    slips = ask.held_against(dataset.atlas["checks"], ask.AGAINST_ITSELF)
    return checks.own_faults("checks-own", slips, dataset.counts, dataset.documents)


VERDICTS = FigureSpec("checks-verdicts", _verdicts)
LIST = FigureSpec("checks-list", _list, options=(VERDICT, SORT, WORDS, SPEAKER))
OWN = FigureSpec("checks-own", _own)
OF_DOCUMENT = FigureSpec("record-slips", _of_document, options=(RECORD,))

PAGE = PageSpec(
    "checks",
    "Checks",
    "Does it hold?",
    figures=(VERDICTS, LIST, OWN),
    rows=Rows("checked statement", lambda dataset, _: len(dataset.atlas["checks"])),
)
