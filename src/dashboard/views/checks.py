"""Does it hold: verdicts by document, and each statement with its verdict and finding."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid, Item, Listing
from dashboard.model.period import parse_period
from dashboard.model.vocabulary import VOCABULARIES, label
from dashboard.views.arguments import short_name
from dashboard.views.formatting import count
from dashboard.views.theme import VERDICT_TONES

REPORTED = "Officials and the press, as reported"
# In a link: whose statements are listed, and the word for all who stand in the row REPORTED.
SPEAKER, OTHERS = "document", "reported"

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
# What the value beside a finding is, by what the statement was held against.
_MEANING = {"fact": "Value that other evidence supports", "consistency": "Meant"}


def verdicts(counts: pd.DataFrame, checks: pd.DataFrame, documents: pd.DataFrame) -> Figure | EmptyFigure:
    """The number of statements for each document and verdict, as stretches of a bar; `counts` as from
    queries.checks.
    """
    if checks.empty:
        return _none("checks-verdicts", "Verdicts by document")
    named = {row["source_id"]: short_name(row) for row in documents.to_dict("records")}
    counts = _with_reports_last(counts, set(named))
    words = list(VOCABULARIES["verdict"])
    longest = int(counts[words].sum(axis="columns").max())
    rows = tuple(
        (
            Cell(named.get(row["source_id"], REPORTED), row["source_id"]),
            *(_number_of(row, word, longest) for word in words),
            _in_all(sum(row[word] for word in words), longest),
        )
        for row in counts.to_dict("records")
    )
    total = {word: int(counts[word].sum()) for word in words}
    spoken = ", ".join(f"{number} {label('verdict', word)}" for word, number in total.items())
    return Figure(
        figure_id="checks-verdicts",
        title=f"{count(len(checks), 'statement')} tested: {spoken}",
        drawing=Grid(("Said in", *(label("verdict", word) for word in words), "all"), rows),
        rows=checks.rename(columns={"check_id": "record_id"})[
            ["record_id", "source_id", "claim", "verdict", "confidence"]
        ],
        message=f"A table of verdicts by document, each row a stacked bar: {spoken}.",
        note="A verdict is about one statement, never about its author. “Supported” needs an "
        "independent source, not a second article. A stretch of few statements is drawn wide enough to "
        "be hit.",
    )


def _number_of(row: Mapping[Hashable, Any], verdict: str, longest: int) -> Cell:
    """How many statements of a row of counts have a verdict; it leads to them. A bar of `longest` statements
    takes the whole width.
    """
    if not row[verdict]:
        return Cell("0", tone="silent")
    params = ((SPEAKER, row["source_id"] or OTHERS), ("verdict", verdict))
    share = row[verdict] / longest
    return Cell(str(row[verdict]), tone=VERDICT_TONES[verdict], params=params, to="checks-list", share=share)


def _in_all(statements: int, longest: int) -> Cell:
    """All statements of a row: right after its bar, in what that leaves of the width."""
    return Cell(str(statements), share=1 - statements / longest)


def _with_reports_last(counts: pd.DataFrame, documents: set[str]) -> pd.DataFrame:
    """The counts of the documents, and below them in one row, without an id, those of all other sources."""
    of_documents = counts["source_id"].isin(documents)
    others = counts[~of_documents].drop(columns="source_id").sum().to_dict()
    last = pd.DataFrame([{"source_id": "", **others}]) if any(others.values()) else pd.DataFrame()
    return pd.concat([counts[of_documents], last], ignore_index=True)


def listing(
    checks: pd.DataFrame,
    counts: pd.Series,
    documents: pd.DataFrame,
    reporters: Mapping[str, str],
    by_verdict: bool = False,
    speaker: str = "",
) -> Figure | EmptyFigure:
    """Each statement with quote, verdict and finding, grouped by document or by verdict; what others are
    reported to have said stands last, with the name of the reporter by source id. `speaker` names whose
    statements they are, where only those of a row of the verdicts are listed.
    """
    if checks.empty:
        return _none("checks-list", "Statements with their findings")
    grouped = _by_document(checks, counts, documents, reporters)
    findings = "its finding" if len(checks) == 1 else "their findings"
    whose = f": {speaker}" if speaker else ""
    return Figure(
        figure_id="checks-list",
        title=f"{count(len(checks), 'statement')} with {findings}{whose}",
        drawing=_by_verdict(grouped) if by_verdict else grouped,
        rows=_told(checks),
        message=f"A list of {count(len(checks), 'statement')}, each with its quote, its verdict and "
        "what other evidence says.",
        subtitle="The words of the document, what they state, and what other evidence says",
    )


def own_faults(
    figure_id: str, checks: pd.DataFrame, counts: pd.Series, documents: pd.DataFrame
) -> Figure | EmptyFigure:
    """What each document gets wrong by its own account: contradictions, names, words and years left out."""
    if checks.empty:
        return EmptyFigure(
            figure_id,
            "Slips within the documents",
            "No slip is on record.",
            "Look at the statements tested instead.",
        )
    where = "the documents" if checks["source_id"].nunique() > 1 else "the document"
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(checks), 'slip')} within {where}",
        drawing=_by_document(checks, counts, documents, {}),
        rows=_told(checks),
        message=f"A list of {count(len(checks), 'slip')} within {where}, each with its quote.",
        note="Contradictions within a text, names and words that cannot be meant, years left out. "
        "They are not counted among the tested statements.",
    )


def _told(checks: pd.DataFrame) -> pd.DataFrame:
    return checks.rename(columns={"check_id": "record_id"})[
        ["record_id", "claim", "verdict", "finding", "correct_value", "confidence"]
    ]


def _by_document(
    checks: pd.DataFrame, counts: pd.Series, documents: pd.DataFrame, reporters: Mapping[str, str]
) -> Listing:
    groups = []
    for document in documents.to_dict("records"):
        made = checks[checks["source_id"] == document["source_id"]]
        items = tuple(_item(row, int(counts.get(row["check_id"], 0))) for row in made.to_dict("records"))
        if items:
            groups.append((f"{document['author']}: {document['title']}", items))
    reported = checks[checks["source_id"].isin(reporters) & ~checks["source_id"].isin(documents["source_id"])]
    items = tuple(
        _item(row, int(counts.get(row["check_id"], 0)), f"Reported by {reporters[row['source_id']]}")
        for row in reported.to_dict("records")
    )
    return Listing((*groups, *(((REPORTED, items),) if items else ())))


def _by_verdict(grouped: Listing) -> Listing:
    """The same statements under their verdicts, those of a document still one after the other."""
    items = [item for _, held in grouped.groups for item in held]
    words = [label("verdict", verdict) for verdict in VOCABULARIES["verdict"]]
    groups = [(said, tuple(item for item in items if item.tags[0][1] == said)) for said in words]
    return Listing(tuple((said.capitalize(), held) for said, held in groups if held))


def _item(row: dict[str, str], sources: int, statement: str = "") -> Item:
    verdict = (VERDICT_TONES[row["verdict"]], label("verdict", row["verdict"]))
    meaning = _MEANING[row["kind"]]
    value = f" {meaning}: {_DAY.sub(_in_words, row['correct_value'])}." if row["correct_value"] else ""
    return Item(
        row["check_id"],
        row["claim"],
        statement or f"“{row['quote']}”, paragraph {row['locator'].removeprefix('para:')}",
        row["finding"] + value,
        (verdict,),
        sources,
    )


def _in_words(day: re.Match[str]) -> str:
    return parse_period(day[0]).caption


def _none(figure_id: str, title: str) -> EmptyFigure:
    return EmptyFigure(
        figure_id, title, "No statement fits this choice.", "Choose all verdicts or use other words."
    )
